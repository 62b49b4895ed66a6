"""What strangers planted on a page: links, hidden words, hijacked titles, texts in other scripts.

A report about gambling names the same words as an offer of it. They are told apart by who speaks
(words of police, courts, laws and doctors nearby), by where the words stand (hidden, in the title,
as a link to a stranger) and by how many there are.
"""

import re
from collections.abc import Collection, Iterator, Sequence

from members.abnormality import hiding, hosts, names, selling, spoken, strays, words
from members.abnormality.asked import Page, named
from members.abnormality.findings import Finding, distinct, finding
from members.abnormality.keywords import NOTHING, REPORT_WEIGHT, TELLING, Keywords, Weight
from members.abnormality.looking import read
from members.abnormality.machinery import machinery, twins
from members.abnormality.sight import Sight, Text

TELLING_ABROAD = 1
TELLING_IN_VN = 2
TELLING_AT_HOME = 3
TELLING_IN_PROSE = 4
NEIGHBOURS = 5
SPAN = 2 * NEIGHBOURS + 1
MOST_REPORTS = 4
FEWEST_HIDDEN_STRANGERS = 4
FEWEST_CRIES = 2
FEWEST_CRIED_LURES = 3
FEWEST_CRIES_AROUND = 3
DENSE = 7
FEWEST_FAR_STRANGERS = 2
FEWEST_WEAK_LINKS = 4
FEWEST_WORDS_OF_A_TONGUE = 8
FEWEST_FOREIGN_LETTERS = 12
FEWEST_REPORTS_OF_A_LIST = 2
MOST_DROPPED_WORDS = 12
# Files that anybody could put there keep the names that sellers gave them.
_UPLOADED = re.compile(r"upload|/files?/|/media/|/documents?/|/portals/|/images?/", re.I)
_FILE_NAME = re.compile(r"\s{0,9}\w{1,40}(?:[-_]\w{1,40}){2,20}(?:\.\w{2,5})?\s{0,9}$")


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
    page = Page(sight, url, hosts.host_of(url), keywords, blocked_domains, weights)
    found: list[Finding] = []
    for rule in _RULES:
        found += rule(page)
    return distinct(found)


def _heads(page: Page) -> Iterator[Finding]:
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
        name, count = names.echoes(words.tokens(words.bare(one.plain)))
        is_cried = count >= FEWEST_CRIES and (weight.offers or weight.lures >= FEWEST_CRIED_LURES)
        is_cried |= weight.lures >= FEWEST_CRIES and any(map(names.is_suspect, weight.terms))
        seen = _with_reports(weight, reports)
        if weight.reports and not weight.lures:
            # A list of names in the words of those who forbid them.
            continue
        if weight.offers >= TELLING and seen.is_telling or is_cried and not seen.reports:
            yield finding("hijacked-head", page.url, one.raw, named(weight) or name)


def _links(page: Page) -> Iterator[Finding]:
    """Judge each link by where it leads and by what it says."""
    weak: list[Text] = []
    for one, weight in zip(page.sight.texts, page.weights, strict=True):
        if one.kind != "link":
            continue
        host = hosts.host_in(one.href, page.home)
        if host and host != page.home and hosts.is_listed(host, page.listed):
            yield finding("blocked-link", page.url, one.raw, page.whole(one.href), one.hidden)
        elif page.is_stranger(host):
            why = _why_planted(page, one, host, weight)
            if why:
                yield finding("planted-link", page.url, one.raw, page.whole(one.href), why)
        elif weight.is_telling and _stands_for_itself(one, weight):
            yield finding("planted-page", page.url, one.raw, page.whole(one.href), named(weight))
        elif weight.is_telling:
            weak.append(one)
    yield from _cried_links(page)
    if len({one.plain for one in weak}) >= FEWEST_WEAK_LINKS:
        yield finding("planted-page", page.url, *(one.raw for one in weak[:6]))


def _stands_for_itself(one: Text, weight: Weight) -> bool:
    """Tell whether a link within the site offers enough alone, or leads to a file of that name."""
    if weight.offers + bool(weight.lures) >= TELLING_AT_HOME:
        return True
    return bool(_UPLOADED.search(one.href) and _FILE_NAME.match(one.plain))


def _cried_links(page: Page) -> Iterator[Finding]:
    """Judge links of the site itself that cry one made-up name with ever other lures."""
    if not any(weight.offers for weight in page.weights):
        return
    said: dict[str, dict[str, Weight]] = {}
    for one, weight in zip(page.sight.texts, page.weights, strict=True):
        if one.kind == "link" and hosts.host_in(one.href, page.home) == page.home:
            for name in set(names.odd_words(words.tokens(words.bare(one.plain)))):
                said.setdefault(name, {})[one.plain] = weight
    for name, links in said.items():
        told = links.values()
        if len(links) < FEWEST_CRIES_AROUND or any(one.reports for one in told):
            continue
        lures, offers = sum(one.lures for one in told), sum(one.offers for one in told)
        if offers and lures + offers >= FEWEST_CRIED_LURES:
            yield finding("planted-page", page.url, name, *list(links)[:5])


def _why_planted(page: Page, one: Text, host: str, weight: Weight) -> str:
    """Return what gives a link to a stranger away: its name, its words, its ending; or ""."""
    if term := page.keywords.in_a_name(host):
        return term
    enough = TELLING_IN_VN if host.endswith(".vn") else TELLING_ABROAD
    if weight.offers >= enough + REPORT_WEIGHT * weight.reports:
        return named(weight) or "lời chào mời"
    if host.endswith(".vn") or weight.reports:
        return ""
    if names.is_thrown_away(host):
        return "đuôi tên miền chỉ dùng một thời gian"
    said = words.bare(one.plain)
    if names.is_built_for_play(host) and (weight.lures or names.is_echoed(host, said)):
        return "tên miền đặt như tên trang cá cược"
    if names.is_cheap(host) and (weight.lures >= FEWEST_CRIES or names.is_echoed(host, said)):
        return "tên miền rẻ, lời mời gọi"
    if names.is_nothing_but_a_name(host, said):
        return "chỉ nói tên của trang lạ"
    return ""


def _hidden(page: Page) -> Iterator[Finding]:
    for one, weight in zip(page.sight.texts, page.weights, strict=True):
        if not one.hidden or one.kind not in {"line", "link", "comment"}:
            continue
        # Where the honest hide nothing, the trade itself is enough.
        is_dropped = one.hidden in hiding.SELDOM_HONEST and weight.offers and not weight.reports
        is_short = one.plain.count(" ") < MOST_DROPPED_WORDS
        if weight.is_telling or is_dropped and is_short:
            yield finding("hidden-words", page.url, one.hidden, one.raw, named(weight))


def _prose(page: Page) -> Iterator[Finding]:
    """Judge what stands openly on the page by its own words and by its neighbours'."""
    place_of = [
        place
        for place, one in enumerate(page.sight.texts)
        if one.kind == "line" and not one.hidden and one.raw
    ]
    title = page.keywords.reports_in(words.plain(page.sight.title))
    is_abroad = strays.is_abroad(page.sight, home=page.home)
    enough, in_prose = (TELLING, TELLING) if is_abroad else (TELLING_AT_HOME, TELLING_IN_PROSE)
    for order, place in enumerate(place_of):
        weight = page.weights[place]
        if not weight.offers:
            continue
        around = place_of[max(0, order - NEIGHBOURS) :][:SPAN]
        near = [page.weights[one] for one in around]
        reports = title + weight.reports + sum(one.reports for one in near if one.offers)
        seen = _with_reports(weight, min(MOST_REPORTS, reports))
        # One long phrase that only sellers say needs no lure; words of a topic do.
        is_said_so = not reports and len(weight.terms) == 1
        said = seen.offers + max(seen.lures, is_said_so, any(map(names.is_suspect, weight.terms)))
        is_plain = seen.offers >= enough and said >= in_prose
        if _is_pitched_in_another_tongue(page.sight.texts[place].plain, weight):
            # What is reported around it in Vietnamese is another matter.
            is_plain, seen = not title or words.is_marked(words.plain(page.sight.title)), weight
        elif reports >= FEWEST_REPORTS_OF_A_LIST and not weight.lures:
            continue
        if is_plain and seen.is_telling or not reports and _is_dense(page, around):
            one = page.sight.texts[place]
            yield finding("planted-words", page.url, one.raw, named(weight))


def _is_pitched_in_another_tongue(text: str, weight: Weight) -> bool:
    """Tell whether a passage that is not Vietnamese holds words that only sellers say."""
    if words.is_marked(text):
        return False
    if weight.offers <= len(weight.terms):
        return text.isascii() and names.is_of_a_far_tongue(text)
    foreign = words.foreign_letters(text)
    if foreign >= FEWEST_FOREIGN_LETTERS:
        return 2 * foreign > sum(map(str.isalpha, text)) and not strays.tells_of_here(text)
    return len(words.tokens(text)) >= FEWEST_WORDS_OF_A_TONGUE


def _sold(page: Page) -> Iterator[Finding]:
    """Judge passages that sell, in the open or hidden, by the manner alone."""
    for one in page.sight.texts:
        if one.kind != "line" or not one.raw or one.plain.isascii():
            continue
        if selling.is_cried(one.plain, page.keywords):
            reports = page.keywords.reports_in(one.plain)
            if not reports:
                yield finding("planted-words", page.url, one.hidden, one.raw, "lời rao bán")


def _is_dense(page: Page, around: Sequence[int]) -> bool:
    """Tell whether neighbouring lines together cry a trade out, though none of them does alone."""
    offers: dict[tuple[str, ...], int] = {}
    lures = 0
    for place in around:
        weight = page.weights[place]
        if weight.reports:
            return False
        offers[weight.terms] = weight.offers
        lures += weight.lures
    told = sum(offers.values())
    if told < TELLING_AT_HOME:
        return False
    if told + min(lures, told) >= DENSE:
        return True
    said = (one for place in around for one in words.tokens(page.sight.texts[place].plain))
    return lures > 0 and names.echoes(map(words.bare, said))[1] >= FEWEST_CRIES_AROUND


def _labels(page: Page) -> Iterator[Finding]:
    """Judge texts that only a pointer or a machine meets: alt, title, JSON-LD."""
    for one, weight in zip(page.sight.texts, page.weights, strict=True):
        if one.kind in {"alt", "title"} and weight.offers >= TELLING and weight.is_telling:
            yield finding("stuffed-label", page.url, f"{one.kind}={one.raw}", named(weight))


def _link_farm(page: Page) -> Iterator[Finding]:
    """Judge links to strangers in a place that nobody sees, whatever they say.

    Menus and dialogs are put away too, so that there it wants many; not so far off the screen.
    """
    strangers: dict[str, str] = {}
    far: set[str] = set()
    for one in page.sight.texts:
        if one.kind == "link" and one.hidden and not one.is_pictured:
            host = hosts.host_in(one.href, page.home)
            if page.is_stranger(host) and not host.endswith(".vn"):
                strangers[hosts.owner(host)] = one.href
                if one.hidden in hiding.SELDOM_HONEST:
                    far.add(hosts.owner(host))
    if len(strangers) >= FEWEST_HIDDEN_STRANGERS or len(far) >= FEWEST_FAR_STRANGERS:
        yield finding("hidden-links", page.url, *list(strangers.values())[:6])


def _strays(page: Page) -> Iterator[Finding]:
    """Judge a page in another tongue that says nothing of where it stands."""
    if proof := strays.astray(page.sight, home=page.home):
        yield finding("stray-page", page.url, page.sight.title, proof)


_RULES = (
    *(_heads, _links, _hidden, _prose, _labels, strays.foreign, _link_farm, twins, machinery),
    *(_strays, _sold, spoken.spoken, spoken.echoed),
)


def _with_reports(weight: Weight, reports: int) -> Weight:
    return Weight(weight.offers, max(reports, weight.reports), weight.lures, weight.terms)
