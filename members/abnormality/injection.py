"""What strangers planted on a page: links, hidden words, hijacked titles, texts in other scripts.

A report about gambling names the same words as an offer of it. They are told apart by who speaks
(words of police, courts, laws and doctors nearby), by where the words stand (hidden, in the title,
as a link to a stranger) and by how many there are.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from members.abnormality import (
    hiding,
    hosts,
    leading,
    machinery,
    names,
    selling,
    spoken,
    strays,
    words,
)
from members.abnormality.asked import Page, named
from members.abnormality.findings import Finding, distinct, finding
from members.abnormality.keywords import Keywords
from members.abnormality.leading import (
    FEWEST_CRIED_LURES,
    FEWEST_CRIES,
    FEWEST_CRIES_AROUND,
    TELLING_AT_HOME,
    TELLING_OF_TOPICS,
)
from members.abnormality.looking import read
from members.abnormality.sight import Sight, Text
from members.abnormality.weights import NOTHING, TELLING, Weight

TELLING_IN_PROSE = 3
NEIGHBOURS = 5
SPAN = 2 * NEIGHBOURS + 1
MOST_REPORTS = 4
DENSE = 7
FEWEST_WORDS_OF_A_TONGUE = 8
FEWEST_FOREIGN_LETTERS = 12
FEWEST_REPORTS_OF_A_LIST = 2
FEWEST_LURES_OF_A_GUEST = 4
"""Luring words in a line of another tongue on a Vietnamese page, beside which no trade is named."""
FEWEST_OF_A_GUEST = 3
"""Words that only sellers say which a site's own page in another tongue does not hold by chance."""
MOST_DROPPED_WORDS = 12
MOST_WORDS_OF_A_QUESTION = 30


_TAIL = re.compile(r"\s[-–—|»]\s")


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
    title = page.keywords.reports_of(words.plain(page.sight.title))
    is_abroad = strays.is_abroad(page.sight, home=page.home)
    is_of_here = strays.is_of_here(page)
    enough, in_prose = (TELLING, TELLING) if is_abroad else (TELLING_AT_HOME, TELLING_IN_PROSE)
    for order, place in enumerate(place_of):
        weight = page.weights[place]
        if not weight.offers:
            continue
        is_guest = is_of_here and not words.is_marked(page.sight.texts[place].plain)
        if is_guest and (len(weight.terms) < FEWEST_OF_A_GUEST or weight.reports):
            continue
        around = place_of[max(0, order - NEIGHBOURS) :][:SPAN]
        near = [page.weights[one] for one in around]
        reports = title + weight.reports + sum(one.reports for one in near if one.offers)
        seen = _with_reports(weight, min(MOST_REPORTS, reports))
        # One long phrase that only sellers say needs no lure; words of a topic do.
        is_said_so = not reports and len(weight.terms) == 1
        said = seen.offers + max(seen.lures, is_said_so, any(map(names.is_suspect, weight.terms)))
        more = not (weight.is_pitch or is_abroad)
        is_plain = seen.offers >= enough + more and said >= in_prose + more
        is_short = page.sight.texts[place].plain.count(" ") < MOST_WORDS_OF_A_QUESTION
        is_plain |= is_short and not reports and _is_asked_by_a_seller(page, weight, around)
        if _is_pitched_in_another_tongue(page.sight.texts[place].plain, weight):
            # What is reported around it in Vietnamese is another matter.
            is_plain, seen = not title or words.is_marked(words.plain(page.sight.title)), weight
        elif reports >= FEWEST_REPORTS_OF_A_LIST and not weight.lures:
            continue
        if is_plain and seen.is_telling or not reports and _is_dense(page, around):
            one = page.sight.texts[place]
            yield finding("planted-words", page.url, one.raw, named(weight))


def _is_asked_by_a_seller(page: Page, weight: Weight, around: Sequence[int]) -> bool:
    """Tell whether words of the trade stand by its names and lures, as in questions for show."""
    if (weight.is_pitch or weight.named >= TELLING) and weight.lures >= FEWEST_CRIES:
        return True
    is_named = any(map(page.keywords.is_a_name, weight.terms))
    if not is_named or len(weight.terms) < FEWEST_CRIES or not weight.lures:
        return False
    # Victims name the trade too, and what came of it a line below.
    return not any(page.keywords.reports_in(page.sight.texts[one].plain) for one in around)


def _is_pitched_in_another_tongue(text: str, weight: Weight) -> bool:
    """Tell whether a passage that is not Vietnamese holds words that only sellers say."""
    if words.is_marked(text):
        return False
    if not weight.is_pitch:
        return text.isascii() and names.is_of_a_far_tongue(text)
    foreign = words.foreign_letters(text)
    if foreign >= FEWEST_FOREIGN_LETTERS:
        return 2 * foreign > sum(map(str.isalpha, text)) and not strays.tells_of_here(text)
    return len(words.tokens(text)) >= FEWEST_WORDS_OF_A_TONGUE


def _sold(page: Page) -> Iterator[Finding]:
    """Judge passages that sell, in the open or hidden, by the manner alone, or with their title."""
    title = _TAIL.split(words.plain(page.sight.title), maxsplit=1)[0]
    if not selling.is_of_trade(title, page.keywords):
        title = ""
    is_here = words.is_marked(words.plain(page.sight.title))
    for one in page.sight.texts:
        weight = page.keywords.weigh_guest(one.plain) if is_here and one.kind == "line" else NOTHING
        if one.kind != "line" or not one.raw:
            continue
        if one.plain.isascii():
            is_lured = weight.lures >= FEWEST_LURES_OF_A_GUEST and selling.is_priced(one.plain)
            if is_here and is_lured and not weight.reports:
                yield finding("planted-words", page.url, one.hidden, one.raw, "lời rao bán")
            continue
        if selling.is_cried(one.plain, page.keywords) or (
            title and selling.is_cried(f"{title} . {one.plain}", page.keywords)
        ):
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
    if told < TELLING_OF_TOPICS:
        return False
    if told + min(lures, told) >= DENSE:
        return True
    said = (one for place in around for one in words.tokens(page.sight.texts[place].plain))
    return lures > 0 and names.echoes(map(words.bare, said))[1] >= FEWEST_CRIES_AROUND


def _labels(page: Page) -> Iterator[Finding]:
    """Judge texts that only a pointer or a machine meets: alt, title, JSON-LD."""
    for one, weight in zip(page.sight.texts, page.weights, strict=True):
        if (
            one.kind not in {"line", "link", "comment"}
            and weight.offers >= TELLING
            and weight.is_telling
        ):
            yield finding("stuffed-label", page.url, f"{one.kind}={one.raw}", named(weight))


def _strays(page: Page) -> Iterator[Finding]:
    """Judge a page in another tongue that says nothing of where it stands."""
    if proof := strays.astray(page.sight, home=page.home):
        yield finding("stray-page", page.url, page.sight.title, proof)


_RULES = (
    *(
        _heads,
        leading.links,
        _hidden,
        _prose,
        _labels,
        strays.foreign,
        strays.shelved,
        leading.farm,
        leading.wordless,
        machinery.twins,
        machinery.loaded,
        machinery.asked,
        machinery.anywhere,
        machinery.locked,
        machinery.veiled,
        machinery.ordered,
        machinery.remarked,
    ),
    *(_strays, _sold, spoken.spoken, spoken.echoed),
)


def _with_reports(weight: Weight, reports: int) -> Weight:
    return replace(weight, reports=max(reports, weight.reports))
