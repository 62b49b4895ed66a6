"""How each sample site behaves when it is asked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime

from members.demo import pages
from members.demo.sample import STRANGERS, SampleSite

HTML = "text/html; charset=utf-8"
SLOW_SECONDS = 4.6
_asked: Counter[str] = Counter()


@dataclass
class Reply:
    """One answer: `wait` seconds before it, and none at all where `hangs`."""

    status: int = 200
    body: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    kind: str = HTML
    wait: float = 0.0
    hangs: bool = False


def reply(site: SampleSite, path: str, *, home_url: str, now: datetime, visitor: str = "") -> Reply:
    """Return what a site answers now; one that flaps fails every second time.

    `visitor` is who somebody says they are: one site shows search engines another page.
    """
    if path == "/" and site.play == "cloaked" and "Googlebot" in visitor:
        return _injected(site, now)
    if path == "/" and site.play in _ODD:
        return _ODD[site.play](site, now)
    days = pages.news_days(site.play, now.date())
    if path == pages.PLANTED_PATH and site.play == "planted-below":
        return _injected(site, now)
    if path == "/sitemap.xml" and site.has_sitemap:
        return Reply(body=pages.sitemap(site.code, home_url, days), kind="application/xml")
    if path == "/rss":
        body = pages.feed(site.code, site.name, home_url, days)
        return Reply(body=body, kind="application/rss+xml; charset=utf-8")
    if path.startswith("/tin"):
        return Reply(body=pages.article(site.name, days[0]))
    if path == "/thong-bao/":
        days = pages.news_days("stale", now.date()) if site.code == "sxd" else days
    elif path not in {"/", *pages.MENU}:
        return Reply(404, "<h1>Không có trang này</h1>")
    return Reply(body=pages.home(site.code, site.name, days))


def elsewhere(name: str) -> Reply:
    """Return what hosts answer that are no member sites: strangers, and control addresses."""
    return Reply(body=pages.article(name, datetime(2026, 1, 2).date()))


def _flapping(site: SampleSite, now: datetime) -> Reply:
    _asked[site.code] += 1
    return Reply(503) if _asked[site.code] % 2 else _ordinary(site, now)


def _ordinary(site: SampleSite, now: datetime) -> Reply:
    days = pages.news_days("fresh", now.date())
    return Reply(body=pages.home(site.code, site.name, days))


def _with_police_news(site: SampleSite, now: datetime) -> Reply:
    days = pages.news_days("fresh", now.date())
    return Reply(body=pages.home(site.code, site.name, days, first=pages.POLICE))


def _injected(site: SampleSite, now: datetime) -> Reply:
    days = pages.news_days("fresh", now.date())
    planted = pages.PLANTED.format(host="nhacai88.example")
    return Reply(body=pages.home(site.code, site.name, days, more=planted))


def _redated(site: SampleSite, now: datetime) -> Reply:
    """Show old news, and from the second time on the same news as if it were of these days."""
    _asked[site.code] += 1
    days = pages.news_days("stale" if _asked[site.code] == 1 else "fresh", now.date())
    return Reply(body=pages.home(site.code, site.name, days))


def _imported(site: SampleSite, now: datetime) -> Reply:
    days = pages.news_days("fresh", now.date())
    return Reply(body=pages.home(site.code, site.name, days, source=f"https://bao{STRANGERS}"))


def _slow(site: SampleSite, now: datetime) -> Reply:
    slow = _ordinary(site, now)
    slow.wait = SLOW_SECONDS
    return slow


def _walled(site: SampleSite, now: datetime) -> Reply:
    body = "<title>Request Rejected</title>The requested URL was rejected. Your support ID is: 18."
    return Reply(403, body)


_ODD = {
    "police": _with_police_news,
    "injected": _injected,
    "redated": _redated,
    "imported": _imported,
    "slow": _slow,
    "flapping": _flapping,
    "walled": _walled,
    "defaced": lambda site, now: Reply(body=pages.defaced()),
    "clock": lambda site, now: Reply(body=pages.clock(site.name, now)),
    "broken": lambda site, now: Reply(500, "<h1>Server Error in '/' Application.</h1>"),
    "hanging": lambda site, now: Reply(hangs=True),
    "maintenance": lambda site, now: Reply(503, "<h1>Website đang bảo trì</h1>"),
    "limited": lambda site, now: Reply(429, "Too many requests"),
    "loop": lambda site, now: Reply(302, headers={"Location": "/"}),
    "away": lambda site, now: Reply(
        302, headers={"Location": f"http://khuyen-mai{STRANGERS}:{{port}}/"}
    ),
    "script-away": lambda site, now: Reply(body=pages.sent_away(f"http://khuyen-mai{STRANGERS}/")),
}
