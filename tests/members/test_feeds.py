"""The newest day of news in feeds and sitemaps, and of a site from all that was read of it."""

from datetime import date

import pytest

from members.freshness import (
    NewsDate,
    Observation,
    combine,
    newest_feed_date,
    newest_sitemap_date,
)
from tests.members.composed import TITLES, TODAY, slug

FEED = "https://phuong.hochiminhcity.gov.vn/rss"
MAP = "https://phuong.hochiminhcity.gov.vn/sitemap.xml"


def rss(*days, head="Mon, 23 Nov 2026 09:15:33 +0700", field="pubDate"):
    items = "".join(
        f"<item><title>{TITLES[n % 16]}</title><link>https://x.gov.vn/{n}</link>"
        f"<{field}>{day}</{field}></item>"
        for n, day in enumerate(days)
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Tin</title>'
        f"<lastBuildDate>{head}</lastBuildDate><pubDate>{head}</pubDate>{items}</channel></rss>"
    ).encode()


def sitemap(*entries):
    rows = "".join(
        f"<url><loc>https://x.gov.vn/{path}</loc><lastmod>{day}</lastmod></url>"
        for path, day in entries
    )
    return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</urlset>'.encode()


def article(n):
    return f"tin/{slug(TITLES[n % 16])}-{n}.html"


def feed_day(xml):
    found = newest_feed_date(xml, url=FEED, today=TODAY)
    return found.day if found else None


def map_day(xml):
    found = newest_sitemap_date(xml, url=MAP, today=TODAY)
    return found.day if found else None


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Fri, 20 Nov 2026 08:30:00 +0700", date(2026, 11, 20)),
        ("Thu, 19 Nov 2026 18:30:00 GMT", date(2026, 11, 20)),
        ("2026-11-20T08:30:00+07:00", date(2026, 11, 20)),
        ("2026-11-19T18:30:00Z", date(2026, 11, 20)),
        ("20/11/2026 08:30", date(2026, 11, 20)),
        ("Thứ Sáu, 20/11/2026", date(2026, 11, 20)),
        ("Mon, 23 Nov 2026 20:00:00 GMT", date(2026, 11, 23)),
        ("không rõ", None),
        ("Fri, 99 Nov 2026 08:30:00 +0700", None),
        ("", None),
    ],
)
def test_a_feed_entry_is_read_in_every_spelling(written, day):
    assert feed_day(rss(written)) == day


def test_a_feed_answers_with_its_newest_entry_whatever_its_order():
    xml = rss("Mon, 02 Nov 2026 08:00:00 +0700", "Fri, 20 Nov 2026 08:00:00 +0700")
    found = newest_feed_date(xml, url=FEED, today=TODAY)
    assert (found.day, found.rule) == (date(2026, 11, 20), "feed")
    assert TITLES[1] in found.evidence


def test_the_head_of_a_feed_proves_nothing():
    assert feed_day(rss()) is None
    assert feed_day(rss("Tue, 05 Mar 2024 08:00:00 +0700")) == date(2024, 3, 5)


def test_an_entry_of_the_future_proves_nothing():
    ahead = "Fri, 01 Jan 2027 08:00:00 +0700"
    assert feed_day(rss(ahead, "Fri, 20 Nov 2026 08:00:00 +0700")) == date(2026, 11, 20)


def test_entries_that_all_carry_the_moment_of_the_request_prove_nothing():
    assert feed_day(rss(*["Mon, 23 Nov 2026 09:15:33 +0700"] * 10)) is None


def test_entries_of_one_busy_day_are_news():
    days = [f"Mon, 23 Nov 2026 0{n}:10:00 +0700" for n in range(1, 8)]
    assert feed_day(rss(*days)) == TODAY


def test_dublin_core_and_atom_are_feeds_as_well():
    assert feed_day(rss("2026-11-20T08:30:00+07:00", field="dc:date")) == date(2026, 11, 20)
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><updated>2026-11-23T09:00:00+07:00</updated>'
        "<entry><title>Tin</title><published>2026-11-18T09:00:00+07:00</published>"
        '<updated>2026-11-22T09:00:00+07:00</updated><link href="https://x.gov.vn/1"/></entry></feed>'
    )
    assert feed_day(atom.encode()) == date(2026, 11, 18)


@pytest.mark.parametrize(
    "xml",
    [
        b"",
        b"<html><body>404</body></html>",
        b"\x00\x01",
        b"<rss>",
        b"<!DOCTYPE a [<!ENTITY b 'x'>]><rss><item><pubDate>&b;</pubDate></item></rss>",
        b"<rss>" + b"<a>" * 100_000,
    ],
)
def test_what_is_no_feed_proves_nothing(xml):
    assert feed_day(xml) is None
    assert map_day(xml) is None


def test_entities_are_not_opened(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("2026-11-20")
    kind = f'<!DOCTYPE a [<!ENTITY b SYSTEM "file://{secret}">]>'
    xml = f"{kind}<rss><channel><item><pubDate>&b;</pubDate></item></channel></rss>"
    assert feed_day(xml.encode()) is None


def test_a_sitemap_answers_with_its_newest_article():
    xml = sitemap(("", "2026-11-23"), (article(1), "2026-11-19"), (article(2), "2026-10-02"))
    found = newest_sitemap_date(xml, url=MAP, today=TODAY)
    assert (found.day, found.rule) == (date(2026, 11, 19), "sitemap")


def test_sections_and_the_home_page_of_a_sitemap_are_no_news():
    assert map_day(sitemap(("", "2026-11-23"), ("tin-tuc", "2026-11-23"))) is None


@pytest.mark.parametrize("moment", ["2026-11-23", "2026-11-23T02:15:33+00:00", "2026-11-02"])
def test_a_sitemap_stamped_in_one_go_proves_nothing(moment):
    assert map_day(sitemap(*[(article(n), moment) for n in range(30)])) is None


def test_a_sitemap_mostly_of_today_proves_only_what_is_older():
    stamped = [(article(n), f"2026-11-23T02:15:{n:02}+00:00") for n in range(30)]
    assert map_day(sitemap(*stamped, (article(31), "2026-10-02"))) == date(2026, 10, 2)


def test_a_day_of_publication_wins_over_a_change():
    xml = (
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">'
        f"<url><loc>https://x.gov.vn/{article(1)}</loc><lastmod>2026-11-23</lastmod><news:news>"
        "<news:publication_date>2026-11-17T08:00:00+07:00</news:publication_date>"
        "<news:title>Tin</news:title></news:news></url></urlset>"
    )
    found = newest_sitemap_date(xml.encode(), url=MAP, today=TODAY)
    assert (found.day, found.rule) == (date(2026, 11, 17), "sitemap-news")


def test_an_index_of_sitemaps_is_no_news():
    part = b"<sitemap><loc>https://x/a.xml</loc><lastmod>2026-11-23</lastmod></sitemap>"
    xml = b"<sitemapindex>" + part + b"</sitemapindex>"
    assert map_day(xml) is None


@pytest.mark.slow
def test_a_feed_of_five_megabytes_is_read_in_a_moment(cpu_seconds):
    xml = rss(*["Fri, 20 Nov 2026 08:00:00 +0700"] * 30_000)
    with cpu_seconds() as spent:
        feed_day(xml)
    assert spent() < 2


def seen(url, day=None, rule="list", section=""):
    return Observation(url, NewsDate(day, "…", rule) if day else None, section)


def test_a_site_is_as_fresh_as_its_newest_proof():
    fresh = combine([seen("/", date(2026, 11, 3)), seen("/rss", date(2026, 11, 19), "feed")])
    assert fresh.site.url == "/rss"
    assert fresh.age(today=TODAY) == 4


def test_a_change_in_a_sitemap_speaks_only_where_nothing_else_does():
    changed = seen("/sitemap.xml", date(2026, 11, 22), "sitemap")
    assert combine([changed, seen("/", date(2026, 3, 1))]).site.found.day == date(2026, 3, 1)
    assert combine([changed, seen("/")]).site.found.day == date(2026, 11, 22)


def test_each_section_has_its_own_answer():
    fresh = combine(
        [
            seen("/", date(2026, 11, 20)),
            seen("/thong-bao", date(2026, 5, 2), section="Thông báo"),
            seen("/lich", section="Lịch công tác"),
        ]
    )
    assert fresh.sections["Thông báo"].found.day == date(2026, 5, 2)
    assert fresh.sections["Lịch công tác"] is None
    assert combine([seen("/")]).age(today=TODAY) is None
