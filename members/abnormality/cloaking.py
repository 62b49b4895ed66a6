"""Whether an address shows search engines or their visitors something else than it shows us."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from members.abnormality import hosts, injection, words
from members.abnormality.findings import Finding, distinct, finding
from members.abnormality.keywords import Keywords
from members.abnormality.looking import read
from members.abnormality.portraits import Portrait, drawn
from members.abnormality.redirects import ordered
from members.abnormality.sight import Sight

ANOTHER_PAGE = 0.25
FEWEST_WORDS = 40
FOREIGN_MORE = 40
GUISES = {"bot": "máy tìm kiếm", "referrer": "khách từ máy tìm kiếm", "mobile": "điện thoại"}


@dataclass(frozen=True)
class Seen:
    """What one guise was given: the address it ended at, the status and the page."""

    url: str
    status: int
    html: str


def cloaked(
    seen_by_browser: Seen,
    seen_by_bot: Seen | None,
    seen_by_referrer: Seen | None,
    seen_by_mobile: Seen | None,
    *,
    keywords: Keywords,
    blocked_domains: Collection[str],
) -> list[Finding]:
    """Return what other guises were given that a browser was not.

    Other news, a phone's own skin and a refusal are no cloaking: they say nothing else to anyone.
    """
    if not 200 <= seen_by_browser.status < 300:
        return []
    plain = _read(seen_by_browser, keywords, blocked_domains)
    found: list[Finding] = []
    others = {"bot": seen_by_bot, "referrer": seen_by_referrer, "mobile": seen_by_mobile}
    for guise, seen in others.items():
        if seen is not None and 200 <= seen.status < 300:
            other = _read(seen, keywords, blocked_domains)
            found += _differences(GUISES[guise], plain, other)
    return distinct(found)


@dataclass(frozen=True)
class _Reading:
    seen: Seen
    sight: Sight
    look: Portrait
    planted: list[Finding]
    moves: list[Finding]


def _read(seen: Seen, keywords: Keywords, blocked_domains: Collection[str]) -> _Reading:
    sight = read(seen.html)
    planted = injection.planted(
        sight, url=seen.url, keywords=keywords, blocked_domains=blocked_domains
    )
    moves = list(ordered(sight, url=seen.url, home=seen.url))
    return _Reading(seen, sight, drawn(sight, url=seen.url), planted, moves)


def _differences(guise: str, plain: _Reading, other: _Reading) -> Iterator[Finding]:
    here, there = hosts.host_of(plain.seen.url), hosts.host_of(other.seen.url)
    if not hosts.is_own(there, here):
        yield finding("cloaked-address", plain.seen.url, guise, other.seen.url)
        return
    known = {(one.rule, one.evidence) for one in (*plain.planted, *plain.moves)}
    for one in (*other.planted, *other.moves):
        if (one.rule, one.evidence) not in known and not one.is_mild:
            yield finding("cloaked-words", plain.seen.url, guise, one.rule, one.evidence)
    foreign = other.look.foreign_size - plain.look.foreign_size
    shared = _shared_words(plain.look, other.look)
    if foreign >= FOREIGN_MORE and words.foreign_letters(other.sight.title):
        yield finding("cloaked-language", plain.seen.url, guise, other.sight.title)
    elif shared < ANOTHER_PAGE and not _says_same_title(plain.look, other.look):
        both = f"{plain.sight.title} → {other.sight.title}"
        yield finding("cloaked-page", plain.seen.url, guise, both, f"chung {shared:.0%} số từ")


def _shared_words(plain: Portrait, other: Portrait) -> float:
    """Return how much of the smaller page the other one says too; little text proves nothing."""
    smaller = min(len(plain.words), len(other.words))
    if smaller < FEWEST_WORDS:
        return 1.0
    return len(plain.words & other.words) / smaller


def _says_same_title(plain: Portrait, other: Portrait) -> bool:
    one, two = set(words.tokens(plain.title)), set(words.tokens(other.title))
    return len(one & two) * 2 >= max(1, min(len(one), len(two)))
