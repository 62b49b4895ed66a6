"""What a sender may know of a submission: where it stands, what happened, until when, what next."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from cityweb.core import attachments, clocks
from cityweb.core.models import Attachment
from feedback import deadlines
from feedback.models import Message, Rating, Reply, Submission
from feedback.reports import promises
from feedback.reports.promises import Promise
from feedback.states import ClockName, ReplyState, State

SENTENCES = {
    State.SUBMITTED: "Phòng đã nhận ý kiến và sẽ xem trong giờ làm việc.",
    State.NEEDS_INFO: "Phòng cần ông/bà bổ sung thông tin. Thời hạn tạm dừng đến khi nhận được.",
    State.ACCEPTED: "Phòng đã tiếp nhận và đang xem việc này thuộc cơ quan nào.",
    State.CLASSIFIED: "Phòng đang chuẩn bị chuyển ý kiến đến cơ quan có trách nhiệm.",
    State.FORWARDED: "Cơ quan có trách nhiệm đang giải quyết.",
    State.ANSWERING: "Phòng đang soạn trả lời.",
    State.ANSWERED: "Cơ quan đã trả lời; Phòng đang kiểm tra trước khi gửi ông/bà.",
    State.REPLY_REVIEW: "Trả lời đã soạn xong, đang chờ duyệt.",
    State.REPLIED: "Đã có trả lời.",
    State.REOPENED: "Phòng đang xem lại theo đề nghị của ông/bà.",
    State.REJECTED: "Ý kiến không được tiếp nhận. Lý do ghi ở dòng thời gian.",
    State.REDIRECTED: "Việc này theo quy định riêng. Nơi giải quyết ghi ở dòng thời gian.",
    State.MERGED: "Ý kiến được xử lý chung với một ý kiến cùng nội dung.",
}
# What each step is called for its sender; the desk's own words speak to officers.
_TITLES = {
    State.SUBMITTED: "Phòng đã nhận",
    State.NEEDS_INFO: "Phòng đề nghị bổ sung",
    State.ACCEPTED: "Phòng đã tiếp nhận",
    State.CLASSIFIED: "Phòng đã phân loại",
    State.FORWARDED: "Đã chuyển cơ quan có trách nhiệm",
    State.ANSWERING: "Phòng soạn trả lời",
    State.ANSWERED: "Cơ quan đã trả lời",
    State.REPLY_REVIEW: "Trả lời chờ duyệt",
    State.REPLIED: "Đã gửi trả lời",
    State.REOPENED: "Phòng nhận đề nghị xem lại",
    State.REJECTED: "Không tiếp nhận",
    State.REDIRECTED: "Hướng dẫn nơi giải quyết",
    State.MERGED: "Xử lý chung với ý kiến trùng",
}
_SAID = {
    Message.Purpose.ADDITION: "Ông/bà bổ sung thông tin",
    Message.Purpose.REOPENING: "Ông/bà đề nghị xem lại",
    Message.Purpose.PROGRESS: "Phòng báo tiến độ",
    Message.Purpose.NOTICE: "Phòng thông báo",
}


@dataclass(frozen=True)
class Event:
    """One line of the timeline."""

    at: datetime
    title: str
    text: str = ""
    files: list[Attachment] = field(default_factory=list)


@dataclass(frozen=True)
class Answer:
    """A reply that was sent, with what belongs to it."""

    reply: Reply
    files: list[Attachment]


@dataclass(frozen=True)
class Followed:
    """Everything the sender's page shows."""

    submission: Submission
    # That of the original, where the letter was joined to another.
    state: str
    events: list[Event]
    answers: list[Answer]
    due: deadlines.Term | None
    # Before any clock runs: what the mailbox promises.
    promise: Promise | None
    # The last word on why it takes longer, and until when.
    delay: Message | None
    rating: Rating | None
    files: list[Attachment]

    @property
    def sentence(self) -> str:
        return SENTENCES[State(self.state)]

    @property
    def may_add(self) -> bool:
        joined = self.submission.duplicate_of
        return self.submission.is_open or (joined is not None and joined.is_open)

    @property
    def may_reopen(self) -> bool:
        return self.submission.state == State.REPLIED and not self.submission.reopened_at

    @property
    def may_rate(self) -> bool:
        return bool(self.answers) and self.rating is None and not self.may_add


def follow(submission: Submission, *, now: datetime) -> Followed:
    """Return what its sender may know. Of the one it was joined to: state, due date and answer."""
    lead = submission.duplicate_of or submission
    clock = clocks.of(lead, ClockName.REPLY).select_related("rule").first()
    runs = clock is not None and lead.is_open
    progress = submission.messages.filter(promised_on__isnull=False).order_by("at").last()
    return Followed(
        submission=submission,
        state=lead.state if submission.state == State.MERGED else submission.state,
        events=_events(submission),
        answers=_answers(lead),
        due=deadlines.explained(clock, now) if runs else None,
        promise=None
        if clock or not lead.is_open
        else promises.reply_promise(lead.mailbox, lead.received_at),
        delay=progress if lead.is_open else None,
        rating=Rating.objects.filter(submission=submission).first(),
        files=attachments.of(submission),
    )


def file_of(submission: Submission, key: UUID) -> Attachment | None:
    """Return a file that the sender may open: their own, or one of an answer they were sent."""
    shown = follow(submission, now=timezone.now())
    every = [
        *shown.files,
        *(one for event in shown.events for one in event.files),
        *(one for answer in shown.answers for one in answer.files),
    ]
    return next((one for one in every if one.key == key), None)


def _events(submission: Submission) -> list[Event]:
    """Return steps and words in their order; a question stands in the step that asked it."""
    events = [
        Event(step.at, _TITLES[State(step.state)], step.public_note)
        for step in submission.steps.all()
    ]
    for message in submission.messages.filter(purpose__in=_SAID):
        files = attachments.of(message) if message.is_from_sender else []
        events.append(Event(message.at, _SAID[message.purpose], message.body, files))
    return sorted(events, key=lambda event: event.at)


def _answers(submission: Submission) -> list[Answer]:
    sent = submission.replies.filter(state=ReplyState.SENT).order_by("-sent_at")
    return [
        Answer(
            reply,
            [*attachments.of(reply), *(attachments.of(reply.source) if reply.source else [])],
        )
        for reply in sent.select_related("source").prefetch_related("citations")
    ]
