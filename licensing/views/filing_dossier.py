"""One dossier as its applicant fills it, sends it, follows it and answers."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from cityweb.core import attachments, clocks, downloads
from cityweb.core.errors import Refused
from cityweb.core.models import Paper, Role
from cityweb.core.papers import kinds
from cityweb.core.requests import wants_json
from licensing import actions, clashes, deadlines, life, limits, result_paper, slips
from licensing.actions import moving
from licensing.forms.filing import AnswerForm, ContentsForm, facts_of
from licensing.life import ASKED, State, Verb
from licensing.models import Dossier, Supplement
from licensing.reports import neighbours, reasons, shown
from licensing.views.filing import found_for, private

View = Callable[..., HttpResponse]
# What the applicant may read, once it is issued.
_FOR_APPLICANT = (*slips.KINDS, *result_paper.KINDS)
_SENT = (
    "Đã nộp hồ sơ. Giữ mã nộp dưới đây; mã hồ sơ và ngày hẹn trả được báo qua thư khi tiếp nhận."
)


def while_in(*states: str) -> Callable[[View], View]:
    """Open a page in these states only; a page that is over leads back to the dossier.

    It is met by who sends twice, and by who goes back in the browser.
    """

    def door(view: View) -> View:
        @wraps(view)
        def page(request: HttpRequest, key: UUID, **rest: Any) -> HttpResponse:
            found = found_for(request, key)
            if found.state in states:
                return view(request, found, **rest)
            messages.info(request, "Bước này đã xong; hồ sơ hiện ở trạng thái dưới đây.")
            return redirect("filing:dossier", key)

        return page

    return door


def dossier(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show where a dossier stands; a draft is shown where it is filled in."""
    found = found_for(request, key)
    if found.state == State.DRAFT:
        return redirect("filing:fill", key)
    return _page(request, found)


def _page(
    request: HttpRequest, found: Dossier, answer: AnswerForm | None = None, *, status: int = 200
) -> HttpResponse:
    clock = deadlines.whole(found)
    asked = found.supplements.filter(state=Supplement.State.SENT).first()
    papers = Paper.objects.about(found).issued().filter(
        kind__in=[f"licensing.{name}" for name in _FOR_APPLICANT]
    )  # fmt: skip
    labelled = [(one, kinds.kind_of(one.kind).label) for one in papers]
    results = [pair for pair in labelled if pair[0].kind.partition(".")[2] in result_paper.KINDS]
    facts = {
        "title": f"Hồ sơ {found}",
        "one": found,
        "is_filer": found.applicant.account_id == request.user.pk,
        "way": shown.way(found),
        "neighbours": neighbours.of(found, request.user),
        "deadline": deadlines.of(found, clock, timezone.now()),
        "clock": clock,
        "explanation": clocks.explain(clock) if clock else None,
        "why": reasons.why(found, clock) if clock else "",
        "facts": shown.contents(found),
        "filed": shown.filed(found),
        "results": results,
        "papers": [pair for pair in labelled if pair not in results],
        "remarks": found.remarks.filter(is_internal=False).select_related("author"),
        "history": [row for row in shown.history(found) if row["step"].public_note],
        "asked": asked,
        "answer": answer or (AnswerForm(asked) if asked and _may(found, Verb.ANSWER, request)
                             else None),
        "by_component": shown.files_by_component(found) if asked else {},
        "may_write": _may(found, Verb.WRITE, request),
        "may_withdraw": _may(found, Verb.WITHDRAW, request),
    }  # fmt: skip
    return private(request, "licensing/filing/dossier.html", facts, status=status)


@while_in(State.DRAFT)
def fill(request: HttpRequest, found: Dossier) -> HttpResponse:
    """Let the contents be filled in; every save keeps what was typed, right or not."""
    if request.method == "POST":
        typed = ContentsForm(found, request.POST).typed()
        saved = actions.fill(pk=found.pk, actor=request.user, contents=typed)
        if wants_json(request):
            return JsonResponse({"saved_at": f"{timezone.localtime(saved.saved_at):%H:%M:%S}"})
        return redirect("filing:papers", found.key)
    # Who was led here by what the check found sees it beside each field.
    form = facts_of(found)[1] if "loi" in request.GET else ContentsForm(found)
    facts = {"title": "Nội dung hồ sơ", "one": found, "form": form, "here": "fill",
             "neighbours": neighbours.of(found, request.user)}  # fmt: skip
    return private(request, "licensing/filing/fill.html", facts)


@while_in(State.DRAFT)
def papers(request: HttpRequest, found: Dossier) -> HttpResponse:
    """Let files be put to each component, or taken back."""
    facts = {
        "title": "Giấy tờ kèm theo",
        "one": found,
        "components": found.version.components.all(),
        "by_component": shown.files_by_component(found),
        "here": "papers",
    }
    return private(request, "licensing/filing/papers.html", facts)


@while_in(State.DRAFT, *ASKED)
def attach(request: HttpRequest, found: Dossier, component: str) -> HttpResponse:
    """Take files for one component."""
    uploads = request.FILES.getlist("files")
    if not uploads:
        messages.warning(request, "Chưa chọn tệp nào.")
    for upload in uploads:
        try:
            actions.attach(
                pk=found.pk, actor=request.user, component=component, upload=upload,
                name=upload.name,
            )  # fmt: skip
        except Refused as refusal:
            messages.error(request, f"{upload.name}: {refusal.message}")
    return _to_files(found)


@while_in(State.DRAFT, *ASKED)
def detach(request: HttpRequest, found: Dossier, file: UUID) -> HttpResponse:
    actions.detach(pk=found.pk, actor=request.user, key=str(file))
    return _to_files(found)


def _to_files(found: Dossier) -> HttpResponse:
    name = "papers" if found.state == State.DRAFT else "dossier"
    return redirect(f"filing:{name}", found.key)


@while_in(State.DRAFT)
def check(request: HttpRequest, found: Dossier) -> HttpResponse:
    """Say what is missing before anything is sent; send once nothing is."""
    said, form = facts_of(found)
    files = attachments.of(found)
    missing = actions.missing_components(found, files)
    if request.method == "POST" and form.is_valid() and not missing:
        actions.submit(pk=found.pk, actor=request.user, facts=said)
        messages.success(request, _SENT)
        return redirect("filing:dossier", found.key)
    facts = {
        "title": "Kiểm tra và nộp",
        "one": found,
        "mistakes": [(form[name], words) for name, words in form.errors.items()],
        "missing": missing,
        "clashes": clashes.of_dossier(found, said),
        "neighbours": neighbours.of(found, request.user),
        "doubts": limits.doubts(found, said, files, timezone.localdate()),
        "filed": shown.filed(found),
        "is_filer": found.applicant.account_id == request.user.pk,
        "said": [
            (label, shown.as_written(said[name]))
            for name, label in shown.LABELS.items()
            if said.get(name)
        ],
        "here": "check",
    }
    return private(request, "licensing/filing/check.html", facts)


@while_in(State.DRAFT)
def discard(request: HttpRequest, found: Dossier) -> HttpResponse:
    actions.discard(pk=found.pk, actor=request.user)
    messages.success(request, "Đã xóa hồ sơ đang soạn.")
    is_clerk = not request.user.has_role(Role.APPLICANT)
    return redirect("licensing_desk:dossiers" if is_clerk else "filing:mine")


@while_in(*ASKED)
def answer(request: HttpRequest, found: Dossier) -> HttpResponse:
    """Send the answers to a supplement, item by item."""
    asked = found.supplements.get(state=Supplement.State.SENT)
    form = AnswerForm(asked, request.POST)
    if not form.is_valid():
        return _page(request, found, form, status=422)
    try:
        actions.answer(pk=found.pk, actor=request.user, answers=form.answers)
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _page(request, found, form, status=409)
    messages.success(request, "Đã gửi bổ sung. Cơ quan tiếp tục giải quyết hồ sơ.")
    return _to_dossier(found, request)


def _to_dossier(found: Dossier, request: HttpRequest) -> HttpResponse:
    """Go where this person follows the dossier: the clerk came from the desk."""
    if found.applicant.account_id == request.user.pk:
        return redirect("filing:dossier", found.key)
    return redirect("licensing_desk:dossier", found.pk)


def withdraw(request: HttpRequest, key: UUID) -> HttpResponse:
    found = found_for(request, key)
    actions.withdraw(pk=found.pk, actor=request.user, reason=request.POST.get("reason", "")[:1000])
    messages.success(request, "Đã ghi nhận việc rút hồ sơ.")
    return _to_dossier(found, request)


def write(request: HttpRequest, key: UUID) -> HttpResponse:
    found = found_for(request, key)
    actions.write(pk=found.pk, actor=request.user, body=request.POST.get("body", "")[:4000])
    messages.success(request, "Đã gửi tin nhắn.")
    return redirect("filing:dossier", key)


def paper(request: HttpRequest, key: UUID, paper: int) -> FileResponse:
    """Send one issued paper to its applicant."""
    kinds_shown = [f"licensing.{name}" for name in _FOR_APPLICANT]
    rows = Paper.objects.about(found_for(request, key)).issued().filter(kind__in=kinds_shown)
    return downloads.paper(get_object_or_404(rows, pk=paper))


def sent(request: HttpRequest, key: UUID) -> HttpResponse:
    """Send exactly the bytes whose hash is the proof of deposit."""
    found = found_for(request, key)
    if found.sent is None:
        raise Http404(key)
    answer = HttpResponse(actions.as_bytes(found.sent), content_type="application/json")
    answer["Content-Disposition"] = f'attachment; filename="{found.deposit_code}.json"'
    return answer


def _may(found: Dossier, verb: Verb, request: HttpRequest) -> bool:
    may = life.may(found.state, verb, request.user.roles)
    return may and moving.is_theirs(found, verb, request.user)
