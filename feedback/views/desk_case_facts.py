"""One submission as its desk screen needs it, read once."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.db.models import Q
from django.shortcuts import get_object_or_404
from django.utils import timezone

from cityweb.core import attachments, clocks
from cityweb.core.models import Attachment, Clock, User
from feedback import deadlines, waiting
from feedback.models import (
    DuplicateSuggestion,
    Hop,
    LegalHold,
    Letter,
    Message,
    Note,
    Rating,
    Reply,
    SharedCopy,
    Step,
    Submission,
)
from feedback.reports import shared
from feedback.states import OPEN_HOPS, ClockName, HopState, ReplyState
from feedback.views.desk_frame import may_handle


@dataclass
class Case:
    """A submission, who looks at it, and when. Everything else is read when it is asked for."""

    submission: Submission
    user: User
    now: datetime

    @cached_property
    def may_handle(self) -> bool:
        return may_handle(self.user, self.submission)

    @property
    def hold(self) -> LegalHold | None:
        """The order to keep everything, while it stands."""
        return getattr(self.submission, "hold", None)

    @cached_property
    def steps(self) -> list[Step]:
        return list(self.submission.steps.select_related("actor"))

    @cached_property
    def messages(self) -> list[Message]:
        return list(self.submission.messages.select_related("author"))

    @cached_property
    def heard(self) -> list[Message]:
        """All that was said, with what those added who were joined to this one."""
        every = Message.objects.of_all_joined(self.submission)
        return list(every.select_related("author", "submission", "letter"))

    @cached_property
    def bounce(self) -> Letter | None:
        """The last report that our mail does not reach the sender, until they write themselves."""
        is_bounce = Q(state=Letter.State.BOUNCED, is_of_mail_to_sender=True)
        written = Q(state=Letter.State.THREADED) & ~Q(message__purpose=Message.Purpose.ENCLOSED)
        told = self.submission.letters.filter(is_bounce | written)
        last = told.order_by("received_at", "pk").last()
        return last if last and last.state == Letter.State.BOUNCED else None

    @cached_property
    def ratings(self) -> list[Rating]:
        """What the sender, and those who were joined to this one, thought of the answer."""
        seen = Submission.objects.visible_to(self.user)
        joined = seen.filter(duplicate_of=self.submission).values("pk")
        family = Q(submission=self.submission) | Q(submission__in=joined)
        return list(Rating.objects.filter(family).select_related("submission"))

    @cached_property
    def notes(self) -> list[Note]:
        rows = self.submission.notes.select_related("author").prefetch_related("mentions")
        return list(rows)

    @cached_property
    def hops(self) -> list[Hop]:
        rows = self.submission.hops.select_related(
            *("organisation", "sent_by", "suggested", "parent__organisation")
        )
        return list(rows.prefetch_related("links", "kept_back"))

    @cached_property
    def open_hops(self) -> list[Hop]:
        return [hop for hop in self.hops if hop.state in OPEN_HOPS]

    @cached_property
    def replies(self) -> list[Reply]:
        rows = self.submission.replies.select_related(
            *("author", "approver", "source__organisation", "shared_copy__decided_by")
        )
        return list(rows.prefetch_related("citations"))

    @cached_property
    def reply(self) -> Reply | None:
        """The reply that is in work; there is never more than one."""
        ended = (ReplyState.SENT, ReplyState.DROPPED)
        return next((one for one in self.replies if one.state not in ended), None)

    @cached_property
    def waiting_copy(self) -> SharedCopy | None:
        """The answer that those wait for who were joined to this one."""
        return shared.waiting(self.submission) if self.replies else None

    @cached_property
    def duplicates(self) -> list[Submission]:
        """What was joined to this one."""
        return list(self.submission.duplicates.visible_to(self.user).only("code"))

    @cached_property
    def likenesses(self) -> list[DuplicateSuggestion]:
        """What reads like this one, among what the person may see."""
        seen = Submission.objects.visible_to(self.user)
        rows = DuplicateSuggestion.objects.filter(
            Q(submission=self.submission) | Q(other=self.submission),
            submission__in=seen,
            other__in=seen,
        )
        return list(rows.select_related("submission", "other", "decided_by"))

    @cached_property
    def files(self) -> list[Attachment]:
        return attachments.of(self.submission)

    @cached_property
    def clocks(self) -> list[Clock]:
        """The clocks of the whole, of open forwardings, of what waits; first started first."""
        own = [*clocks.of(self.submission).select_related("rule")]
        lying = [clock for hop in self.open_hops for clock in clocks.of(hop).select_related("rule")]
        return sorted([*own, *lying, *self.clocks_beside], key=lambda clock: clock.pk)

    @cached_property
    def clocks_beside(self) -> list[Clock]:
        """The clocks of a question to its sender, and of a copy that waits for an officer."""
        waits = [one for one in self.messages if one.purpose == Message.Purpose.QUESTION]
        if self.waiting_copy is not None:
            waits.append(self.waiting_copy)
        return [clock for one in waits for clock in clocks.of(one).select_related("rule")]

    @property
    def is_sender_silent(self) -> bool:
        """Whether the sender was asked, and has not answered in the time that the office waits."""
        asked = (one for one in self.clocks_beside if one.name == ClockName.ASKED)
        return any(one.is_late(self.now) for one in asked)

    @property
    def was_sender_reminded(self) -> bool:
        return waiting.was_reminded(self.submission)

    @cached_property
    def deadline(self) -> deadlines.Deadline:
        """How urgent the whole is, by the open clock that is due first."""
        mine = deadlines.next_by_submission([self.submission.pk])
        return deadlines.of_submission(self.submission, mine.get(self.submission.pk), self.now)

    def files_of(self, owner: Any) -> list[Attachment]:
        """Return the files that came with a message or an answer."""
        return attachments.of(owner)


def which(case: Case, clock: Clock) -> str:
    """Return what tells a term from another one of its name: whose it is, or since when it runs."""
    if clock.name == ClockName.HOP:
        hop = next((one for one in case.hops if one.pk == clock.subject_id), None)
        return hop.organisation.name if hop else ""
    if sum(one.name == clock.name for one in case.clocks) < 2:
        return ""
    since = timezone.localtime(clock.received_at)
    return f"{_why_again(case, clock)}, tính từ {since:%H:%M %d/%m/%Y}"


def _why_again(case: Case, clock: Clock) -> str:
    """Return what began this term: the letter itself, a body that gave it back, its sender."""
    if clock.received_at == case.submission.received_at:
        return "lần đầu"
    if clock.received_at == case.submission.reopened_at:
        return "sau khi người gửi đề nghị xem lại"
    back = next((one for one in case.hops if one.closed_at == clock.received_at), None)
    if back is None:
        return "lần sau"
    done = "được thu hồi" if back.state == HopState.RECALLED else "trả lại"
    return f"sau khi {back.organisation.name} {done}"


def find(code: str, user: User) -> Case:
    """Return the case with this code; for those who may not see it, it does not exist (404)."""
    rows = Submission.objects.visible_to(user).select_related(
        *("mailbox", "category", "unit", "assigned_to", "duplicate_of", "hold__by")
    )
    return Case(get_object_or_404(rows, code=code), user, timezone.now())
