"""The page on which an article is begun, written and passed on."""

from typing import Any

from django.contrib import messages
from django.contrib.admin.helpers import AdminForm
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from cityweb.core import html
from cityweb.core.errors import Refused
from cityweb.news import actions, diff, live
from cityweb.news.admin import steps
from cityweb.news.admin.policies import with_editor
from cityweb.news.admin.steps import Step
from cityweb.news.forms.editions import BeginForm, EditionForm
from cityweb.news.forms.steps import StepForm
from cityweb.news.intake import check_file
from cityweb.news.models import Edition, LiveArticle
from cityweb.news.reports import editions as reports
from cityweb.news.states import WRITABLE, State

FIELDSETS = (
    ("Bài viết", ("title", "lead", "body")),
    ("Hình chính", ("picture", "picture_alt", "picture_caption")),
    ("Chuyên mục và địa chỉ", ("main_column", "extra_columns", "slug")),
    ("Nguồn và từ khóa", ("authors", "source_name", "source_url", "tags", "related")),
    ("Đính chính", ("correction_note",)),
)
_READ_AS_LIST = (
    *("main_column", "extra_columns", "authors", "source_name", "source_url", "tags", "related"),
    *("correction_note", "slug"),
)


def begin(page: Any, request: HttpRequest) -> HttpResponse:
    """Ask for title and column, then open the draft."""
    if not page.has_add_permission(request):
        raise PermissionDenied
    form = BeginForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            edition = actions.create_article(
                actor=request.user,
                column=form.cleaned_data["column"],
                title=" ".join(form.cleaned_data["title"].split()),
            )
            return redirect(change_address(edition))
        except Refused as refusal:
            form.add_error(None, refusal.message)
    context = {**_frame(page, request, "Viết bài mới"), "form": form}
    return TemplateResponse(request, "admin/news/edition/begin.html", context)


def edit(page: Any, request: HttpRequest, edition: Edition) -> HttpResponse:
    """Show an edition; on POST save what was typed and take the step that was pressed."""
    if request.method == "POST":
        return _receive(page, request, edition)
    form = _form(edition, request) if _may_write(page, request, edition) else None
    return _draw(page, request, edition, form)


def change_address(edition: Edition) -> str:
    return reverse("admin:news_edition_change", args=[edition.pk])


def _may_write(page: Any, request: HttpRequest, edition: Edition) -> bool:
    return edition.state in WRITABLE and page.has_change_permission(request, edition)


def _form(edition: Edition, request: HttpRequest, *, typed: bool = False) -> EditionForm:
    data = request.POST if typed else None
    return EditionForm(data, instance=edition, user=request.user)


def _receive(page: Any, request: HttpRequest, edition: Edition) -> HttpResponse:
    """Save and step in one transaction: when one is refused, neither happened."""
    if not page.has_change_permission(request, edition):
        raise PermissionDenied
    order = request.POST.get("step", "save")
    step = steps.named(order)
    form = _form(edition, request, typed=True) if edition.state in WRITABLE else None
    asked = step.form(request.POST, edition=edition, prefix=step.key) if step else None
    must_save = form is not None and (step is None or step.saves_first)
    is_typed_right = form.is_valid() if form and must_save else True
    if not is_typed_right or (asked is not None and not asked.is_valid()):
        return _draw(page, request, edition, form, step=step, asked=asked)
    try:
        with transaction.atomic():
            if form and must_save:
                _save(form, request, edition)
            after, words = _take(request, edition, order, step, asked)
    except Refused as refusal:
        return _draw(page, request, edition, form, step=step, asked=asked, refusal=refusal)
    messages.success(request, words)
    return redirect(change_address(after))


def _save(form: EditionForm, request: HttpRequest, edition: Edition) -> None:
    """Store what was typed; who has seen the newer version may put theirs on top of it."""
    seen = request.POST.get("overwrite", "")
    opened_with = int(seen) if seen.isdigit() else form.cleaned_data["lock_version"]
    actions.save_draft(
        pk=edition.pk, actor=request.user, lock_version=opened_with, content=form.content
    )


def _take(
    request: HttpRequest, edition: Edition, order: str, step: Step | None, asked: StepForm | None
) -> tuple[Edition, str]:
    """Take the step, or add or remove a file; return where to go on and what to say."""
    if step is not None and asked is not None:
        return step.run(edition, request.user, asked.cleaned_data), step.done
    if order == "attach":
        sent = request.FILES.getlist("files")
        if not sent:
            raise Refused("no-file", "Hãy chọn tệp trước khi bấm tải lên.")
        for upload in sent:
            file = check_file(upload.name or "", upload.read())
            actions.attach_file(pk=edition.pk, actor=request.user, file=file)
        return edition, "Đã thêm tệp đính kèm."
    if order.startswith("detach-") and order[7:].isdigit():
        actions.detach_file(pk=edition.pk, actor=request.user, file_id=int(order[7:]))
        return edition, "Đã bỏ tệp đính kèm."
    return edition, "Đã lưu bản nháp."


@with_editor
def _draw(
    page: Any,
    request: HttpRequest,
    edition: Edition,
    form: EditionForm | None,
    *,
    step: Step | None = None,
    asked: StepForm | None = None,
    refusal: Refused | None = None,
) -> HttpResponse:
    # A form writes what was typed into its instance; the page speaks of what is stored.
    stored = Edition.objects.select_related(
        "article__site", "main_column", "picture", "author", "updated_by"
    ).get(pk=edition.pk)
    buttons = _buttons(stored, request, step, asked)
    # A step that someone else has overtaken has no button left to stand beside.
    is_beside = refusal is not None and any(button["step"] is step for button in buttons)
    others = actions.look_in(pk=stored.pk, actor=request.user, now=timezone.now())
    context = {
        **_frame(page, request, stored.title),
        "original": stored,
        "edition": stored,
        "form": form,
        "groups": _groups(page, form) if form else (),
        "buttons": buttons,
        "refusal": refusal,
        "refused_step": step.key if step and is_beside else "",
        "others": others,
        "conflict": _conflict(form, stored, refusal),
        **_looks(stored, form),
        "live": stored.article.editions.filter(state=State.PUBLISHED).first(),
        "in_work": stored.article.editions.in_work().exclude(pk=stored.pk).first(),
        "media": page.media + (form.media if form else StepForm(edition=stored).media),
    }
    for button in context["buttons"]:
        context["media"] += button["form"].media
    status = 409 if refusal else 200
    return TemplateResponse(request, "admin/news/edition/change_form.html", context, status=status)


def _looks(edition: Edition, form: EditionForm | None) -> dict[str, Any]:
    """Return what is shown rather than typed: all of it when nothing may be typed."""
    reader = LiveArticle.objects.filter(article=edition.article_id).defer("body").first()
    facts: dict[str, Any] = {
        "files": list(edition.files.all()),
        "live_address": f"{edition.article.site.origin}{reader.path}" if reader else "",
    }
    if form is None:
        words = reports.as_text(edition)
        facts["body"] = html.safe(edition.body)
        facts["picture"] = live.picture_facts(edition)
        facts["facts"] = [(reports.LABELS[name], words[name]) for name in _READ_AS_LIST]
    return facts


def _groups(page: Any, form: EditionForm) -> AdminForm:
    sets = []
    for title, names in FIELDSETS:
        held = [name for name in names if name in form.fields]
        if held:
            sets.append((title, {"fields": held}))
    return AdminForm(form, sets, {}, (), model_admin=page)


def _buttons(
    edition: Edition, request: HttpRequest, step: Step | None, asked: StepForm | None
) -> list[dict[str, Any]]:
    """Return the offered steps, each with its own small form; the refused one keeps its words."""
    return [
        {
            "step": one,
            "form": asked if asked and one is step else one.form(edition=edition, prefix=one.key),
            "is_open": asked is not None and one is step and one.asks,
        }
        for one in steps.offered(edition, request.user)
    ]


def _conflict(
    form: EditionForm | None, stored: Edition, refusal: Refused | None
) -> dict[str, Any] | None:
    """Return what the person must see before they may save over a newer version."""
    if form is None or refusal is None or refusal.code != "changed-meanwhile":
        return None
    theirs = reports.as_text(stored)
    return {
        "by": stored.updated_by,
        "at": stored.updated_at,
        "lock_version": stored.lock_version,
        "differences": diff.compare(
            theirs, {**theirs, **reports.typed_as_text(form.content)}, reports.LABELS, html="body"
        ),
    }


def _frame(page: Any, request: HttpRequest, title: str) -> dict[str, Any]:
    return {
        **page.admin_site.each_context(request),
        "opts": page.opts,
        "title": title,
        "media": page.media,
    }
