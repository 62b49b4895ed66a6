"""Whether a form that is sent once more brings the letter that it brought before, or another."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from cityweb.core import attachments
from cityweb.core.attachments import names
from feedback.forms.tickets import Ticket
from feedback.models import Submission

_WORDS = (
    *("subject", "body", "category", "place", "sender_kind", "sender_name", "sender_address"),
    *("sender_phone", "sender_email", "may_publish_name"),
)


def is_same(
    known: Submission, found: Mapping[str, Any], request: HttpRequest, ticket: Ticket
) -> bool:
    """Tell whether all that was sent is what `known` is made of, its files included."""
    if any(getattr(known, name) != found[name] for name in _WORDS):
        return False
    if known.unit_id != found["unit_pk"] or attachments.drafts(ticket.draft_token):
        return False
    uploads = request.FILES.getlist("files")
    return not uploads or _all_kept(known, [one.name for one in uploads])


def _all_kept(known: Submission, sent: list[str]) -> bool:
    """Tell whether files of these names came with the letter; pictures may have another ending."""
    kept = {_stem(one.name) for one in attachments.of(known)}
    return all(_stem(name) in kept for name in sent)


def _stem(name: str) -> str:
    return names.safe(name, "pdf")[0].rpartition(".")[0]
