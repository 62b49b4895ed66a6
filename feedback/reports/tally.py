"""How much lies in each heap, in each state and under each colour of the clock.

What is the same for all who see the same is remembered by the process for a few seconds: the
numbers stand beside every screen, while the lists behind them are always read anew. Whoever has
just done something sees at once what came of it.
"""

from datetime import timedelta
from typing import Any

from cachetools import TTLCache
from django.db.models import QuerySet
from django.utils import timezone

from cityweb.core import tallies
from cityweb.core.models import AuditEntry, Role, User
from feedback import deadlines, queues
from feedback.models import Submission
from feedback.querysets import READERS
from feedback.states import OPEN

SECONDS = 5
_ACTED = "acted"
Circle = tuple[bool, bool]
_room: TTLCache[Circle, dict[str, int]] = TTLCache(maxsize=4, ttl=SECONDS)
_notes: TTLCache[Circle, dict[str, str]] = TTLCache(maxsize=4, ttl=SECONDS)


def of(user: User) -> dict[str, int]:
    """Return the numbers this person may see: by heap, by "state=…" and by "colour=…"."""
    mine = {heap.key: heap.rows(user) for heap in queues.of(user) if heap.group == queues.MINE}
    counts = tallies.count(user, {**mine, _ACTED: _just_done_by(user)})
    if counts.pop(_ACTED):
        _room.pop(_circle(user), None)
        _notes.pop(_circle(user), None)
    return {**_of_the_room(user), **counts}


def notes(user: User) -> dict[str, str]:
    """Return what is said beside the number of a heap that is not empty, by heap."""
    circle, counts = _circle(user), _of_the_room(user)
    known = _notes.get(circle)
    if known is None:
        told = [heap for heap in queues.of(user) if heap.clock and counts.get(heap.key)]
        known = _notes[circle] = {heap.key: heap.note(user) for heap in told}
    return known


def forget() -> None:
    """Forget what this process remembers."""
    _room.clear()
    _notes.clear()


def _just_done_by(user: User) -> QuerySet[AuditEntry]:
    """Return what the person did since the oldest numbers that are still remembered.

    Every process remembers its own, so the deed is asked for where all of them see it.
    """
    since = timezone.now() - timedelta(seconds=SECONDS + 1)
    return AuditEntry.objects.filter(actor=user, at__gte=since)


def _circle(user: User) -> Circle:
    # All that `visible_to` goes by; no number leaves the circle of those who see its rows.
    return (user.has_role(*READERS), user.has_role(Role.DENUNCIATION_READER))


def _of_the_room(user: User) -> dict[str, int]:
    circle = _circle(user)
    counts = _room.get(circle)
    if counts is None:
        counts = _room[circle] = tallies.count(user, _questions(user))
        counts |= {heap.key: counts[heap.same_as] for heap in queues.HEAPS if heap.same_as}
    return counts


def _questions(user: User) -> dict[str, QuerySet[Any]]:
    now, visible = timezone.now(), Submission.objects.visible_to(user)
    in_work = queues.in_work(visible)
    return {
        **{
            heap.key: heap.rows(user)
            for heap in queues.HEAPS
            if heap.group != queues.MINE and not heap.same_as
        },
        **{f"state={one}": visible.filter(state=one, is_suspected_spam=False) for one in OPEN},
        **{
            f"colour={colour}": deadlines.in_colour(colour, in_work, now)
            for colour in deadlines.COLOURS
        },
    }
