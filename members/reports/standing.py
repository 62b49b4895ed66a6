"""How the sites stand now: for the wall, the list and the page of one site."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Window

from members.depths import DAILY_REQUESTS, Origin
from members.models import Kind, MemberSite, Observation, Round, SubPage, Verdict
from members.verdicts.levels import ORDER, Level, Subject

MOST_SITES = 2_000
"""More than the city will ever have; a wall of more would help nobody."""
RECENT = 80
LISTED = 30
LATEST = 120


@dataclass
class Standing:
    """One site with its verdicts of now; all are there before it is asked how it stands."""

    site: MemberSite
    verdicts: list[Verdict] = field(default_factory=list)

    @cached_property
    def level(self) -> Level:
        """How the site stands as a whole: as its worst verdict does."""
        return max(
            (Level(one.level) for one in self.verdicts), key=ORDER.get, default=Level.UNKNOWN
        )

    @cached_property
    def worst(self) -> Verdict | None:
        """The verdict that is shown where there is room for one only."""
        ranked = sorted(self.verdicts, key=lambda one: _SUBJECTS[one.subject])
        return max(ranked, key=lambda one: ORDER[Level(one.level)], default=None)

    @property
    def cells(self) -> list[Verdict | None]:
        """The worst verdict about each subject, in the order of the list's columns."""
        return [
            max(
                (one for one in self.verdicts if one.subject == subject),
                key=lambda one: ORDER[Level(one.level)],
                default=None,
            )
            for subject in Subject
        ]


_SUBJECTS = {subject.value: place for place, subject in enumerate(Subject)}


def standings(sites: QuerySet[MemberSite]) -> list[Standing]:
    """Return the sites with their verdicts, the worst first; two queries."""
    found = {
        site.pk: Standing(site)
        for site in sites.select_related("organisation", "watch").order_by("code")[:MOST_SITES]
    }
    # Proofs are long and shown on the page of a site alone.
    verdicts = (
        Verdict.objects.current()
        .filter(site__in=sites)
        .select_related("section")
        .defer("evidence", "rule", "fix", "url")
    )
    for verdict in verdicts:
        if verdict.site_id in found:
            found[verdict.site_id].verdicts.append(verdict)
    return sorted(found.values(), key=_gravity)


def _gravity(standing: Standing) -> tuple[int, int, str]:
    worst = standing.worst
    subject = _SUBJECTS[worst.subject] if worst else len(_SUBJECTS)
    return -ORDER[standing.level], subject, standing.site.code


@dataclass(frozen=True)
class Pulse:
    """Whether the watch itself is alive: its last round, and why it did not count if it did not."""

    last: Round | None
    running: int


def pulse() -> Pulse:
    """Return how the watch itself is doing."""
    finished = Round.objects.filter(ended_at__isnull=False).order_by("-opened_at")
    running = Round.objects.filter(started_at__isnull=False, ended_at__isnull=True)
    newest = running.order_by("-opened_at").values_list("sites", flat=True)[:1]
    return Pulse(finished.first(), next(iter(newest), 0))


@dataclass(frozen=True)
class Course:
    """What a site answered lately: its home, the oldest first; everything, the newest first."""

    homes: list[Observation]
    answers: list[Observation]


def course(site: MemberSite) -> Course:
    """Return the last answers of a site."""
    rows = Observation.objects.filter(site=site).select_related("section")
    answers = list(rows.order_by("-asked_at")[:RECENT])
    return Course(
        homes=[one for one in reversed(answers) if one.kind == Kind.HOME],
        answers=answers[:LISTED],
    )


@dataclass(frozen=True)
class Below:
    """What is known of the pages below a home page: the infected first, then those that were."""

    pages: list[SubPage]
    waiting: int
    spent: int
    most: int = DAILY_REQUESTS


def below(site: MemberSite, *, today: date) -> Below:
    """Return the pages of a site that tell most, and what the day has cost it so far."""
    is_waiting = Q(asked_at__isnull=True) & ~Q(origin=Origin.HOME)
    rows = list(
        SubPage.objects.filter(site=site)
        .annotate(waiting=Window(Count("pk", filter=is_waiting)))
        .order_by(F("planted_at").desc(nulls_last=True), F("asked_at").desc(nulls_last=True))[
            :LISTED
        ]
    )
    watch = getattr(site, "watch", None)
    told = [one for one in rows if one.planted_at or one.asked_at]
    return Below(
        pages=sorted(told, key=lambda one: not one.is_infected),
        waiting=rows[0].waiting if rows else 0,
        spent=watch.spent(today) if watch else 0,
    )


def of_late(site: MemberSite) -> list[Verdict]:
    """Return the verdicts that hold on a site, and the last ones that held before."""
    rows = Verdict.objects.filter(site=site).select_related("section", "directive")
    return list(rows.order_by(F("until").desc(nulls_first=True), "-pk")[:LATEST])


def past(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """Return the last verdicts that no longer hold, the newest first."""
    ended = [one for one in verdicts if one.until is not None]
    return sorted(ended, key=lambda one: (one.until, one.pk), reverse=True)[:LISTED]


def by_subject(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """Return the verdicts of one site, the worst first, and then in the order of the list."""
    return sorted(
        verdicts,
        key=lambda one: (
            -ORDER[Level(one.level)],
            _SUBJECTS[one.subject],
            one.section.name if one.section else "",
        ),
    )


def choices(sites: QuerySet[MemberSite]) -> dict[str, list[str]]:
    """Return what the list can be narrowed by: the tags and platforms that occur."""
    found: dict[str, set[str]] = defaultdict(set)
    for tags, platform in sites.order_by().values_list("tags", "platform"):
        found["tag"].update(tags)
        found["platform"].update([platform] if platform else [])
    return {name: sorted(values) for name, values in found.items()}


def is_being_asked(site: MemberSite, *, now: datetime) -> bool:
    """Tell whether a worker has the site just now, or is about to take it."""
    watch: Any = getattr(site, "watch", None)
    if watch is None:
        return False
    return watch.due_at <= now or bool(watch.leased_until and watch.leased_until > now)
