"""What is odd on a page below the home page, and on what the site's own search writes.

A page below has no past to be compared with, and many an honest one leads its visitors elsewhere:
being sent away is grave only where it leads to what is listed or bears a trade name.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser

from members.abnormality import defacement, hosts, injection, words
from members.abnormality.findings import Finding, distinct, finding
from members.abnormality.keywords import Keywords
from members.abnormality.portraits import drawn
from members.abnormality.redirects import ordered, redirected
from members.abnormality.sight import Sight
from members.freshness import addresses

LONGEST_MARKED = 1_500
# What a search that finds nothing planted may still write: the words that were asked.
_BY_ADDRESS = frozenset({"blocked-link", "planted-link", "hidden-links"})
_BY_WORDS = "planted-page"


def below(
    sight: Sight,
    *,
    url: str,
    chain: Collection[str],
    keywords: Keywords,
    blocked_domains: Collection[str],
) -> list[Finding]:
    """Return what strangers planted on a page below, and where it sends its visitors."""
    planted = injection.planted(sight, url=url, keywords=keywords, blocked_domains=blocked_domains)
    home = next(iter(chain), url)
    away = [*redirected(list(chain), home=home)]
    if hosts.is_own(hosts.host_of(url), hosts.host_of(home)):
        away += ordered(sight, url=url, home=home)
    look = drawn(sight, url=url)
    marks = (
        defacement.compared(sight, look, past=(), url=url)
        if look.text_size < LONGEST_MARKED
        else []
    )
    return distinct([*planted, *_weighed(away, keywords, blocked_domains), *marks])


def _weighed(
    away: Iterable[Finding], keywords: Keywords, blocked_domains: Collection[str]
) -> Iterator[Finding]:
    for one in away:
        target = one.evidence.split(" ", 1)[0]
        host = hosts.host_of(target)
        if hosts.is_listed(host, blocked_domains) or keywords.in_a_name(host):
            yield one
        elif not hosts.is_public(host) and not hosts.is_listed(host, keywords.ordinary_hosts):
            yield replace(one, is_mild=True)


def searched(
    sight: Sight,
    html: str,
    *,
    url: str,
    sought: str,
    keywords: Keywords,
    blocked_domains: Collection[str],
) -> list[Finding]:
    """Return what the site's own search found of `sought`, words that only strangers plant.

    That it writes the words down again is no finding, but for a mild one where search engines may
    keep such a page: strangers have pages of their own words kept that way.
    """
    asked = addresses.split(url).query
    planted = injection.planted(sight, url=url, keywords=keywords, blocked_domains=blocked_domains)
    results = {
        one.raw for one in sight.texts if one.kind == "link" and not _is_search(one.href, asked)
    }
    found = [
        one
        for one in planted
        if one.rule in _BY_ADDRESS
        or one.rule == _BY_WORDS
        and any(" ".join(raw.split()) in one.evidence for raw in results if raw.strip())
    ]
    echo = words.plain(sought)
    if echo in words.plain(sight.title) and not _is_kept_out(html):
        found.append(finding("search-echo", url, sight.title, is_mild=True))
    return distinct(found)


def _is_search(href: str, asked: str) -> bool:
    """Tell whether a link only asks the search again: other pages of it, another order."""
    query = addresses.split(href).query
    return bool(query) and any(part in query for part in asked.split("&") if "=" in part)


def _is_kept_out(html: str) -> bool:
    """Tell whether a page asks search engines not to keep it."""
    head = LexborHTMLParser(html[:200_000] or " ")
    told = head.css("meta[name=robots],meta[name=googlebot]")[:10]
    return any("noindex" in (one.attributes.get("content") or "").lower() for one in told)
