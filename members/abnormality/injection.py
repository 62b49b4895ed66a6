"""What strangers planted on a page: links, hidden words, hijacked titles, texts in other scripts.

A report about gambling names the same words as an offer of it. They are told apart by who speaks
(words of police, courts, laws and doctors nearby), by where the words stand (hidden, in the title,
as a link to a stranger) and by how many there are.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from members.abnormality import hosts, scripts, words
from members.abnormality.findings import Finding, distinct, finding
from members.abnormality.keywords import NOTHING, REPORT_WEIGHT, TELLING, Keywords, Weight
from members.abnormality.sight import Sight, Text, read
from members.freshness import addresses

TELLING_ABROAD = 1
TELLING_IN_VN = 2
TELLING_AT_HOME = 3
TELLING_IN_PROSE = 4
NEIGHBOURS = 5
SPAN = 2 * NEIGHBOURS + 1
MOST_REPORTS = 4
FEWEST_HIDDEN_STRANGERS = 4
FEWEST_WEAK_LINKS = 4
FOREIGN_TITLE = 6
FEWEST_MARKED = 20
FOREIGN_HIDDEN = 30


@dataclass(frozen=True)
class _Page:
    """What the rules ask about one page."""

    sight: Sight
    url: str
    home: str
    keywords: Keywords
    listed: Collection[str]
    weights: list[Weight]

    def whole(self, href: str) -> str:
        return addresses.whole(self.url, href)

    def is_stranger(self, host: str) -> bool:
        return bool(
            host
            and not hosts.is_own(host, self.home)
            and not hosts.is_public(host)
            and not hosts.is_listed(host, self.keywords.ordinary_hosts)
        )

    def is_of_the_trade(self, host: str) -> bool:
        """Tell whether a host is listed, or a stranger's with a name of the trade."""
        if not host or host == self.home:
            return False
        return hosts.is_listed(host, self.listed) or bool(
            self.is_stranger(host) and self.keywords.in_a_name(host)
        )


def injected(
    html: str, *, url: str, keywords: Keywords, blocked_domains: Collection[str]
) -> list[Finding]:
    """Return what was planted on a page, each with its proof; nothing where it is clean.

    `blocked_domains` is looked up, never walked: pass a set. An empty list of findings says only
    that these words and this list prove nothing.
    """
    return planted(read(html), url=url, keywords=keywords, blocked_domains=blocked_domains)


def planted(
    sight: Sight, *, url: str, keywords: Keywords, blocked_domains: Collection[str]
) -> list[Finding]:
    """Return what was planted on a page that has been read."""
    telltales = keywords.worth_a_look(sight.plain)
    weights = [
        keywords.weigh(one.plain) if any(map(one.plain.__contains__, telltales)) else NOTHING
        for one in sight.texts
    ]
    page = _Page(sight, url, hosts.host_of(url), keywords, blocked_domains, weights)
    found: list[Finding] = []
    for rule in (_heads, _links, _hidden, _prose, _labels, _foreign, _link_farm, _machinery):
        found += rule(page)
    return distinct(found)


def _heads(page: _Page) -> Iterator[Finding]:
    """Judge title and description together: the report may be in one, the words in another."""
    title = Text(page.sight.title, "title", plain=words.plain(page.sight.title))
    heads = [title, *page.sight.heads]
    weights = [page.keywords.weigh(one.plain) for one in heads]
    reports = min(MOST_REPORTS, sum(page.keywords.reports_in(one.plain) for one in heads))
    terms = {term for weight in weights for term in weight.terms}
    if terms and not reports:
        alike = (weight.reports for weight in page.weights if terms.intersection(weight.terms))
        reports = min(MOST_REPORTS, sum(alike))
    for one, weight in zip(heads, weights, strict=True):
        if weight.offers >= TELLING and _with_reports(weight, reports).is_telling:
            yield finding("hijacked-head", page.url, one.raw, _named(weight))


def _links(page: _Page) -> Iterator[Finding]:
    """Judge each link by where it leads and by what it says."""
    weak: list[Text] = []
    for one, weight in zip(page.sight.texts, page.weights, strict=True):
        if one.kind != "link":
            continue
        host = hosts.host_in(one.href, page.home)
        if host and host != page.home and hosts.is_listed(host, page.listed):
            yield finding("blocked-link", page.url, one.raw, page.whole(one.href), one.hidden)
        elif page.is_stranger(host):
            term = page.keywords.in_a_name(host)
            enough = TELLING_IN_VN if host.endswith(".vn") else TELLING_ABROAD
            if term or weight.offers >= enough + REPORT_WEIGHT * weight.reports:
                yield finding(
                    "planted-link", page.url, one.raw, page.whole(one.href), term or _named(weight)
                )
        elif weight.offers + bool(weight.lures) >= TELLING_AT_HOME and weight.is_telling:
            yield finding("planted-page", page.url, one.raw, page.whole(one.href), _named(weight))
        elif weight.is_telling:
            weak.append(one)
    if len({one.plain for one in weak}) >= FEWEST_WEAK_LINKS:
        yield finding("planted-page", page.url, *(one.raw for one in weak[:6]))


def _hidden(page: _Page) -> Iterator[Finding]:
    for one, weight in zip(page.sight.texts, page.weights, strict=True):
        if one.hidden and one.kind in {"line", "link", "comment"} and weight.is_telling:
            yield finding("hidden-words", page.url, one.hidden, one.raw, _named(weight))


def _prose(page: _Page) -> Iterator[Finding]:
    """Judge what stands openly on the page by its own words and by its neighbours'."""
    place_of = [
        place
        for place, one in enumerate(page.sight.texts)
        if one.kind == "line" and not one.hidden and one.raw
    ]
    title = page.keywords.reports_in(words.plain(page.sight.title))
    for order, place in enumerate(place_of):
        weight = page.weights[place]
        if weight.offers < TELLING_AT_HOME:
            continue
        near = [page.weights[one] for one in place_of[max(0, order - NEIGHBOURS) :][:SPAN]]
        reports = title + weight.reports + sum(one.reports for one in near if one.offers)
        seen = _with_reports(weight, min(MOST_REPORTS, reports))
        if seen.offers + seen.lures >= TELLING_IN_PROSE and seen.is_telling:
            one = page.sight.texts[place]
            yield finding("planted-words", page.url, one.raw, _named(weight))


def _labels(page: _Page) -> Iterator[Finding]:
    """Judge texts that only a pointer or a machine meets: alt, title, JSON-LD."""
    for one, weight in zip(page.sight.texts, page.weights, strict=True):
        if one.kind in {"alt", "title"} and weight.offers >= TELLING and weight.is_telling:
            yield finding("stuffed-label", page.url, f"{one.kind}={one.raw}", _named(weight))


def _foreign(page: _Page) -> Iterator[Finding]:
    """Judge texts in scripts that a Vietnamese page does not speak."""
    sight = page.sight
    if not sight.is_foreign:
        return
    body = " ".join(one.plain for one in sight.seen())[:60_000]
    foreign = words.foreign_letters(body)
    vietnamese = len(words.MARKED.findall(body))
    if vietnamese < FEWEST_MARKED or foreign > vietnamese:
        return
    if words.foreign_letters(sight.title) >= FOREIGN_TITLE:
        yield finding("foreign-title", page.url, sight.title)
    for one in sight.texts:
        count = words.foreign_letters(one.plain)
        is_abroad = page.is_stranger(hosts.host_of(one.href))
        if count >= FOREIGN_HIDDEN and one.hidden or count >= FOREIGN_TITLE and is_abroad:
            yield finding("foreign-words", page.url, one.hidden, one.raw, one.href)


def _link_farm(page: _Page) -> Iterator[Finding]:
    """Judge many links to strangers in a place that nobody sees, whatever they say."""
    strangers: dict[str, str] = {}
    for one in page.sight.texts:
        if one.kind == "link" and one.hidden:
            host = hosts.host_in(one.href, page.home)
            if page.is_stranger(host) and not host.endswith(".vn"):
                strangers[hosts.owner(host)] = one.href
    if len(strangers) >= FEWEST_HIDDEN_STRANGERS:
        yield finding("hidden-links", page.url, *list(strangers.values())[:6])


def _machinery(page: _Page) -> Iterator[Finding]:
    """Judge what scripts write and what frames and scripts load."""
    for source in (*page.sight.sources, *page.sight.calls):
        if page.is_of_the_trade(hosts.host_in(source, page.home)):
            yield finding("blocked-link", page.url, source)
    for twin in page.sight.twins:
        host = hosts.host_in(twin, page.home)
        if page.is_of_the_trade(host) or page.is_stranger(host):
            is_mild = not page.is_of_the_trade(host)
            yield finding("foreign-twin", page.url, twin, is_mild=is_mild)
    for source, is_small in page.sight.frames:
        host = hosts.host_in(source, page.home)
        if not page.is_stranger(host):
            continue
        if page.is_of_the_trade(host):
            yield finding("blocked-link", page.url, source)
        elif is_small and not _measures(host):
            yield finding("hidden-frame", page.url, source, is_mild=True)
    for code in page.sight.scripts:
        yield from _said_by_script(page, code)


def _said_by_script(page: _Page, code: str) -> Iterator[Finding]:
    """Judge what one script writes; what it took pains to disguise needs less to be telling."""
    is_disguised = scripts.hides_links(code)
    enough = TELLING if is_disguised else TELLING_AT_HOME
    for text in scripts.spoken(code):
        weight = page.keywords.weigh(words.plain(text))
        if weight.offers >= enough and weight.is_telling:
            yield finding("planted-script", page.url, text, _named(weight))
        for address in scripts.addresses_in(text):
            host = hosts.host_of(address)
            if page.is_of_the_trade(host):
                yield finding("blocked-link", page.url, address)
            elif is_disguised and page.is_stranger(host) and not host.endswith(".vn"):
                yield finding("planted-script", page.url, address, "viết che giấu")


def _measures(host: str) -> bool:
    return host.startswith(("www.googletagmanager.", "googletagmanager.", "connect.", "stats."))


def _with_reports(weight: Weight, reports: int) -> Weight:
    return Weight(weight.offers, max(reports, weight.reports), weight.lures, weight.terms)


def _named(weight: Weight) -> str:
    terms = ", ".join(weight.terms)
    return f"{weight.label}: {terms}" if weight.label else terms
