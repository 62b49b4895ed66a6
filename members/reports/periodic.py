"""The periodic report: every figure is the number of rows that it opens.

The screen, the workbook, the document and the PDF are all made from this one set.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from django.db.models import Model, Q, QuerySet

from cityweb.core.periods import Period
from members.models import (
    Directive,
    Escalation,
    Explanation,
    Incident,
    Letter,
    MaintenanceWindow,
    MemberSite,
    Notice,
    Step,
    Verdict,
)
from members.querysets import MemberSiteQuerySet
from members.reports import directives, scores
from members.states import ExplanationState, LetterState
from members.verdicts import scoring
from members.verdicts.levels import Level, Subject

Row = TypeVar("Row", bound=Model)
HEADER = ("Website", "Đơn vị", "Nội dung", "Từ lúc", "Đến lúc")


@dataclass(frozen=True)
class Line:
    """One row behind a figure."""

    site: MemberSite
    text: str
    since: datetime | None = None
    until: datetime | None = None

    def cells(self) -> list[object]:
        """The row of a table, under `HEADER`."""
        return [self.site.name, self.site.organisation.name, self.text, self.since, self.until]


@dataclass(frozen=True)
class Figure:
    """One number; `key` names it in an address, `lines` are what it counts."""

    key: str
    label: str
    lines: list[Line]
    whole: int | None = None

    @property
    def value(self) -> int:
        return len(self.lines)

    @property
    def share(self) -> float | None:
        """The number in per cent of the whole, where it is a part of one."""
        return 100 * self.value / self.whole if self.whole else None


@dataclass(frozen=True)
class Chapter:
    """Figures that belong together."""

    title: str
    figures: list[Figure]


@dataclass(frozen=True)
class Report:
    """One period in figures, as of `until`."""

    period: Period
    until: datetime
    chapters: list[Chapter]

    def figure(self, key: str) -> Figure | None:
        """Return the figure of that name."""
        found = (one for chapter in self.chapters for one in chapter.figures)
        return next((one for one in found if one.key == key), None)


def report(sites: MemberSiteQuerySet, period: Period, *, now: datetime) -> Report:
    """Return the figures of a period; of one that runs, until now."""
    first, end = scores.bounds(period, now)
    chapters = [
        _standing(sites, period, now),
        _troubles(sites, first, end),
        _incidents(sites, first, end),
        _directives(sites, period),
        _reminders(sites, first, end),
    ]
    return Report(period, end, [one for one in chapters if one.figures])


def _standing(sites: MemberSiteQuerySet, period: Period, now: datetime) -> Chapter:
    ranking = scores.ranking(sites, period, now=now)
    whole = len(ranking.rows)
    rows = {
        name: [Line(row.site, _points(row)) for row in ranking.rows if row.grade == name]
        for name in (*scoring.GRADES, scoring.UNGRADED)
    }
    graded = [
        Figure(f"loai-{place}", _graded(name), lines, whole)
        for place, (name, lines) in enumerate(rows.items())
    ]
    every = [Line(row.site, _points(row)) for row in ranking.rows]
    return Chapter("Tình hình chung", [Figure("website", "Website theo dõi", every), *graded])


def _graded(name: str) -> str:
    return "Chưa đủ dữ liệu để xếp loại" if name == scoring.UNGRADED else f"Xếp loại {name}"


def _points(row: scores.Ranked) -> str:
    return "Chưa đủ dữ liệu" if row.total is None else f"{row.total:.1f} điểm".replace(".", ",")


_TROUBLES = {
    Subject.AVAILABILITY: "Website có lúc không truy cập được",
    Subject.FRESHNESS: "Website có lúc quá hạn cập nhật tin",
    Subject.ABNORMALITY: "Website có lúc bị chèn hoặc bị thay nội dung",
    Subject.TLS: "Website có lúc lỗi hoặc sắp hết hạn chứng thư số",
}


def _troubles(sites: MemberSiteQuerySet, first: datetime, end: datetime) -> Chapter:
    """Count the sites that had each kind of trouble, each site once with its longest verdict."""
    held = Verdict.objects.filter(
        Q(until__isnull=True) | Q(until__gt=first),
        site__in=sites,
        since__lt=end,
        level=Level.BAD,
        subject__in=_TROUBLES,
    ).select_related("site__organisation")
    whole = sites.count()
    longest: dict[tuple[str, int], Verdict] = {}
    for one in sorted(held, key=lambda one: (one.until or end) - one.since):
        longest[one.subject, one.site_id] = one
    return Chapter(
        "Lỗi trong kỳ",
        [
            Figure(
                f"loi-{subject.value}",
                label,
                [
                    Line(one.site, one.text, one.since, one.until)
                    for (about, _), one in sorted(longest.items())
                    if about == subject
                ],
                whole,
            )
            for subject, label in _TROUBLES.items()
        ],
    )


def _incidents(sites: MemberSiteQuerySet, first: datetime, end: datetime) -> Chapter:
    rows = Incident.objects.filter(site__in=sites).select_related("site__organisation")
    asked: dict[str, tuple[str, QuerySet[Incident]]] = {
        "mo": ("Sự cố mở trong kỳ", rows.filter(opened_at__gte=first, opened_at__lt=end)),
        "het": ("Sự cố hết trong kỳ", rows.filter(closed_at__gte=first, closed_at__lt=end)),
        "con": (
            "Sự cố còn đến cuối kỳ",
            rows.filter(Q(closed_at__isnull=True) | Q(closed_at__gte=end), opened_at__lt=end),
        ),
    }
    return Chapter(
        "Sự cố",
        [
            Figure(
                f"su-co-{key}",
                label,
                [
                    Line(one.site, one.text, one.opened_at, one.closed_at)
                    for one in found.order_by("opened_at")
                ],
            )
            for key, (label, found) in asked.items()
        ],
    )


def _directives(sites: MemberSiteQuerySet, period: Period) -> Chapter:
    """Count who carries each directive of the period, by the last verdict on each site."""
    asked = Directive.objects.with_campaign().filter(
        Q(ends_on__isnull=True) | Q(ends_on__gte=period.first), starts_on__lt=period.end
    )
    figures = []
    for one in asked:
        rows = directives.bearers(one, sites)
        carried = [row for row in rows if row.level is Level.OK and row.verdict]
        lines = [
            Line(row.site, row.verdict.text, row.verdict.since, row.verdict.until)
            for row in carried
        ]
        figures.append(Figure(f"chu-truong-{one.pk}", one.title, lines, len(rows)))
    return Chapter("Thực hiện chủ trương chung", figures)


def _reminders(sites: MemberSiteQuerySet, first: datetime, end: datetime) -> Chapter:
    def within(name: str) -> dict[str, datetime]:
        return {f"{name}__gte": first, f"{name}__lt": end}

    notices = Notice.objects.filter(incident__site__in=sites, **within("sent_at"))
    accepted = Explanation.objects.filter(
        incident__site__in=sites, state=ExplanationState.ACCEPTED, **within("decided_at")
    )
    letters = Letter.objects.filter(
        site__in=sites, state=LetterState.SENT, **within("settled_at")
    ).select_related("site__organisation", "paper")
    late = MaintenanceWindow.objects.filter(
        site__in=sites, is_late=True, **within("announced_at")
    ).select_related("site__organisation")
    return Chapter(
        "Nhắc nhở, xử lý",
        [
            Figure("da-nhac", "Lượt nhắc đã gửi", _of(notices, _notice)),
            Figure("giai-trinh", "Giải trình được chấp nhận", _of(accepted, _explanation)),
            Figure("cong-van", "Công văn đã gửi đơn vị", [_letter(one) for one in letters]),
            Figure(
                "bao-tre",
                "Lần tạm ngừng báo trễ hạn",
                [Line(one.site, one.reason, one.starts_at, one.ends_at) for one in late],
            ),
            Figure(
                "kien-nghi", "Sự cố kiến nghị chỉ đạo xử lý", _of(_reported(sites, end), _stuck)
            ),
        ],
    )


def _reported(sites: MemberSiteQuerySet, end: datetime) -> QuerySet[Escalation]:
    """Return the incidents that came to the report and were still open at the end."""
    return Escalation.objects.filter(
        Q(incident__closed_at__isnull=True) | Q(incident__closed_at__gte=end),
        incident__site__in=sites,
        step=Step.REPORT,
        reached_at__lt=end,
    )


def _of(rows: QuerySet[Row], line: Callable[[Row], Line]) -> list[Line]:
    return [line(one) for one in rows.select_related("incident__site__organisation")]


def _notice(one: Notice) -> Line:
    return Line(one.incident.site, f"{one.get_rung_display()}: {one.incident.text}", one.sent_at)


def _explanation(one: Explanation) -> Line:
    return Line(one.incident.site, f"{one.incident.text} Giải trình: {one.text}", one.decided_at)


def _letter(one: Letter) -> Line:
    return Line(one.site, f"Công văn số {one.paper.number_text}", one.settled_at)


def _stuck(one: Escalation) -> Line:
    incident = one.incident
    return Line(incident.site, incident.text, incident.opened_at, incident.closed_at)


def rows(figures: Iterable[Figure]) -> Sequence[Sequence[object]]:
    """Return the figures as rows of a table."""
    return [
        [one.label, one.value, None if one.share is None else round(one.share, 1)]
        for one in figures
    ]
