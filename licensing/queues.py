"""What licensing puts on the desks."""

from functools import partial

from django.utils import timezone

from cityweb.core import desk
from cityweb.core.models import Role, User
from licensing import handling, heaps
from licensing.handling import Stage
from licensing.models import Proceeding
from licensing.reports import life, soon

MOST = 1000
OFFICE = frozenset({Role.OFFICER, Role.OFFICE_HEAD})
READERS = frozenset({Role.OFFICER, Role.OFFICE_HEAD, Role.DIRECTOR, Role.RECORDS_CLERK})


def put_on_desk() -> None:
    desk.add(
        *heaps.queues(),
        desk.Queue(
            title="Giấy phép sắp đổi hiệu lực",
            url="licensing_desk:changing",
            count=_count,
            roles=READERS,
            group="Cấp phép",
        ),
        *(
            desk.Queue(
                title=title,
                url="licensing_desk:proceedings",
                query=f"state={stage}",
                count=partial(_proceedings, stage),
                roles=roles,
                group="Cấp phép",
            )
            for title, stage, roles in (
                ("Vụ việc chưa kết thúc", "", OFFICE),
                ("Quyết định chờ duyệt", Stage.REVIEWING, frozenset({Role.OFFICE_HEAD})),
                ("Quyết định chờ ký", Stage.SIGNING, frozenset({Role.DIRECTOR})),
                ("Quyết định chờ ban hành", Stage.SIGNED, frozenset({Role.RECORDS_CLERK})),
            )
        ),
        desk.Queue(
            title="Yêu cầu gỡ nội dung quá hạn",
            url="licensing_desk:takedowns",
            count=lambda user: life.late_takedowns(timezone.now())[:MOST].count(),
            roles=OFFICE,
            group="Cấp phép",
            is_late=True,
        ),
    )


def _proceedings(stage: str, user: User) -> int:
    stages = [stage] if stage else handling.OPEN
    return Proceeding.objects.visible_to(user).filter(state__in=stages)[:MOST].count()


def _count(user: User) -> int:
    return soon.changing(timezone.localdate())[: soon.MOST_SHOWN].count()
