"""What an advertisement sells, by its words: leads with the law of the day."""

from datetime import date

import pytest

from advertising.behaviour import goods
from advertising.models import ProductCategory

DAY = date(2026, 11, 2)


def groups(words):
    return {(one.group, one.word) for one in goods.signs_in(words, goods.installed())}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Quảng cáo Sữa công thức cho trẻ 0–6 tháng", {("sua-thay-the", "sữa công thức")}),
        (
            "Rượu mạnh 40 độ, giá TỐT NHẤT",
            {("ruou-15-do", "rượu mạnh"), ("so-sanh-nhat", "tốt nhất")},
        ),
        ("sua cong thuc cho be", {("sua-thay-the", "sữa công thức")}),
        ("Sửa máy lạnh, biadi, thương hiệu", set()),
        ("Máy lọc nước gia đình", set()),
        ("", set()),
    ],
)
def test_words_point_to_goods(words, expected):
    assert groups(words) == expected


@pytest.mark.django_db
def test_a_lead_says_word_group_and_article():
    ads = [{"name": "div:0", "text": "Sữa công thức số 1"}, {"name": "div:1", "text": "Trà"}]
    milk, first = goods.leads(ads, on=DAY)
    assert (milk["code"], milk["ad"], milk["result"]) == ("P1", "div:0", "lead")
    assert "“sữa công thức”: Sữa thay thế sữa mẹ" in milk["measure"]
    assert milk["citation"] == "Luật Quảng cáo, Điều 7 khoản 4"
    assert first["code"] == "P11" and "tài liệu chứng minh" in first["measure"]


@pytest.mark.django_db
def test_every_group_of_words_is_one_that_the_law_knows():
    known = set(ProductCategory.objects.values_list("code", flat=True)) | {goods.SUPERLATIVE}
    assert {one.group for one in goods.installed()} == known


def test_lists_of_the_operator_are_read_too(settings, tmp_path):
    settings.AD_FILTER_FOLDER = tmp_path
    (tmp_path / "hang-hoa").mkdir()
    (tmp_path / "hang-hoa" / "them.txt").write_text("! ghi chú = x\nvu-khi = nỏ săn\n", "utf-8")
    assert groups("Bán nỏ săn") == {("vu-khi", "nỏ săn")}
