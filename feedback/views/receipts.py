"""The receipt: code and secret, what was taken in, and until when what is promised.

A receipt bears a tiny picture: the browser that asks for it has drawn the page, so the secret has
arrived. Until then the same letter sent again brings the secret again, however late, because its
first answer was lost; after that only for a few minutes. Whoever comes back to the form on a shared
machine later, and sends it, reads no secret.
"""

import re
from base64 import b64decode
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any

from cachetools.func import ttl_cache
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.template import loader
from django.urls import reverse
from django.utils import timezone
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cityweb.core import attachments, pages
from cityweb.core.models import AdminUnit
from feedback import actions, codes
from feedback.forms.tickets import Ticket
from feedback.models import Category, Mailbox, Submission
from feedback.reports import boxes, promises

SECRET = "no-store"
# Where one receipt differs from the next, in the page that all of a minute are made of: in
# characters that no template escapes.
_SLOT = re.compile("\ue000(\\w+)\ue000")
_WORDS = ("code", "subject", "body", "place")
# For so long a receipt that has arrived is shown again: two presses that crossed, a page reloaded.
AGAIN = timedelta(minutes=3)
_SALT = "feedback.receipt"
# The smallest picture there is: one clear dot.
_DOT = b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")


def show(
    request: HttpRequest, submission: Submission, ticket: Ticket, *, is_again: bool
) -> HttpResponse:
    """Show code, secret and due date. The secret stands in this answer alone, in no address."""
    facts = {"files": attachments.of(submission), "is_again": is_again}
    if not is_again or _may_come_again(submission):
        facts |= {"secret": codes.secret_for(ticket.token), "mark": _mark(submission.pk)}
    response = _page(request, submission, **facts)
    response.headers["Cache-Control"] = SECRET
    return response


def _may_come_again(submission: Submission) -> bool:
    is_fresh = timezone.now() - submission.received_at < AGAIN
    return submission.receipt_seen_at is None or is_fresh


def seen(request: HttpRequest, mark: str) -> HttpResponse:
    """Send the picture of a receipt, and write down that the receipt has arrived.

    A GET that writes, because only drawing a page tells this without a script; it gives nobody a
    right, and a second one changes nothing.
    """
    try:
        pk = int(signing.Signer(salt=_SALT).unsign(mark[:200]))
    except signing.BadSignature:
        raise Http404("no such receipt") from None
    actions.receipt_was_seen(pk=pk)
    response = HttpResponse(_DOT, content_type="image/gif")
    response.headers["Cache-Control"] = SECRET
    return response


def _mark(pk: int) -> str:
    return reverse("feedback:receipt_seen", args=[signing.Signer(salt=_SALT).sign(str(pk))])


def show_usual(request: HttpRequest, submission: Submission, ticket: Ticket) -> HttpResponse:
    """Show the same for a fresh letter without files, from a page drawn once for many."""
    pieces = _pieces(
        get_language(),
        request.site,
        submission.mailbox,
        submission.category,
        submission.unit,
        _minute(submission.received_at),
        has_place=bool(submission.place),
        has_email=bool(submission.sender_email),
    )
    given = {name: conditional_escape(getattr(submission, name)) for name in _WORDS}
    given |= {"secret": codes.secret_for(ticket.token), "mark": _mark(submission.pk)}
    filled = [given[piece] if turn % 2 else piece for turn, piece in enumerate(pieces)]
    response = HttpResponse("".join(filled))
    response.headers["Cache-Control"] = SECRET
    return response


@ttl_cache(maxsize=128, ttl=boxes.SECONDS)
def _pieces(
    language: str,
    site: object,
    mailbox: Mailbox,
    category: Category | None,
    unit: AdminUnit | None,
    minute: datetime,
    *,
    has_place: bool,
    has_email: bool,
) -> tuple[str, ...]:
    """Return the page in pieces: each second one names what belongs there."""
    request = HttpRequest()
    request.site = site
    words = {name: _slot(name) for name in _WORDS}
    specimen = SimpleNamespace(
        **words | {"place": _slot("place") if has_place else ""},
        mailbox=mailbox,
        category=category,
        unit=unit,
        received_at=minute,
        sender_email=has_email,
    )
    slots = {"secret": _slot("secret"), "mark": _slot("mark")}
    page = _page(request, specimen, **slots, files=[], is_again=False)
    return tuple(_SLOT.split(page.content.decode()))


def _slot(name: str) -> str:
    return f"\ue000{name}\ue000"


def _page(
    request: HttpRequest, submission: Submission | SimpleNamespace, **facts: Any
) -> HttpResponse:
    minute = _minute(submission.received_at)
    lines = _promise_lines(get_language(), submission.mailbox, minute)
    # The receipt has no address of its own: it is led to another language by that of its mailbox.
    facts |= pages.in_languages(f"/gop-y/{submission.mailbox.slug}/") | {"path": ""}
    facts |= {"alternates": (), "title": _("Đã nhận ý kiến")}
    facts |= {"submission": submission, "promise_lines": lines}
    return pages.page(request, "feedback/receipt.html", facts)


def _minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)


@ttl_cache(maxsize=64, ttl=promises.SECONDS)
def _promise_lines(language: str, mailbox: Mailbox, minute: datetime) -> SafeString:
    """Draw until when what is promised; the same for all letters of one minute."""
    found = promises.promises(mailbox, minute)
    return loader.render_to_string("feedback/_promise_lines.html", {"promises": found})
