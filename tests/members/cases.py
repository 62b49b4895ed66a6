# ruff: noqa: E501  one case a line
"""The labelled set: pages made like real ones, and traps, each with the day that it proves."""

from datetime import date, timedelta
from itertools import cycle

from tests.members import traps
from tests.members.composed import (
    ARTICLES,
    LISTS,
    TITLES,
    TODAY,
    Shell,
    linked_data,
    page,
    prose,
    rows,
    slug,
)
from tests.members.labelled import Case
from tests.members.spellings import BADGES, SPELLINGS

AGES = (
    (0, 1, 3, 5, 8, 12),
    (3, 4, 7, 10, 20, 41),
    (10, 11, 12, 30, 60, 61),
    (45, 50, 58, 90, 120),
    (200, 230, 260, 300),
    (800, 900, 1000, 1100),
)


def days_back(ages):
    return [TODAY - timedelta(days=age) for age in ages]


def lists():
    """Every system with spellings in turn, from fresh to long dead; half are home pages."""
    ages, frames = cycle(AGES), cycle(LISTS)
    for at, (name, spell) in enumerate([*SPELLINGS.items(), *SPELLINGS.items()]):
        frame, days = next(frames), days_back(next(ages))
        if "no year" in name:
            days = days_back((2, 4, 9, 15, 40))
        if frame == "badges":
            frame = "vnportal"
        url = f"https://phuong{at}.hochiminhcity.gov.vn/" + ("" if at % 2 else "tin-tuc-su-kien")
        cms = frame.split("-")[0]
        lang = "en-US" if name == "sharepoint" else "vi"
        html = page(LISTS[frame](rows(days, spell)), cms=cms, shell=Shell(lang=lang))
        yield Case(f"list {frame}, {name}", html, url, days[0])
    for at, (name, spell) in enumerate(BADGES.items()):
        days = days_back((2, 5, 9, 16))
        yield Case(
            f"list {name}",
            page(LISTS["badges"](rows(days, spell))),
            f"https://b{at}.gov.vn/",
            days[0],
        )


def articles():
    ages, frames = cycle((0, 1, 3, 9, 35, 190, 700)), cycle(ARTICLES)
    usable = [(name, spell) for name, spell in SPELLINGS.items() if "no year" not in name]
    for at, (name, spell) in enumerate([*usable, *usable]):
        frame, day, title = (
            next(frames),
            TODAY - timedelta(days=next(ages)),
            TITLES[at % len(TITLES)],
        )
        body = prose("20/11", 4) if at % 3 else prose("ngày 21/11/2026", 6)
        related = (
            "<h3>Tin liên quan</h3>"
            + LISTS["headlines"](rows(days_back((1, 2, 5)), SPELLINGS["brackets"]))
            if at % 4 == 0
            else ""
        )
        extra = {"iso": day.isoformat()} if at % 2 else {}
        html = page(
            ARTICLES[frame](title, spell(day), body, **extra) + related,
            title=f"{title} - UBND phường",
            cms=frame,
        )
        yield Case(
            f"article {frame}, {name}",
            html,
            f"https://phuong{at}.gov.vn/tin-tuc/{slug(title)}-{at + 3000}.html",
            day,
        )


def declared():
    """Articles and lists that show no day but declare one."""
    day, title = date(2026, 11, 18), TITLES[2]
    url = f"https://ict.gov.vn/{slug(title)}-5521.html"
    article = ARTICLES["plain"](title, "Ban Biên tập", prose(paragraphs=6))
    heads = {
        "meta": '<meta property="article:published_time" content="2026-11-18T08:00:00+07:00">',
        "meta in universal time": '<meta property="article:published_time" content="2026-11-17T18:20:00+00:00"><meta property="article:modified_time" content="2026-11-23T01:00:00+00:00">',
        "json-ld": linked_data(
            {
                "@context": "https://schema.org",
                "@type": "NewsArticle",
                "headline": title,
                "datePublished": "2026-11-18T08:00:00+07:00",
                "dateModified": "2026-11-22T08:00:00+07:00",
            }
        ),
        "json-ld graph": linked_data(
            {
                "@context": "https://schema.org",
                "@graph": [
                    {"@type": "WebPage", "datePublished": "2020-01-01"},
                    {
                        "@type": "Article",
                        "headline": title,
                        "datePublished": "2026-11-18T01:00:00+00:00",
                    },
                    {"@type": "Organization", "foundingDate": "1998-02-03"},
                ],
            }
        ),
        "dublin core": '<meta name="DC.date.issued" content="2026-11-18">',
        "itemprop meta": '<meta itemprop="datePublished" content="2026-11-18 08:00:00">',
    }
    for name, head in heads.items():
        yield Case(f"declared {name}", page(article, title=title, shell=Shell(head=head)), url, day)
    listed = linked_data(
        {
            "@context": "https://schema.org",
            "@type": "ItemList",
            "itemListElement": [
                {
                    "@type": "ListItem",
                    "position": n,
                    "item": {
                        "@type": "NewsArticle",
                        "headline": TITLES[n],
                        "datePublished": f"2026-11-{18 - n}T08:00:00+07:00",
                    },
                }
                for n in range(3)
            ],
        }
    )
    bare = "".join(
        f'<div class="card"><a href="/n/{n}">{title}</a></div>'
        for n, title in enumerate(TITLES[:5])
    )
    yield Case(
        "declared ItemList", page(bare, shell=Shell(head=listed)), "https://ict.gov.vn/tin-tuc", day
    )
    yield Case(
        "address of an article",
        page(article, title=title),
        f"https://ict.gov.vn/2026/11/18/{slug(title)}.html",
        day,
    )
    dated = "".join(
        f'<div class="card"><a href="/2026/11/{18 - n}/{slug(title)}.html">{title}</a></div>'
        for n, title in enumerate(TITLES[:5])
    )
    yield Case("addresses of a list", page(dated), "https://ict.gov.vn/tin-tuc", day)
    stamped = "".join(
        f'<article class="card"><h3><a href="/n/{n}">{title}</a></h3><time datetime="2026-11-{18 - n}T10:00:00+07:00"></time></article>'
        for n, title in enumerate(TITLES[:5])
    )
    yield Case("empty time elements", page(stamped), "https://ict.gov.vn/", day)
    aged = "".join(
        f'<div class="item"><a href="/n/{n}"><div class="t">{title}</div><span class="article-age" data-published-at="2026-11-{18 - n}T10:00:00+07:00">mới</span></a></div>'
        for n, title in enumerate(TITLES[:5])
    )
    yield Case("data attributes", page(aged), "https://ict.gov.vn/", day)
    signed = ARTICLES["plain"](
        title,
        "",
        prose(paragraphs=5)
        + '<p class="author">Tác giả: Ban Biên tập</p><p>Ngày đăng: 18/11/2026</p>',
    )
    yield Case("signed under the text", page(signed, title=title), url, day)


def relative():
    for text, age in (
        ("2 giờ trước", 0),
        ("35 phút trước", 0),
        ("hôm qua", 1),
        ("Hôm qua, 14:20", 1),
        ("3 ngày trước", 3),
        ("2 tuần trước", 14),
        ("5 days ago", 5),
        ("Cách đây 4 ngày trước", 4),
    ):
        texts = cycle([text, "20 ngày trước", "26 ngày trước", "40 ngày trước"])
        made = rows(days_back((30, 31, 32, 33)), lambda _, texts=texts: next(texts))
        yield Case(
            f"list, {text}",
            page(LISTS["vnportal"](made)),
            "https://r.gov.vn/",
            TODAY - timedelta(days=age),
        )


def ambiguous():
    """No number over twelve, or one kind of day among another: the page must decide."""
    days = [date(2026, 11, 9), date(2026, 11, 5), date(2026, 10, 30), date(2026, 10, 8)]
    yield Case(
        "month first by one clear day",
        page(LISTS["sharepoint"](rows(days, SPELLINGS["sharepoint"])), shell=Shell(lang="en-us")),
        "https://s.gov.vn/Pages/tin.aspx",
        days[0],
    )
    days = [date(2026, 11, 12), date(2026, 11, 9), date(2026, 11, 4), date(2026, 10, 9)]
    yield Case(
        "month first by the future",
        page(
            LISTS["sharepoint"](rows(days, SPELLINGS["sharepoint"])),
            shell=Shell(lang="en-us", side=""),
        ),
        "https://s.gov.vn/Pages/tin.aspx",
        days[0],
    )
    days = [date(2026, 9, 10), date(2026, 8, 7), date(2026, 7, 5), date(2026, 5, 4)]
    yield Case(
        "day first without a clear day",
        page(LISTS["vnportal"](rows(days, SPELLINGS["slashes"])), shell=Shell(side="", clock="")),
        "https://s.gov.vn/",
        days[0],
    )
    days = [date(2026, 11, 2), date(2026, 10, 11), date(2026, 10, 3)]
    yield Case(
        "day first with AM and PM",
        page(LISTS["nukeviet"](rows(days, SPELLINGS["nukeviet"])), shell=Shell(side="")),
        "https://s.gov.vn/news/tin/",
        days[0],
    )


def every_case():
    """Return the whole set, in an order that never changes."""
    return [*lists(), *articles(), *declared(), *relative(), *ambiguous(), *traps.traps()]
