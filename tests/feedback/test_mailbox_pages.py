"""The page of a mailbox: what it says and promises, what it asks, and where its doors are."""

import pytest
import time_machine

from advertising.views import public
from cityweb.core import clocks
from cityweb.core.models import LegalRule
from feedback import actions
from feedback.models import Mailbox, Submission
from feedback.reports import boxes
from tests.feedback.letters import Page, open_form, send

pytestmark = pytest.mark.django_db


def test_the_first_page_leads_to_every_mailbox_and_promises_a_day(citizen):
    page = Page(citizen.get("/gop-y/"))
    assert [link.text for link in page.tree.xpath("//ul[@class='boxes']//h2/a")] == [
        "Hộp thư góp ý xây dựng TP",
        "Góp ý quy định hành chính",
        "Góp ý website",
    ]
    assert page.text.count("trả lời chậm nhất") == 3


@pytest.mark.parametrize("slug", ["xay-dung-thanh-pho", "quy-dinh-hanh-chinh", "website"])
def test_a_mailbox_says_what_it_is_for_and_what_it_is_not(citizen, slug):
    page = open_form(citizen, slug)
    mailbox = Mailbox.objects.get(slug=slug)
    assert mailbox.purpose in page.text
    for elsewhere in ("Khiếu nại", "Tố cáo", "Cổng Dịch vụ công quốc gia"):
        assert elsewhere in page.text


def test_a_mailbox_says_what_the_law_asks_with_its_citation(citizen):
    asked = open_form(citizen, "quy-dinh-hanh-chinh").text
    assert "họ tên hoặc tên tổ chức, địa chỉ và điện thoại hoặc thư điện tử" in asked
    assert "Nghị định 20/2008/NĐ-CP, Điều 7" in asked
    assert "Không bắt buộc xưng tên" in open_form(citizen, "website").text


def test_a_mailbox_tells_law_from_the_offices_own_policy(citizen):
    text = open_form(citizen, "quy-dinh-hanh-chinh").text
    assert "5 ngày làm việc; theo Điều 9 khoản 1 điểm d Nghị định 20/2008/NĐ-CP" in text
    assert "15 ngày làm việc; mức phục vụ của Phòng, không phải quy định của pháp luật" in text


def test_an_unsettled_rule_promises_nothing(citizen):
    LegalRule.objects.filter(code="FB.REPLY").update(value=None)
    text = open_form(citizen).text
    assert "Xác nhận đã tiếp nhận" in text
    assert "15 ngày" not in text


@time_machine.travel("2026-11-23 09:00+07:00", tick=False)
def test_the_promised_day_is_the_day_of_the_clock(citizen):
    page = send(citizen)
    submission = Submission.objects.get()
    actions.begin(pk=submission.pk)
    due = clocks.of(submission, "reply").get().due_on
    assert page.tree.xpath(f"//time[@datetime='{due.isoformat()}']")


def test_consent_is_never_ticked_for_the_sender(citizen):
    box = open_form(citizen).tree.xpath("//input[@name='may_publish_name']")[0]
    assert box.get("checked") is None


def test_who_writes_about_the_website_is_asked_for_no_place(citizen):
    assert not open_form(citizen, "website").tree.xpath("//*[@name='area' or @name='place']")
    page = send(citizen, slug="website", category="loi-ky-thuat", area="quận 1", place="Ở đâu đó")
    assert page.codes()
    assert (Submission.objects.get().unit, Submission.objects.get().place) == (None, "")


def test_the_link_for_questions_opens_a_letter_under_their_subject(citizen):
    (link,) = Page(citizen.get(public.PATH)).tree.xpath("//a[contains(@href, 'hoi-ve')]/@href")
    form = Page(citizen.get(link))
    (chosen,) = form.tree.xpath("//select[@name='category']/option[@selected]")
    assert chosen.text_content() == "Hỏi về quảng cáo trên mạng"
    fields = {"category": chosen.get("value"), "page": "", "subject": "Trà thảo mộc"}
    assert send(citizen, ticket=form.value("ticket"), **fields).codes()
    assert Submission.objects.get().category.code == public.QUESTIONS


def test_the_link_for_reports_opens_a_letter_about_a_page(citizen):
    form = Page(citizen.get(public.REPORTING))
    (chosen,) = form.tree.xpath("//select[@name='category']/option[@selected]")
    assert chosen.text_content() == "Quảng cáo trên mạng"
    assert form.tree.xpath("//*[@name='page']") and not form.tree.xpath("//*[@name='area']")
    usual = open_form(citizen)
    assert usual.tree.xpath("//*[@name='area']") and not usual.tree.xpath("//*[@name='page']")
    fields = {
        "category": "quang-cao-tren-mang",
        "page": "https://tin.vn/bai?id=1",
        "subject": "Nút giả",
    }
    sent = send(citizen, ticket=form.value("ticket"), **fields)
    assert sent.codes()
    assert Submission.objects.get().body.startswith("Địa chỉ trang: https://tin.vn/bai?id=1\n\n")
    wrong = send(citizen, **fields | {"subject": ""})
    assert wrong.value("page") == "https://tin.vn/bai?id=1"


def test_a_place_or_a_subject_that_nobody_knows_is_said_beside_its_field(citizen):
    for name, field, said in (
        ("unit", "area", "Nơi đã chọn không có trong danh mục"),
        ("category", "category", "Lĩnh vực này không còn dùng"),
    ):
        page = send(citizen, **{name: "987654", "body": "Chữ đã gõ"})
        assert said in page.tree.xpath(f"//*[@name='{field}']/ancestor::*[1]")[0].text_content()
        assert page.value("body").strip() == "Chữ đã gõ"
    assert not Submission.objects.exists()


def test_browsers_may_give_back_what_was_typed(citizen):
    """A field with autocomplete="off" is empty for who goes back without scripts."""
    typed = ("subject", "body", "category", "area", "place", "sender_name", "sender_email")
    tree = open_form(citizen).tree
    for name in typed:
        (field,) = tree.xpath(f"//*[@name='{name}']")
        assert field.get("autocomplete") != "off", name


def test_places_are_offered_to_a_script(citizen):
    answer = citizen.get("/gop-y/dia-danh/", {"q": "ben nghe"})
    assert [(one["name"], one["formerly"]) for one in answer.json()["places"]] == [
        ("Phường Sài Gòn", "Phường Bến Nghé, Quận 1")
    ]


def test_a_closed_mailbox_says_so_and_takes_nothing(citizen):
    ticket = open_form(citizen).value("ticket")
    Mailbox.objects.update(is_open=False)
    boxes.forget()
    page = send(citizen, ticket=ticket)
    assert "tạm ngừng nhận ý kiến" in page.text
    assert not Submission.objects.exists()


def test_an_unknown_mailbox_is_not_there(citizen):
    assert citizen.get("/gop-y/khong-co/").status_code == 404


def test_the_form_asks_few_questions_of_the_database(citizen, django_assert_max_num_queries):
    open_form(citizen)
    with django_assert_max_num_queries(4):
        open_form(citizen)


def test_every_page_of_the_portal_has_a_door_to_the_mailboxes(citizen):
    page = Page(citizen.get("/"))
    links = page.tree.xpath("//header/following-sibling::nav//a/@href | //footer//a/@href")
    assert links.count("/gop-y/") == 2
    band = page.tree.xpath("//section[contains(@class, 'letters')]//a/@href")
    assert "/gop-y/quy-dinh-hanh-chinh/" in band
    assert "/gop-y/website/" in Page(citizen.get("/so-do-cong/")).tree.xpath("//main//a/@href")


@pytest.mark.parametrize("path", ["/gop-y/", "/gop-y/hoi-dap/", "/so-do-cong/"])
def test_the_statistics_are_found_from_where_people_read_about_the_mailboxes(citizen, path):
    links = Page(citizen.get(path)).tree.xpath("//main//a/@href")
    assert "/gop-y/thong-ke/" in links


def test_english_pages_lead_to_no_form_in_vietnamese(citizen):
    assert "/gop-y/" not in Page(citizen.get("/en/")).tree.xpath("//a/@href")
