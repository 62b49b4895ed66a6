"""What licensing puts on the desks: heaps of dossiers, proceedings, licences, removals."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from cityweb.core import desk, tallies
from cityweb.core.models import Role, User
from licensing import handling, heaps
from licensing.handling import Stage
from licensing.models import Proceeding
from licensing.reports import life, soon

OFFICE = frozenset({Role.SPECIALIST, Role.OFFICE_HEAD})
READERS = frozenset({Role.SPECIALIST, Role.OFFICE_HEAD, Role.DIRECTOR, Role.RECORDS_CLERK})
Rows = Callable[[User], QuerySet[Any]]


def _proceedings(*stages: Stage) -> Rows:
    return lambda user: Proceeding.objects.visible_to(user).filter(state__in=stages)


# Key, title, screen, what its address adds, who sees it, what is counted.
_BESIDE: tuple[tuple[str, str, str, str, frozenset[Role], Rows], ...] = (
    ("changing", "Giấy phép sắp đổi hiệu lực", "changing", "", READERS,
     lambda user: soon.changing(timezone.localdate())),
    ("proceedings", "Vụ việc chưa kết thúc", "proceedings", "state=", OFFICE,
     _proceedings(*handling.OPEN)),
    ("ruling-review", "Quyết định chờ duyệt", "proceedings", f"state={Stage.REVIEWING}",
     frozenset({Role.OFFICE_HEAD}), _proceedings(Stage.REVIEWING)),
    ("ruling-sign", "Quyết định chờ ký", "proceedings", f"state={Stage.SIGNING}",
     frozenset({Role.DIRECTOR}), _proceedings(Stage.SIGNING)),
    ("ruling-issue", "Quyết định chờ ban hành", "proceedings", f"state={Stage.SIGNED}",
     frozenset({Role.RECORDS_CLERK}), _proceedings(Stage.SIGNED)),
    ("takedowns", "Yêu cầu gỡ nội dung quá hạn", "takedowns", "", OFFICE,
     lambda user: life.late_takedowns(timezone.now())),
)  # fmt: skip


def put_on_desk() -> None:
    desk.add(
        *(
            desk.Queue(
                title=heap.title,
                url="licensing_desk:dossiers",
                query=f"heap={heap.key}",
                count=partial(_tallied, heap.key),
                roles=heap.roles,
                group="Hồ sơ cấp phép",
            )
            for heap in heaps.HEAPS
        ),
        *(
            desk.Queue(
                title=title,
                url=f"licensing_desk:{screen}",
                query=query,
                count=partial(_tallied, key),
                roles=roles,
                group="Cấp phép",
                is_late=key == "takedowns",
            )
            for key, title, screen, query, roles, _ in _BESIDE
        ),
    )


def _tallied(key: str, user: User) -> int:
    """Return the count of one queue; all of the person's are counted in one query a request."""
    kept = user.__dict__.setdefault("_queues_of_licensing", {})
    if key not in kept:
        asked = {heap.key: heap.rows(user) for heap in heaps.of(user)}
        asked |= {one: rows(user) for one, _, _, _, roles, rows in _BESIDE if roles & user.roles}
        kept.update(tallies.count(user, asked))
    return kept.get(key, 0)
