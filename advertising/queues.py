"""What advertising puts on the desks."""

from collections.abc import Callable

from django.db.models import QuerySet
from django.utils import timezone

from advertising.life import PlanState, Stage
from advertising.models import Inspection, Plan
from advertising.reports import listing
from cityweb.core import desk
from cityweb.core.models import Role, User
from cityweb.core.tallies import MOST_COUNTED

_GROUP = "Quảng cáo trên mạng"
_TEAM = frozenset({Role.INSPECTOR, Role.OFFICER})
_ALL = _TEAM | {Role.OFFICE_HEAD, Role.DIRECTOR}


def put_on_desk() -> None:
    cases, plans = "advertising_desk:inspections", "advertising_desk:plans"
    desk.add(
        _queue("Cuộc kiểm tra của tôi", cases, listing.mine, _TEAM, "heap=mine"),
        _queue("Chờ ký quyết định kiểm tra", cases, _in(Stage.PROPOSED),
               frozenset({Role.DIRECTOR}), f"stage={Stage.PROPOSED}"),
        _queue("Chờ kết luận kiểm tra", cases, _in(Stage.MINUTED),
               frozenset({Role.OFFICE_HEAD}), f"stage={Stage.MINUTED}"),
        _queue("Kế hoạch kiểm tra chờ duyệt", plans,
               lambda user: Plan.objects.filter(state=PlanState.PUT_UP),
               frozenset({Role.DIRECTOR}), ""),
        _queue("Kiểm tra quá ngày cuối", cases,
               lambda user: listing.late(user, timezone.localdate()), _ALL, "heap=late",
               is_late=True),
    )  # fmt: skip


def _in(stage: Stage) -> Callable[[User], QuerySet]:
    return lambda user: Inspection.objects.visible_to(user).filter(stage=stage)


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
