"""What waits on the desks: each app adds its queues here in `AppConfig.ready()`.

    desk.add(desk.Queue(title="Chờ biên tập", count=…, url="admin:news_edition_changelist",
                        roles={"editor"}, group="Tin bài"))

This is the only registry of the house, and asking it the only way in which the platform learns of
the work of the apps.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby

from django.urls import reverse

from cityweb.core.models import User


@dataclass(frozen=True)
class Queue:
    """One list of work. `count` must be cheap at any size; `query` is added to the address."""

    title: str
    url: str
    count: Callable[[User], int]
    roles: frozenset[str] | set[str]
    group: str
    query: str = ""
    # Waiting here is a delay, not just work: shown in red when not empty.
    is_late: bool = False
    # What is said beside the number when it is not nought, such as for how long something waits.
    note: Callable[[User], str] = lambda user: ""


@dataclass(frozen=True)
class Waiting:
    """A queue as one person sees it now."""

    title: str
    address: str
    count: int
    is_late: bool
    note: str = ""


_queues: list[Queue] = []


def add(*queues: Queue) -> None:
    """Put queues on the desks of those who hold one of their roles."""
    _queues.extend(queue for queue in queues if queue not in _queues)


def waiting_for(user: User, *, only: str = "") -> list[tuple[str, list[Waiting]]]:
    """Return the person's queues with their counts, grouped, in the order they were added.

    `only` names the screens of one app, such as "licensing_desk": a long list there need not count
    what waits on the other desks.
    """
    mine = [queue for queue in _queues if user.roles & queue.roles and queue.url.startswith(only)]
    return [(group, [_look(queue, user) for queue in queues]) for group, queues in _grouped(mine)]


def _grouped(queues: list[Queue]) -> Iterable[tuple[str, Iterable[Queue]]]:
    order = {group: place for place, group in reversed(list(enumerate(q.group for q in queues)))}
    return groupby(sorted(queues, key=lambda queue: order[queue.group]), lambda queue: queue.group)


def _look(queue: Queue, user: User) -> Waiting:
    address = reverse(queue.url) + (f"?{queue.query}" if queue.query else "")
    count = queue.count(user)
    note = queue.note(user) if count else ""
    return Waiting(queue.title, address, count, queue.is_late and count > 0, note)
