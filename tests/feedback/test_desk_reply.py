"""A reply on the desk: drafted, reviewed by another person, sent."""

import pytest

from cityweb.core.models import Role
from feedback import actions
from feedback.states import ReplyState, State
from tests.feedback.desk import address, moved, take, verbs_of
from tests.feedback.makers import (
    answered,
)
from tests.people import make_person

pytestmark = pytest.mark.django_db


def draft(desk, officer):
    one = answered(officer).submission
    take(desk, one, "draft")
    return one, one.replies.get()


def test_a_reply_begins_with_the_bodys_answer_and_shows_what_changed(desk, officer):
    one, reply = draft(desk, officer)
    assert reply.body == "Đã thay nắp cống."
    take(desk, one, "save", body="Đã thay nắp cống mới.", outcome="partly", version=1)
    page = desk.get(address(one), {"panel": "reply"}).text
    assert "Đã thay nắp cống<ins> mới</ins>." in page
    reply.refresh_from_db()
    assert (reply.outcome, reply.version) == ("partly", 2)


def test_whoever_saves_late_keeps_their_words_and_sees_the_newer_ones(desk, officer):
    one, reply = draft(desk, officer)
    take(desk, one, "save", body="Bản của đồng nghiệp", outcome="answered", version=1)
    response = take(desk, one, "save", body="Bản của tôi", outcome="answered", version=1)
    assert response.status_code == 409
    assert "Người khác vừa lưu bản mới hơn" in response.text
    assert "Bản của tôi" in response.text
    assert "Bản của đồng nghiệp" in response.text
    reply.refresh_from_db()
    assert reply.body == "Bản của đồng nghiệp"


def test_a_reply_is_reviewed_approved_and_sent_in_two_steps(client, desk, officer, head):
    one, reply = draft(desk, officer)
    take(desk, one, "submit", body="Đã thay nắp cống.", outcome="answered", version=1)
    reply.refresh_from_db()
    assert reply.state == ReplyState.IN_REVIEW
    assert not {"approve", "return", "send"} & verbs_of(desk.get(address(one)))
    client.force_login(head)
    page = client.get(address(one))
    assert page.context["step"].key == "approve"
    assert "Nắp cống giữa hẻm vỡ một nửa" in page.text
    assert "Nguyên văn trả lời của" in page.text
    take(client, one, "approve")
    assert moved(one).state == State.REPLY_REVIEW
    assert client.get(address(one)).context["step"].key == "send"
    take(client, one, "send")
    assert moved(one).state == State.REPLIED
    reply.refresh_from_db()
    assert (reply.author, reply.approver) == (officer, head)


@pytest.mark.slow
def test_an_approver_gives_back_with_a_reason(client, desk, officer, head):
    one, reply = draft(desk, officer)
    take(desk, one, "submit", body="Đã thay.", outcome="answered", version=1)
    client.force_login(head)
    assert take(client, one, "return", reason="").status_code == 422
    take(client, one, "return", reason="Thêm ngày hoàn thành.")
    client.force_login(officer)
    assert "Thêm ngày hoàn thành." in client.get(address(one)).text


def test_nobody_approves_their_own_reply(client, head):
    one = answered(make_person(Role.OFFICER)).submission
    client.force_login(head)
    take(client, one, "draft")
    take(client, one, "submit", body="Đã thay.", outcome="answered", version=1)
    response = take(client, one, "approve")
    assert response.status_code == 409
    assert "không tự duyệt" in response.text
    assert one.replies.get().state == ReplyState.IN_REVIEW


@pytest.mark.slow
def test_a_reply_that_names_others_is_approved_only_knowingly(client, officer, head):
    hop = answered(officer, sender_name="Trần Thị Bê", sender_phone="0903123456")
    reply = actions.draft_reply(pk=hop.submission_id, actor=officer, source=hop)
    body = "Kính gửi bà Trần Thị Bê, 0903 123 456.\nNgười vi phạm: ông Lê Văn Xê, 079185001234."
    facts = {"body": body, "outcome": "answered", "version": reply.version}
    client.force_login(officer)
    page = client.get(address(hop.submission), {"panel": "reply"})
    assert page.context["private"] == []
    page = client.post(f"{address(hop.submission)}do/submit/", facts, follow=True)
    assert [piece.text for piece in page.context["private"]] == ["Lê Văn Xê", "079185001234"]
    client.force_login(head)
    refused = take(client, hop.submission, "approve")
    assert refused.status_code == 422
    assert "Tôi đã xem, cần nêu trong trả lời này" in refused.text
    assert take(client, hop.submission, "approve", has_seen="on").status_code == 302
    reply.refresh_from_db()
    assert reply.state == ReplyState.APPROVED
