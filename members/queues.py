"""What the watch puts on the desks."""

from collections.abc import Callable

from django.utils import timezone

from cityweb.core import desk
from cityweb.core.models import User
from members.models import MemberSite, Verdict
from members.querysets import READERS
from members.verdicts.levels import Level

GROUP = "Website thành viên"


def put_on_desk() -> None:
    desk.add(
        desk.Queue(
            title="Website có lỗi",
            url="members_desk:sites",
            query="level=bad",
            count=_standing_at(Level.BAD),
            roles=READERS,
            group=GROUP,
            is_late=True,
        ),
        desk.Queue(
            title="Website cần xem",
            url="members_desk:sites",
            query="level=notice",
            count=_standing_at(Level.NOTICE, above=[Level.BAD]),
            roles=READERS,
            group=GROUP,
        ),
    )


def _standing_at(level: Level, above: list[Level] | None = None) -> Callable[[User], int]:
    """Return what counts the sites that stand at a level and have no worse verdict."""

    def count(user: User) -> int:
        held = Verdict.objects.current()
        worse = held.filter(level__in=above or []).values("site")
        sites = MemberSite.objects.visible_to(user).watched(timezone.localdate())
        return (
            sites.filter(pk__in=held.filter(level=level).values("site"))
            .exclude(pk__in=worse)
            .count()
        )

    return count
