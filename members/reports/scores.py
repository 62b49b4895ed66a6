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
from members.verdicts.scoring import Ending, Formula, Loss, Score, Span

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


def _shown(
    points: float | None, most: float = scoring.WHOLE, *, faulty: bool = False
) -> float | None:
    """Return points of so many to a tenth; who lost any, or was faulty, is never shown with all."""
    if points is None:
        return None
    whole = round(most, 1)
    return min(round(points, 1), whole - 0.1) if faulty or points < most - A_HAIR else whole


@dataclass(frozen=True)
class Ranked:
    """One site with its score; sites with the same points share a rank.

    Who ends the period out of order stands behind all others, who cannot be measured has no rank.
    """

    site: MemberSite
    score: Score
    grade: str
    rank: int | None
    ending: Ending = Ending.FINE

    @property
    def remark(self) -> str:
        """Why the rank is not what the points alone would give."""
        return _REMARKS.get(self.ending, "")

    @property
    def total(self) -> float | None:
        """The points as they are shown and ranked."""
        return _shown(self.score.total, faulty=self.score.was_faulty)

    @property
    def cells(self) -> list[tuple[Subject, float | None]]:
        """The points of each respect, in the order of the columns."""
        parts = [(subject, self.score.part(subject)) for subject in Subject]
        return [
            (subject, _shown(part.got, part.most, faulty=part.was_faulty) if part else None)
            for subject, part in parts
        ]


_REMARKS = {
    Ending.FAULTY: "Cuối kỳ đang có lỗi nặng: xếp sau các website khác, cao nhất loại Trung bình.",
    Ending.UNMEASURED: "Cuối kỳ không đo được: chưa xếp hạng.",
}


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
    endings = {site.pk: scoring.ending(spans[site.pk], end=end) for site in found}
    return Ranking(period, said, list(_ranked(found, scores, endings, said)))


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
    sites: Sequence[MemberSite],
    scores: dict[int, Score],
    endings: dict[int, Ending],
    said: Formula,
) -> Iterator[Ranked]:
    def standing(site: MemberSite) -> tuple[int, float]:
        total = _shown(scores[site.pk].total, faulty=scores[site.pk].was_faulty)
        return endings[site.pk], 1.0 if total is None else -total

    rank, before = 0, None
    for place, site in enumerate(sorted(sites, key=standing), start=1):
        score, ending = scores[site.pk], endings[site.pk]
        if standing(site) != before:
            rank, before = place, standing(site)
        has_rank = score.total is not None and ending is not Ending.UNMEASURED
        yield Ranked(
            site,
            score,
            scoring.grade(score.total, said, ending),
            rank if has_rank else None,
            ending,
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


HEADER = (
    *("Hạng", "Mã", "Website", "Đơn vị", "Điểm", "Xếp loại"),
    *(one.label for one in Subject),
    "Ghi chú",
)


def table(rows: Sequence[Ranked]) -> Iterator[list[Any]]:
    """Yield the rows of the workbook, under `HEADER`."""
    for row in rows:
        site = row.site
        yield [
            *(row.rank, site.code, site.name, site.organisation.name, row.total, row.grade),
            *(one for _, one in row.cells),
            row.remark,
        ]
