"""What people say by telephone or bring on paper, written down by an officer as they said it.

A letter on paper may come with its scans, by the intake through which citizens' files come.
"""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST

from cityweb.core import attachments
from cityweb.core.errors import Refused
from cityweb.core.models import AdminUnit
from feedback import actions, codes
from feedback.actions.intake import MOST_FILES
from feedback.forms import tickets
from feedback.forms.citizen import SubmissionForm
from feedback.forms.desk_intake import Arrival
from feedback.forms.tickets import Ticket
from feedback.models import Submission
from feedback.reports import boxes, promises
from feedback.reports.boxes import Box
from feedback.views import files, resending
from feedback.views.desk_frame import sidebar

# Consent to the name in public is the sender's own tick; nobody gives it for them.
_LEFT_OUT = ("homepage", "unit", "may_publish_name")
ANOTHER = (
    "Trang này đã ghi một ý kiến rồi, và những gì vừa gõ khác với ý kiến đó nên chưa ghi. "
    "Là việc khác thì bấm Ghi ý kiến lần nữa; là sửa thì ghi bổ sung ở hồ sơ."
)
_TAKEN_OVER = (
    *("subject", "body", "category", "place", "sender_kind", "sender_name"),
    *("sender_address", "sender_phone", "sender_email"),
)


def take_down(request: HttpRequest) -> HttpResponse:
    """Show the form of one mailbox; take what is sent and show what the sender must be told."""
    box = _box(request)
    if request.method != "POST":
        arrival = Arrival(initial={"received_on": timezone.localdate()}, label_suffix="")
        return _page(request, box, SubmissionForm(box, label_suffix=""), arrival, tickets.issue())
    ticket = tickets.read(request.POST.get("ticket", "")) or tickets.issue()
    known = Submission.objects.select_related("mailbox").filter(token=ticket.token).first()
    if known is not None:
        return _again(request, box, known, ticket)
    problems = files.keep(request, request.FILES.getlist("files"), ticket, is_counted=False)
    if "remove_file" in request.POST:
        files.remove(ticket, request.POST["remove_file"])
        typed = {"initial": request.POST.dict(), "label_suffix": ""}
        return _page(request, box, SubmissionForm(box, **typed), Arrival(**typed), ticket, problems)
    form = SubmissionForm(box, request.POST, label_suffix="")
    arrival = Arrival(request.POST, label_suffix="")
    if problems or not (form.is_valid() and arrival.is_valid()):
        return _page(request, box, form, arrival, ticket, problems, status=422)
    try:
        taken = actions.take_down(_new(box, form, arrival, ticket), actor=request.user)
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _page(request, box, form, arrival, ticket, status=409)
    return _done(request, taken, ticket)


def _again(request: HttpRequest, box: Box, known: Submission, ticket: Ticket) -> HttpResponse:
    """Answer a form whose ticket brought a letter before: the same one is shown, another kept."""
    form = SubmissionForm(box, request.POST, label_suffix="")
    if form.is_valid() and resending.is_same(known, form.cleaned_data, request, ticket):
        return _done(request, known, ticket)
    fresh = tickets.issue()
    attachments.hand_on(ticket.draft_token, to=fresh.draft_token)
    problems = files.keep(request, request.FILES.getlist("files"), fresh, is_counted=False)
    form.add_error(None, ANOTHER)
    arrival = Arrival(request.POST, label_suffix="")
    return _page(request, box, form, arrival, fresh, problems, status=409)


@require_POST
def take_scan(request: HttpRequest) -> JsonResponse:
    """Take one scan that a script sends ahead of the form."""
    return files.take_one(request, is_counted=False)


@require_POST
def drop_scan(request: HttpRequest) -> JsonResponse:
    """Take back one scan that was sent ahead."""
    return files.drop_one(request)


def _box(request: HttpRequest) -> Box:
    found = boxes.box_of_slug(request.GET.get("hop-thu", ""))
    return found or boxes.boxes()[0]


def _new(box: Box, form: SubmissionForm, arrival: Arrival, ticket: Ticket) -> actions.NewSubmission:
    said = form.cleaned_data
    return actions.NewSubmission(
        mailbox=box.mailbox,
        token=ticket.token,
        unit=AdminUnit.objects.get(pk=said["unit_pk"]) if said["unit_pk"] else None,
        notice=boxes.notice(),
        channel=arrival.cleaned_data["channel"],
        received_at=arrival.received_at,
        draft_token=ticket.draft_token,
        **{name: said[name] for name in _TAKEN_OVER},
    )


def _page(
    request: HttpRequest,
    box: Box,
    form: SubmissionForm,
    arrival: Arrival,
    ticket: Ticket,
    problems: Sequence[str] = (),
    *,
    status: int = 200,
) -> HttpResponse:
    # The public form speaks to the sender.
    form["sender_kind"].label = "Người gửi là"
    context: dict[str, Any] = {
        **sidebar(request),
        "box": box,
        "boxes": boxes.boxes(),
        "form": form,
        "fields": [field for field in form if field.name not in _LEFT_OUT],
        "arrival": arrival,
        "ticket": ticket,
        "files": attachments.drafts(ticket.draft_token),
        "file_problems": problems,
        "most_files": MOST_FILES,
        "notice": boxes.notice(),
        "needs": [box.mailbox.Need(need).label for need in box.mailbox.needs],
    }
    return render(request, "feedback/desk/take_down.html", context, status=status)


def _done(request: HttpRequest, taken: Submission, ticket: Ticket) -> HttpResponse:
    """Show code and secret in this answer alone: the officer passes them on to the sender."""
    visible = Submission.objects.visible_to(request.user)
    context = {
        **sidebar(request),
        "one": taken,
        "files": attachments.of(taken),
        "secret": codes.secret_for(ticket.token),
        "reply": promises.reply_promise(taken.mailbox, taken.received_at),
        "is_visible": visible.filter(pk=taken.pk).exists(),
    }
    response = render(request, "feedback/desk/taken_down.html", context)
    response.headers["Cache-Control"] = "no-store"
    return response
