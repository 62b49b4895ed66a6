"""The list of dossiers on the desk: narrowed, page by page, with their clocks."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from cityweb.core import keyset, tallies
from cityweb.core.clocks.wording import Deadline
from cityweb.core.models import Clock, User
from licensing import deadlines, heaps
from licensing.models import Dossier
from licensing.querysets import DossierQuerySet

SIZE = 30


@dataclass(frozen=True)
class Asked:
    """What the list was narrowed to."""

    heap: str = ""
    words: str = ""
    procedure: str = ""
    state: str = ""
    colour: str = ""
    channel: str = ""
    specialist: int | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class Row:
    """One line of the list."""

    dossier: Dossier
    deadline: Deadline
    step: Deadline | None


@dataclass(frozen=True)
class Page:
    """One page of the list."""

    rows: list[Row]
    older: str
    newer: str


def narrowed(user: User, asked: Asked, now: datetime) -> DossierQuerySet:
    """Return the dossiers that the person may see and asked for."""
    heap = heaps.named(asked.heap, user)
    rows = heap.rows(user) if heap else Dossier.objects.on_desk(user)
    if asked.words:
        rows = rows.holding(asked.words)
    if asked.procedure:
        rows = rows.filter(procedure__code=asked.procedure)
    if asked.state:
        rows = rows.filter(state=asked.state)
    if asked.channel:
        rows = rows.filter(channel=asked.channel)
    if asked.specialist:
        rows = rows.filter(specialist=asked.specialist)
    if asked.since:
        rows = rows.filter(submitted_at__gte=_midnight(asked.since))
    if asked.until:
        rows = rows.filter(submitted_at__lt=_midnight(asked.until + timedelta(days=1)))
    if asked.colour:
        clocks = deadlines.coloured(asked.colour, now)
        rows = rows.filter(pk__in=clocks.values("subject_id"))
    return rows


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def lines(rows: DossierQuerySet, now: datetime, *, most: int) -> list[Row]:
    """Return up to `most` dossiers with their clocks, the newest first, for a table that leaves."""
    found = list(
        rows.select_related("procedure", "applicant", "specialist")
        .defer("sent", "words", "search")
        .order_by("-submitted_at", "-id")[:most]
    )
    clocks = deadlines.by_dossier(one.pk for one in found)
    return [_row(one, clocks.get(one.pk), now) for one in found]


def page(user: User, asked: Asked, turn: keyset.Turn, *, now: datetime) -> Page:
    """Return one page, the newest first."""
    rows = narrowed(user, asked, now).select_related("procedure", "applicant", "specialist")
    found = keyset.leaf(
        [(rows.defer("sent", "words", "search"), "submitted_at", "id")],
        turn,
        size=SIZE,
        place_of=lambda one: (one.submitted_at, one.pk),
    )
    clocks = deadlines.by_dossier(one.pk for one in found.rows)
    lines = [_row(one, clocks.get(one.pk), now) for one in found.rows]
    return Page(lines, found.older, found.newer)


def _row(one: Dossier, clock: Clock | None, now: datetime) -> Row:
    return Row(one, deadlines.of(one, clock, now), deadlines.of_step(one, now))


def colours(user: User, asked: Asked, now: datetime) -> dict[str, int]:
    """Return how many dossiers of the heap have each colour, at most one more than is counted."""
    rows = narrowed(user, Asked(heap=asked.heap), now)
    keys = rows.values("pk")
    questions = {
        colour: deadlines.coloured(colour, now).filter(subject_id__in=keys)
        for colour in deadlines.COLOURS
    }
    return tallies.count(user, questions)
