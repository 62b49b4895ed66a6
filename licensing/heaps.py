"""The desk's heaps of dossiers: who sees which, and what lies in it for that person."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef
from django.utils import timezone

from cityweb.core import tallies
from cityweb.core.models import Clock, Role, User
from licensing import delegation
from licensing.life import ASKED, IN_WORK, State
from licensing.models import ClockName, Consultation, Dossier, Flag, Remark, Supplement
from licensing.querysets import DESK, DossierQuerySet

Narrow = Callable[[DossierQuerySet, User], DossierQuerySet]
CLERK, OFFICER, HEAD = Role.ONE_STOP_CLERK, Role.SPECIALIST, Role.OFFICE_HEAD


@dataclass(frozen=True)
class Heap:
    """One heap: `key` names it in the list's address."""

    key: str
    title: str
    empty: str
    roles: frozenset[str]
    narrow: Narrow

    def rows(self, user: User) -> DossierQuerySet:
        return self.narrow(Dossier.objects.on_desk(user), user)

    def count(self, user: User) -> int:
        """Return how many, at most one more than is ever counted."""
        return tallies.count(user, {self.key: self.rows(user)})[self.key]


def _in(*states: State) -> Narrow:
    return lambda rows, user: rows.filter(state__in=states)


def _mine(rows: DossierQuerySet, user: User) -> DossierQuerySet:
    people = [user.pk, *(one.pk for one in delegation.principals(user))]
    return rows.filter(
        specialist__in=people, state__in=(State.ASSIGNED, State.APPRAISING, State.DRAFTING)
    )


def _to_allow(rows: DossierQuerySet, user: User) -> DossierQuerySet:
    waiting = Supplement.objects.filter(state=Supplement.State.PROPOSED)
    return rows.filter(pk__in=waiting.values("dossier"), state=State.APPRAISING)


def _mentioned(rows: DossierQuerySet, user: User) -> DossierQuerySet:
    """Keep those in which a note names the person, who has not answered by a note yet."""
    own = Remark.objects.filter(dossier=OuterRef("dossier"), author=user, id__gt=OuterRef("id"))
    notes = Remark.objects.filter(~Exists(own), mentions=user).exclude(author=user)
    return rows.filter(pk__in=notes.values("dossier"))


def _unanswered(rows: DossierQuerySet, user: User) -> DossierQuerySet:
    late = Clock.objects.filter(
        subject_type=ContentType.objects.get_for_model(Consultation), name=ClockName.CONSULT
    ).late(timezone.now())
    asked = Consultation.objects.filter(pk__in=late.values("subject_id"))
    return rows.filter(pk__in=asked.values("dossier"))


def _flagged(rows: DossierQuerySet, user: User) -> DossierQuerySet:
    flags = Flag.objects.filter(lifted_at=None)
    return rows.filter(pk__in=flags.values("dossier"), state__in=IN_WORK)


HEAPS = (
    Heap("new", "Chờ tiếp nhận", "Không có hồ sơ nào chờ tiếp nhận.", frozenset({CLERK}),
         _in(State.SUBMITTED)),
    Heap("to-hand-over", "Chờ chuyển chuyên viên", "Hồ sơ đã tiếp nhận đều đã chuyển.",
         frozenset({CLERK}), _in(State.RECEIVED)),
    Heap("mine", "Hồ sơ tôi xử lý", "Chưa có hồ sơ nào được giao cho bạn.", frozenset({OFFICER}),
         _mine),
    Heap("to-review", "Chờ tôi duyệt", "Không có dự thảo kết quả nào chờ duyệt.",
         frozenset({HEAD}), _in(State.REVIEWING)),
    Heap("to-allow", "Xin bổ sung lần nữa", "Không có đề xuất bổ sung lần nữa nào.",
         frozenset({HEAD}), _to_allow),
    Heap("withdrawing", "Đề nghị rút hồ sơ", "Không có đề nghị rút hồ sơ nào.", frozenset({HEAD}),
         _in(State.WITHDRAWING)),
    Heap("to-sign", "Chờ tôi ký", "Không có kết quả nào chờ ký.", frozenset({Role.DIRECTOR}),
         _in(State.SIGNING)),
    Heap("to-issue", "Chờ cấp số, phát hành", "Không có văn bản nào chờ phát hành.",
         frozenset({Role.RECORDS_CLERK}), _in(State.SIGNED)),
    Heap("to-hand-out", "Chờ trả kết quả", "Kết quả nào cũng đã trả.", frozenset({CLERK}),
         _in(State.DECIDED)),
    Heap("moved", "Ngày hẹn đổi theo lịch", "Không có hồ sơ nào đổi ngày hẹn theo lịch làm việc.",
         frozenset({HEAD}), lambda rows, user: rows.filter(is_moved=True)),
    Heap("mentioned", "Nhắc tới tôi", "Không có ghi chú nào nhắc tới bạn mà chưa trả lời.",
         frozenset(DESK), _mentioned),
    Heap("unanswered", "Cơ quan được hỏi quá hạn", "Không có cơ quan nào trả lời chậm.",
         frozenset({OFFICER, HEAD}), _unanswered),
    Heap("late-step", "Bước xử lý quá hạn", "Không có hồ sơ nào ở quá lâu một bước.",
         frozenset(DESK), lambda rows, user: rows.filter(step_due_at__lt=timezone.now())),
    Heap("flagged", "Đang bị gắn cờ", "Không có hồ sơ nào bị gắn cờ chặn ban hành.",
         frozenset({OFFICER, HEAD, Role.DIRECTOR}), _flagged),
    Heap("waiting", "Chờ người nộp bổ sung", "Không có hồ sơ nào đang chờ bổ sung.",
         frozenset({OFFICER, HEAD, CLERK}), _in(*ASKED)),
    Heap("open", "Đang giải quyết", "Không có hồ sơ nào đang giải quyết.", frozenset(DESK),
         _in(State.RECEIVED, *IN_WORK)),
)  # fmt: skip


def of(user: User) -> list[Heap]:
    """Return the heaps that the person's roles of today give them."""
    return [heap for heap in HEAPS if heap.roles & delegation.roles(user)]


def named(key: str, user: User) -> Heap | None:
    """Return the heap with this key if the person has it."""
    return next((heap for heap in of(user) if heap.key == key), None)
