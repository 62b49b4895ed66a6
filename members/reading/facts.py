"""The facts of one page: its newest day of news, what is odd on it, and what it looks like."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from members.abnormality import Finding, Keywords, Portrait, defaced, injected, redirected
from members.abnormality.portraits import portrait
from members.freshness import (
    NewsDate,
    listed_news,
    newest_feed_date,
    newest_news_date,
    newest_sitemap_date,
)

HOME, SECTION, FEED, SITEMAP = "home", "section", "feed", "sitemap"
_SETS = ("shape", "names", "words", "script_hosts")


@dataclass(frozen=True)
class Job:
    """One answer to read. `chain` is every address asked, `past` older portraits of the page."""

    kind: str
    url: str
    home: str
    today: date
    text: str
    chain: tuple[str, ...] = ()
    past: tuple[dict[str, Any], ...] = ()

    def packed(self) -> dict[str, Any]:
        return asdict(self) | {"today": self.today.isoformat()}

    @classmethod
    def unpacked(cls, said: dict[str, Any]) -> Job:
        return cls(**said | {"today": date.fromisoformat(said["today"])})


@dataclass(frozen=True)
class Facts:
    """What was read; an unreadable page has none."""

    news: NewsDate | None = None
    news_days: tuple[date, ...] = ()
    findings: tuple[Finding, ...] = ()
    portrait: dict[str, Any] = field(default_factory=dict)
    is_unreadable: bool = False

    def packed(self) -> dict[str, Any]:
        return {
            "news": [self.news.day.isoformat(), self.news.evidence, self.news.rule]
            if self.news
            else None,
            "news_days": [day.isoformat() for day in self.news_days],
            "findings": [asdict(one) for one in self.findings],
            "portrait": self.portrait,
        }

    @classmethod
    def unpacked(cls, said: dict[str, Any]) -> Facts:
        news = said["news"]
        return cls(
            news=NewsDate(date.fromisoformat(news[0]), *news[1:]) if news else None,
            news_days=tuple(date.fromisoformat(day) for day in said["news_days"]),
            findings=tuple(Finding(**one) for one in said["findings"]),
            portrait=said["portrait"],
        )


def read(job: Job, *, keywords: Keywords) -> Facts:
    """Return the facts of one answer. Only a home page is judged for what is odd on it."""
    if job.kind in {FEED, SITEMAP}:
        newest = newest_feed_date if job.kind == FEED else newest_sitemap_date
        return Facts(news=newest(job.text.encode(), url=job.url, today=job.today))
    news = newest_news_date(job.text, url=job.url, today=job.today)
    days = {piece.day for piece in listed_news(job.text, url=job.url, today=job.today)}
    if job.kind == SECTION:
        return Facts(news=news, news_days=tuple(sorted(days)))
    past = [restored(one) for one in job.past]
    findings = [
        *redirected(job.chain, job.text, home=job.home),
        *injected(job.text, url=job.url, keywords=keywords, blocked_domains=frozenset()),
        *defaced(job.text, past=past, url=job.url),
    ]
    return Facts(
        news=news,
        news_days=tuple(sorted(days)),
        findings=tuple(sorted(findings, key=lambda one: one.is_mild)),
        portrait=kept(portrait(job.text, url=job.url)),
    )


def kept(drawn: Portrait) -> dict[str, Any]:
    """Return a portrait as it is stored."""
    plain = {name: getattr(drawn, name) for name in Portrait.__dataclass_fields__}
    return plain | {name: sorted(plain[name]) for name in _SETS}


def restored(stored: dict[str, Any]) -> Portrait:
    """Return a stored portrait."""
    return Portrait(**stored | {name: frozenset(stored[name]) for name in _SETS})
