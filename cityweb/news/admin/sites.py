"""The sites themselves, and who may work on what."""

from typing import Any

from django.contrib import admin
from django.db import transaction
from django.db.models import Model, QuerySet
from django.forms import ModelForm
from django.http import HttpRequest

from cityweb.core import audit
from cityweb.core.models import Role
from cityweb.news import actions, nav
from cityweb.news.admin.desk import DeskAdmin, GivenSites
from cityweb.news.forms.sections import RightForm
from cityweb.news.models import EditorialRight, Site

_TEXTS = (
    *("name", "name_en", "tagline", "tagline_en", "owner_name", "owner_name_en"),
    *("responsible_person", "address", "phone", "email"),
)


def _is_administrator(request: HttpRequest) -> bool:
    return request.user.is_superuser or request.user.has_role(Role.ADMINISTRATOR)


def _given_sites(request: HttpRequest) -> QuerySet[Site]:
    """Return the sites whose frame the person looks after."""
    if _is_administrator(request):
        return Site.objects.all()
    return Site.objects.whole_to(request.user)


@admin.register(Site)
class SiteAdmin(DeskAdmin):
    """The words in header and footer; host names are changed by an administrator only."""

    list_display = ("name", "host", "responsible_person")
    fields = ("code", "host", *_TEXTS)
    readonly_fields = ("code",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return _given_sites(request)

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> tuple:
        return ("code",) if _is_administrator(request) else ("code", "host")

    def save_action(self, request: HttpRequest, form: ModelForm, formsets: list[Any]) -> None:
        with transaction.atomic():
            form.instance.save()
            audit.record(
                actor=request.user,
                verb="news.site_changed",
                target=form.instance,
                fields=form.changed_data,
            )
        nav.forget()


@admin.register(EditorialRight)
class EditorialRightAdmin(DeskAdmin):
    """Rights are given and taken back, never changed: the history stays readable."""

    form = RightForm
    list_display = ("user", "site", "column")
    list_filter = (("site", GivenSites),)
    list_select_related = ("user", "site", "column")
    ordering = ("user__full_name", "site")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        if _is_administrator(request):
            return EditorialRight.objects.all()
        return super().get_queryset(request)

    def get_form(
        self, request: HttpRequest, obj: Model | None = None, change: bool = False, **kwargs: Any
    ) -> type[ModelForm]:
        form = super().get_form(request, obj, change=change, **kwargs)
        form.sites = _given_sites(request)
        return form

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return request.user.has_perm("news.delete_editorialright")

    def save_action(self, request: HttpRequest, form: ModelForm, formsets: list[Any]) -> None:
        actions.give_right(actor=request.user, right=form.instance)

    def delete_model(self, request: HttpRequest, obj: EditorialRight) -> None:
        actions.take_right(pk=obj.pk, actor=request.user)

    def log_deletions(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        """Write nothing: the audit is the one record of who did what."""
