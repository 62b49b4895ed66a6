"""The facts of one page: its newest day of news, what is odd on it, where it leads, its looks."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import Any

from members.abnormality import (
    Finding,
    Keywords,
    Portrait,
    Seen,
    cloaked,
    deeper,
    keywords,
    redirected,
)
from members.abnormality.defacement import compared
from members.abnormality.hosts import host_of, is_own
from members.abnormality.injection import planted
from members.abnormality.keywords import Changes
from members.abnormality.looking import read as sight_of
from members.abnormality.portraits import drawn
from members.abnormality.redirects import ordered
from members.abnormality.sight import Sight
from members.depths import GUISES
from members.freshness import (
    NewsDate,
    Piece,
    feed_news,
    listed_news,
    newest_feed_date,
    newest_sitemap_date,
    news_of_page,
)
from members.reading import links, shown
from members.reading.links import Link

HOME, SECTION, FEED, SITEMAP = "home", "section", "feed", "sitemap"
BELOW, SEARCH, GUISED, SECURITY = "below", "search", "guised", "security"
MOST_PIECES = 60
FEWEST_NEWS = 3
"""A page that lists so much dated news is a list of news."""
HOUSE_WORDS = keywords.SHIPPED
_SETS = ("shape", "names", "words", "script_hosts", "lines", "media")


@dataclass(frozen=True)
class Job:
    """One answer to read. `chain` is every address asked, `past` older portraits of the page.

    `sought` are words to ask the site's own search for, or that it was asked for. `others` is what
    the other guises were given: guise, address, status and page.
    """

    kind: str
    url: str
    home: str
    today: date
    text: str
    chain: tuple[str, ...] = ()
    past: tuple[dict[str, Any], ...] = ()
    sought: str = ""
    others: tuple[tuple[str, str, int, str], ...] = ()

    def packed(self) -> dict[str, Any]:
        return asdict(self) | {"today": self.today.isoformat()}

    @classmethod
    def unpacked(cls, said: dict[str, Any]) -> Job:
        return cls(**said | {"today": date.fromisoformat(said["today"])})


@dataclass(frozen=True)
class Facts:
    """What was read; an unreadable page has none."""

    news: NewsDate | None = None
    pieces: tuple[Piece, ...] = ()
    """The dated news that the page lists."""
    findings: tuple[Finding, ...] = ()
    portrait: dict[str, Any] = field(default_factory=dict)
    links: tuple[Link, ...] = ()
    search: str = ""
    """Where the site's own search is asked for the words that were sought."""
    lists_news: bool = False
    shown: dict[str, Any] = field(default_factory=dict)
    """What the page carries of the common duties."""
    is_unreadable: bool = False

    def packed(self) -> dict[str, Any]:
        return {
            "news": [self.news.day.isoformat(), self.news.evidence, self.news.rule]
            if self.news
            else None,
            "pieces": [[one.day.isoformat(), one.title, one.address] for one in self.pieces],
            "findings": [asdict(one) for one in self.findings],
            "portrait": self.portrait,
            "links": [[one.url, one.origin, one.is_odd] for one in self.links],
            "search": self.search,
            "lists_news": self.lists_news,
            "shown": self.shown,
        }

    @classmethod
    def unpacked(cls, said: dict[str, Any]) -> Facts:
        news = said["news"]
        return cls(
            news=NewsDate(date.fromisoformat(news[0]), *news[1:]) if news else None,
            pieces=tuple(Piece(date.fromisoformat(day), *rest) for day, *rest in said["pieces"]),
            findings=tuple(Finding(**one) for one in said["findings"]),
            portrait=said["portrait"],
            links=tuple(Link(*one) for one in said["links"]),
            search=said["search"],
            lists_news=said["lists_news"],
            shown=said["shown"],
        )


@dataclass(frozen=True)
class Lists:
    """What pages are judged by: the words, and the domains that are blocked."""

    keywords: Keywords
    blocked: Collection[str] = frozenset()

    @classmethod
    def changed(cls, packed: dict[str, Any], text: str = HOUSE_WORDS) -> Lists:
        """Return the lists of the house with changes that were packed by `pack`."""
        changes = Changes(
            added=tuple(map(tuple, packed["added"])),
            dropped=tuple(map(tuple, packed["dropped"])),
            blocked=frozenset(packed["blocked"]),
            harmless=frozenset(packed["harmless"]),
        )
        return cls(keywords.read(text, changes), changes.blocked)


def pack(changes: Changes) -> dict[str, Any]:
    """Return changes of the lists as they are told to the child that reads."""
    return {name: sorted(getattr(changes, name)) for name in Changes.__dataclass_fields__}


def read(job: Job, *, lists: Lists) -> Facts:
    """Return the facts of one answer."""
    return _READERS[job.kind](job, lists)


def _home(job: Job, lists: Lists) -> Facts:
    """Judge a home page for all that may be odd, against what it looked like before."""
    sight = sight_of(job.text)
    look = drawn(sight, url=job.url)
    past = [restored(one) for one in job.past]
    away = redirected(job.chain, home=job.home)
    if is_own(host_of(job.chain[-1] if job.chain else job.home), host_of(job.home)):
        away += ordered(sight, url=job.url, home=job.home)
    findings = [
        *away,
        *_planted(sight, job, lists),
        *compared(sight, look, past=past, url=job.url),
    ]
    return _with_news(
        job,
        findings=tuple(sorted(findings, key=lambda one: one.is_mild)),
        portrait=kept(look),
        links=tuple(links.on_page(sight, url=job.url, keywords=lists.keywords)),
        search=links.search_address(job.text, url=job.url, sought=job.sought),
        shown=shown.on_home(sight, job.text, url=job.url),
    )


def _security(job: Job, lists: Lists) -> Facts:
    return Facts(shown=shown.in_security_text(job.text))


def _section(job: Job, lists: Lists) -> Facts:
    return _with_news(job, findings=tuple(_planted(sight_of(job.text), job, lists)))


def _planted(sight: Sight, job: Job, lists: Lists) -> list[Finding]:
    return planted(sight, url=job.url, keywords=lists.keywords, blocked_domains=lists.blocked)


def _with_news(job: Job, **found: Any) -> Facts:
    news, pieces = news_of_page(job.text, url=job.url, today=job.today)
    return Facts(
        news=news,
        pieces=_bounded(pieces),
        lists_news=len(pieces) >= FEWEST_NEWS,
        **found,
    )


def _bounded(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    newest_first = sorted(pieces, key=lambda one: one.day, reverse=True)[:MOST_PIECES]
    return tuple(
        replace(one, title=one.title[:200], address=one.address[:500]) for one in newest_first
    )


def _feed(job: Job, lists: Lists) -> Facts:
    xml = job.text.encode()
    entries = feed_news(xml, url=job.url, today=job.today)
    return Facts(news=newest_feed_date(xml, url=job.url, today=job.today), pieces=_bounded(entries))


def _sitemap(job: Job, lists: Lists) -> Facts:
    return Facts(
        news=newest_sitemap_date(job.text.encode(), url=job.url, today=job.today),
        links=tuple(links.in_sitemap(job.text, url=job.url, keywords=lists.keywords)),
    )


def _below(job: Job, lists: Lists) -> Facts:
    sight = sight_of(job.text)
    found = deeper.below(
        sight,
        url=job.url,
        chain=job.chain,
        keywords=lists.keywords,
        blocked_domains=lists.blocked,
    )
    pieces = listed_news(job.text, url=job.url, today=job.today)
    return Facts(
        findings=tuple(found),
        lists_news=len(pieces) >= FEWEST_NEWS,
        links=tuple(
            one for one in links.on_page(sight, url=job.url, keywords=lists.keywords) if one.is_odd
        ),
    )


def _search(job: Job, lists: Lists) -> Facts:
    sight = sight_of(job.text)
    found = deeper.searched(
        sight,
        job.text,
        url=job.url,
        sought=job.sought,
        keywords=lists.keywords,
        blocked_domains=lists.blocked,
    )
    return Facts(findings=tuple(found))


def _guised(job: Job, lists: Lists) -> Facts:
    """Compare what the guises were given; the first of them, the browser's, is the page itself."""
    seen = {guise: Seen(*answer) for guise, *answer in job.others}
    found = cloaked(
        Seen(job.url, 200, job.text),
        *(seen.get(guise) for guise in GUISES[1:]),
        keywords=lists.keywords,
        blocked_domains=lists.blocked,
    )
    return Facts(findings=tuple(found))


_READERS: dict[str, Callable[[Job, Lists], Facts]] = {
    HOME: _home,
    SECTION: _section,
    FEED: _feed,
    SITEMAP: _sitemap,
    SECURITY: _security,
    BELOW: _below,
    SEARCH: _search,
    GUISED: _guised,
}


def kept(drawn: Portrait) -> dict[str, Any]:
    """Return a portrait as it is stored."""
    plain = {name: getattr(drawn, name) for name in Portrait.__dataclass_fields__}
    return plain | {name: sorted(plain[name]) for name in _SETS}


def restored(stored: dict[str, Any]) -> Portrait:
    """Return a stored portrait."""
    return Portrait(**stored | {name: frozenset(stored.get(name, ())) for name in _SETS})
