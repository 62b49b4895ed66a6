"""How fresh a member site is: pure functions from what was fetched to a day of news with proof.

`newest_news_date` reads a page, `newest_feed_date` and `newest_sitemap_date` read XML, and
`combine` gives one answer for a site and its sections. No database, no network, no clock: what is
stored can be read again after a rule has changed.
"""

from members.freshness.combined import Freshness, Observation, combine
from members.freshness.feeds import feed_news, newest_feed_date, newest_sitemap_date
from members.freshness.findings import NewsDate, Piece
from members.freshness.pages import listed_news, newest_news_date, news_of_page

__all__ = [
    "Freshness",
    "NewsDate",
    "Observation",
    "Piece",
    "combine",
    "feed_news",
    "listed_news",
    "news_of_page",
    "newest_feed_date",
    "newest_news_date",
    "newest_sitemap_date",
]
