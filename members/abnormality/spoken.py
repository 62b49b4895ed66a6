"""Hosts that a text says aloud without a link: who may plant no link still tells where to go.

Reports list such hosts too, so that where anybody reports nearby nothing is concluded.
"""

import re
from collections.abc import Iterator

from members.abnormality import hosts, names, words
from members.abnormality.asked import Page, named
from members.abnormality.findings import Finding, finding
from members.abnormality.sight import Text
from members.abnormality.weights import NOTHING, TELLING

NEIGHBOURS = 3
MOST_HOSTS = 3
MOST_OF_CHANCE = 1
"""Words of a report that any title may hold; more of them, and it is a report."""
FEWEST_LURES = 2
MOST_WORDS_OF_A_ROW = 6
"""What a list says of a host; a passage speaks for itself."""
_POINTERS = frozenset(
    {"đây", "tại đây", "ở đây", "vào đây", "link", "tai day", "here", "click here", "vào ngay"}
)
"""What a link says that leaves it to the words around it what it leads to."""
_USUAL = frozenset(
    {"com", "net", "org", "info", "biz", "co", "me", "mx", "ph", "us", "eu", "tv", "io", "dev"}
)
_ENDINGS = "|".join(sorted(names.CHEAP_ENDINGS | _USUAL))
_ENDED = re.compile(rf"\.(?:{_ENDINGS})(?![\w-])")
_SCHEME = "://"
_SAID = re.compile(
    rf"(?<![@\w.-])(?:[a-z0-9][a-z0-9-]{{1,40}}\.){{1,3}}(?:{_ENDINGS})(?![\w-]|\.\w)"
    r"|(?<=://)(?:[a-z0-9][a-z0-9-]{1,40}\.){1,3}[a-z]{2,12}(?![\w-]|\.\w)"
)


def spoken(page: Page) -> Iterator[Finding]:
    """Judge texts that name a stranger's host among words that offer or lure."""
    title = Text(page.sight.title, "title", plain=words.plain(page.sight.title))
    if not _may_name(page.sight.plain) and not _may_name(title.plain):
        return
    about = page.keywords.reports_of(title.plain)
    if about > MOST_OF_CHANCE:
        return
    for place, one in ((None, title), *enumerate(page.sight.texts)):
        if "." not in one.plain or one.kind == "comment" or not _may_name(one.plain):
            continue
        weight = page.keywords.weigh(one.plain) if place is None else page.weights[place]
        for host in _SAID.findall(one.plain)[:MOST_HOSTS]:
            if not page.is_stranger(host) or host.endswith(".vn"):
                continue
            trade = page.keywords.in_a_name(host)
            if weight == NOTHING and (trade or names.is_cheap(host)):
                weight = page.keywords.weigh(one.plain)
            enough = bool(weight.offers or weight.lures) if trade else weight.offers >= TELLING
            if place is not None and (trade or names.is_cheap(host)):
                around = sum(page.weights[other].offers for other in _around(page, place))
                enough |= around >= TELLING
                enough |= weight.lures >= FEWEST_LURES and _is_called(host, one.plain)
            if about:
                enough &= weight.is_pitch and weight.lures >= FEWEST_LURES
            if enough and not weight.reports and not _is_reported_near(page, place):
                yield finding("planted-words", page.url, one.raw, host, named(weight))


def _may_name(text: str) -> bool:
    """Tell whether plain text could say a host aloud, for a fraction of what finding it costs."""
    return _SCHEME in text or _ENDED.search(text) is not None


def echoed(page: Page) -> Iterator[Finding]:
    """Judge links to a stranger's host that the words of a trade around them call by its name."""
    if not any(weight.offers for weight in page.weights):
        return
    title = words.plain(page.sight.title)
    if page.keywords.reports_of(title):
        return
    for place, one in enumerate(page.sight.texts):
        host = hosts.host_in(one.href, page.home) if one.kind == "link" else ""
        if not page.is_stranger(host) or host.endswith(".vn") or not names.stem_of(host):
            continue
        near = _around(page, place)
        told = [page.weights[other] for other in near if page.weights[other].offers]
        if not told or any(weight.reports for weight in told):
            continue
        said = " ".join([title, *(page.sight.texts[other].plain for other in near)])
        is_called = names.stem_of(host) in words.tokens(words.bare(said))
        is_pointed_at = one.plain in _POINTERS and any(weight.lures for weight in told)
        is_guest = not words.is_marked(one.plain) and any(
            page.weights[other].is_pitch and not words.is_marked(page.sight.texts[other].plain)
            for other in near
        )
        if is_called or is_guest or is_pointed_at and not _is_reported_near(page, place):
            yield finding("planted-link", page.url, one.raw, page.whole(one.href), named(told[0]))


def _around(page: Page, place: int) -> range:
    return range(max(0, place - NEIGHBOURS), min(len(page.weights), place + NEIGHBOURS + 1))


def _is_called(host: str, text: str) -> bool:
    """Tell whether a text says the name of a host apart from the host itself."""
    stem = names.stem_of(host)
    return bool(stem) and stem in words.tokens(words.bare(text.replace(host, "")))


def _is_reported_near(page: Page, place: int | None) -> bool:
    """Tell whether lines nearby report; beside a passage, only such as name the trade."""
    if place is None:
        return False
    near = _around(page, place)
    length = page.sight.texts[place].plain.count(" ")
    if page.weights[place].offers >= TELLING or length >= MOST_WORDS_OF_A_ROW:
        return any(page.weights[other].reports for other in near if page.weights[other].offers)
    return any(page.keywords.reports_in(page.sight.texts[other].plain) for other in near)
