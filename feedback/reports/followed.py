"""What a sender may know of a submission: where it stands, what happened, until when, what next."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from cityweb.core import attachments, clocks
from cityweb.core.models import Attachment
from feedback import deadlines
from feedback.models import DataSubjectRequest, Message, Rating, Reply, Submission
from feedback.reports import promises, reply_files, shared
from feedback.reports.promises import Promise
from feedback.states import Channel, ClockName, ReplyState, State

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
    State.MERGED: "Ý kiến này được xử lý cùng một ý kiến khác về cùng việc.",
}
# What each step is called for its sender; the desk's own words speak to officers.
_TITLES = {
    State.SUBMITTED: "Phòng đã nhận",
    State.NEEDS_INFO: "Phòng đề nghị bổ sung",
    State.ACCEPTED: "Phòng đã tiếp nhận",
    State.CLASSIFIED: "Phòng đã xem và phân loại",
    State.FORWARDED: "Đã chuyển cơ quan có trách nhiệm",
    State.ANSWERING: "Phòng soạn trả lời",
    State.ANSWERED: "Cơ quan đã trả lời Phòng",
    State.REPLY_REVIEW: "Phòng đang duyệt trả lời",
    State.REPLIED: "Đã gửi trả lời",
    State.REOPENED: "Phòng nhận đề nghị xem lại",
    State.REJECTED: "Không tiếp nhận",
    State.REDIRECTED: "Hướng dẫn nơi giải quyết",
    State.MERGED: "Xử lý cùng một ý kiến khác",
}
_WRITTEN_DOWN = "Phòng ghi lại lời ông/bà nói hoặc gửi giấy"
_BY_LETTER = "Phòng đưa vào hồ sơ thư ông/bà gửi từ địa chỉ khác"
_ON_ITS_WAY = (
    "Ý kiến ấy đã có trả lời; Phòng đang xem lại để bản gửi ông/bà không lộ dữ liệu cá nhân "
    "của người khác."
)
_LATER = "Có trả lời, ông/bà nhận được sau khi Phòng che dữ liệu của người khác."
_LEFT = (
    "Dữ liệu của ông/bà đã được xóa theo yêu cầu, nên Phòng không gửi trả lời của việc này cho "
    "ông/bà nữa."
)
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
    # Whether the text is in the language of the page; what a person wrote is as they wrote it.
    is_ours: bool = False


@dataclass(frozen=True)
class Answer:
    """A reply that was sent, as this reader may have it; `heading` says when it is not all."""

    reply: Reply
    body: str
    files: list[Attachment]
    heading: str = ""


@dataclass(frozen=True)
class Followed:
    """Everything the sender's page shows."""

    submission: Submission
    events: list[Event]
    answers: list[Answer]
    due: deadlines.Term | None
    # Before any clock runs: what the mailbox promises.
    promise: Promise | None
    # The last word on why it takes longer, and until when.
    delay: Message | None
    rating: Rating | None
    files: list[Attachment]
    # Of one it was joined to: answered, but nobody has let a copy through yet.
    is_answer_on_its_way: bool = False
    # What the office asked of its sender and still waits for.
    question: str = ""
    # What its sender asked about their data, each with `due` while it waits.
    requests: list[DataSubjectRequest] = field(default_factory=list)

    @property
    def sentence(self) -> str:
        said = _(SENTENCES[State(self.submission.state)])
        if not self.is_joined:
            return said
        if any(answer.heading for answer in self.answers):
            return f"{said} {_('Trả lời ở ngay dưới đây.')}"
        if _left(self.submission):
            return f"{said} {_(_LEFT)}"
        if self.is_answer_on_its_way:
            return f"{said} {_(_ON_ITS_WAY)}"
        return f"{said} {_(_LATER)}"

    @property
    def is_joined(self) -> bool:
        """Whether it was joined to another, of which its sender sees the answer and the term."""
        return self.submission.state == State.MERGED

    @property
    def may_add(self) -> bool:
        joined = self.submission.duplicate_of
        if _left(self.submission):
            return False
        return self.submission.is_open or (joined is not None and joined.is_open)

    @property
    def may_reopen(self) -> bool:
        return self.submission.state == State.REPLIED and not self.submission.reopened_at

    @property
    def may_rate(self) -> bool:
        return bool(self.answers) and self.rating is None and not self.submission.is_open


def follow(submission: Submission, *, now: datetime) -> Followed:
    """Return what its sender may know. Of the one it was joined to: the term, the masked answer.

    Once there is an answer, what goes on between the office and the other sender is theirs alone.
    """
    lead = submission.duplicate_of or submission
    clock = clocks.of(lead, ClockName.REPLY).select_related("rule").first()
    is_own = lead is submission
    shared_ones = [] if is_own else _shared_answers(lead)
    waits = lead.is_open and not shared_ones and not _left(submission)
    due = deadlines.explained(clock, now) if clock is not None and waits else None
    if due is not None and due.colour == "paused" and not is_own:
        due = None
    progress = submission.messages.filter(promised_on__isnull=False).order_by("at").last()
    return Followed(
        submission=submission,
        events=_events(submission),
        # What was sent before it was joined stays its sender's.
        answers=[*shared_ones, *_answers(submission)],
        due=due,
        promise=None
        if clock or not waits
        else promises.reply_promise(lead.mailbox, lead.received_at),
        delay=progress if waits else None,
        rating=Rating.objects.filter(submission=submission).first(),
        files=attachments.of(submission),
        is_answer_on_its_way=not is_own and not shared_ones and lead.state == State.REPLIED,
        question=_question(submission),
        requests=_requests(submission),
    )


def _left(submission: Submission) -> bool:
    """Tell whether its sender's data were erased while the one it was joined to is in work."""
    return submission.state == State.MERGED and submission.anonymised_at is not None


def _requests(submission: Submission) -> list[DataSubjectRequest]:
    asked = list(submission.data_requests.all())
    for one in asked:
        is_waiting = one.state == DataSubjectRequest.State.WAITING
        one.due = clocks.of(one).first() if is_waiting else None
    return asked


def _question(submission: Submission) -> str:
    if submission.state != State.NEEDS_INFO:
        return ""
    asked = submission.messages.filter(purpose=Message.Purpose.QUESTION).order_by("at").last()
    return asked.body if asked else ""


def file_of(submission: Submission, key: UUID) -> Attachment | None:
    """Return a file that the sender may open: their own, or one of an answer they were sent."""
    shown = follow(submission, now=timezone.now())
    return next((one for one in files_in(shown) if one.key == key), None)


def files_in(shown: Followed) -> list[Attachment]:
    """Return all files that the page offers its sender."""
    return [
        *shown.files,
        *(one for event in shown.events for one in event.files),
        *(one for answer in shown.answers for one in answer.files),
    ]


def _events(submission: Submission) -> list[Event]:
    """Return steps and words in their order; a question stands in the step that asked it."""
    events = _milestones(submission)
    for message in submission.messages.filter(purpose__in=_SAID):
        files = attachments.of(message) if message.is_from_sender else []
        is_spoken = message.is_from_sender and message.author_id is not None
        title = _SAID[message.purpose]
        if is_spoken:
            title = _BY_LETTER if message.channel == Channel.MAIL else _WRITTEN_DOWN
        title = _(title)
        if message.promised_on:
            title += _(": hẹn trả lời ngày %(day)s") % {"day": f"{message.promised_on:%d/%m/%Y}"}
        events.append(Event(message.at, title, message.body, files))
    return sorted(events, key=lambda event: event.at)


def _milestones(submission: Submission) -> list[Event]:
    """Return the steps as their sender reads them: each once a round, unless it says more.

    What goes to and fro inside the office between two of them is the office's own affair.
    """
    found: list[Event] = []
    told: set[tuple[str, str]] = set()
    before = None
    for step in submission.steps.all():
        if step.state == State.REOPENED:
            told.clear()
        title, note = _(_TITLES[State(step.state)]), step.public_note
        if before == State.NEEDS_INFO and step.actor_id is None:
            title, note = _("Phòng đã nhận thông tin bổ sung"), ""
        if (title, "") not in told or (note and (title, note) not in told):
            text = _(note) if note else ""
            found.append(Event(step.at, title, text, is_ours=text != note))
        told |= {(title, ""), (title, note)}
        before = step.state
    return found


def _answers(submission: Submission) -> list[Answer]:
    return [Answer(reply, reply.body, reply_files.of(reply)) for reply in _sent(submission)]


def _shared_answers(original: Submission) -> list[Answer]:
    """Return the answers of an original that a person let those read who were joined to it."""
    shown = []
    for reply in _sent(original):
        reply.submission = original
        if answer := shared.of(reply):
            shown.append(Answer(reply, answer.body, answer.files, shared.HEADING))
    return shown


def _sent(submission: Submission) -> QuerySet[Reply]:
    sent = submission.replies.filter(state=ReplyState.SENT).order_by("-sent_at")
    return sent.prefetch_related("citations")
