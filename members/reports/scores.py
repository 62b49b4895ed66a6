"""Scores and ranks of the sites for a period, and what stands behind every point."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db.models import Q
from django.utils import timezone

from cityweb.core import law
from cityweb.core.periods import Period
from members.models import MemberSite, Verdict
from members.querysets import MemberSiteQuerySet
from members.verdicts import scoring
from members.verdicts.levels import Level, Subject
from members.verdicts.scoring import Formula, Loss, Score, Span

POINTS = {subject: f"MEMBER.SCORE.{subject.name}" for subject in Subject}
NOTICE, GRADES = "MEMBER.SCORE.NOTICE", "MEMBER.SCORE.GRADES"
A_HAIR = 0.001
"""A moment of a month is worth so many points; it shows at no site."""
_ROW = ("pk", "site", "subject", "level", "since", "until", "section", "directive")


def formula(on: date) -> Formula:
    """Return the formula in force on a day. Raises `Refused("rule-unsettled")`."""
    return Formula(
        points={one: law.resolve(code, on=on).value for one, code in POINTS.items()},
        notice_percent=law.resolve(NOTICE, on=on).value,
        grades=tuple(law.resolve(GRADES, on=on).value),
    )


def _shown(total: float | None) -> float | None:
    """Return points to a tenth; who lost any is never shown with all of them."""
    if total is None:
        return None
    lost_some = total < scoring.WHOLE - A_HAIR
    return min(round(total, 1), scoring.WHOLE - 0.1) if lost_some else float(scoring.WHOLE)


@dataclass(frozen=True)
class Ranked:
    """One site with its score; sites with the same points share a rank."""

    site: MemberSite
    score: Score
    grade: str
    rank: int | None

    @property
    def total(self) -> float | None:
        """The points as they are shown and ranked."""
        return _shown(self.score.total)

    @property
    def cells(self) -> list[tuple[Subject, float | None]]:
        """The points of each respect, in the order of the columns."""
        parts = [(subject, self.score.part(subject)) for subject in Subject]
        return [(subject, part.got if part else None) for subject, part in parts]


@dataclass(frozen=True)
class Ranking:
    """All sites of a period, the best first, and how many there are of each grade."""

    period: Period
    formula: Formula
    rows: list[Ranked]

    @property
    def grades(self) -> list[tuple[str, int, float]]:
        """Each grade with its count and its share in per cent."""
        counts = Counter(row.grade for row in self.rows)
        names = [*scoring.GRADES, scoring.UNGRADED]
        return [
            (name, counts[name], 100 * counts[name] / len(self.rows))
            for name in names
            if counts[name]
        ]


def ranking(sites: MemberSiteQuerySet, period: Period, *, now: datetime) -> Ranking:
    """Return the ranking of a period; of one that runs, until now."""
    said = formula(min(period.last, timezone.localdate(now)))
    found = list(sites.select_related("organisation").order_by("code"))
    first, end = bounds(period, now)
    spans = _spans(sites, first, end)
    scores = {site.pk: scoring.score(spans[site.pk], said, first=first, end=end) for site in found}
    return Ranking(period, said, list(_ranked(found, scores, said)))


def bounds(period: Period, now: datetime) -> tuple[datetime, datetime]:
    """Return the moments between which a period is looked at."""
    first, end = (
        timezone.make_aware(datetime.combine(day, time.min)) for day in (period.first, period.end)
    )
    return first, max(min(end, now), first)


def _spans(sites: MemberSiteQuerySet, first: datetime, end: datetime) -> dict[int, list[Span]]:
    rows = Verdict.objects.filter(
        Q(until__isnull=True) | Q(until__gt=first), site__in=sites, since__lt=end
    )
    found: dict[int, list[Span]] = defaultdict(list)
    for pk, site, subject, level, since, until, *place in rows.values_list(*_ROW):
        found[site].append(Span(pk, Subject(subject), Level(level), since, until, tuple(place)))
    return found


def _ranked(
    sites: Sequence[MemberSite], scores: dict[int, Score], said: Formula
) -> Iterator[Ranked]:
    def points(site: MemberSite) -> float:
        total = _shown(scores[site.pk].total)
        return -1.0 if total is None else total

    rank, before = 0, None
    for place, site in enumerate(sorted(sites, key=points, reverse=True), start=1):
        total = scores[site.pk].total
        if points(site) != before:
            rank, before = place, points(site)
        yield Ranked(
            site, scores[site.pk], scoring.grade(total, said), None if total is None else rank
        )


@dataclass(frozen=True)
class Cost:
    """Points lost with the verdict that cost them."""

    loss: Loss
    verdict: Verdict


def costs(ranked: Ranked) -> list[tuple[scoring.Part, list[Cost]]]:
    """Return every respect of a site with the verdicts behind the points it lost."""
    keys = [loss.verdict for part in ranked.score.parts for loss in part.losses]
    verdicts = Verdict.objects.select_related("section", "directive").in_bulk(keys)
    return [
        (part, [Cost(loss, verdicts[loss.verdict]) for loss in part.losses])
        for part in ranked.score.parts
    ]


HEADER = ("Hạng", "Mã", "Website", "Đơn vị", "Điểm", "Xếp loại", *(one.label for one in Subject))


def table(rows: Sequence[Ranked]) -> Iterator[list[Any]]:
    """Yield the rows of the workbook, under `HEADER`."""
    for row in rows:
        cells = [None if one is None else round(one, 1) for _, one in row.cells]
        total = None if row.total is None else round(row.total, 1)
        site = row.site
        yield [
            *(row.rank, site.code, site.name, site.organisation.name, total, row.grade),
            *cells,
        ]
