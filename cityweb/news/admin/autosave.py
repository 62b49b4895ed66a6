"""Keeps what is being typed, and tells who else has the draft open. Called by `editor.js`."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_POST

from cityweb.news import actions
from cityweb.news.forms.editions import EditionForm
from cityweb.news.models import Edition
from cityweb.news.states import WRITABLE


@require_POST
def autosave(request: HttpRequest, pk: int) -> JsonResponse:
    """Save what is valid of a typed form, or only give a sign of life when nothing was typed.

    A field with an error is left as it was and named in the answer; the others are kept. A refusal
    is answered 409 with its code, and the browser keeps the text.
    """
    edition = get_object_or_404(
        Edition.objects.visible_to(request.user).select_related("article", "main_column"), pk=pk
    )
    if not request.user.has_perm("news.change_edition"):
        raise PermissionDenied
    now = timezone.now()
    if "closing" in request.POST:
        actions.leave(pk=pk, actor=request.user)
        others = []
    else:
        others = actions.look_in(pk=pk, actor=request.user, now=now)
    answer: dict[str, Any] = {
        "state": edition.state,
        "others": [
            {"name": str(one.user), "since": f"{timezone.localtime(one.opened_at):%H:%M}"}
            for one in others
        ],
    }
    if "lock_version" in request.POST:
        edition, answer["errors"] = _save(request, edition)
        answer["slug"] = edition.slug
        answer["saved_at"] = f"{timezone.localtime(now):%H:%M:%S}"
    answer["lock_version"] = edition.lock_version
    answer["is_writable"] = edition.state in WRITABLE
    return JsonResponse(answer)


def _save(request: HttpRequest, edition: Edition) -> tuple[Edition, dict[str, list[str]]]:
    form = EditionForm(request.POST, instance=edition, user=request.user)
    form.is_valid()
    version = request.POST["lock_version"]
    saved = actions.save_draft(
        pk=edition.pk,
        actor=request.user,
        lock_version=int(version) if version.isdigit() else 0,
        content=form.content,
    )
    errors = {name: list(found) for name, found in form.errors.items()}
    return saved, errors
