"""The newest day of news on a page: over two labelled sets, and sentence by sentence."""

import random
from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from members.freshness import newest_news_date
from tests.members import cases, habits, held_out, portals, strange, themes, tour, traps
from tests.members.composed import LISTS, TITLES, TODAY, page, prose, rows
from tests.members.spellings import SPELLINGS

COMPOSED = cases.every_case()
HELD_OUT = [case for one in (held_out, habits, portals, themes) for case in one.every_case()]
HERE = "https://phuong.hochiminhcity.gov.vn/"


def read(html, url=HERE, today=TODAY):
    return newest_news_date(html, url=url, today=today)


@pytest.mark.parametrize(
    "case", [*COMPOSED, *HELD_OUT], ids=[case.name for case in [*COMPOSED, *HELD_OUT]]
)
def test_a_page_proves_the_day_it_is_labelled_with(case):
    found = read(case.html, case.url)
    assert (found.day if found else None) == case.day


def test_lists_of_strange_makers_read_as_labelled():
    found = {case.name: read(case.html, case.url) for case in strange.every_case()}
    days = {name: one.day if one else None for name, one in found.items()}
    assert days == {case.name: case.day for case in strange.every_case()}


@pytest.mark.parametrize("heading", ["<h1>Tin</h1>", "<h2>Tin mới</h2>", "<p>Xem</p>", ""])
@pytest.mark.parametrize(
    ("first", "second"), [("{d}", "Th{m}"), ("Th{m}", "{d}"), ("{d}", "Tháng {m}")]
)
def test_a_badge_of_day_and_month_is_read_below_a_short_heading(heading, first, second):
    days = [date(2026, 11, 19), date(2026, 11, 12), date(2026, 10, 30)]
    items = "".join(
        f"<div class='post'><a href='/b{at}/'><b>{first.format(d=day.day, m=day.month)}</b><br>"
        f"<i>{second.format(d=day.day, m=day.month)}</i><h5>{TITLES[at]}</h5></a></div>"
        for at, day in enumerate(days)
    )
    found = read(f"<body><main>{heading}{items}</main></body>", f"{HERE}tin/")
    assert found.day == days[0]


def test_a_tour_of_portals_of_every_age_reads_as_labelled():
    read_as = {case.name: read(case.html, case.url) for case in tour.every_case()}
    days = {name: found.day if found else None for name, found in read_as.items()}
    assert days == {case.name: case.day for case in tour.every_case()}


def test_the_sets_hold_enough_pages_and_enough_traps():
    assert len(COMPOSED) >= 150
    assert sum(case.is_trap for case in COMPOSED) >= 40
    assert max(Counter(case.name for case in [*COMPOSED, *HELD_OUT]).values()) == 1


def test_the_evidence_quotes_the_page_and_names_the_headline():
    found = read(LISTS["vnportal"](rows([date(2026, 11, 20)], SPELLINGS["posted"])))
    assert found.day == date(2026, 11, 20)
    assert "Ngày đăng: 20/11/2026" in found.evidence
    assert TITLES[0] in found.evidence
    assert found.rule == "list"


def test_an_article_answers_with_its_own_day_not_with_a_newer_neighbour():
    html = f"<h1>{TITLES[0]}</h1><p class='date'>01/10/2026</p>{prose()}" + LISTS["headlines"](
        rows([date(2026, 11, 22), date(2026, 11, 21)], SPELLINGS["brackets"])
    )
    found = read(html, f"{HERE}chu-tich-ubnd-phuong-kiem-tra-991.html")
    assert (found.day, found.rule) == (date(2026, 10, 1), "byline")


def test_the_same_page_reads_the_same_on_a_later_day():
    html = page(LISTS["nukeviet"](rows([date(2026, 11, 20)], SPELLINGS["nukeviet"])))
    assert read(html).day == read(html, today=date(2027, 6, 1)).day


def own_list(days, href="/tin/{}"):
    items = (
        f"<li><a href='{href.format(at)}'>{TITLES[at]}</a> <span class='date'>{day}</span></li>"
        for at, day in enumerate(days)
    )
    return f"<ul>{''.join(items)}</ul>"


@pytest.mark.parametrize(
    ("html", "day"),
    [
        (own_list(["01/09/2026"]) + own_list(["22/11/2026"], "https://khac.vn/{}.htm"), (9, 1)),
        (own_list(["20/12/2026", "01/09/2026", "28/08/2026"]), (9, 1)),
        (own_list(["24/11/2026", "22/11/2026"]), (11, 22)),
        (own_list(["20/12/2026", "10/12/2026", "20/11/2026"]), None),
        (own_list(["20/11/2026", "26/11/2026", "30/11/2026"]), None),
        ("<div>Tỷ giá ngày 23/11/2026: USD 25.888</div>" + own_list(["01/09/2026"]), (9, 1)),
    ],
)  # fmt: skip
def test_neither_news_of_others_nor_one_slip_of_the_pen_hides_the_news(html, day):
    found = read(f"<h1>Tin tức</h1>{html}", f"{HERE}tin-tuc")
    assert (found.day if found else None) == (date(2026, *day) if day else None)


def test_what_is_dated_tomorrow_is_not_news_today():
    html = page(LISTS["vnportal"](rows([date(2026, 11, 24)], SPELLINGS["slashes"])))
    assert read(html) is None


def test_a_list_without_years_runs_back_over_the_new_year():
    days = [date(2027, 1, 3), date(2026, 12, 28), date(2026, 12, 20)]
    html = page(LISTS["headlines"](rows(days, SPELLINGS["no year"])))
    assert read(html, today=date(2027, 1, 5)).day == date(2027, 1, 3)
    assert read(html, today=date(2026, 12, 30)).day == date(2026, 1, 3)


def test_local_time_with_a_false_universal_sign_is_still_today():
    stamped = "".join(
        f"<li><a href='/m/{n}'>{TITLES[n]}</a><time datetime='2026-11-{day}T20:00:00Z'></time></li>"
        for n, day in enumerate((23, 21, 20))
    )
    assert read(f"<ul>{stamped}</ul>").day == date(2026, 11, 23)


def test_the_clock_of_a_page_kept_since_last_week_is_no_news():
    clock = "<div class='header-top'>Thứ Hai, 23/11/2026</div>"
    stamped = "".join(
        f"<div><a href='/m/{n}'>{title}</a> <i>23/11/2026 09:15</i></div>"
        for n, title in enumerate(TITLES[:6])
    )
    assert read(clock + stamped, today=date(2026, 12, 1)) is None


def test_a_clock_that_stands_still_hides_no_news():
    clock = "<div class='header-top'>Thứ Bảy, 01/01/2022</div>"
    html = clock + LISTS["vnportal"](rows([date(2026, 11, 20)] * 5, SPELLINGS["slashes"]))
    assert read(html).day == date(2026, 11, 20)


def test_a_published_day_in_universal_time_is_the_citys_day():
    head = '<meta property="article:published_time" content="2026-11-19T18:00:00+00:00">'
    html = f"<head>{head}</head><h1>{TITLES[0]}</h1>{prose()}"
    assert read(html, f"{HERE}a-b-c-d-e-123.html").day == date(2026, 11, 20)


def mixtures(count):
    """Yield old lists with a trap somewhere beside them, always the same ones."""
    rng = random.Random(5)  # noqa: S311
    parts = [*traps.trap_parts().values(), *held_out.trap_parts().values()]
    parts += habits.trap_parts().values()
    spellings = ["slashes", "weekday", "brackets", "posted", "in words", "nukeviet", "dashes"]
    heads = "".join(f"<h4><a href='/z/{n}'>{TITLES[10 + n]}</a></h4>" for n in range(3))
    for _ in range(count):
        days = [date(2025, 3, 5) - timedelta(days=9 * n) for n in range(rng.randint(1, 5))]
        made = rows(days, SPELLINGS[rng.choice(spellings)])
        part, listed = rng.choice(parts), LISTS[rng.choice(sorted(LISTS))](made)
        orders = [part + listed, listed + part, f"<div>{part}{heads}</div>{listed}"]
        yield page(rng.choice([*orders, f"<div>{heads}{part}</div>{listed}"])), days[0]


@pytest.mark.slow
def test_nothing_beside_old_news_makes_it_newer():
    for html, day in mixtures(250):
        found = read(html)
        assert found is None or found.day <= day, found


HOSTILE = {
    "ten megabytes of days": "<p>23/11/2026</p>" * 620_000,
    "days without tags": "23/11/2026 " * 900_000,
    "deep nesting": "<div>" * 50_000 + "23/11/2026",
    "deep nesting, closed": "<div>" * 50_000 + "x" + "</div>" * 50_000,
    "deep nesting behind false ends": "<div></x>" * 50_000,
    "deep tables": "<table><tr><td>" * 50_000,
    "formats reopened in every block": "<p>"
    + "".join(f"<font size={n}>" for n in range(5_000))
    + "<p>x" * 50_000,
    "misnested formats": "<a><b><i>" * 20_000 + "</a>" * 20_000,
    "a million attributes": "<div " + " ".join(f"a{n}=1" for n in range(1_000_000)) + ">x",
    "bare attributes without an end": "<div " + " ".join(f"a{n}" for n in range(400_000)),
    "attributes in many tags": ("<i " + " ".join(f"a{n}" for n in range(1_400)) + ">") * 200,
    "unclosed tags": "<a" * 1_000_000,
    "unclosed quotes": "<a href='" * 200_000,
    "digits": "1" * 2_000_000,
    "digits and slashes": "1/" * 1_000_000,
    "digits and spaces": "1 " * 1_000_000,
    "days of one line": "<span itemprop='datePublished'>20/11/2026</span>" * 42_000,
    "links of one line": "<a href='/x'>20/11/2026 Chủ tịch kiểm tra tiến độ</a>" * 36_000,
    "words before no day": "ngay " * 400_000,
    "months": "thang 11 " * 250_000,
    "brackets": "(" * 1_000_000 + "20/11/2026" + ")" * 900_000,
    "headlines": "<li><a href='/t'>Chủ tịch kiểm tra tiến độ</a> 20/11/2026</li>" * 40_000,
    "headlines in one box": "<a href='/t'>Chủ tịch kiểm tra tiến độ</a><br>20/11/2026<br>" * 40_000,
    "headlines in one inner box": "<div>"
    + "<a href='/t'>Chủ tịch kiểm tra tiến độ</a><br>20/11/2026<br>" * 40_000,
    "headings and days": "<div>"
    + "<h3>Văn bản mới</h3><p>20/11/2026</p><a href='/t'>Chủ tịch kiểm tra tiến độ</a>" * 25_000,
    "headings that never end": "".join(f"<h3 class=x{n}>Văn bản mới</h3>" for n in range(40_000)),
    "headings of documents": "<h3>Văn bản mới</h3>" * 90_000,
    "linked data": '<script type="application/ld+json">' + "[" * 150_000 + "</script>",
    "entities": "&#50;&#51;/11/2026 " * 100_000,
    "class names": "<p class='" + "date " * 300_000 + "'>20/11/2026</p>",
    "tables of cells": "<table><tr>" + "<td>20/11/2026" * 100_000,
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_no_page_takes_a_second(name, cpu_seconds):
    with cpu_seconds() as spent:
        read(HOSTILE[name])
    assert spent() < 1


@pytest.mark.parametrize("text", ["", " ", "\x00", "<", "<!--", "<a", "&", "<script>", "\ud800"])
def test_scraps_of_pages_prove_nothing(text):
    assert read(text) is None


PIECES = st.sampled_from(
    [
        "<div>",
        "</div>",
        "<a href='/x/y'>",
        "</a>",
        "<a href='http://['>",
        "<li>",
        "<table>",
        "<td>",
        "<time datetime='2026-11-20'>",
        "</time>",
        "<div itemprop='datePublished'>",
        "<h3 class='title'>",
        "<a href='/tin/mot-hai-ba-bon.html'>Xem chi tiết</a>",
        "<dt>",
        "<tr>",
        "20/11/2026",
        "31/02/2026",
        "0/0/0000",
        "99/99/9999",
        "20/11",
        "ngày 20 tháng 11 năm 2026",
        "Đăng ngày: ",
        "Hôm nay ",
        "2 giờ trước",
        "999 năm trước",
        "từ ",
        " đến ",
        "(",
        ")",
        "<h1>",
        "</h1>",
        "Chủ tịch phường kiểm tra tiến độ",
        "<time datetime='2026-13-45T99:99'>",
        "<br>",
        "&nbsp;",
        "<meta property='article:published_time' content='9999-12-31T23:59:59Z'>",
        "23",
        "Tháng 11",
        "\u0301",
        '<script type="application/ld+json">{"@type":["Article",1],"datePublished":7}</script>',
        "<p data-timestamp='99999999999'>",
        "İ",
        "١٢/١١/٢٠٢٦",
    ]
)


@settings(max_examples=100, deadline=None)
@given(st.lists(PIECES, max_size=25), st.sampled_from([HERE, "", "http://[", f"{HERE}a-b-c-d-e"]))
def test_no_mixture_of_pieces_breaks_the_reading_or_lies_ahead(pieces, url):
    found = read(" ".join(pieces), url)
    assert found is None or found.day <= TODAY
