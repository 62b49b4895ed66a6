"""What the responsible body does: take it, give it to a unit of its own, answer, return it."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from cityweb.core import attachments
from cityweb.core.errors import Refused
from cityweb.core.models import Attachment, Organisation, User
from feedback.actions._hops import close, lock_hop, mail_link, note, put, send
from feedback.actions._moving import move, wait_for_forwarding
from feedback.actions._senders_files import show_to
from feedback.models import AgencyLink, Hop
from feedback.states import OPEN_HOPS, HopState, State

ANSWER_FILES = 10


@transaction.atomic
def acknowledge_hop(*, pk: int, actor: User | None, at: datetime | None = None) -> Hop:
    """Write down that the body has it; who says so twice has said it."""
    at = at or timezone.now()
    hop = lock_hop(pk, actor)
    if hop.is_open and hop.acknowledged_at:
        return hop
    put(hop, HopState.ACKNOWLEDGED, acknowledged_at=at)
    note(hop, actor, "feedback.hop_acknowledged")
    return hop


@transaction.atomic
def pass_on(
    *,
    pk: int,
    actor: User | None,
    organisation: Organisation,
    message: str = "",
    shown: Iterable[Attachment] | None = None,
    at: datetime | None = None,
) -> Hop:
    """Let the body give it to a unit of its own, which gets a clock of its own.

    Of the files that the body sees those that are `shown` go along, as when it was forwarded.
    """
    at = at or timezone.now()
    hop = lock_hop(pk, actor)
    if hop.state == HopState.PASSED_ON:
        return _passed_on_to(hop, organisation)
    if organisation.parent_id != hop.organisation_id:
        raise Refused("not-a-sub-unit", "Chỉ giao được cho đơn vị trực thuộc của cơ quan.")
    put(hop, HopState.PASSED_ON, acknowledged_at=hop.acknowledged_at or at)
    below = send(
        hop.submission,
        organisation,
        parent=hop,
        sent_by=actor,
        message=message,
        why=f"{hop.organisation} giao",
        shares_sender=hop.shares_sender,
        at=at,
    )
    note(hop, actor, "feedback.hop_passed_on", **show_to(below, shown))
    return below


def _passed_on_to(hop: Hop, organisation: Organisation) -> Hop:
    """Return what was passed on already; `Refused("passed-on")` where another unit has it."""
    rows = hop.sub_hops.filter(state__in=OPEN_HOPS).select_related("organisation")
    below = rows.order_by("sent_at").last()
    if below is None or below.organisation_id != organisation.pk:
        name = below.organisation.name if below else "đơn vị trực thuộc"
        raise Refused("passed-on", f"Đã giao {name}; chờ đơn vị phản hồi rồi giao nơi khác.")
    return below


@transaction.atomic
def answer_hop(
    *,
    pk: int,
    actor: User | None,
    answer: str,
    answered_by: str = "",
    draft_token: str = "",
    at: datetime | None = None,
) -> Hop:
    """Take the body's answer. A sub-unit answers to its body, a body to the office."""
    at = at or timezone.now()
    hop = lock_hop(pk, actor)
    if not answer.strip():
        raise Refused("no-answer", "Hãy ghi nội dung trả lời.")
    name = answered_by or (actor.full_name if actor else "")
    close(hop, HopState.ANSWERED, at=at, actor=actor, answer=answer, answered_by=name)
    if draft_token:
        attachments.claim(draft_token, hop, limit=ANSWER_FILES)
    note(hop, actor, "feedback.hop_answered")
    if hop.parent_id:
        _hand_back(hop, at=at)
    else:
        move(
            hop.submission,
            State.ANSWERED,
            actor=actor,
            at=at,
            public_note=f"{hop.organisation.name} đã trả lời; đang chờ duyệt để gửi ông/bà.",
        )
    return hop


@transaction.atomic
def return_hop(
    *,
    pk: int,
    actor: User | None,
    reason: str,
    suggested: Organisation | None = None,
    at: datetime | None = None,
) -> Hop:
    """Take it back from a body that says it is not theirs.

    The clock of the whole goes on; the office has the time of a forwarding for the next one.
    """
    at = at or timezone.now()
    hop = lock_hop(pk, actor)
    if not reason.strip():
        raise Refused("no-reason", "Hãy ghi vì sao việc này không thuộc thẩm quyền.")
    close(hop, HopState.RETURNED, at=at, actor=actor, returned_reason=reason, suggested=suggested)
    note(hop, actor, "feedback.hop_returned")
    if hop.parent_id:
        _hand_back(hop, at=at)
    else:
        move(
            hop.submission,
            State.CLASSIFIED,
            actor=actor,
            at=at,
            public_note=f"{hop.organisation.name} báo không thuộc thẩm quyền; "
            "Phòng đang chuyển cơ quan khác.",
            reason=reason,
        )
        wait_for_forwarding(hop.submission, at=at)
    return hop


def note_link_used(*, pk: int, at: datetime) -> None:
    """Write down when a link was first used to do something."""
    AgencyLink.objects.filter(pk=pk, opened_at__isnull=True).update(opened_at=at)


def _hand_back(below: Hop, *, at: datetime) -> None:
    """Give the forwarding back to the body that passed it on, and tell it what its unit said."""
    hop = lock_hop(below.parent_id, None)
    put(hop, HopState.ACKNOWLEDGED)
    mail_link(hop, at=at, template="sub_unit_done", below=below)
