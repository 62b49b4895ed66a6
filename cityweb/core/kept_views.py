"""Filters of lists kept under a name: saved, dropped, offered beside the list."""

from typing import Any

from django import forms
from django.db import transaction
from django.db.models import Q

from cityweb.core.errors import Refused
from cityweb.core.models import User
from cityweb.core.models.views import KeptView

MOST = 50


def naming(model: type[KeptView]) -> type[forms.ModelForm]:
    """Return the form that gives a name to a list as it is narrowed now."""
    return forms.modelform_factory(
        model, fields=("name", "query", "is_shared"), widgets={"query": forms.HiddenInput}
    )


@transaction.atomic
def save(model: type[KeptView], *, actor: User, name: str, query: str, is_shared: bool) -> KeptView:
    """Keep a filter of a list under a name; the same name again replaces it."""
    own = model.objects.filter(owner=actor)
    if own.exclude(name=name).count() >= MOST:
        raise Refused("too-many-views", f"Mỗi người giữ tối đa {MOST} bộ lọc; hãy bỏ bớt.")
    view, _ = model.objects.update_or_create(
        owner=actor, name=name, defaults={"query": query, "is_shared": is_shared}
    )
    return view


@transaction.atomic
def drop(model: type[KeptView], *, pk: int, actor: User, decides: bool) -> None:
    """Throw a filter away: one's own, or, for who decides there, one that all share."""
    may_drop = Q(owner=actor)
    if decides:
        may_drop |= Q(is_shared=True)
    if not model.objects.filter(may_drop, pk=pk).delete()[0]:
        raise Refused("not-found", "Không tìm thấy bộ lọc này.")


def offered(model: type[KeptView], user: User, *, here: str, decides: bool) -> list[dict[str, Any]]:
    """Return the filters that the person may use, as a list shows them."""
    views = model.objects.filter(Q(owner=user) | Q(is_shared=True)).select_related("owner")
    return [
        {
            "view": view,
            "is_here": view.query == here,
            "is_own": view.owner_id == user.pk,
            "may_drop": view.owner_id == user.pk or decides,
        }
        for view in views
    ]
