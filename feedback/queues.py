"""The desk's heaps of work: who sees which, and which submissions lie in it for that person."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from cityweb.core import desk, tallies
from cityweb.core.models import Role, User
from feedback import deadlines, waiting
from feedback.models import Citation, Hop, Note, Publication, Reply, SharedCopy, Submission
from feedback.querysets import READERS, SubmissionQuerySet
from feedback.reports import boxes
from feedback.states import OPEN_HOPS, ClockName, PublicationState, ReplyState, State

HANDLERS = frozenset({Role.OFFICER, Role.OFFICE_HEAD})
DECIDERS = frozenset({Role.OFFICE_HEAD, Role.DIRECTOR})
EVERYBODY = frozenset({*READERS, Role.DENUNCIATION_READER})
# Readers of denunciations draft, approve and send what is theirs among themselves.
DRAFTERS = HANDLERS | {Role.DENUNCIATION_READER}
APPROVERS = DECIDERS | {Role.DENUNCIATION_READER}
MINE, ROOM = "Việc của tôi", "Cả phòng"

Narrow = Callable[[SubmissionQuerySet, User], SubmissionQuerySet]


@dataclass(frozen=True)
class Heap:
    """One heap: `key` names it in the list's address."""

    key: str
    title: str
    empty: str
    roles: frozenset[Role]
    group: str
    narrow: Narrow
    is_late: bool = False
    # The part of the list's address that shows the same rows.
    same_as: str = ""
    # What tells how long something has waited in it, beside the terms of the submissions.
    clock: ClockName | None = None

    def rows(self, user: User) -> SubmissionQuerySet:
        """Return what lies in it for this person."""
        return self.narrow(Submission.objects.visible_to(user), user)

    def counted(self, user: User) -> QuerySet[Any]:
        """Return what is counted for it: what is late is found faster by its clocks."""
        if self.narrow is _late:
            rows = in_work(Submission.objects.visible_to(user))
            return deadlines.in_colour("late", rows, timezone.now())
        return self.rows(user)

    def note(self, user: User) -> str:
        """Return for how long the one in it has waited that waits longest, where a clock tells."""
        if self.clock is None:
            return ""
        return waiting.longest(self.clock, self.rows(user), timezone.now())

    def count(self, user: User) -> int:
        """Return how many, at most one more than is ever counted."""
        return tallies.count(user, {self.key: self.counted(user)})[self.key]


def in_work(rows: SubmissionQuerySet) -> SubmissionQuerySet:
    """Keep what is open and not under suspicion: the desk's daily work."""
    return rows.open().filter(is_suspected_spam=False)


def _to_approve(rows: SubmissionQuerySet, user: User) -> SubmissionQuerySet:
    replies = Reply.objects.filter(state=ReplyState.IN_REVIEW).exclude(author=user)
    return _theirs(rows, user, DECIDERS).open().filter(pk__in=replies.values("submission"))


def _to_send(rows: SubmissionQuerySet, user: User) -> SubmissionQuerySet:
    replies = Reply.objects.filter(state=ReplyState.APPROVED)
    return _theirs(rows, user, HANDLERS).open().filter(pk__in=replies.values("submission"))


def _theirs(rows: SubmissionQuerySet, user: User, roles: frozenset[Role]) -> SubmissionQuerySet:
    """Keep what is theirs to work on: everything by one of `roles`, else denunciations alone."""
    return rows if user.has_role(*roles) else rows.filter(is_restricted=True)


def _returned(rows: SubmissionQuerySet, user: User) -> SubmissionQuerySet:
    replies = Reply.objects.filter(state=ReplyState.DRAFT, author=user).exclude(returned_reason="")
    return rows.open().filter(pk__in=replies.values("submission"))


def _to_review(rows: SubmissionQuerySet, user: User) -> SubmissionQuerySet:
    """Keep those with a reply that cites something which no longer stands as it was cited."""
    flagged = Citation.objects.filter(flagged_at__isnull=False)
    said = flagged.exclude(reply__state=ReplyState.DROPPED)
    return rows.filter(pk__in=said.values("reply__submission"))


def _to_publish(rows: SubmissionQuerySet, user: User) -> SubmissionQuerySet:
    prepared = Publication.objects.filter(state=PublicationState.PREPARING)
    return rows.filter(pk__in=prepared.values("submission"), is_restricted=False)


def _with_new_files(rows: SubmissionQuerySet, user: User) -> SubmissionQuerySet:
    """Keep those whose sender added files that no officer has shown to the body yet, or kept."""
    lying = Hop.undecided.through.objects.filter(hop__state__in=OPEN_HOPS)
    return rows.filter(pk__in=lying.values("hop__submission"), is_restricted=False)


def _to_share(rows: SubmissionQuerySet, user: User) -> SubmissionQuerySet:
    copies = SharedCopy.objects.waiting()
    return rows.filter(pk__in=copies.values("reply__submission"))


def _mentioned(rows: SubmissionQuerySet, user: User) -> SubmissionQuerySet:
    """Keep the open ones in which a note names the person, who has not answered by a note yet."""
    answers = Note.objects.filter(
        submission=OuterRef("submission"), author=user, id__gt=OuterRef("id")
    )
    notes = Note.objects.filter(~Exists(answers), mentions=user).exclude(author=user)
    return rows.open().filter(pk__in=notes.values("submission"))


def _late(rows: SubmissionQuerySet, user: User) -> SubmissionQuerySet:
    late = deadlines.coloured("late", timezone.now())
    return in_work(rows).filter(pk__in=late.values("subject_id"))


def _in_state(*states: State) -> Narrow:
    return lambda rows, user: rows.filter(state__in=states, is_suspected_spam=False)


HEAPS = (
    Heap(
        "mine",
        "Tôi phụ trách",
        "Bạn chưa phụ trách ý kiến nào. Mở một ý kiến mới và bấm “Tiếp nhận”.",
        DRAFTERS,
        MINE,
        lambda rows, user: in_work(rows).filter(assigned_to=user),
    ),
    Heap(
        "returned",
        "Trả lời bị trả lại",
        "Không có trả lời nào của bạn bị trả lại.",
        DRAFTERS,
        MINE,
        _returned,
    ),
    Heap(
        "approve",
        "Chờ tôi duyệt",
        "Không có trả lời nào chờ bạn duyệt.",
        APPROVERS,
        MINE,
        _to_approve,
    ),
    Heap(
        "send",
        "Đã duyệt, chờ gửi",
        "Không có trả lời nào đã duyệt mà chưa gửi.",
        DRAFTERS,
        MINE,
        _to_send,
    ),
    Heap(
        "mentioned",
        "Nhắc tới tôi",
        "Không có ghi chú nào nhắc tới bạn mà bạn chưa trả lời.",
        EVERYBODY,
        MINE,
        _mentioned,
    ),
    Heap(
        "late",
        "Quá hạn",
        "Không có ý kiến nào quá hạn.",
        EVERYBODY,
        ROOM,
        _late,
        is_late=True,
        same_as="colour=late",
    ),
    Heap(
        "new",
        "Mới gửi",
        "Chưa có ý kiến mới. Ý kiến người dân vừa gửi sẽ hiện ở đây.",
        EVERYBODY,
        ROOM,
        _in_state(State.SUBMITTED),
        same_as="state=submitted",
    ),
    Heap(
        "unassigned",
        "Chưa ai phụ trách",
        "Ý kiến nào cũng đã có người phụ trách.",
        EVERYBODY,
        ROOM,
        lambda rows, user: in_work(rows).filter(assigned_to__isnull=True),
    ),
    Heap(
        "to-forward",
        "Chờ chuyển, trả lời",
        "Không có ý kiến nào đã phân loại mà chưa chuyển.",
        EVERYBODY,
        ROOM,
        _in_state(State.ACCEPTED, State.CLASSIFIED),
    ),
    Heap(
        "answered",
        "Cơ quan đã trả lời",
        "Chưa có trả lời mới của cơ quan.",
        EVERYBODY,
        ROOM,
        _in_state(State.ANSWERED),
        same_as="state=answered",
    ),
    Heap(
        "reopened",
        "Đề nghị xem lại",
        "Không có người gửi nào đề nghị xem lại.",
        EVERYBODY,
        ROOM,
        _in_state(State.REOPENED),
        same_as="state=reopened",
    ),
    Heap(
        "silent",
        "Người gửi không bổ sung",
        "Không có người gửi nào im lặng quá thời gian Phòng chờ bổ sung.",
        DRAFTERS,
        ROOM,
        lambda rows, user: waiting.silent(rows, timezone.now()),
        clock=ClockName.ASKED,
    ),
    Heap(
        "new-files",
        "Tệp mới chờ quyết định",
        "Không có tệp mới nào của người gửi chờ quyết định cho cơ quan xem hay không.",
        HANDLERS,
        ROOM,
        _with_new_files,
    ),
    Heap(
        "share",
        "Chờ gửi người có ý kiến gộp",
        "Không có trả lời nào chờ gửi người có ý kiến gộp.",
        DRAFTERS,
        ROOM,
        _to_share,
        clock=ClockName.SHARE,
    ),
    Heap(
        "review",
        "Trả lời cần xem lại",
        "Không có trả lời nào dẫn nội dung đã bị gỡ, thay hoặc sửa.",
        HANDLERS,
        ROOM,
        _to_review,
    ),
    Heap(
        "publish",
        "Đang chuẩn bị công khai",
        "Không có hỏi đáp nào chờ công khai.",
        HANDLERS,
        ROOM,
        _to_publish,
    ),
    Heap(
        "spam",
        "Nghi thư rác",
        "Không có ý kiến nào bị nghi là thư rác.",
        HANDLERS,
        ROOM,
        lambda rows, user: rows.open().filter(is_suspected_spam=True),
    ),
    Heap(
        "restricted",
        "Hạn chế người đọc",
        "Không có ý kiến hạn chế nào đang mở.",
        frozenset({Role.DENUNCIATION_READER}),
        ROOM,
        lambda rows, user: rows.open().filter(is_restricted=True),
    ),
)


def of(user: User) -> list[Heap]:
    """Return the heaps that the person's roles of today give them."""
    return [heap for heap in HEAPS if heap.roles & user.roles]


def named(key: str, user: User) -> Heap | None:
    """Return the heap with this key if the person has it."""
    return next((heap for heap in of(user) if heap.key == key), None)


def put_on_desk() -> None:
    """Show the heaps on everybody's landing page as well, and what is left to settle."""
    desk.add(
        desk.Queue(
            title="Hộp thư chưa đặt thời hạn lưu giữ",
            url="admin:feedback_retentionpolicy_changelist",
            count=lambda user: boxes.without_term().count(),
            roles=frozenset({Role.ADMINISTRATOR}),
            group="Góp ý",
            is_late=True,
        )
    )
    desk.add(
        *(
            desk.Queue(
                title=heap.title,
                url="feedback_desk:queue",
                query=f"heap={heap.key}",
                count=heap.count,
                note=heap.note,
                roles=heap.roles,
                group="Góp ý" if heap.group == ROOM else "Góp ý: việc của tôi",
                is_late=heap.is_late,
            )
            for heap in HEAPS
        )
    )
