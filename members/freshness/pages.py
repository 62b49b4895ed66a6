"""The newest day of news that one page of a member site proves."""

from datetime import date
from urllib.parse import urlsplit

from members.freshness import addresses, articles, declared, headlines, items, outline, written
from members.freshness.findings import NewsDate, found
from members.freshness.outline import Outline

FEWEST_ADDRESSES = 2


def newest_news_date(html: str, *, url: str, today: date) -> NewsDate | None:
    """Return the newest day of news on a page, with its evidence, or None where none is proved.

    An article answers with its own day, any other page with the newest day of its lists. Nothing
    that a page writes by itself counts: clocks, counters, copyright, days of documents and events.
    """
    host = (urlsplit(url).hostname or "").lower()
    tree = outline.parse(html)
    page = outline.outline(tree, today=today, host=host)
    said = declared.read(tree, today=today, host=host)
    days = written.days_on(page, today=today, beside=written.Beside(page))
    dated_items = sum(one.stands_alone and one.verdict != "other" for one in days)
    if articles.is_article(page, said, url=url, dated_items=dated_items):
        own = articles.day_of(page, days, said, url=url, today=today)
        if own is not None:
            return own
    return items.newest_item(page, days, today=today) or _listed(said) or _addressed(page, today)


def _listed(said: declared.Declared) -> NewsDate | None:
    best = max(said.listed, default=None)
    return found(best[0], "declared", best[1]) if best else None


def _addressed(page: Outline, today: date) -> NewsDate | None:
    """Read the days that the addresses of headlines spell, where several do."""
    dated = [
        (day, link)
        for link in headlines.title_links(page)
        if (day := addresses.day_in(link.href)) is not None and day <= today
    ]
    if len({link.href for _, link in dated}) < FEWEST_ADDRESSES:
        return None
    day, link = max(dated, key=lambda pair: pair[0])
    return found(day, "address", link.href, link.text)
