"""A reply given back to be mended: who sends it again as it was is told, and so is the approver."""

import pytest

from cityweb.core.errors import Refused
from feedback import actions
from feedback.reports import returned
from feedback.states import Outcome, ReplyState
from tests.feedback.makers import answered

pytestmark = pytest.mark.django_db
HINT = "Chưa sửa gì so với bản bị trả lại"


@pytest.fixture
def reply(officer, head):
    """A draft that the head gave back with a reason."""
    hop = answered(officer)
    reply = actions.draft_reply(pk=hop.submission_id, actor=officer, source=hop)
    actions.submit_reply(pk=reply.pk, actor=officer)
    return actions.return_reply(pk=reply.pk, actor=head, reason="Thêm ngày hoàn thành.")


def page_of(client, person, reply):
    client.force_login(person)
    return client.get(f"/nghiep-vu/feedback/{reply.submission.code}/", {"panel": "reply"}).text


def save(reply, officer, **said):
    given = {"body": reply.body, "outcome": Outcome(reply.outcome), "version": reply.version}
    return actions.save_reply(pk=reply.pk, actor=officer, **(given | said))


def test_both_are_told_that_nothing_was_mended(client, officer, head, reply):
    assert HINT in page_of(client, officer, reply)
    save(reply, officer, body=f"{reply.body} ")
    actions.submit_reply(pk=reply.pk, actor=officer)
    page = page_of(client, head, reply)
    assert page.count(HINT) == 2
    assert "Thêm ngày hoàn thành." in page


@pytest.mark.parametrize("change", [{"body": "Xong ngày 20/11."}, {"outcome": Outcome.PARTLY}])
@pytest.mark.slow
def test_what_was_mended_says_nothing(client, officer, head, reply, change):
    save(reply, officer, **change)
    assert HINT not in page_of(client, officer, reply)
    actions.submit_reply(pk=reply.pk, actor=officer)
    assert HINT not in page_of(client, head, reply)


def test_an_approved_reply_forgets_that_it_was_given_back(officer, head, reply):
    actions.submit_reply(pk=reply.pk, actor=officer)
    approved = actions.approve_reply(pk=reply.pk, actor=head)
    assert (approved.returned_reason, approved.returned_digest) == ("", "")
    assert not returned.is_as_it_was(approved)


def test_data_of_others_is_approved_by_who_has_seen_it_whatever_the_way(officer, head, reply):
    save(reply, officer, body="Người vi phạm: ông Lê Văn Xê, 079185001234.")
    actions.submit_reply(pk=reply.pk, actor=officer)
    with pytest.raises(Refused) as refusal:
        actions.approve_reply(pk=reply.pk, actor=head)
    assert refusal.value.code == "names-others"
    approved = actions.approve_reply(pk=reply.pk, actor=head, has_seen_others=True)
    assert approved.state == ReplyState.APPROVED
