"""The case on paper: all an officer needs, nothing of who wrote it, for whom the screen is."""

import pytest

from cityweb.core.models import Role
from feedback import actions
from feedback.models import Submission
from tests.feedback.makers import forwarded, make_submission, replied
from tests.people import make_person

pytestmark = pytest.mark.django_db
LIST = "/nghiep-vu/feedback/"


def sheet(one):
    return f"{LIST}{one.code}/phieu/"


def test_all_that_is_known_stands_on_it_but_who_wrote_it(client, officer, head):
    one = replied(officer, head, sender_phone="0901234567", place="Hẻm 12 Lê Lai")
    actions.note(pk=one.pk, actor=officer, body="Đã gọi đơn vị thi công.")
    actions.hold(pk=one.pk, actor=head, reason="Công văn 12.")
    client.force_login(officer)
    page = client.get(sheet(one)).text
    for words in (
        *(one.code, one.subject, "Nắp cống giữa hẻm vỡ một nửa", "Hẻm 12 Lê Lai", "Sở Xây dựng"),
        *("Đã thay nắp cống.", "Đơn vị đã thay nắp cống.", "Đã trả lời đầy đủ", "Công văn 12."),
        *("Đã gọi đơn vị thi công.", officer.full_name, head.full_name, "ngày làm việc"),
    ):
        assert words in page, words
    assert one.sender_name not in page and "0901234567" not in page
    assert f'href="{sheet(one)}"' in client.get(f"{LIST}{one.code}/").text


def test_two_terms_of_one_name_and_one_reopening_are_told_apart(client, officer, head):
    one = replied(officer, head)
    actions.reopen(pk=one.pk, reason="Nắp mới lại vỡ.")
    hop = forwarded(officer)
    actions.return_hop(pk=hop.pk, actor=None, reason="Không phải của chúng tôi.")
    client.force_login(officer)
    page = client.get(sheet(one)).text
    assert "lần đầu, tính từ" in page and "sau khi người gửi đề nghị xem lại, tính từ" in page
    assert page.count("Nắp mới lại vỡ.") == 1 and "Ông/bà đã đề nghị" not in page
    said = f"sau khi {hop.organisation.name} trả lại, tính từ"
    assert said in client.get(f"{LIST}{hop.submission.code}/deadline/").text


def test_a_fresh_one_has_a_sheet_too(client, officer, django_assert_max_num_queries):
    one = make_submission(begun=False)
    client.force_login(officer)
    with django_assert_max_num_queries(20):
        assert one.code in client.get(sheet(one)).text


def test_what_is_isolated_is_printed_by_its_readers_alone(client, officer, head, reader):
    one = make_submission()
    actions.restrict(pk=one.pk, actor=officer, reason="Tố cáo")
    for person in (officer, head, make_person(Role.DIRECTOR)):
        client.force_login(person)
        assert client.get(sheet(one)).status_code == 404
    client.force_login(reader)
    page = client.get(sheet(one)).text
    assert "Hạn chế người đọc" in page and Submission.objects.get().subject in page
