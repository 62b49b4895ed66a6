"""Published questions and answers: browsed, searched, read, followed, and offered while writing."""

import json
from datetime import timedelta

import feedparser
import pytest
from django.utils import timezone
from lxml import etree

from cityweb.core import pages, places
from feedback.models import Category, Publication, Submission
from feedback.reports import published
from feedback.states import PublicationState
from tests.feedback.letters import LETTER, Page, open_form, send
from tests.feedback.makers import mailbox, replied
from tests.shared import shared

pytestmark = pytest.mark.django_db
PATH = "/gop-y/hoi-dap/"


@shared
def cases(officer):
    """As many answered submissions as a test publishes at most."""
    return [replied(officer) for _ in range(5)]


@pytest.fixture
def publish(cases):
    """What returns a question and its answer that everybody may read."""
    left = iter(cases)

    def make(title="Nắp cống vỡ ở hẻm 12", **fields):
        submission = next(left)
        moved = {name: fields.pop(name) for name in ("mailbox", "category") if name in fields}
        Submission.objects.filter(pk=submission.pk).update(**moved)
        return Publication.objects.create(
            submission=submission,
            reply=submission.replies.get(),
            title=title,
            **{
                "state": PublicationState.PUBLISHED,
                "question": "Nắp cống giữa hẻm vỡ đã hai tuần.",
                "answer": "Đơn vị thoát nước đã thay nắp cống ngày 20/11.",
                "answered_by": "Sở Xây dựng",
                "published_at": timezone.now(),
                **fields,
            },
        )

    return make


def titles(client, **asked):
    page = Page(client.get(PATH, asked))
    return [link.text for link in page.tree.xpath("//ol[@class='hits']//h3/a")]


def test_answers_on_advertising_stand_on_its_own_page_until_withdrawn(citizen, publish):
    subject = Category.objects.get(code="hoi-ve-quang-cao")
    publish("Tắt kêu ở chợ")
    found = publish("Cần giấy gì để quảng cáo trà thảo mộc", category=subject)

    def shown():
        answer = citizen.get("/quang-cao/")
        assert answer.headers["Cache-Control"] == pages.KEEP_CHECKED
        return [one.text for one in Page(answer).tree.xpath("//ol[@class='hits']//h3/a")]

    assert shown() == ["Cần giấy gì để quảng cáo trà thảo mộc"]
    Publication.objects.filter(pk=found.pk).update(state=PublicationState.WITHDRAWN)
    assert shown() == []


def test_before_anything_is_published_the_page_says_what_will_appear(citizen):
    assert "Trả lời được công khai sẽ hiện ở đây." in Page(citizen.get(PATH)).text


def test_only_what_is_published_and_not_restricted_is_listed(citizen, publish):
    publish("Công khai")
    for state in ("preparing", "declined", "withdrawn"):
        publish(state, state=state)
    hidden = publish("Hạn chế")
    hidden.submission.is_restricted = True
    hidden.submission.save(update_fields=["is_restricted"])
    assert titles(citizen) == ["Công khai"]
    assert citizen.get(hidden.path).status_code == 404


@pytest.mark.parametrize("words", ["nắp cống", "NAP CONG", "thoát nước", "thoat nuoc"])
def test_words_are_found_with_marks_or_without(citizen, publish, words):
    publish()
    publish("Tiếng ồn", question="Karaoke.", answer="Đã nhắc nhở.")
    assert titles(citizen, q=words) == ["Nắp cống vỡ ở hẻm 12"]
    assert titles(citizen, q="không có chữ này") == []


def test_words_that_were_masked_are_found_no_more(citizen, publish):
    one = publish(question="Anh Nguyễn Văn Kín phản ánh")
    assert titles(citizen, q="Văn Kín")
    one.question = "Người dân phản ánh"
    one.save()
    assert not titles(citizen, q="Văn Kín")


def test_the_list_is_narrowed_by_mailbox_matter_body_and_place(citizen, publish):
    site = mailbox("WEBSITE")
    publish("Trang lỗi", mailbox=site, answered_by="Phòng Thông tin điện tử")
    flooded = publish("Đường ngập", category=Category.objects.get(code="thoat-nuoc"))
    Submission.objects.filter(publication=flooded).update(unit=places.find("Sài Gòn")[0].pk)
    assert titles(citizen, **{"hop-thu": "website"}) == ["Trang lỗi"]
    assert titles(citizen, **{"linh-vuc": "thoat-nuoc"}) == ["Đường ngập"]
    assert titles(citizen, **{"co-quan": "Phòng Thông tin điện tử"}) == ["Trang lỗi"]
    for name in ("phường Bến Nghé", "quận 1"):
        assert titles(citizen, noi=name) == ["Đường ngập"]
    assert titles(citizen, noi="quận 7") == []
    assert "Không thấy phường, xã nào" in Page(citizen.get(PATH, {"noi": "xyz"})).text


def test_pages_follow_each_other_by_place(citizen, publish, monkeypatch):
    monkeypatch.setattr(published, "PAGE_SIZE", 2)
    now = timezone.now()
    for number in range(3):
        publish(f"Câu {number}", published_at=now - timedelta(days=number))
    first = Page(citizen.get(PATH, {"q": "nắp"}))
    older = first.tree.xpath("//a[@rel='next']/@href")[0]
    assert "q=" in older
    second = Page(citizen.get(PATH + older))
    assert [link.text for link in second.tree.xpath("//h3/a")] == ["Câu 2"]


@pytest.mark.parametrize(
    "query",
    [
        "q=%00",
        "truoc=x",
        "q=%27%22%3C",
        "noi=%00",
        "linh-vuc=%00",
        "hop-thu=%00",
        "q=" + "a" * 5000,
    ],
)
def test_odd_addresses_are_no_errors(citizen, query):
    assert citizen.get(f"{PATH}?{query}").status_code in (200, 302)


def test_any_number_of_answers_takes_few_questions(citizen, publish, django_assert_max_num_queries):
    for number in range(4):
        publish(f"Câu {number}")
    citizen.get(PATH)
    with django_assert_max_num_queries(3):
        citizen.get(PATH, {"q": "nap cong"})
    one = Publication.objects.first()
    with django_assert_max_num_queries(4):
        citizen.get(one.path)


def test_an_answer_has_one_address(citizen, publish):
    one = publish()
    assert one.path == f"{PATH}{one.pk}-nap-cong-vo-o-hem-12/"
    page = Page(citizen.get(one.path))
    assert page.tree.xpath("//link[@rel='canonical']/@href")[0].endswith(one.path)
    for other in (f"{PATH}{one.pk}/", f"{PATH}{one.pk}-ten-cu/"):
        assert citizen.get(other)["Location"] == one.path


def test_an_answer_tells_machines_what_it_is(citizen, publish):
    one = publish(title="Hỏi <b> & “đáp”")
    page = Page(citizen.get(one.path))
    data = json.loads(page.tree.xpath("//script[@type='application/ld+json']")[0].text)
    asked = data["@graph"][0]["mainEntity"]
    assert (data["@graph"][0]["@type"], asked["@type"]) == ("QAPage", "Question")
    assert asked["name"] == "Hỏi <b> & “đáp”"
    assert asked["acceptedAnswer"]["text"] == one.answer
    assert asked["acceptedAnswer"]["author"]["name"] == "Sở Xây dựng"
    assert data["@graph"][1]["itemListElement"][2]["item"].endswith(one.path)


def test_the_sender_is_named_only_where_they_agreed(citizen, publish):
    assert "Người dân gửi" in Page(citizen.get(publish().path)).text
    named = publish(sender_name="Trần Bình")
    assert "Trần Bình gửi" in Page(citizen.get(named.path)).text


def test_a_withdrawn_answer_is_gone_and_an_unpublished_one_never_was(citizen, publish):
    gone = publish(state=PublicationState.WITHDRAWN)
    response = citizen.get(gone.path)
    assert response.status_code == 410
    assert gone.answer not in response.text
    assert citizen.get(publish(state="preparing").path).status_code == 404


def test_a_feed_reader_understands_the_feed(citizen, publish):
    one = publish(title="Hỏi & đáp", answer="Dưới 5 < 6\x0b")
    found = feedparser.parse(citizen.get(f"{PATH}rss/").content)
    assert not found.bozo
    assert found.entries[0].title == "Hỏi & đáp"
    assert found.entries[0].link.endswith(one.path)


def test_the_sitemap_names_every_answer_and_the_index_names_it(citizen, publish):
    one = publish()
    tree = etree.fromstring(citizen.get(f"{PATH}sitemap.xml").content)
    assert [loc for loc in tree.itertext() if loc.endswith(one.path)]
    assert b"/gop-y/hoi-dap/sitemap.xml" in citizen.get("/sitemap.xml").content


def test_a_withdrawn_answer_is_gone_from_every_browser_at_once(citizen, publish):
    """What a browser keeps it may not show unasked; to ask costs no more than a 304."""
    one = publish()
    tags = {}
    for path in (one.path, PATH, f"{PATH}rss/"):
        answer = citizen.get(path)
        assert answer["Cache-Control"] == "public, no-cache"
        tags[path] = answer["ETag"]
        kept = citizen.get(path, headers={"If-None-Match": tags[path]})
        assert (kept.status_code, kept.content) == (304, b"")
    Publication.objects.update(state=PublicationState.WITHDRAWN)
    for path, tag in tags.items():
        answer = citizen.get(path, headers={"If-None-Match": tag})
        assert answer.status_code == (410 if path == one.path else 200)
        assert one.answer not in answer.content.decode()
        assert answer["Cache-Control"] == "public, no-cache"


def test_similar_answers_are_offered_while_writing(citizen, publish):
    one = publish()
    publish("Xe buýt số 8 bỏ chuyến", question="Xe buýt.", answer="Đã nhắc nhở.")
    answer = citizen.post("/gop-y/tuong-tu/", {"words": "hem nha toi nap cong vo nguy hiem"})
    assert answer.json() == {"answers": [{"title": one.title, "path": one.path}]}
    assert answer["Cache-Control"] == "no-store"


@pytest.mark.parametrize("words", ["", "a", "!!! ' & | <-> :*", "\x00", "từ " * 3000])
def test_odd_words_offer_nothing_and_break_nothing(citizen, publish, words):
    publish()
    assert citizen.post("/gop-y/tuong-tu/", {"words": words}).json() == {"answers": []}


def test_one_shared_pair_is_chance(publish):
    publish("Đăng ký khai sinh", question="Thủ tục khai sinh", answer="Nộp trực tuyến.")
    assert published.similar("khai sinh ra công ty mới") == []


def test_without_a_script_a_button_offers_them_and_keeps_the_text(citizen, publish):
    one = publish()
    ticket = open_form(citizen).value("ticket")
    page = send(citizen, ticket=ticket, find_similar="1", subject="Nắp cống vỡ")
    assert page.tree.xpath("//div[@id='tuong-tu']//a/@href") == [one.path]
    assert page.value("subject") == "Nắp cống vỡ"
    assert page.value("ticket") == ticket
    assert page.errors() == {}
    assert page.value("body").split() == LETTER["body"].split()
