"""The public register: found, leafed through, seen as of any day, taken away as data."""

import csv
import io
import json
from datetime import date, timedelta

import feedparser
import pytest
from lxml import html

from licensing import actions
from licensing.reports import open_data, register
from tests.licensing.makers import bodies, contents, decision, file_of, make_licence, make_signed
from tests.shared import shared

pytestmark = pytest.mark.django_db
PATH = "/giay-phep/"


@shared
def many(clerk, licence):
    return [
        make_licence(
            clerk,
            f"{number}/GP-SM",
            date(2021, 1, 1) + timedelta(days=number // 3),
            site_name=f"Trang {number}",
            domains=[f"trang{number}.example"],
            manager="Lê Văn Đức",
        )
        for number in range(20, 62)
    ]


@pytest.fixture(autouse=True)
def _nothing_remembered():
    register.forget()


def read(client, path, status=200):
    response = client.get(path)
    assert response.status_code == status, path
    return response


def numbers(response):
    return [row.number for row in response.context["leaf"].rows]


@pytest.mark.parametrize(
    "words",
    [
        "nhịp sống sài gòn",
        "NHIP SONG",
        "012/gp-sm",
        "nhipsong.example",
        "nhipsong",
        "hồng ngữ",
        "song sai gon 12",
    ],
)
def test_a_licence_is_found_with_and_without_marks(client, many, words):
    assert numbers(read(client, f"{PATH}?q={words}")) == ["12/GP-SM"]


def test_filters_narrow_and_nonsense_is_said(client, many, licence, clerk):
    actions.revoke(pk=licence.pk, decision=decision(date(2022, 1, 1), "Vì thế"), actor=clerk)
    assert numbers(read(client, f"{PATH}?tinh_trang=revoked")) == ["12/GP-SM"]
    assert numbers(read(client, f"{PATH}?nam=2020&tinh_trang=valid")) == []
    issuer = bodies()[0].pk
    assert len(numbers(read(client, f"{PATH}?nam=2021&co_quan={issuer}"))) == 20
    assert "đã bỏ qua" in read(client, f"{PATH}?nam=xx&tinh_trang=zz").text
    assert "quá dài" in read(client, f"{PATH}?q={'a' * 201}").text
    assert read(client, f"{PATH}?truoc=xx", 302).url == PATH


def test_leafing_shows_each_licence_once(client, many):
    seen, path = [], PATH
    while path:
        response = read(client, path)
        seen += numbers(response)
        older = response.context["leaf"].older
        path = f"{PATH}?truoc={older}" if older else ""
    assert len(seen) == len(set(seen)) == 43
    assert seen[-1] == "12/GP-SM"


def test_pages_take_few_queries(client, many, licence, django_assert_max_num_queries):
    read(client, PATH)
    for path, most in ((PATH, 3), (f"{PATH}?q=trang", 3), (licence.path, 3)):
        with django_assert_max_num_queries(most):
            read(client, path)
    register.forget()
    with django_assert_max_num_queries(8):
        read(client, PATH)


def test_the_register_speaks_english_and_keeps_vietnamese_names(client, licence):
    page = read(client, f"/en{PATH}?q=012/gp-sm")
    assert f'href="/en{licence.path}"' in page.text and "In force" in page.text
    assert f'lang="vi">{licence.current.holder_name}' in page.text
    one = read(client, f"/en{licence.path}").text
    for words in ("Licence 12/GP-SM", "Responsible for content", "Issued by", "1 Jul 2020"):
        assert words in one
    assert 'hreflang="vi"' in one and f'{licence.path}">' in one
    assert "Nơi đặt" not in one and "Lịch sử" not in one
    before = read(client, f"/en{licence.path}?ngay=2019-01-01").text
    assert "had not yet been issued" in before
    assert "not a date" in read(client, f"/en{licence.path}?ngay=hom-qua").text
    assert "Daily digests" in read(client, f"/en{PATH}niem-phong/").text
    assert "Was the licence in your hands" in read(client, "/en/xac-minh/").text
    assert "Found in the register" in read(client, "/en/xac-minh/?so=12/GP-SM").text
    assert "Nothing was found for" in read(client, "/en/xac-minh/?so=99/GP-SM", 404).text
    assert "Please enter" in read(client, "/en/xac-minh/?so=").text


def test_a_licence_is_shown_as_of_any_day(client, licence, clerk):
    actions.amend(
        pk=licence.pk,
        contents=contents(site_name="Tên mới"),
        decision=decision(date(2022, 2, 2)),
        actor=clerk,
    )
    assert ">Tên mới</dd>" in read(client, licence.path).text
    before = read(client, f"{licence.path}?ngay=2022-02-01").text
    assert ">Tên mới</dd>" not in before
    assert "Nội dung bên dưới là của ngày ấy" in before
    assert "chưa được cấp" in read(client, f"{licence.path}?ngay=30/06/2020").text
    assert "Ngày chưa đúng" in read(client, f"{licence.path}?ngay=hom-qua").text
    read(client, f"{PATH}khong-co-2020/", 404)


def test_the_history_tells_what_each_decision_changed(client, licence, clerk):
    before = licence.current
    said = contents(site_name="Tên mới", domains=[*before.domains, "them.example.vn"])
    actions.amend(pk=licence.pk, contents=said, decision=decision(date(2022, 2, 2)), actor=clerk)
    page = html.fromstring(read(client, licence.path).text)
    first, last = (
        one.xpath(".//dl[@class='changed']/div")
        for one in page.xpath("//ol[@class='timeline']/li")[::-1]
    )
    told = [" ".join(" ".join(one.itertext()).split()) for one in last]
    assert first == []
    assert told[:2] == [
        f"Tên trang Trước: {before.site_name} Nay: Tên mới",
        "Tên miền Thêm: them.example.vn",
    ]
    assert "Added: <ins" in read(client, f"/en{licence.path}").text


def test_the_whole_register_is_open_data(client, many, licence):
    lines = b"".join(read(client, f"{PATH}du-lieu.csv")).decode("utf-8-sig")
    table = list(csv.DictReader(io.StringIO(lines)))
    assert len(table) == 43
    assert table[0]["so_giay_phep"] == "12/GP-SM"
    assert table[0]["dia_chi"].endswith(licence.path)
    page = read(client, f"{PATH}du-lieu.json").json()
    assert len(page["giay_phep"]) == 43
    assert page["trang_sau"] is None
    assert page["giay_phep"][0]["tinh_trang"] == "valid"


def test_open_data_come_in_pages(client, many, monkeypatch):
    monkeypatch.setattr(open_data, "MOST_IN_PAGE", 40)
    first = read(client, f"{PATH}du-lieu.json").json()
    rest = read(client, first["trang_sau"].partition("testserver")[2] or first["trang_sau"]).json()
    assert (len(first["giay_phep"]), len(rest["giay_phep"])) == (40, 3)


def test_the_record_of_a_version_never_changes(client, licence, clerk):
    before = read(client, f"{licence.path}1.json").content
    actions.reissue(pk=licence.pk, decision=decision(date(2022, 2, 2)), actor=clerk)
    assert read(client, f"{licence.path}1.json").content == before
    assert json.loads(before)["lan"] == 1


def test_the_feed_tells_the_newest_changes_first(client, licence, clerk):
    actions.reissue(pk=licence.pk, decision=decision(date(2022, 2, 2)), actor=clerk)
    feed = feedparser.parse(read(client, f"{PATH}thay-doi/").content)
    titles = [entry.title for entry in feed.entries]
    assert titles[0] == "Cấp lại: 12/GP-SM"
    assert "Cấp giấy phép: 12/GP-SM" in titles


def test_the_signed_paper_is_sent_as_it_was_issued(client, clerk):
    signed = make_signed(clerk)
    assert b"".join(read(client, f"{signed.path}1.pdf")) == file_of(signed)
    read(client, f"{signed.path}2.pdf", 404)
    assert f"{signed.path}1.pdf" in read(client, signed.path).text


def test_the_badge_says_how_it_stood_on_the_day_asked_for(client, licence):
    badge = '<p class="standing {}">'
    before = client.get(licence.path, {"ngay": "2019-01-01"}).text
    assert badge.format("expired") in before and "Chưa được cấp" in before
    after = client.get(licence.path, {"ngay": "2031-01-01"}).text
    assert badge.format("expired") in after
    assert badge.format("valid") in client.get(licence.path).text
