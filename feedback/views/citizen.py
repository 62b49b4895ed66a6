"""The mailboxes: what each is for, its form, and the receipt after everything is on disk."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.csrf import csrf_exempt

from cityweb.core import attachments, pages
from cityweb.core.models import AdminUnit
from feedback import actions, suspicion
from feedback.abuse import proof, risk
from feedback.actions.intake import MOST_FILES
from feedback.forms import tickets
from feedback.forms.citizen import ABOUT_PAGES, SubmissionForm
from feedback.forms.tickets import Ticket
from feedback.models import Submission
from feedback.reports import boxes, promises, published
from feedback.reports.boxes import Box
from feedback.views import files, receipts, resending
from feedback.views.plain_parts import read_plainly
from feedback.views.receipts import SECRET

PATH = "/gop-y/"
_TITLE = gettext_noop("Góp ý, phản ánh")
_DESCRIPTION = gettext_noop(
    "Ba hộp thư góp ý của Thành phố: không cần tài khoản, có ngày trả lời cụ thể, theo dõi bằng "
    "mã tra cứu."
)
# Not "no-store": who goes back to a form finds what they typed, and the same ticket.
FRESH = "private, no-cache"
SCRIPTS = ("js/letter.js", "js/uploads.js", "js/places.js", "js/similar.js")
# Sent along by who was told where such a letter properly goes, and sends it here all the same.
HEARD = "da_biet"
SUBJECT = "linh-vuc"
OLD_TICKET = gettext_noop(
    "Trang này mở đã quá lâu nên chưa gửi được. Chữ đã gõ còn nguyên; xin bấm Gửi lần nữa."
)


def home() -> pages.Step:
    """Return the way back to the mailboxes, in the language of the page."""
    return pages.Step(_(_TITLE), pages.in_languages(PATH)["path"])


def mailboxes(request: HttpRequest) -> HttpResponse:
    """Show the doors: the mailboxes, following a submission, what others asked."""
    return pages.page(
        request,
        "feedback/mailboxes.html",
        {
            **pages.in_languages(PATH),
            "title": _(_TITLE),
            "description": _(_DESCRIPTION),
            "boxes": [
                (box, promises.reply_promise(box.mailbox, timezone.now())) for box in boxes.boxes()
            ],
        },
    )


# Nobody is signed in here, so no browser has a right that a foreign page could misuse; the form's
# own signed ticket takes the place of the cookie that Django's check would need.
@csrf_exempt
def mailbox(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a mailbox with its form; take what is sent."""
    box = boxes.box_of_slug(slug)
    if box is None:
        raise Http404("no such mailbox")
    if request.method == "POST" and box.mailbox.is_open:
        read_plainly(request)
        return _send(request, box)
    form = SubmissionForm(box, initial=_asked_for(request, box))
    response = _form(request, box, form, tickets.issue())
    response.headers["Cache-Control"] = FRESH
    return response


def _asked_for(request: HttpRequest, box: Box) -> dict[str, str]:
    """Return what a link from another page chose beforehand: the subject of the letter."""
    chosen = box.category(request.GET.get(SUBJECT, ""))
    if chosen is None:
        return {}
    return {"category": chosen.code} | ({"page": ""} if chosen.code in ABOUT_PAGES else {})


def _send(request: HttpRequest, box: Box) -> HttpResponse:
    ticket, form = tickets.read(request.POST.get("ticket", "")), SubmissionForm(box, request.POST)
    if ticket is None:
        form.full_clean()
        form.add_error(None, _(OLD_TICKET))
        return _form(request, box, form, tickets.issue())
    if {"remove_file", "find_similar", "change"} & request.POST.keys():
        files.remove(ticket, request.POST.get("remove_file", ""))
        files.keep(request, request.FILES.getlist("files"), ticket)
        # Shown again as it was typed; nothing was sent yet, so nothing is wrong yet.
        return _form(request, box, SubmissionForm(box, initial=request.POST.dict()), ticket)
    uploads = request.FILES.getlist("files")
    if uploads and (known := _known(ticket)):
        return _again(request, box, form, ticket, known)
    _keep(request, form, ticket)
    if not form.is_valid():
        known = _known(ticket)
        return (
            _again(request, box, form, ticket, known)
            if known
            else _form(request, box, form, ticket)
        )
    found = form.cleaned_data
    elsewhere = suspicion.matter(found["subject"], found["body"])
    if elsewhere and HEARD not in request.POST:
        known = _known(ticket)
        return (
            _again(request, box, form, ticket, known)
            if known
            else _form(request, box, form, ticket, elsewhere=elsewhere)
        )
    found["may_denounce"] = elsewhere == suspicion.Matter.DENUNCIATION
    return _weigh(request, box, form, ticket)


def _keep(request: HttpRequest, form: SubmissionForm, ticket: Ticket) -> None:
    """Keep the files that came along, and say in the form which were not taken."""
    for problem in files.keep(request, request.FILES.getlist("files"), ticket):
        form.add_error(None, ValidationError(problem, code="file"))


def _again(
    request: HttpRequest, box: Box, form: SubmissionForm, ticket: Ticket, known: Submission
) -> HttpResponse:
    """Answer a form whose ticket brought a letter before.

    The same letter gets its receipt. Another one is not lost: it is offered for sending under a
    ticket of its own, and nothing of the earlier one is told.
    """
    if form.is_valid() and resending.is_same(known, form.cleaned_data, request, ticket):
        return receipts.show(request, known, ticket, is_again=True)
    fresh = tickets.issue(opened=ticket.issued_at)
    attachments.hand_on(ticket.draft_token, to=fresh.draft_token)
    _keep(request, form, fresh)
    return _form(request, box, form, fresh, is_another=True)


def _weigh(request: HttpRequest, box: Box, form: SubmissionForm, ticket: Ticket) -> HttpResponse:
    """Take the letter, or ask for some work first where a program may be at it."""
    found = form.cleaned_data
    weighed = risk.of_sending(
        request, email=found["sender_email"], homepage=found["homepage"], age=ticket.age
    )
    challenge = _challenge(request, ticket, weighed.level)
    if challenge is None:
        return _receive(request, box, form, ticket, is_suspected=weighed.looks_automatic)
    known = _known(ticket)
    if known:
        return _again(request, box, form, ticket, known)
    return _ask_for_proof(request, box, challenge, weighed.why)


def _challenge(request: HttpRequest, ticket: Ticket, level: int) -> proof.Challenge | None:
    """Return the work that still has to be done before this letter is taken; usually none."""
    if not level:
        return None
    given = proof.read(request.POST.get("challenge", ""), ticket.draft_token)
    if given is None:
        return proof.challenge(ticket.draft_token, level)
    return None if proof.is_met(given, request.POST.get("answer", "")) else given


def _ask_for_proof(
    request: HttpRequest, box: Box, challenge: proof.Challenge, why: risk.Why | None
) -> HttpResponse:
    """Show the challenge with everything typed; a script solves it and sends on by itself."""
    skipped = {"challenge", "answer"}
    typed = [(name, value) for name, value in request.POST.items() if name not in skipped]
    response = pages.page(
        request,
        "feedback/challenge.html",
        {
            **pages.in_languages(box.path),
            "title": _("Chờ vài giây"),
            "line": [home()],
            "address": box.sending_path,
            "typed": typed,
            "why": why,
            "challenge": challenge,
        },
    )
    response.headers["Cache-Control"] = SECRET
    return response


def _receive(
    request: HttpRequest,
    box: Box,
    form: SubmissionForm,
    ticket: Ticket,
    *,
    is_suspected: bool,
) -> HttpResponse:
    found = form.cleaned_data
    taken = actions.take(
        actions.NewSubmission(
            mailbox=box.mailbox,
            token=ticket.token,
            subject=found["subject"],
            body=found["body"],
            category=found["category"],
            unit=AdminUnit.objects.get(pk=found["unit_pk"]) if found["unit_pk"] else None,
            place=found["place"],
            sender_kind=found["sender_kind"],
            sender_name=found["sender_name"],
            sender_address=found["sender_address"],
            sender_phone=found["sender_phone"],
            sender_email=found["sender_email"],
            may_publish_name=found["may_publish_name"],
            notice=boxes.notice(),
            is_suspected_spam=is_suspected,
            may_denounce=found["may_denounce"],
            draft_token=ticket.draft_token,
        )
    )
    if not taken.is_new:
        return _again(request, box, form, ticket, taken.submission)
    if not taken.may_have_files:
        return receipts.show_usual(request, taken.submission, ticket)
    return receipts.show(request, taken.submission, ticket, is_again=False)


def _known(ticket: Ticket) -> Submission | None:
    """Return what was already taken in with this ticket."""
    rows = Submission.objects.select_related("mailbox")
    return rows.filter(token=ticket.token).first()


def _form(
    request: HttpRequest,
    box: Box,
    form: SubmissionForm,
    ticket: Ticket,
    *,
    elsewhere: suspicion.Matter | None = None,
    is_another: bool = False,
) -> HttpResponse:
    now = timezone.now()
    response = pages.page(
        request,
        "feedback/mailbox.html",
        {
            **pages.in_languages(box.path),
            "title": _(box.mailbox.name),
            "description": _(box.mailbox.purpose),
            "line": [home()],
            "box": box,
            "mailbox": box.mailbox,
            "needs": _needs(box),
            "form": form,
            "ticket": ticket,
            "files": attachments.drafts(ticket.draft_token) if request.POST else [],
            "most_files": MOST_FILES,
            "promises": promises.promises(box.mailbox, now),
            "reply": promises.reply_promise(box.mailbox, now),
            "now": now,
            "elsewhere": elsewhere,
            "heard": HEARD,
            "is_another": is_another,
            "has_heard": elsewhere is not None or HEARD in request.POST,
            "notice": boxes.notice(),
            **_similar(request),
            "scripts": SCRIPTS,
        },
    )
    response.status_code = 409 if is_another else 200
    response.headers["Cache-Control"] = SECRET
    return response


def _needs(box: Box) -> list[str]:
    return [_(box.mailbox.Need(need).label) for need in box.mailbox.needs]


def _similar(request: HttpRequest) -> dict[str, Any]:
    """Return published answers on the same matter, once somebody wrote something."""
    typed = f"{request.POST.get('subject', '')}\n{request.POST.get('body', '')}"
    found = published.similar(typed) if typed.strip() else []
    return {"asked_similar": "find_similar" in request.POST, "similar": found}
