"""The desk's heaps of dossiers: who sees which, and what lies in it for that person."""

from collections.abc import Callable
from dataclasses import dataclass

from cityweb.core import desk, tallies
from cityweb.core.models import Role, User
from licensing.life import IN_WORK, State
from licensing.models import Dossier, Supplement
from licensing.querysets import DESK, DossierQuerySet

Narrow = Callable[[DossierQuerySet, User], DossierQuerySet]
CLERK, OFFICER, HEAD = Role.ONE_STOP_CLERK, Role.OFFICER, Role.OFFICE_HEAD


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
    return rows.filter(
        specialist=user, state__in=(State.ASSIGNED, State.APPRAISING, State.DRAFTING)
    )


def _to_allow(rows: DossierQuerySet, user: User) -> DossierQuerySet:
    waiting = Supplement.objects.filter(state=Supplement.State.PROPOSED)
    return rows.filter(pk__in=waiting.values("dossier"), state=State.APPRAISING)


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
    Heap("waiting", "Chờ người nộp bổ sung", "Không có hồ sơ nào đang chờ bổ sung.",
         frozenset({OFFICER, HEAD, CLERK}), _in(State.SUPPLEMENT)),
    Heap("open", "Đang giải quyết", "Không có hồ sơ nào đang giải quyết.", frozenset(DESK),
         _in(State.RECEIVED, *IN_WORK)),
)  # fmt: skip


def of(user: User) -> list[Heap]:
    """Return the heaps that the person's roles of today give them."""
    return [heap for heap in HEAPS if heap.roles & user.roles]


def named(key: str, user: User) -> Heap | None:
    """Return the heap with this key if the person has it."""
    return next((heap for heap in of(user) if heap.key == key), None)


def queues() -> list[desk.Queue]:
    """Return the heaps as the landing page of every desk shows them."""
    return [
        desk.Queue(
            title=heap.title,
            url="licensing_desk:dossiers",
            query=f"heap={heap.key}",
            count=heap.count,
            roles=heap.roles,
            group="Hồ sơ cấp phép",
        )
        for heap in HEAPS
    ]
