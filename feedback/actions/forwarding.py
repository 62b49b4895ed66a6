"""The office's way to the responsible body: forward, recall, and send the link once more."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from cityweb.core import audit
from cityweb.core.errors import Refused
from cityweb.core.models import Attachment, Organisation, User
from feedback.actions._hops import lock_hop, mail_link, note, send, take_back
from feedback.actions._moving import (
    FORWARD,
    for_the_trail,
    lock,
    move,
    stop_clocks,
    wait_for_forwarding,
)
from feedback.actions._senders_files import show_to
from feedback.models import Hop
from feedback.states import State


@transaction.atomic
def forward(
    *,
    pk: int,
    actor: User,
    organisation: Organisation,
    message: str = "",
    why: str = "",
    shares_sender: bool = False,
    shown: Iterable[Attachment] | None = None,
    at: datetime | None = None,
) -> Hop:
    """Send it to the responsible body, start that body's clock, stop the clock for forwarding.

    Of the sender's files those that are `shown` go along; where nobody has chosen, those that give
    nothing away. The clock of the whole goes on as it was. Raises `Refused("restricted")` for what
    is isolated and "nobody-there" for a body that nobody could reach.
    """
    at = at or timezone.now()
    submission = lock(pk, actor)
    if submission.is_restricted:
        raise Refused("restricted", "Ý kiến hạn chế người đọc không được chuyển theo cách này.")
    said = {"message": message, "why": why, "shares_sender": shares_sender}
    move(
        submission,
        State.FORWARDED,
        actor=actor,
        at=at,
        public_note=f"Đã chuyển đến {organisation.name}.",
        reason=why,
        assigned_to=submission.assigned_to or actor,
    )
    stop_clocks(submission, FORWARD, actor=actor, at=at)
    hop = send(submission, organisation, parent=None, sent_by=actor, at=at, **said)
    facts = {"organisation": organisation.pk, **show_to(hop, shown)}
    audit.record(actor=actor, verb="feedback.forwarded", target=submission, **facts)
    return hop


@transaction.atomic
def recall_hop(*, pk: int, actor: User, reason: str, at: datetime | None = None) -> Hop:
    """Take it back from the body without its answer; its links stop working.

    The office has the time of a forwarding for the next one.
    """
    at = at or timezone.now()
    hop = Hop.objects.select_related("submission").get(pk=pk)
    submission = lock(hop.submission_id, actor)
    if not reason.strip():
        raise Refused("no-reason", "Hãy ghi lý do thu hồi.")
    if hop.parent_id:
        raise Refused("not-ours-to-recall", "Hãy thu hồi từ cơ quan đã giao lại.")
    hop = take_back(pk, at=at, actor=actor)
    move(
        submission,
        State.CLASSIFIED,
        actor=actor,
        at=at,
        public_note=f"Đã thu hồi từ {hop.organisation.name} để xử lý lại.",
        reason=reason,
    )
    wait_for_forwarding(submission, at=at)
    said = for_the_trail(submission, reason)
    audit.record(actor=actor, verb="feedback.hop_recalled", target=submission, reason=said)
    return hop


@transaction.atomic
def extend_link(*, pk: int, actor: User, at: datetime | None = None) -> None:
    """Mail the body a fresh link; the older ones stop working."""
    at = at or timezone.now()
    lock(Hop.objects.values_list("submission", flat=True).get(pk=pk), actor)
    hop = lock_hop(pk, None)
    if not hop.is_open:
        raise Refused("hop-ended", "Lần chuyển này đã xong.")
    mail_link(hop, at=at)
    note(hop, actor, "feedback.link_renewed")
