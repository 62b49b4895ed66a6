"""The newest day of news that one page of a member site proves, and the news that it lists."""

from dataclasses import dataclass
from datetime import date

from members.freshness import (
    addresses,
    articles,
    clock,
    declared,
    headlines,
    items,
    outline,
    owners,
    written,
)
from members.freshness.findings import NewsDate, Piece, found
from members.freshness.outline import Outline
from members.freshness.present import Present

FEWEST_ADDRESSES = 2


@dataclass(frozen=True)
class _Read:
    """A page after parsing: its outline, what it declares and the days written on it."""

    page: Outline
    said: declared.Declared
    days: list[written.Written]


def newest_news_date(html: str, *, url: str, today: date) -> NewsDate | None:
    """Return the newest day of news on a page, with its evidence, or None where none is proved.

    An article answers with its own day, any other page with the newest day of its lists. Nothing
    that a page writes by itself counts: clocks, counters, copyright, days of documents and events.
    """
    return _newest(_read(html, url, today), url, today)


def news_of_page(html: str, *, url: str, today: date) -> tuple[NewsDate | None, list[Piece]]:
    """Return the newest day of news and the news that is listed, of a page that is read once."""
    read = _read(html, url, today)
    return _newest(read, url, today), _listed(read, url, today)


def listed_news(html: str, *, url: str, today: date) -> list[Piece]:
    """Return the dated news that a page lists, to be compared with what it listed before."""
    return _listed(_read(html, url, today), url, today)


def _newest(read: _Read, url: str, today: date) -> NewsDate | None:
    page, said, days = read.page, read.said, read.days
    dated_items = sum(one.stands_alone and one.verdict != "other" for one in days)
    if articles.is_article(page, said, url=url, dated_items=dated_items):
        own = articles.day_of(page, days, said, url=url, today=today)
        if own is not None:
            return own
    listed = _own(items.believed_items(page, days, today=today), url)
    return (
        items.newest(listed)
        or _declared_list(said)
        or _addressed(page, today)
        or _of_a_short_text(read, url, today)
    )


def _own(listed: list[items.Item], url: str) -> list[items.Item]:
    """Leave out the news of other owners beside news of the page's own, as in boxes of a ministry.

    Where all of it leads elsewhere, the page may have been asked under another name.
    """
    home = owners.host_of(url)
    own = [one for one in listed if owners.is_own(owners.host_in(one.href, home), home)]
    return own or listed


def _of_a_short_text(read: _Read, url: str, today: date) -> NewsDate | None:
    """Return the day of a page that is neither a list nor long enough to be told an article.

    There a clock under the name of the site looks like a day under a headline, so what a clock may
    show does not count.
    """
    if addresses.is_home(url):
        return None
    own = articles.byline(read.page, read.days, read.said, today=today)
    return own if own is not None and not read.page.present.may_stamp(own.day) else None


def _listed(read: _Read, url: str, today: date) -> list[Piece]:
    return [
        Piece(item.day, item.title, addresses.whole(url, item.href))
        for item in items.believed_items(read.page, read.days, today=today)
        if item.day is not None
    ]


def _read(html: str, url: str, today: date) -> _Read:
    host = (addresses.split(url).hostname or "").lower()
    tree = outline.parse(html)
    page = outline.outline(tree, today=today, host=host)
    page.headlines = headlines.title_links(page)
    shown = clock.shown(page, today=today)
    page.present = Present((today, shown) if shown else (today,))
    said = declared.read(tree, today=today, host=host)
    return _Read(page, said, written.days_on(page, today=today, host=host))


def _declared_list(said: declared.Declared) -> NewsDate | None:
    best = max(said.listed, default=None)
    return found(best[0], "declared", best[1]) if best else None


def _addressed(page: Outline, today: date) -> NewsDate | None:
    """Read the days that the addresses of headlines spell, where several do."""
    dated = [
        (day, link)
        for link in page.headlines
        if (day := addresses.day_in(link.href)) is not None and day <= today
    ]
    if len({link.href for _, link in dated}) < FEWEST_ADDRESSES:
        return None
    day, link = max(dated, key=lambda pair: pair[0])
    return found(day, "address", link.href, link.text)
