"""Denunciations: isolated from all but their readers, sent on by paper, or let back to the room.

What the words of a letter make suspect is isolated as it comes in (`intake.receive`).
"""

from collections.abc import Iterable
from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from cityweb.core import audit, outbox
from cityweb.core.errors import Refused
from cityweb.core.models import Role, User
from feedback import suspicion
from feedback.actions._hops import take_back
from feedback.actions._moving import HANDLERS, for_the_trail, lock, move, send_receipt, tell_sender
from feedback.actions.following import end_along
from feedback.models import Letter, Submission
from feedback.reports.veiled import FROM_SENDER
from feedback.states import ELSEWHERE, OPEN, OPEN_HOPS, Kind, Outcome, State

# What was answered, or joined to another, before it was isolated may still be given back.
LIFTABLE = (*OPEN, State.REPLIED, State.MERGED)
LOOKED_AT_AGAIN = "Phòng đang xem lại ý kiến này."


@transaction.atomic
def restrict(*, pk: int, actor: User, reason: str, at: datetime | None = None) -> Submission:
    """Isolate what may be a denunciation; its readers, who are told, alone see it from now on.

    Raises as `seclude`.
    """
    submission = seclude(pk=pk, actor=actor, reason=reason, at=at)
    if not actor.has_role(Role.DENUNCIATION_READER):
        # What was let back may be isolated again.
        tell_readers(submission, occasion=f"by-hand-{submission.steps.count()}")
    return submission


def seclude(*, pk: int, actor: User, reason: str, at: datetime | None = None) -> Submission:
    """Isolate what may be a denunciation, and tell nobody.

    What was joined to it is on the same matter and goes with it. It is taken back from the body
    where it lies: that body sees nothing of it from now on.
    """
    submission = lock(pk, actor, *HANDLERS)
    _needs_reason(reason)
    back_from_body(submission, at=at or timezone.now(), actor=actor, note=LOOKED_AT_AGAIN)
    for one in _with_joined(submission):
        _set(one, is_restricted=True, kind=Kind.DENUNCIATION, keepers=[Role.DENUNCIATION_READER])
        said = for_the_trail(one, reason)
        audit.record(actor=actor, verb="feedback.restricted", target=one, reason=said)
    return submission


def back_from_body(submission: Submission, *, at: datetime, actor: User | None, note: str) -> None:
    """Take the locked submission back from the body where it lies, if it does; say no more."""
    if submission.state != State.FORWARDED:
        return
    lying = submission.hops.filter(state__in=OPEN_HOPS, parent=None).first()
    if lying is not None:
        take_back(lying.pk, at=at, actor=actor)
    move(submission, State.CLASSIFIED, actor=actor, at=at, public_note=note)


def isolate(submission: Submission) -> list[Submission]:
    """Isolate the locked submission and what was joined to it, until a reader says what it is."""
    family = _with_joined(submission)
    for one in family:
        _set(one, is_restricted=True, kind=one.kind, keepers=[Role.DENUNCIATION_READER])
    return family


def tell_readers(waiting: Submission | Letter, *, occasion: str = "") -> None:
    """Mail the appointed readers of today that something waits for them, and nothing of what.

    Once for each `occasion`: what was let back may turn up again. While nobody is appointed the
    administrators are told to appoint somebody.
    """
    today = timezone.localdate()
    readers = list(User.objects.holding([Role.DENUNCIATION_READER], on=today))
    told = readers or User.objects.holding([Role.ADMINISTRATOR], on=today)
    for person in told:
        outbox.mail(
            to=person.email,
            template="feedback/mail/restricted_waits",
            about=waiting if isinstance(waiting, Submission) else None,
            context={
                "code": getattr(waiting, "code", ""),
                "received_at": waiting.received_at,
                "has_reader": bool(readers),
                "desk": f"{settings.PORTAL_ORIGIN}/nghiep-vu/feedback/",
                "reader_role": Role.DENUNCIATION_READER.label,
            },
            dedupe_key=":".join(
                (waiting._meta.label_lower, str(waiting.pk), "restricted-waits", str(person.pk))
                + ((occasion,) if occasion else ())
            ),
        )


@transaction.atomic
def lift_restriction(
    *, pk: int, actor: User, kind: Kind, reason: str, at: datetime | None = None
) -> Submission:
    """Give back to the room what is no denunciation after all, saying what it is instead.

    What was joined to it comes along, but for those whose own words may denounce somebody: each of
    them is decided on alone. What had been answered before it was isolated is given back too.
    Raises `Refused`: "not-restricted", "ended", and "other-law" for what is sent elsewhere.
    """
    submission = lock(pk, actor)
    _needs_reason(reason)
    if not submission.is_restricted:
        raise Refused("not-restricted", "Ý kiến này không hạn chế người đọc.")
    if submission.state not in LIFTABLE:
        raise Refused("ended", "Ý kiến đã kết thúc khi còn hạn chế người đọc.")
    if kind in ELSEWHERE:
        raise Refused("other-law", "Hãy chọn loại mà Phòng xử lý được.")
    joined = submission.duplicates.select_for_update(of=("self",))
    for one in [submission, *(one for one in joined if not _denounces(one))]:
        _set(one, is_restricted=False, kind=kind, keepers=HANDLERS)
        said = for_the_trail(one, reason)
        audit.record(actor=actor, verb="feedback.restriction_lifted", target=one, reason=said)
        if not one.is_suspected_spam:
            send_receipt(one)
    return submission


@transaction.atomic
def transfer_on_paper(
    *,
    pk: int,
    actor: User,
    body: str,
    paper: str,
    paper_on: date,
    guidance: str,
    at: datetime | None = None,
) -> Submission:
    """End a denunciation here: it went on by an official letter to whoever may settle it.

    The letter itself is made and sent by the records office; which one it was is written down.
    Raises `Refused`: "not-restricted", "not-yet-sent" for a letter of a day to come.
    """
    at = at or timezone.now()
    submission = lock(pk, actor)
    if not submission.is_restricted:
        raise Refused("not-restricted", "Ý kiến thường được chuyển bằng “Chuyển cơ quan”.")
    if not guidance.strip():
        raise Refused("no-reason", "Hãy ghi lời báo người gửi.")
    if paper_on > timezone.localdate(at):
        raise Refused("not-yet-sent", "Ngày văn bản ở sau hôm nay: hãy ghi sau khi đã gửi.")
    move(
        submission,
        State.REDIRECTED,
        actor=actor,
        at=at,
        public_note=guidance,
        reason=f"Chuyển {body} bằng văn bản {paper} ngày {paper_on:%d/%m/%Y}.",
        outcome=Outcome.TRANSFERRED,
        kind=Kind.DENUNCIATION,
    )
    audit.record(actor=actor, verb="feedback.transferred", target=submission)
    tell_sender(submission, "redirected", key="redirected", guidance=guidance)
    end_along(submission, actor=actor, at=at, words=guidance)
    return submission


def _with_joined(submission: Submission) -> list[Submission]:
    return [submission, *submission.duplicates.select_for_update(of=("self",))]


def _denounces(one: Submission) -> bool:
    """Tell whether what its own sender wrote, first or later, may denounce somebody."""
    if suspicion.may_denounce(one.subject, one.body):
        return True
    said = one.messages.filter(purpose__in=FROM_SENDER).values_list("body", flat=True)
    return any(suspicion.turns(one.subject, one.body, words) for words in said)


def _set(one: Submission, *, is_restricted: bool, kind: str, keepers: Iterable[Role]) -> None:
    """Isolate it or not; nobody is left in charge of what they may not see."""
    person = one.assigned_to
    one.is_restricted, one.kind = is_restricted, kind
    one.assigned_to = person if person and person.has_role(*keepers) else None
    one.save(update_fields=["is_restricted", "kind", "assigned_to"])


def _needs_reason(reason: str) -> None:
    if not reason.strip():
        raise Refused("no-reason", "Hãy ghi lý do.")
