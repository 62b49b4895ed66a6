"""What a reader finds, in which order, and what is shown of it."""

import unicodedata
from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from cityweb.news import actions, search
from cityweb.news.models import Column, SearchEntry, SearchTerm, Site
from cityweb.news.states import WithdrawalReason
from tests.news.makers import make_article, make_board_member, make_column, make_editor

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    """The default site with a column, and a way to publish articles in it."""
    site = Site.objects.get(code="cityweb")
    return Desk(site, Column.objects.get(site=site, slug="dat-dai"))


class Desk:
    def __init__(self, site, column):
        self.site, self.column = site, column
        self.author, self.approver = make_editor(site), make_board_member(site)
        self.days = 0

    def publish(self, title, lead="Vài dòng.", body="<p>Đôi lời.</p>", **fields):
        """Publish an article, each a day older than the one before, and return its number."""
        self.days += 1
        fields.setdefault("at", timezone.now() - timedelta(days=self.days))
        column = fields.pop("column", self.column)
        people = {"author": self.author, "approver": self.approver}
        made = make_article(column, title=title, lead=lead, body=body, **people, **fields)
        return made.article_id

    def results(self, typed, **asked):
        asked = {"site_id": self.site.pk, "language": "vi", **asked}
        return search.find(typed, **asked)

    def found(self, typed, **asked):
        return [hit.article_id for hit in self.results(typed, **asked).hits]


SPELLINGS = [
    "dat dai",
    "đất đai",
    "ĐẤT ĐAI",
    unicodedata.normalize("NFD", "Đất đai"),
    "  đất,   đai!! ",
    "đất đai & | ! : * ( )",
    "\0đất\0 đai",
    "đ\u200bất\u200b đ\u200dai\ufeff",
    "ｄat\u3000ＤＡＩ",
    "「đất đai」",
]


def test_every_spelling_finds_the_same(desk):
    one = desk.publish("Luật đất đai có hiệu lực")
    other = desk.publish("Tin khác", lead="Sửa quy định về đất đai.")
    third = desk.publish("Tin thứ ba", body="<p>Bàn về <b>đất</b> đai.</p>")
    desk.publish("Không liên quan")
    for typed in SPELLINGS:
        assert desk.found(typed) == [one, other, third], typed


@pytest.mark.parametrize(
    ("written", "typed"),
    [("Hòa Bình", "hoà bình"), ("Thuý Kiều", "thúy kiều"), ("khoẻ mạnh", "khỏe mạnh")],
)
def test_the_place_of_the_tone_mark_does_not_matter(desk, written, typed):
    right = desk.publish(f"Chuyện {written}")
    assert desk.found(typed) == desk.found(written) == [right]


def test_marks_as_typed_come_before_other_marks_even_if_older(desk):
    other = desk.publish("Đạt đại học", body="<p>đạt đại</p>")
    in_body = desk.publish("Chuyện nhà", body="<p>Tranh chấp đất đai.</p>")
    in_title = desk.publish("Chuyện đất đai")
    assert desk.found("đất đai") == [in_title, in_body, other]
    assert desk.found("dat dai") == [other, in_title, in_body]


def test_phrase_before_words_and_title_before_text(desk):
    anywhere = desk.publish("Chuyện xa", body="<p>Nhà cửa. Ai cũng cần chỗ ở.</p>")
    near = desk.publish("Chuyện gần", lead="Ở đâu cũng là nhà.")
    body = desk.publish("Chuyện thân", body="<p>Chương trình nhà ở xã hội.</p>")
    lead = desk.publish("Chuyện đầu", lead="Thêm nhà ở cho công nhân.")
    words = desk.publish("Ở đây có nhà")
    phrase = desk.publish("Phát triển nhà ở")
    whole = desk.publish("Nhà ở")
    assert desk.found("nhà ở") == [whole, phrase, words, lead, body, near, anywhere]


def test_newer_first_inside_a_rank(desk):
    newer, older = desk.publish("Cầu Thủ Thiêm thông xe"), desk.publish("Cầu Thủ Thiêm khởi công")
    assert desk.found("cau thu thiem") == [newer, older]


def test_a_quoted_phrase_must_stand_as_a_whole(desk):
    right = desk.publish("Sở Xây dựng họp", body="<p>Cấp giấy phép xây dựng trực tuyến.</p>")
    desk.publish("Giấy phép", body="<p>Giấy phép. Phép xây nhà; xây dựng cầu.</p>")
    assert desk.found('"giấy phép xây dựng"') == [right]
    assert desk.found("“GIAY PHEP XAY DUNG”") == [right]
    assert desk.found('"xây giấy phép"') == []


def test_words_run_on_over_the_end_of_a_sentence(desk):
    right = desk.publish("Tin", lead="Thành phố mở rộng đường. Người dân nhận tiền đền bù.")
    desk.publish("Người dân mở đường rộng cho thành phố")
    assert desk.found("mo rong duong nguoi dan nhan")[0] == right


def test_column_site_language_and_days_narrow(desk):
    parent = desk.column.parent
    inside = desk.publish("Quy hoạch mới", at=noon(2026, 3, 5))
    outside = desk.publish("Quy hoạch cũ", column=make_column(desk.site), at=noon(2026, 3, 6))
    assert desk.found("quy hoạch") == [outside, inside]
    assert desk.found("quy hoạch", column_id=desk.column.pk) == [inside]
    assert desk.found("quy hoạch", column_id=parent.pk) == [inside]
    day = date(2026, 3, 5)
    assert desk.found("quy hoạch", since=day, until=day) == [inside]
    assert desk.found("quy hoạch", since=date(2026, 3, 6)) == [outside]
    assert desk.found("quy hoạch", until=date(2026, 3, 4)) == []
    assert desk.found("quy hoạch", since=date.min, until=date.max) == [outside, inside]
    assert desk.found("quy hoạch", until=date.min) == desk.found("quy hoạch", since=date.max) == []
    assert desk.found("quy hoạch", language="en") == []
    assert desk.found("quy hoạch", site_id=Site.objects.get(code="ict-hcm").pk) == []


def noon(year, month, day):
    return timezone.make_aware(datetime(year, month, day, 12))


def test_pages_follow_each_other_without_gap_or_repetition(desk):
    in_title = [desk.publish(f"Kênh Tẻ {number}") for number in range(3)]
    in_lead = [desk.publish(f"Tin {number}", lead="Nạo vét kênh Tẻ.") for number in range(4)]
    seen, after = [], None
    for _ in range(4):
        page = desk.results("kenh te", limit=2, after=after)
        seen += [hit.article_id for hit in page.hits]
        assert page.count == 7
        after = page.next
    assert seen == in_title + in_lead
    assert after is None


def test_a_token_that_was_never_given_out_harms_nothing(desk):
    desk.publish("Kênh Tẻ")
    for token in ("", "x", "1-2-3", "999-0-0-0", "0-0-0-0", "1-" + "9" * 18 + "-1-1"):
        assert desk.results("kênh tẻ", after=token).count <= 1, token


def test_no_text_breaks_it(desk):
    desk.publish("Kênh Tẻ")
    for typed in ("", "   ", "!!!", "😀", '""', "\0", "'; --", "đ" * 10_000, "a\ud800"):
        assert desk.found(typed) == [], typed


def test_one_wrong_word_among_several_still_finds(desk):
    right = desk.publish("Tin", lead="Thành phố khởi công đường vành đai trong tháng này.")
    results = desk.results("khởi công đường vành đaii trong")
    assert [hit.article_id for hit in results.hits] == [right]
    assert "thiếu một từ" in results.order_note


def test_a_slip_of_the_hand_is_answered_with_what_was_meant(desk):
    desk.publish("Luật Đất đai ở Sài Gòn")
    slips = dict.fromkeys(("đất đay", "datdai", "dta dai"), "đất đai") | {"Sài Gòm": "sài gòn"}
    for typed, meant in slips.items():
        results = desk.results(typed)
        assert results.hits == [], typed
        assert results.suggestions[0] == meant
        assert desk.found(results.suggestions[0])


def test_nothing_alike_is_suggested_nothing(desk):
    desk.publish("Luật Đất đai")
    assert desk.results("xyzt").suggestions == []


def test_marks_are_set_in_the_text_as_written(desk):
    desk.publish("Khoẻ đẹp & <b>Hòa Bình</b>", lead="Sức KHOẺ là vàng, hoà bình là bạc.")
    (hit,) = desk.results("khỏe hoà bình").hits
    assert hit.title_html == (
        "<mark>Khoẻ</mark> đẹp &amp; &lt;b&gt;<mark>Hòa Bình</mark>&lt;/b&gt;"
    )
    assert hit.snippet_html == "Sức <mark>KHOẺ</mark> là vàng, <mark>hoà bình</mark> là bạc."


def test_marks_are_right_over_text_that_is_not_composed(desk):
    desk.publish(unicodedata.normalize("NFD", "Đường Lê Lợi thông xe"))
    (hit,) = desk.results("le loi").hits
    assert hit.title_html == "Đường <mark>Lê Lợi</mark> thông xe"


def test_the_snippet_is_the_place_where_the_words_stand(desk):
    filler = "Câu này không nói gì cả về việc ấy. " * 40
    desk.publish(
        "Tin", lead="Mở đầu.", body=f"<p>{filler}</p><p>Ga Bến Thành mở cửa.</p><p>{filler}</p>"
    )
    (hit,) = desk.results("ga ben thanh").hits
    assert "<mark>Ga Bến Thành</mark> mở cửa." in hit.snippet_html
    assert len(hit.snippet_html) < 400


def test_what_is_taken_down_or_expired_is_found_no_more(desk):
    wrong, stale = desk.publish("Kênh Tẻ một"), desk.publish("Kênh Tẻ hai")
    for pk, reason in ((wrong, WithdrawalReason.ERROR), (stale, WithdrawalReason.EXPIRED)):
        edition = SearchEntry.objects.get(pk=pk).live.edition_id
        actions.withdraw(pk=edition, actor=desk.approver, reason=reason, note="Đã cũ.")
    assert desk.found("kênh tẻ") == []
    assert not SearchEntry.objects.exists()


def test_a_new_edition_is_found_by_its_new_words_only(desk):
    pk = desk.publish("Kênh Tẻ")
    draft = actions.new_draft(article_id=pk, actor=desk.author)
    content = {"title": "Rạch Ông"}
    draft = actions.save_draft(
        pk=draft.pk, actor=desk.author, lock_version=draft.lock_version, content=content
    )
    actions.submit(pk=draft.pk, actor=desk.author)
    actions.mark_edited(pk=draft.pk, actor=desk.author)
    actions.approve(pk=draft.pk, actor=desk.approver)
    actions.publish(pk=draft.pk, actor=desk.approver)
    assert desk.found("rạch ông") == [pk]
    assert desk.found("kênh tẻ") == []


def test_counting_stops_at_a_thousand(desk, monkeypatch):
    monkeypatch.setattr("cityweb.news.search.finding.MOST_COUNTED", 2)
    for number in range(4):
        desk.publish(f"Kênh Tẻ {number}")
    results = desk.results("kênh tẻ")
    assert (results.count, results.count_is_capped) == (2, True)


def test_the_number_of_questions_is_bounded(desk, django_assert_max_num_queries):
    for number in range(12):
        desk.publish(f"Kênh Tẻ {number}")
    for typed, most in (("kênh tẻ", 3), ("kenh te khong co that", 5), ("kênh tẻe", 5)):
        with django_assert_max_num_queries(most):
            desk.results(typed)


def test_terms_keep_what_the_database_needs_to_find_slips(desk):
    desk.publish("Đất đai")
    term = SearchTerm.objects.get(shown="đất đai")
    assert sorted(term.near) == sorted(
        {"dat dai", *("dat dai"[:at] + "dat dai"[at + 1 :] for at in range(7))}
    )
