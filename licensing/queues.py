"""What licensing puts on the desks."""

from django.utils import timezone

from cityweb.core import desk
from cityweb.core.models import Role, User
from licensing import heaps
from licensing.reports import soon

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
    )


def _count(user: User) -> int:
    return soon.changing(timezone.localdate())[: soon.MOST_SHOWN].count()
