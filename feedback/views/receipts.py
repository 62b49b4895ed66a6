"""The receipt: code and secret, what was taken in, and until when what is promised."""

import re
from datetime import datetime
from types import SimpleNamespace
from typing import Any

from cachetools.func import ttl_cache
from django.http import HttpRequest, HttpResponse
from django.template import loader
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

from cityweb.core import attachments, pages
from cityweb.core.models import AdminUnit
from feedback import codes
from feedback.forms.tickets import Ticket
from feedback.models import Category, Mailbox, Submission
from feedback.reports import boxes, promises

SECRET = "no-store"
# Where one receipt differs from the next, in the page that all of a minute are made of: in
# characters that no template escapes.
_SLOT = re.compile("\ue000(\\w+)\ue000")
_WORDS = ("code", "subject", "body", "place")


def show(
    request: HttpRequest, submission: Submission, ticket: Ticket, *, is_again: bool
) -> HttpResponse:
    """Show code, secret and due date. The secret stands in this answer alone, in no address."""
    secret = codes.secret_for(ticket.token)
    files = attachments.of(submission)
    response = _page(request, submission, secret=secret, files=files, is_again=is_again)
    response.headers["Cache-Control"] = SECRET
    return response


def show_usual(request: HttpRequest, submission: Submission, ticket: Ticket) -> HttpResponse:
    """Show the same for a fresh letter without files, from a page drawn once for many."""
    pieces = _pieces(
        request.site,
        submission.mailbox,
        submission.category,
        submission.unit,
        _minute(submission.received_at),
        has_place=bool(submission.place),
        has_email=bool(submission.sender_email),
    )
    given = {name: conditional_escape(getattr(submission, name)) for name in _WORDS}
    given["secret"] = codes.secret_for(ticket.token)
    filled = [given[piece] if turn % 2 else piece for turn, piece in enumerate(pieces)]
    response = HttpResponse("".join(filled))
    response.headers["Cache-Control"] = SECRET
    return response


@ttl_cache(maxsize=128, ttl=boxes.SECONDS)
def _pieces(
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
    page = _page(request, specimen, secret=_slot("secret"), files=[], is_again=False)
    return tuple(_SLOT.split(page.content.decode()))


def _slot(name: str) -> str:
    return f"\ue000{name}\ue000"


def _page(
    request: HttpRequest, submission: Submission | SimpleNamespace, **facts: Any
) -> HttpResponse:
    lines = _promise_lines(submission.mailbox, _minute(submission.received_at))
    facts |= {"title": "Đã nhận ý kiến", "submission": submission, "promise_lines": lines}
    return pages.page(request, "feedback/receipt.html", facts)


def _minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)


@ttl_cache(maxsize=64, ttl=promises.SECONDS)
def _promise_lines(mailbox: Mailbox, minute: datetime) -> SafeString:
    """Draw until when what is promised; the same for all letters of one minute."""
    found = promises.promises(mailbox, minute)
    return loader.render_to_string("feedback/_promise_lines.html", {"promises": found})
