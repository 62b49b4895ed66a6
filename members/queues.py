"""What the watch puts on the desks."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from cityweb.core import desk, tallies
from cityweb.core.models import User
from members.models import Explanation, Letter, MemberSite, Verdict
from members.querysets import CHECKERS, READERS, SIGNERS
from members.states import ExplanationState, LetterState
from members.verdicts.levels import Level

GROUP = "Website thành viên"
_KEPT = "_counts_of_the_watch"


def put_on_desk() -> None:
    desk.add(
        desk.Queue(
            title="Giải trình chờ xem xét",
            url="members_desk:incidents",
            count=_counted("waiting"),
            roles=CHECKERS,
            group=GROUP,
        ),
        desk.Queue(
            title="Công văn chờ ký",
            url="members_desk:letters",
            count=_counted("letters"),
            roles=SIGNERS,
            group=GROUP,
        ),
        desk.Queue(
            title="Website có lỗi",
            url="members_desk:sites",
            query="level=bad",
            count=_counted("bad"),
            roles=READERS,
            group=GROUP,
            is_late=True,
        ),
        desk.Queue(
            title="Website cần xem",
            url="members_desk:sites",
            query="level=notice",
            count=_counted("notice"),
            roles=READERS,
            group=GROUP,
        ),
    )


def _counted(name: str) -> Callable[[User], int]:
    """Return what tells one count; a request asks the database for all of them once."""

    def count(user: User) -> int:
        known = vars(user).get(_KEPT)
        if known is None:
            known = vars(user)[_KEPT] = tallies.count(user, _questions(user))
        return known[name]

    return count


def _questions(user: User) -> dict[str, QuerySet[Any]]:
    """Return which sites stand at a level and at none worse, and what units explained."""
    held = Verdict.objects.current()
    sites = MemberSite.objects.visible_to(user)
    watched = sites.watched(timezone.localdate())
    bad = held.filter(level=Level.BAD).values("site")
    notice = held.filter(level=Level.NOTICE).values("site")
    return {
        "bad": watched.filter(pk__in=bad),
        "notice": watched.filter(pk__in=notice).exclude(pk__in=bad),
        "letters": Letter.objects.filter(site__in=sites, state=LetterState.DRAFT),
        "waiting": Explanation.objects.filter(
            incident__site__in=sites, state=ExplanationState.SENT
        ),
    }
