"""The newsroom's work by who has to do it next."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from cityweb.core import desk
from cityweb.core.models import Role, User
from cityweb.news.models import Edition
from cityweb.news.querysets import EditionQuerySet
from cityweb.news.states import State

# A count is read to decide what to do next: beyond this it says "more than".
MOST_COUNTED = 1_000
LIVE = "dang-dang"
WRITERS = frozenset({Role.EDITOR, Role.EDITORIAL_BOARD})
BOARD = frozenset({Role.EDITORIAL_BOARD})


@dataclass(frozen=True)
class Queue:
    """One heap of work: who sees it, and which editions lie in it for that person."""

    key: str
    title: str
    empty: str
    roles: frozenset[Role]
    narrow: Callable[[EditionQuerySet, User], EditionQuerySet]

    def editions(self, user: User) -> EditionQuerySet:
        return self.narrow(Edition.objects.visible_to(user), user)

    def count(self, user: User) -> int:
        """Return how many wait, at most one more than `MOST_COUNTED`."""
        return self.editions(user).order_by().values("pk")[: MOST_COUNTED + 1].count()


QUEUES = (
    Queue(
        "nhap",
        "Nháp của tôi",
        "Bạn không có bản nháp nào. Bấm “Viết bài mới” để bắt đầu.",
        WRITERS,
        lambda rows, user: rows.filter(state=State.DRAFT, author=user),
    ),
    Queue(
        "tra-lai",
        "Bị trả lại",
        "Không có bài nào bị trả lại cho bạn.",
        WRITERS,
        lambda rows, user: rows.filter(state=State.DRAFT, author=user).exclude(return_reason=""),
    ),
    Queue(
        "bien-tap",
        "Chờ biên tập",
        "Chưa có bài nào chờ biên tập. Bài tác giả vừa trình sẽ hiện ở đây.",
        WRITERS,
        lambda rows, user: rows.filter(state=State.SUBMITTED),
    ),
    Queue(
        "duyet",
        "Chờ tôi duyệt",
        "Không có bài nào chờ bạn duyệt.",
        BOARD,
        lambda rows, user: (
            rows.filter(state=State.EDITED).exclude(author=user).exclude(submitted_by=user)
        ),
    ),
    Queue(
        "cho-dang",
        "Đã duyệt, chờ đăng",
        "Không có bài nào đã duyệt mà chưa đăng hoặc hẹn giờ.",
        BOARD,
        lambda rows, user: rows.filter(state=State.APPROVED),
    ),
    Queue(
        "hen-gio",
        "Đã hẹn giờ",
        "Không có bài nào đang hẹn giờ đăng.",
        WRITERS,
        lambda rows, user: rows.filter(state=State.SCHEDULED),
    ),
    Queue(
        LIVE,
        "Đang đăng",
        "Chưa có bài nào đang đăng.",
        WRITERS,
        lambda rows, user: rows.filter(state=State.PUBLISHED),
    ),
)


def of(user: User) -> list[Queue]:
    """Return the queues that the person's roles of today give them."""
    return [queue for queue in QUEUES if user.is_superuser or queue.roles & user.roles]


def named(key: str, user: User) -> Queue | None:
    """Return the queue with this key if the person has it."""
    return next((queue for queue in of(user) if queue.key == key), None)


def tabs(user: User, chosen: Queue | None = None, *, is_all: bool = False) -> dict[str, Any]:
    """Return what the row of tabs above the newsroom's lists shows."""
    rows = [
        {"queue": queue, "count": queue.count(user), "is_chosen": queue is chosen}
        for queue in of(user)
    ]
    return {"tabs": rows, "most_counted": MOST_COUNTED, "is_all": is_all}


def put_on_desk() -> None:
    """Show the queues on everybody's landing page as well."""
    desk.add(
        *(
            desk.Queue(
                title=queue.title,
                url="admin:news_edition_changelist",
                query=f"hang={queue.key}",
                count=queue.count,
                roles=queue.roles,
                group="Tin bài",
            )
            for queue in QUEUES
        )
    )
