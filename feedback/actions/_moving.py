"""What every verb shares: the locked row, the rights, the move and what the sender is told."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import Model, QuerySet
from django.utils import timezone

from cityweb.core import clocks, law, mailin, outbox
from cityweb.core.errors import Refused
from cityweb.core.models import Clock, Role, User
from feedback import codes, privacy
from feedback.models import Message, Step, Submission
from feedback.reports import gate
from feedback.states import ENDED, LIFE, Channel, ClockName, Outcome, State

HANDLERS = (Role.OFFICER, Role.OFFICE_HEAD)
DECIDERS = (Role.OFFICE_HEAD, Role.DIRECTOR)
ACKNOWLEDGE, FORWARD, REPLY, HOP, SHARE, ASKED, DATA_REQUEST = ClockName
WAITS_FOR_SENDER = "Chờ người gửi bổ sung"


def require(actor: User, *roles: Role) -> None:
    """Raise `Refused("not-your-role")` unless the person holds one of `roles` today."""
    if not actor.has_role(*roles):
        names = ", ".join(role.label for role in roles)
        raise Refused("not-your-role", f"Việc này dành cho: {names}.")


def lock(pk: int, actor: User, *roles: Role) -> Submission:
    """Return the submission, locked for this transaction.

    Raises `Refused("not-found")` when the person may not see it, and "not-your-role" when they
    may see it but hold none of `roles`. A restricted one is handled by its readers alone, whatever
    else they are: who sees it may take every step.
    """
    rows: QuerySet[Submission] = Submission.objects.visible_to(actor)
    found = rows.select_for_update(of=("self",)).select_related("mailbox").filter(pk=pk).first()
    if found is None:
        raise Refused("not-found", "Không tìm thấy ý kiến này.")
    if not found.is_restricted:
        require(actor, *(roles or HANDLERS))
    return found


def lock_for_sender(pk: int) -> Submission:
    """Return the submission, locked, for its sender, who has shown code and secret."""
    return Submission.objects.select_for_update(of=("self",)).select_related("mailbox").get(pk=pk)


def move(
    submission: Submission,
    state: State,
    *,
    actor: User | None,
    at: datetime,
    public_note: str = "",
    reason: str = "",
    outcome: Outcome | None = None,
    **changes: Any,
) -> None:
    """Put the locked submission into `state`, together with `changes`, and write the step down.

    A state that ends needs an outcome, and stops every clock that still runs. Whoever moves on
    what waited for its sender waits no more: its clocks go on. What a person moves on is under
    suspicion no more, unless it is ended as spam.
    """
    LIFE.check(submission.state, state)
    is_end = state in ENDED
    if submission.state == State.NEEDS_INFO:
        _wait_no_more(submission, actor=actor, at=at, is_end=is_end)
    if submission.is_suspected_spam and actor and not changes.get("is_suspected_spam"):
        changes["is_suspected_spam"] = False
        send_receipt(submission)
    submission.state = state
    for name, value in changes.items():
        setattr(submission, name, value)
    submission.outcome = outcome or "" if is_end else ""
    submission.closed_at = at if is_end else None
    submission.save(update_fields=["state", "outcome", "closed_at", *changes])
    Step.objects.create(
        submission=submission,
        state=state,
        at=at,
        actor=actor,
        public_note=public_note,
        reason=reason,
    )
    if is_end:
        stop_clocks(submission, actor=actor, at=at)


def _wait_no_more(
    submission: Submission, *, actor: User | None, at: datetime, is_end: bool
) -> None:
    """Stop waiting for the sender; unless it ends now, the clocks that paused meanwhile go on."""
    for question in submission.messages.filter(purpose=Message.Purpose.QUESTION):
        stop_clocks(question, actor=actor, at=at)
    for clock in [] if is_end else clocks.of(submission):
        if clock.state == Clock.State.PAUSED:
            clocks.resume(clock, at=at, actor=actor)


def stop_clocks(subject: Model, *names: str, actor: User | None, at: datetime) -> None:
    """Stop the named clocks of a submission, or of what waits beside it, or all of them."""
    for clock in clocks.of(subject):
        if clock.stopped_at is None and (not names or clock.name in names):
            clocks.stop(clock, at=at, actor=actor)


def start_clock(
    submission: Submission,
    name: ClockName,
    rule_code: str,
    *,
    at: datetime,
    subject: Model | None = None,
) -> None:
    """Start a clock by the rule of that day; a rule that is not settled starts none.

    It is the submission's own, unless a `subject` beside it has one.
    """
    day = timezone.localdate(at)
    rule = law.find(rule_code, on=day, applies_to=submission.mailbox.code)
    if rule is not None and rule.is_settled:
        clocks.start(subject or submission, name=name, rule=rule, received_at=at, actor=None)


def wait_for_forwarding(submission: Submission, *, at: datetime) -> None:
    """Start the office's time to forward anew: no body has it any more."""
    start_clock(submission, FORWARD, submission.mailbox.forward_rule, at=at)


def for_the_trail(submission: Submission, words: str) -> str:
    """Return what was said without the personal data in it: nothing is ever erased from a trail."""
    return privacy.mask_all(words, known=gate.known_of(submission))


def tell_sender(
    submission: Submission,
    template: str,
    *,
    key: str,
    is_kept: bool = True,
    is_neutral: bool = False,
    **facts: object,
) -> None:
    """Put a mail to the sender into the outbox, if they gave an address; once for each `key`.

    Answers to it come back to this submission by its own reply address. About what is isolated a
    mail says nothing but the code: the rest is read behind the secret. What `is_neutral` tells
    nothing of the matter and goes as it is.
    """
    if not submission.sender_email:
        return
    if submission.is_restricted and not is_neutral:
        template, facts = "restricted", {}
    outbox.mail(
        to=submission.sender_email,
        template=f"feedback/mail/{template}",
        about=submission,
        context={"submission": submission, "look_up": look_up_address(), **facts},
        dedupe_key=f"feedback:{submission.pk}:{key}",
        reply_to=mailin.reply_address("feedback", submission.code),
        is_kept=is_kept,
    )


def send_receipt(submission: Submission) -> None:
    """Mail code and secret to the sender, once however often this is asked for.

    Of what is isolated only the code, where the secret stood on a screen: who shares a mailbox must
    not open it. Whoever wrote by mail has no other way to the secret, and wrote it all there.
    """
    is_whole = not submission.is_restricted or submission.channel == Channel.MAIL
    tell_sender(
        submission,
        "received",
        key="received" if is_whole else "received-isolated",
        is_neutral=is_whole,
        secret=codes.secret_for(submission.token),
    )


def look_up_address() -> str:
    """Return the full address of the page where a sender follows a submission."""
    return f"{settings.PORTAL_ORIGIN}/gop-y/tra-cuu/"
