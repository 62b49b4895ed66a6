"""What advertising puts on the desks."""

from collections.abc import Callable

from django.db.models import QuerySet
from django.utils import timezone

from advertising.life import PlanState, SignalState, Stage, Standing
from advertising.models import Inspection, Plan, Signal, Violation
from advertising.reports import listing
from cityweb.core import desk
from cityweb.core.models import Role, User
from cityweb.core.tallies import MOST_COUNTED

_GROUP = "Quảng cáo trên mạng"
_TEAM = frozenset({Role.INSPECTOR})
_ALL = _TEAM | {Role.OFFICE_HEAD, Role.DIRECTOR}


def put_on_desk() -> None:
    cases, plans = "advertising_desk:inspections", "advertising_desk:plans"
    fined = "advertising_desk:violations"
    signals = "advertising_desk:signals"
    desk.add(
        _queue("Tin báo chờ xem xét", signals,
               lambda user: Signal.objects.visible_to(user).filter(state=SignalState.NEW), _TEAM,
               f"stage={SignalState.NEW}"),
        _queue("Nhắc nhở quá hạn", signals,
               lambda user: listing.late_signals(user, timezone.now()), _ALL, "heap=late",
               is_late=True),
        _queue("Cuộc kiểm tra của tôi", cases, listing.mine, _TEAM, "heap=mine"),
        _queue("Chờ ký quyết định kiểm tra", cases, _in(Stage.PROPOSED),
               frozenset({Role.DIRECTOR}), f"stage={Stage.PROPOSED}"),
        _queue("Công văn mời phối hợp chờ ký", cases, listing.inviting,
               frozenset({Role.OFFICE_HEAD}), "heap=inviting"),
        _queue("Chờ kết luận kiểm tra", cases, _in(Stage.MINUTED),
               frozenset({Role.OFFICE_HEAD}), f"stage={Stage.MINUTED}"),
        _queue("Kế hoạch kiểm tra chờ duyệt", plans,
               lambda user: Plan.objects.filter(state=PlanState.PUT_UP),
               frozenset({Role.DIRECTOR}), ""),
        _queue("Dự thảo xử phạt chờ thẩm định", fined, _standing(Standing.DRAFTED),
               _TEAM | {Role.OFFICE_HEAD}, f"stage={Standing.DRAFTED}"),
        _queue("Quyết định xử phạt chờ ký", fined, _standing(Standing.REVIEWED),
               frozenset({Role.DIRECTOR}), f"stage={Standing.REVIEWED}"),
        _queue("Quyết định xử phạt chờ giao", fined, _standing(Standing.ISSUED),
               _TEAM | {Role.RECORDS_CLERK}, f"stage={Standing.ISSUED}"),
        _queue("Xử phạt đang thi hành", fined, _standing(Standing.SERVED), _TEAM,
               f"stage={Standing.SERVED}"),
        _queue("Vi phạm quá hạn", fined,
               lambda user: listing.late_violations(user, timezone.now()), _ALL, "heap=late",
               is_late=True),
        _queue("Kiểm tra quá ngày cuối", cases,
               lambda user: listing.late(user, timezone.localdate()), _ALL, "heap=late",
               is_late=True),
    )  # fmt: skip


def _in(stage: Stage) -> Callable[[User], QuerySet]:
    return lambda user: Inspection.objects.visible_to(user).filter(stage=stage)


def _standing(standing: Standing) -> Callable[[User], QuerySet]:
    return lambda user: Violation.objects.visible_to(user).filter(standing=standing)


def _queue(
    title: str,
    url: str,
    rows: Callable[[User], QuerySet],
    roles: frozenset[Role],
    query: str,
    *,
    is_late: bool = False,
) -> desk.Queue:
    return desk.Queue(
        title=title, url=url, roles=roles, group=_GROUP, query=query, is_late=is_late,
        count=lambda user: rows(user)[: MOST_COUNTED + 1].count(),
    )  # fmt: skip
