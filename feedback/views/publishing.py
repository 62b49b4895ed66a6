"""The desk screen of the public copy: the original beside it, what was found, and the decision."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from cityweb.core.errors import Refused
from cityweb.core.models import Role
from feedback import actions, diff, privacy
from feedback.forms.publishing import CopyForm, DecisionForm, FileForm
from feedback.models import PrivacyDecision, Publication, Submission
from feedback.reports import gate
from feedback.states import PublicationState, ReplyState
from feedback.views.desk_frame import may_handle, sidebar

Verb = Callable[[HttpRequest, Submission, Publication], str]


@require_safe
def screen(request: HttpRequest, code: str) -> HttpResponse:
    submission = _submission(request, code)
    return _page(request, submission, _publication(submission))


@require_POST
def act(request: HttpRequest, code: str, verb: str) -> HttpResponse:
    """Take one step on the public copy, then show the screen again."""
    submission = _submission(request, code)
    if verb == "chuan-bi":
        actions.prepare_publication(pk=submission.pk, actor=request.user)
        return redirect("feedback_desk:publication", code=code)
    publication = _publication(submission)
    if publication is None or verb not in (*_VERBS, "luu"):
        raise Http404(verb)
    if verb == "luu":
        return _save(request, submission, publication)
    messages.success(request, _VERBS[verb](request, submission, publication))
    return redirect("feedback_desk:publication", code=code)


def _submission(request: HttpRequest, code: str) -> Submission:
    """Return the submission; what is isolated has no public side at all."""
    rows = Submission.objects.visible_to(request.user).filter(is_restricted=False)
    return get_object_or_404(rows.select_related("mailbox", "category", "unit"), code=code)


def _publication(submission: Submission) -> Publication | None:
    rows = Publication.objects.filter(submission=submission)
    found = rows.select_related("reply__source__organisation", "decided_by").first()
    if found is not None:
        found.submission = submission
    return found


def _save(request: HttpRequest, submission: Submission, found: Publication) -> HttpResponse:
    form = CopyForm(request.POST, publication=found)
    if not form.is_valid():
        return _page(request, submission, found, form, status=422)
    try:
        words = {"with_name": False, **form.cleaned_data}
        actions.save_publication(pk=found.pk, actor=request.user, **words)
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _page(request, submission, found, form, status=409)
    messages.success(request, "Đã lưu bản công khai.")
    return redirect("feedback_desk:publication", code=submission.code)


def _decide(request: HttpRequest, submission: Submission, found: Publication) -> str:
    said = _checked(DecisionForm(request.POST))
    verdict = PrivacyDecision.Verdict(said.pop("verdict"))
    actions.decide(pk=found.pk, actor=request.user, verdict=verdict, **said)
    return "Đã che." if verdict == PrivacyDecision.Verdict.MASKED else "Đã giữ lại, có lý do."


def _mask_rest(request: HttpRequest, submission: Submission, found: Publication) -> str:
    actions.mask_rest(pk=found.pk, actor=request.user)
    return "Đã che mọi chỗ chưa quyết định."


def _show_file(request: HttpRequest, submission: Submission, found: Publication) -> str:
    form = FileForm(request.POST, request.FILES, publication=found)
    if "original" in form.errors:
        raise Http404("a file of another case")
    said = _checked(form)
    said["name"] = said["name"] or said["original"].name
    actions.show_file(pk=found.pk, actor=request.user, **said)
    return "Tệp sẽ được công khai cùng hỏi đáp."


def _leave_file_out(request: HttpRequest, submission: Submission, found: Publication) -> str:
    form = FileForm(request.POST, publication=found)
    if "original" in form.errors:
        raise Http404("a file of another case")
    original = _checked(form)["original"]
    actions.leave_file_out(pk=found.pk, actor=request.user, original=original)
    return "Tệp không được công khai."


def _publish(request: HttpRequest, submission: Submission, found: Publication) -> str:
    was_public = found.state == PublicationState.PUBLISHED
    public = actions.publish(pk=found.pk, actor=request.user)
    at = timezone.localtime(public.published_at)
    return f"Đã công khai từ lúc {at:%H:%M %d/%m/%Y}." if was_public else "Đã công khai."


def _decline(request: HttpRequest, submission: Submission, found: Publication) -> str:
    reason = request.POST.get("reason", "")[:500]
    actions.decline_publication(pk=found.pk, actor=request.user, reason=reason)
    return "Đã quyết định không công khai."


def _withdraw(request: HttpRequest, submission: Submission, found: Publication) -> str:
    reason = request.POST.get("reason", "")[:500]
    actions.withdraw_publication(pk=found.pk, actor=request.user, reason=reason)
    return "Đã gỡ. Địa chỉ cũ báo nội dung đã được gỡ."


_VERBS: dict[str, Verb] = {
    "quyet-dinh": _decide,
    "che-het": _mask_rest,
    "chon-tep": _show_file,
    "bo-tep": _leave_file_out,
    "dang": _publish,
    "khong-dang": _decline,
    "go": _withdraw,
}


def _checked(form: Any) -> dict[str, Any]:
    """Return what a form made of buttons says; no person can send it wrong by hand."""
    if not form.is_valid():
        raise BadRequest("not a form of this page")
    return form.cleaned_data


@dataclass(frozen=True)
class Part:
    """One part of the copy: the original with its finds marked, the public words, what differs."""

    label: str
    original: list[gate.Piece]
    public: str
    field: Any
    differences: list[diff.Piece]


def _page(
    request: HttpRequest,
    submission: Submission,
    found: Publication | None,
    form: CopyForm | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    context: dict[str, Any] = {
        **sidebar(request),
        "one": submission,
        "publication": found,
        "may_prepare": may_handle(request.user, submission),
        "is_answered": submission.replies.filter(state=ReplyState.SENT).exists(),
    }
    if found is not None:
        context |= _facts(request, submission, found, form)
    return render(request, "feedback/publishing/screen.html", context, status=status)


def _facts(
    request: HttpRequest, submission: Submission, found: Publication, form: CopyForm | None
) -> dict[str, Any]:
    is_open = found.state == PublicationState.PREPARING and may_handle(request.user, submission)
    form = form or (CopyForm(publication=found) if is_open else None)
    findings = gate.look(found)
    undecided = [one for one in findings if one.kept is None]
    return {
        "form": form,
        "is_open": is_open,
        "parts": list(_parts(submission, found, form)),
        "undecided": undecided,
        "maskable": [one for one in undecided if one.may_be_masked],
        "kept": [one for one in findings if one.kept],
        "choices": gate.choices(found),
        "may_decide": request.user.has_role(Role.OFFICE_HEAD),
        "not_yet": gate.not_the_last_word(found) if is_open else "",
        "is_published": found.state == PublicationState.PUBLISHED,
        "is_put_away": found.state in (PublicationState.DECLINED, PublicationState.WITHDRAWN),
    }


def _parts(submission: Submission, found: Publication, form: CopyForm | None) -> Any:
    known = gate.known_of(submission)
    for name, original in (
        ("title", submission.subject),
        ("question", submission.body),
        ("answer", found.reply.body),
    ):
        public = getattr(found, name)
        yield Part(
            label=gate.PARTS[name],
            original=gate.pieces(original, privacy.find(original, known=known)),
            public=public,
            field=form[name] if form else None,
            differences=diff.pieces(original, public),
        )
