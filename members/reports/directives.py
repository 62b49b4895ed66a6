"""Who carries a common directive and who does not, with the days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from members.models import Directive, MemberSite, Verdict
from members.querysets import MemberSiteQuerySet
from members.verdicts.levels import ORDER, Level

HEADER = ("Mã", "Website", "Đơn vị", "Tình trạng", "Kết luận", "Từ lúc", "Bằng chứng", "Địa chỉ")


@dataclass(frozen=True)
class Bearer:
    """One site and its last verdict on a directive; nothing where it was not judged yet."""

    site: MemberSite
    verdict: Verdict | None

    @property
    def level(self) -> Level:
        return Level(self.verdict.level) if self.verdict else Level.UNKNOWN

    @property
    def word(self) -> str:
        """How it stands, in a word."""
        return _WORDS.get(self.verdict.code, _LACKING) if self.verdict else "Chưa xét"


_LACKING = "Chưa thực hiện"
_WORDS = {
    "carried": "Đúng hạn",
    "present": "Có sẵn",
    "early": "Sớm",
    "late": "Trễ",
    "removed": "Đã gỡ",
    "hidden": "Bị giấu",
    "wrong-link": "Sai liên kết",
    "incomplete": "Chưa đủ",
    "unseen": "Chưa xét được",
}


@dataclass(frozen=True)
class Summary:
    """One directive with how many sites stand how."""

    directive: Directive
    concerned: int
    carried: int
    words: list[tuple[str, int]]

    @property
    def share(self) -> int:
        return round(100 * self.carried / self.concerned) if self.concerned else 0


def bearers(directive: Directive, sites: MemberSiteQuerySet) -> list[Bearer]:
    """Return the sites a directive is for, those that do not carry it first.

    Of one that is over, the last verdict that held on each site counts.
    """
    last = {
        one.site_id: one
        for one in Verdict.objects.filter(directive=directive, site__in=sites)
        .order_by("site_id", "-since", "-pk")
        .distinct("site_id")
    }
    rows = [
        Bearer(site, last.get(site.pk))
        for site in sites.select_related("organisation").order_by("code")
        if directive.concerns(site)
    ]
    return sorted(rows, key=lambda row: -ORDER[row.level])


def summaries(sites: MemberSiteQuerySet) -> list[Summary]:
    """Return every directive with its counts, the newest first."""
    return [
        summary(one, bearers(one, sites)) for one in Directive.objects.with_campaign()[:MOST_SHOWN]
    ]


MOST_SHOWN = 40


def summary(directive: Directive, rows: list[Bearer]) -> Summary:
    """Return the counts of one directive."""
    return Summary(
        directive,
        concerned=len(rows),
        carried=sum(row.level is Level.OK for row in rows),
        words=Counter(row.word for row in rows).most_common(),
    )


def table(rows: list[Bearer]) -> Iterator[list[Any]]:
    """Yield the rows of the workbook, under `HEADER`."""
    for row in rows:
        said = row.verdict or Verdict()
        yield [
            *(row.site.code, row.site.name, row.site.organisation.name, row.word),
            *(said.text, said.since, said.evidence, said.url),
        ]
