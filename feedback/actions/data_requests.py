"""What senders ask about their own data, and what the head of the office decides."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from cityweb.core import audit, clocks, law
from cityweb.core.errors import Refused
from cityweb.core.models import Role, User
from cityweb.core.sealed import blind_index
from feedback.actions import erasing
from feedback.actions._moving import lock, lock_for_sender, tell_sender
from feedback.actions.talking import withdraw_consent
from feedback.models import DataSubjectRequest, Submission
from feedback.states import PUBLICATION_LIFE, PublicationState

Kind, State = DataSubjectRequest.Kind, DataSubjectRequest.State
RULE = "PDP.RESPOND"
CLOCK = "data_request"
RECTIFIABLE = ("sender_name", "sender_address", "sender_phone", "sender_email")


@transaction.atomic
def ask_about_data(
    *, pk: int, kind: str, text: str = "", at: datetime | None = None
) -> DataSubjectRequest:
    """Take a request from the sender, who has shown code and secret, and start its clock.

    Raises `Refused`: "already-asked" while the same still waits, "nothing-left" after erasure,
    "no-text" for a correction that does not say what is wrong.
    """
    submission = lock_for_sender(pk)
    if submission.anonymised_at:
        raise Refused("nothing-left", "Dữ liệu cá nhân của ý kiến này đã được xóa.")
    if kind == Kind.RECTIFY and not text.strip():
        raise Refused("no-text", "Xin ghi thông tin nào sai và thông tin đúng.")
    if submission.data_requests.filter(kind=kind, state=State.WAITING).exists():
        raise Refused("already-asked", "Yêu cầu này đã gửi và đang chờ quyết định.")
    at = at or timezone.now()
    made = DataSubjectRequest.objects.create(
        submission=submission, kind=Kind(kind), text=text, received_at=at
    )
    rule = law.find(RULE, on=timezone.localdate(at))
    if rule is not None and rule.is_settled:
        clocks.start(made, name=CLOCK, rule=rule, received_at=at, actor=None)
    audit.record(actor=None, verb="feedback.data_asked", target=submission, kind=made.kind)
    return made


@transaction.atomic
def decide_on_data(
    *,
    pk: int,
    actor: User,
    is_granted: bool,
    answer: str,
    corrections: Mapping[str, str] | None = None,
    at: datetime | None = None,
) -> DataSubjectRequest:
    """Do what was asked, or refuse it; the sender is told either way.

    Raises `Refused`: "no-reason" without words for the sender, "decided" when somebody was
    quicker, and what `erasing.anonymise` raises.
    """
    owner = DataSubjectRequest.objects.filter(pk=pk).values_list("submission", flat=True).first()
    submission = lock(owner or 0, actor, Role.OFFICE_HEAD)
    asked = DataSubjectRequest.objects.select_for_update().get(pk=pk)
    if asked.state != State.WAITING:
        raise Refused("decided", "Yêu cầu này đã có quyết định.")
    if not answer.strip():
        raise Refused("no-reason", "Hãy ghi lời trả lời người yêu cầu; từ chối phải có lý do.")
    at = at or timezone.now()
    email = submission.sender_email
    if is_granted:
        submission = _do(asked, submission, actor, corrections or {}, at)
    # An erased address is used this one more time, to say that it is erased.
    submission.sender_email = submission.sender_email or email
    asked.state = State.GRANTED if is_granted else State.REFUSED
    asked.answer, asked.decided_by, asked.decided_at = answer, actor, at
    asked.save(update_fields=["state", "text", "answer", "decided_by", "decided_at"])
    for clock in clocks.of(asked):
        clocks.stop(clock, at=at, actor=actor)
    is_kept = submission.anonymised_at is None
    tell_sender(submission, "data_decided", key=f"data:{asked.pk}", asked=asked, is_kept=is_kept)
    facts = {"kind": asked.kind, "is_granted": is_granted}
    audit.record(actor=actor, verb="feedback.data_decided", target=submission, **facts)
    return asked


def _do(
    asked: DataSubjectRequest,
    submission: Submission,
    actor: User,
    corrections: Mapping[str, str],
    at: datetime,
) -> Submission:
    if asked.kind == Kind.DELETE:
        asked.text = ""
        return erasing.anonymise(pk=submission.pk, actor=actor, at=at)
    if asked.kind == Kind.RECTIFY:
        _correct(submission, corrections)
    if asked.kind in (Kind.WITHDRAW, Kind.RESTRICT, Kind.OBJECT) and submission.may_publish_name:
        submission = withdraw_consent(pk=submission.pk, at=at)
    if asked.kind in (Kind.RESTRICT, Kind.OBJECT):
        _take_down(submission)
    return submission


def _correct(submission: Submission, corrections: Mapping[str, str]) -> None:
    """Put right who the sender is; what was written stays as it was written."""
    given = {name: corrections[name] for name in RECTIFIABLE if corrections.get(name)}
    if not given:
        raise Refused("nothing-corrected", "Hãy ghi ít nhất một thông tin đúng.")
    for name, value in given.items():
        setattr(submission, name, value)
    submission.email_index = blind_index(submission.sender_email, purpose="feedback.email")
    submission.phone_index = blind_index(submission.sender_phone, purpose="feedback.phone")
    submission.save(update_fields=[*given, "email_index", "phone_index"])


def _take_down(submission: Submission) -> None:
    publication = getattr(submission, "publication", None)
    if publication is None or publication.state != PublicationState.PUBLISHED:
        return
    PUBLICATION_LIFE.check(publication.state, PublicationState.WITHDRAWN)
    publication.state = PublicationState.WITHDRAWN
    publication.reason = "Theo yêu cầu của chủ thể dữ liệu"
    publication.save(update_fields=["state", "reason", "updated_at"])
