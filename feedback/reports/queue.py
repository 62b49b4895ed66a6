"""The list of submissions: what an officer asked for, one page of it, and how many there are.

Whatever is asked for, a page reads a bounded number of rows: lists are keyset-paged over an index,
counts are capped, and words are looked for among the newest before the whole index is asked.
"""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import Any

from django.contrib.postgres.search import SearchQuery
from django.db.models import Exists, F, OuterRef, QuerySet, Value
from django.utils import timezone

from cityweb.core import keyset, tallies
from cityweb.core.models import Clock, User
from cityweb.core.models.clocks import ClockQuerySet
from cityweb.core.text import fold
from feedback import codes, deadlines, queues, waiting
from feedback.models import Submission
from feedback.querysets import SubmissionQuerySet
from feedback.states import ENDED, ClockName

PAGE_SIZE = 50
# Among so many of the newest, several words are looked for one by one.
NEAR = 2_500
ALL, CLOSED = "all", "ended"
DUE, RECEIVED = "due", "received"
ME, NOBODY = "me", "nobody"
# Stand after every due moment: what is paused follows what runs, then what has no clock at all.
LATER = timedelta(days=365 * 3000)
NEVER = datetime(9000, 1, 1, tzinfo=UTC)
FIRST_LATER = datetime(3000, 1, 1, tzinfo=UTC)

# All that a row of the list shows; nothing of what is long or says who wrote.
SHOWN = (
    *("code", "subject", "place", "state", "kind", "received_at", "closed_at"),
    *("is_urgent", "is_restricted", "is_suspected_spam", "outcome"),
    *("mailbox__short_name", "category__name", "unit__name", "assigned_to__full_name"),
)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What the list is to show; what is empty does not narrow."""

    heap: str = ""
    state: str = ""
    colour: str = ""
    mailbox: int | None = None
    category: int | None = None
    unit: int | None = None
    kind: str = ""
    is_urgent: bool = False
    assigned: str = ""
    words: str = ""
    since: date | None = None
    until: date | None = None
    sort: str = ""

    @property
    def is_of_open_ones(self) -> bool:
        return self.state not in (ALL, CLOSED, *ENDED) or bool(self.colour)

    @property
    def sorts_by_due(self) -> bool:
        """What is open is sorted by the deadline, unless asked otherwise or for words."""
        return self.is_of_open_ones and not self.words and self.sort != RECEIVED


@dataclass(frozen=True)
class Row:
    """One submission as the list shows it."""

    submission: Submission
    deadline: deadlines.Deadline


@dataclass
class Page:
    """One page of the list. `count` is empty where counting would take longer than reading."""

    rows: list[Row] = field(default_factory=list)
    older: str = ""
    newer: str = ""
    count: int | None = None


def page(user: User, asked: Asked, turn: keyset.Turn, *, now: datetime) -> Page:
    """Return the page of the list that `turn` leads to."""
    asked = _by_clocks(user, asked)
    rows = found_by(user, asked, now=now)
    if asked.words:
        keys = _leaf_by_words(rows, asked.words, turn)
    elif asked.sorts_by_due:
        keys = _leaf_by_due(rows, asked.colour, turn, now)
    else:
        keys = _leaf_by_receipt(rows, turn)
    heap = queues.named(asked.heap, user)
    shown = _rows(user, [key for _, key in keys.rows], now, heap.clock if heap else None)
    is_whole = not (keys.older or keys.newer)
    count = len(shown) if is_whole else None if asked.words else _count(user, asked, rows, now)
    return Page(shown, keys.older, keys.newer, count)


def all_of(user: User, asked: Asked, *, now: datetime) -> SubmissionQuerySet:
    """Return everything that the pages of the list show one after the other, newest first."""
    asked = _by_clocks(user, asked)
    rows = found_by(user, asked, now=now)
    if asked.colour and asked.sorts_by_due:
        coloured = deadlines.coloured(asked.colour, now)
        rows = rows.filter(pk__in=coloured.values("subject_id"))
    if asked.words:
        rows = rows.filter(**_with_words(asked.words))
    return rows.order_by("-received_at", "-pk")


def _by_clocks(user: User, asked: Asked) -> Asked:
    """Ask for what is late by its colour: the same rows, found in the order of the list."""
    heap = queues.named(asked.heap, user)
    if heap and heap.same_as == "colour=late":
        return replace(asked, heap="", state="", colour="late")
    return asked


def _with_words(words: str) -> dict[str, Any]:
    code = codes.tidy(words)
    if codes.is_code(code):
        return {"code": code}
    return {"search": SearchQuery(fold(words), config="simple")}


def found_by(user: User, asked: Asked, *, now: datetime) -> SubmissionQuerySet:
    """Return what this person may see of what was asked for, words apart."""
    heap = queues.named(asked.heap, user)
    rows = heap.rows(user) if heap else _in_state(Submission.objects.visible_to(user), asked)
    if asked.colour:
        if heap or asked.state or asked.words:
            rows = queues.in_work(rows)
        if not asked.sorts_by_due:
            coloured = deadlines.coloured(asked.colour, now)
            rows = rows.filter(pk__in=coloured.values("subject_id"))
    facts: dict[str, Any] = {
        "mailbox": asked.mailbox,
        "category": asked.category,
        "unit": asked.unit,
        "kind": asked.kind,
        "is_urgent": asked.is_urgent,
    }
    rows = rows.filter(**{name: value for name, value in facts.items() if value})
    return _received(_assigned(rows, asked.assigned, user), asked.since, asked.until)


def _in_state(rows: SubmissionQuerySet, asked: Asked) -> SubmissionQuerySet:
    if asked.state == ALL or (asked.words and not asked.state):
        return rows
    if asked.state == CLOSED:
        return rows.filter(state__in=ENDED)
    if not asked.state:
        return queues.in_work(rows)
    rows = rows.filter(state=asked.state)
    return rows.filter(is_suspected_spam=False) if asked.is_of_open_ones else rows


def _assigned(rows: SubmissionQuerySet, to: str, user: User) -> SubmissionQuerySet:
    if to == NOBODY:
        return rows.filter(assigned_to__isnull=True)
    if to:
        return rows.filter(assigned_to=user.pk if to == ME else int(to))
    return rows


def _received(
    rows: SubmissionQuerySet, since: date | None, until: date | None
) -> SubmissionQuerySet:
    zone = timezone.get_default_timezone()
    if since:
        rows = rows.filter(received_at__gte=datetime.combine(since, time.min, zone))
    if until:
        after = until + timedelta(days=1)
        rows = rows.filter(received_at__lt=datetime.combine(after, time.min, zone))
    return rows


def _leaf_by_receipt(rows: SubmissionQuerySet, turn: keyset.Turn) -> keyset.Leaf:
    places = rows.values_list("received_at", "pk")
    return keyset.leaf([(places, "received_at", "pk")], turn, size=PAGE_SIZE, place_of=_place)


def _leaf_by_due(
    rows: SubmissionQuerySet, colour: str, turn: keyset.Turn, now: datetime
) -> keyset.Leaf:
    """Return the page by the deadline: what runs, then what is paused, then what has no clock.

    The last two are read only where the first does not fill the page.
    """
    read = partial(keyset.leaf, turn=turn, size=PAGE_SIZE, place_of=_place, is_rising=True)
    running, paused = (
        _first_clocks(colour, state, now).filter(subject_id__in=rows.values("pk"))
        for state in (Clock.State.RUNNING, Clock.State.PAUSED)
    )
    first: list[keyset.Source] = [
        (running.values_list("due_at", "subject_id"), "due_at", "subject_id")
    ]
    paused = paused.annotate(later=F("due_at") + LATER)
    rest: list[keyset.Source] = [(paused.values_list("later", "subject_id"), "later", "subject_id")]
    if not colour:
        started = deadlines.next_of_each().filter(subject_id=OuterRef("pk"))
        without = rows.filter(~Exists(started)).annotate(never=Value(NEVER))
        rest.append((without.values_list("never", "pk"), "never", "pk"))
    if turn.to_newer:
        is_beyond = turn.place is not None and turn.place[0] >= FIRST_LATER
        return read([*first, *rest] if is_beyond else first)
    found = read(first)
    return found if found.older else _joined(found, read(rest), turn)


def _first_clocks(colour: str, state: str, now: datetime) -> ClockQuerySet:
    if colour:
        return deadlines.coloured(colour, now, state=state)
    return deadlines.next_of_each(state)


def _joined(first: keyset.Leaf, rest: keyset.Leaf, turn: keyset.Turn) -> keyset.Leaf:
    """Return one page of two that follow each other, of which the first is not full."""
    places = [*first.rows, *rest.rows]
    shown = places[:PAGE_SIZE]
    has_more = bool(rest.older) or len(places) > PAGE_SIZE
    return keyset.Leaf(
        shown,
        older=keyset.token(shown[-1]) if has_more else "",
        newer=keyset.token(shown[0]) if turn.place and shown else "",
    )


def _leaf_by_words(rows: SubmissionQuerySet, words: str, turn: keyset.Turn) -> keyset.Leaf:
    wanted = _with_words(words)
    # How common one word is, the database knows; of words together it only guesses, and a wrong
    # guess would walk through everything.
    if "search" in wanted and len(fold(words).split()) > 1 and not turn.to_newer:
        near = rows.filter(**_beyond(turn)).order_by("-received_at", "-pk")
        newest = Submission.objects.filter(pk__in=near.values("pk")[:NEAR], **wanted)
        found = _leaf_by_receipt(newest, turn)
        if found.older:
            return found
    return _leaf_by_receipt(rows.filter(**wanted), turn)


def _beyond(turn: keyset.Turn) -> dict[str, datetime]:
    return {"received_at__lte": turn.place[0]} if turn.place else {}


def _place(row: tuple[datetime, int]) -> keyset.Place:
    return row


def _rows(user: User, keys: list[int], now: datetime, clock: ClockName | None) -> list[Row]:
    """Return the rows with these keys, in this order.

    Where things wait by another `clock` than the submissions' own, that one is told.
    """
    found = (
        Submission.objects.visible_to(user)
        .filter(pk__in=keys)
        .select_related("mailbox", "category", "unit", "assigned_to")
        .only(*SHOWN)
        .in_bulk()
    )
    beside = waiting.clocks_of(clock, keys) if clock else {}
    left = [key for key in keys if key not in beside]
    clocks = deadlines.next_by_submission(left) if left else {}
    return [
        Row(
            found[key],
            waiting.deadline(beside[key], now)
            if key in beside
            else deadlines.of_submission(found[key], clocks.get(key), now),
        )
        for key in keys
        if key in found
    ]


def _count(user: User, asked: Asked, rows: SubmissionQuerySet, now: datetime) -> int:
    found: QuerySet[Any] = rows
    if asked.colour:
        found = deadlines.in_colour(asked.colour, rows, now)
    return tallies.count(user, {"found": found})["found"]
