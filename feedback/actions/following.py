"""Telling those whose letters were joined to another one its answer, once a person let it pass."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from cityweb.core import audit, clocks
from cityweb.core.errors import Refused
from cityweb.core.models import Clock, User
from feedback.actions._moving import (
    SHARE,
    for_the_trail,
    lock,
    move,
    start_clock,
    stop_clocks,
    tell_sender,
)
from feedback.models import Reply, SharedCopy, Submission
from feedback.reports import shared
from feedback.states import Outcome, State

# How long a copy may wait for a person.
WAIT_FOR_PERSON = "FB.SHARE"
# What each mail calls the words that it gives.
_WORDS = {State.REJECTED: "reason", State.REDIRECTED: "guidance"}
# At one go; the next look takes the next.
MOST_STARTED = 200


@transaction.atomic
def share_answer(
    *, pk: int, actor: User, body: str, reason: str = "", at: datetime | None = None
) -> SharedCopy:
    """Let those who were joined to the submission read `body` as its answer, and mail it to them.

    Raises `Refused`: "nothing-waits" when somebody was quicker, "no-text", and "personal-data"
    while anything is found in the words and no `reason` says why it may stay.
    """
    submission = lock(pk, actor)
    copy = shared.waiting(submission)
    if copy is None:
        raise Refused("nothing-waits", "Không có bản nào chờ: người khác đã quyết định rồi.")
    if not body.strip():
        raise Refused("no-text", "Bản gửi người có ý kiến gộp chưa có nội dung.")
    copy.reply.submission = submission
    found = shared.found_in(body, copy.reply)
    if found and not reason.strip():
        raise Refused(
            "personal-data",
            "Bản này còn chỗ có thể là dữ liệu cá nhân: hãy che, hoặc ghi vì sao được để lại.",
        )
    at = at or timezone.now()
    copy.body, copy.reason = body, reason.strip()[:250] if found else ""
    copy.decided_by, copy.decided_at = actor, at
    copy.save(update_fields=["body", "reason", "decided_by", "decided_at"])
    stop_clocks(copy, actor=actor, at=at)
    audit.record(
        actor=actor,
        verb="feedback.answer_shared",
        target=submission,
        reason=for_the_trail(submission, copy.reason),
        kinds=sorted({str(one.kind) for one in found}),
    )
    offer(copy.reply, submission.duplicates.select_related("mailbox"))
    return copy


def offer(reply: Reply, followers: Iterable[Submission]) -> bool:
    """Mail to each of `followers` the copy that a person let through, once for each reply.

    Where there is none yet, one waits for a person; then nothing is mailed, and False returned.
    """
    answer = shared.of(reply)
    if answer is None:
        copy, _ = SharedCopy.objects.get_or_create(reply=reply)
        _let_wait(copy, reply.submission, at=timezone.now())
        return False
    for copy in SharedCopy.objects.filter(reply=reply):
        stop_clocks(copy, actor=None, at=timezone.now())
    for follower in followers:
        tell_sender(
            follower,
            "shared",
            key=f"replied:{reply.pk}",
            answer=answer,
            heading=shared.HEADING,
        )
    return True


def _let_wait(copy: SharedCopy, original: Submission, *, at: datetime) -> None:
    """Start the term in which a person is to look at it, unless it runs."""
    if not clocks.of(copy).open().exists():
        start_clock(original, SHARE, WAIT_FOR_PERSON, at=at, subject=copy)


def start_missing(*, now: datetime) -> None:
    """Start the term of every copy that waits without one, since before there was a rule."""
    known = Clock.objects.open().filter(
        subject_type=ContentType.objects.get_for_model(SharedCopy), subject_id=OuterRef("pk")
    )
    waiting = SharedCopy.objects.waiting().filter(~Exists(known))
    for copy in waiting.select_related("reply__submission__mailbox")[:MOST_STARTED]:
        with transaction.atomic():
            original = copy.reply.submission
            Submission.objects.select_for_update(of=("self",)).get(pk=original.pk)
            _let_wait(copy, original, at=now)


def drop_waiting(original: Submission, *, at: datetime) -> None:
    """Let no copy of its answers wait any more: there will be another answer, or none."""
    for copy in SharedCopy.objects.filter(reply__submission=original, decided_at__isnull=True):
        stop_clocks(copy, actor=None, at=at)
        copy.delete()


def end_along(original: Submission, *, actor: User, at: datetime, words: str) -> None:
    """End what was joined to one that just ended without an answer in the same way; say why.

    Those who read an answer already keep it.
    """
    reply = shared.latest(original)
    if reply is not None and shared.of(reply) is not None:
        return
    drop_waiting(original, at=at)
    state = State(original.state)
    joined = original.duplicates.filter(state=State.MERGED).select_related("mailbox")
    for one in joined.select_for_update(of=("self",)).order_by("pk"):
        move(
            one,
            state,
            actor=actor,
            at=at,
            public_note=words,
            outcome=Outcome(original.outcome),
            kind=one.kind if state == State.REJECTED else original.kind,
        )
        audit.record(actor=actor, verb="feedback.ended_along", target=one, original=original.code)
        # The mail about an end is called like the state.
        tell_sender(one, state.value, key=state.value, **{_WORDS[state]: words})


def offer_new(reply: Reply) -> None:
    """Begin with a reply that was just sent; copies of earlier ones wait no more."""
    original = reply.submission
    drop_waiting(original, at=timezone.now())
    if followers := list(original.duplicates.select_related("mailbox")):
        offer(reply, followers)


def offer_again(reply: Reply) -> None:
    """Do the same after its public copy came or went: what others may read of it has changed."""
    if followers := list(reply.submission.duplicates.select_related("mailbox")):
        offer(reply, followers)


def tell_joined(follower: Submission, original: Submission) -> None:
    """Tell a sender that theirs is handled with an earlier one, with its answer if there is one."""
    reply = shared.latest(original)
    if reply is not None:
        reply.submission = original
        if offer(reply, [follower]):
            return
    tell_sender(follower, "merged", key="merged", is_answered=reply is not None)
