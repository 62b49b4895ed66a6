"""What senders ask about their own data, and what the head of the office decides."""

import logging
from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from cityweb.core import audit, clocks, law
from cityweb.core.errors import Refused
from cityweb.core.models import Role, User
from cityweb.core.sealed import blind_index
from feedback.actions import erasing
from feedback.actions._moving import DATA_REQUEST, lock, lock_for_sender, tell_sender
from feedback.actions.talking import withdraw_consent
from feedback.models import DataSubjectRequest, Submission
from feedback.states import ENDED, PUBLICATION_LIFE, PublicationState

Kind, State = DataSubjectRequest.Kind, DataSubjectRequest.State
RULE = "PDP.RESPOND"
ERASED_AS_PROMISED = "Ý kiến đã kết thúc; Phòng đã xóa dữ liệu cá nhân như đã báo."
_ASKED = (State.WAITING, State.PROMISED)
# The answer of one that ended today is still on its way to the sender.
GRACE = timedelta(days=1)
MOST_A_RUN = 500
logger = logging.getLogger(__name__)
RECTIFIABLE = ("sender_name", "sender_address", "sender_phone", "sender_email")


@transaction.atomic
def ask_about_data(
    *, pk: int, kind: str, text: str = "", at: datetime | None = None
) -> DataSubjectRequest:
    """Take a request from the sender, who has shown code and secret, and start its clock.

    Raises `Refused`: "already-asked" while the same still waits or is promised, "nothing-left"
    after erasure, "no-text" for a correction that does not say what is wrong.
    """
    submission = lock_for_sender(pk)
    if submission.anonymised_at:
        raise Refused("nothing-left", "Dữ liệu cá nhân của ý kiến này đã được xóa.")
    if kind == Kind.RECTIFY and not text.strip():
        raise Refused("no-text", "Xin ghi thông tin nào sai và thông tin đúng.")
    if submission.data_requests.filter(kind=kind, state__in=_ASKED).exists():
        raise Refused(
            "already-asked", "Yêu cầu này đã gửi và đang chờ quyết định hoặc chờ thực hiện."
        )
    at = at or timezone.now()
    made = DataSubjectRequest.objects.create(
        submission=submission, kind=Kind(kind), text=text, received_at=at
    )
    rule = law.find(RULE, on=timezone.localdate(at))
    if rule is not None and rule.is_settled:
        clocks.start(made, name=DATA_REQUEST, rule=rule, received_at=at, actor=None)
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

    To erase what is still in work is promised for its end: the request is answered, and until then
    nothing of it is public. `keep_promises` erases it.
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
    asked.state = _outcome(asked, submission) if is_granted else State.REFUSED
    asked.answer, asked.decided_by, asked.decided_at = answer, actor, at
    asked.save(update_fields=["state", "text", "answer", "decided_by", "decided_at"])
    for clock in clocks.of(asked):
        clocks.stop(clock, at=at, actor=actor)
    is_kept = submission.anonymised_at is None
    tell_sender(submission, "data_decided", key=f"data:{asked.pk}", asked=asked, is_kept=is_kept)
    facts = {"kind": asked.kind, "is_granted": is_granted, "state": asked.state}
    audit.record(actor=actor, verb="feedback.data_decided", target=submission, **facts)
    return asked


@transaction.atomic
def copy_data(*, pk: int, asked: int, form: str, at: datetime | None = None) -> Submission:
    """Let the sender, who has shown code and secret, have a copy of what is held; note that.

    Raises `Refused`: "no-copy" where none was granted, "copy-over" after its last day.
    """
    at = at or timezone.now()
    submission = lock_for_sender(pk)
    granted = submission.data_requests.filter(pk=asked).first()
    until = granted.copy_until if granted and not submission.anonymised_at else None
    if until is None:
        raise Refused("no-copy", "Chưa có bản sao dữ liệu nào được cung cấp.")
    if until < at:
        raise Refused("copy-over", "Bản sao đã hết hạn tải. Ông/bà có thể gửi yêu cầu mới.")
    audit.record(actor=None, verb="feedback.data_copied", target=submission, form=form)
    return submission


def keep_promises(*, now: datetime) -> int:
    """Erase what ended since its sender was promised so; return how many.

    What a hold keeps, or waits with another for that one's answer, waits on.
    """
    rows = DataSubjectRequest.objects.filter(
        state=State.PROMISED,
        submission__state__in=ENDED,
        submission__closed_at__lt=now - GRACE,
        submission__hold__isnull=True,
    ).filter(
        Q(submission__duplicate_of=None) | Q(submission__duplicate_of__closed_at__lt=now - GRACE)
    )
    done = 0
    for asked in rows.select_related("submission__mailbox")[:MOST_A_RUN]:
        try:
            _keep_promise(asked, now)
            done += 1
        except Refused:
            # Reopened or held since it was read: it waits on.
            continue
        except Exception:  # one row must not keep the others
            logger.exception("data request %d could not be carried out", asked.pk)
    return done


@transaction.atomic
def _keep_promise(asked: DataSubjectRequest, now: datetime) -> None:
    email = asked.submission.sender_email
    submission = erasing.anonymise(pk=asked.submission_id, actor=asked.decided_by, at=now)
    # An erased address is used this one more time, to say that it is erased.
    submission.sender_email = email
    asked.state, asked.text, asked.answer = State.GRANTED, "", ERASED_AS_PROMISED
    asked.save(update_fields=["state", "text", "answer"])
    key = f"data:{asked.pk}:done"
    tell_sender(submission, "data_decided", key=key, asked=asked, is_kept=False)


def _outcome(asked: DataSubjectRequest, submission: Submission) -> State:
    is_promised = asked.kind == Kind.DELETE and submission.anonymised_at is None
    return State.PROMISED if is_promised else State.GRANTED


def _do(
    asked: DataSubjectRequest,
    submission: Submission,
    actor: User,
    corrections: Mapping[str, str],
    at: datetime,
) -> Submission:
    if asked.kind == Kind.DELETE and submission.state in ENDED:
        asked.text = ""
        return erasing.anonymise(pk=submission.pk, actor=actor, at=at)
    if asked.kind == Kind.RECTIFY:
        _correct(submission, corrections)
    if asked.kind == Kind.DELETE:
        erasing.check_free(submission)
    is_limited = asked.kind in (Kind.RESTRICT, Kind.OBJECT, Kind.DELETE)
    if (is_limited or asked.kind == Kind.WITHDRAW) and submission.may_publish_name:
        submission = withdraw_consent(pk=submission.pk, at=at)
    if is_limited:
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
