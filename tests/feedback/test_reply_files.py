"""Which files of the bodies go along with a reply: chosen by the officer, opened by the sender."""

import io

import pytest

from cityweb.core import attachments
from cityweb.core.errors import Refused
from feedback import actions
from feedback.models import Hop
from feedback.reports import reply_files
from feedback.states import Outcome
from tests.feedback.desk import address, take
from tests.feedback.makers import answered, forwarded, make_body
from tests.feedback.test_lookup import PATH, look_up

pytestmark = pytest.mark.django_db


def give(owner, name):
    content = io.BytesIO(f"{name} {owner.pk}".encode())
    return attachments.take(content, name=name, kinds=attachments.MAILBOX, owner=owner)


@pytest.fixture
def case(officer):
    """A case whose body answered with a file, after a unit of it had answered with another."""
    body = make_body()
    unit = make_body("Đội mẫu", parent=body)
    hop = forwarded(officer, to=body)
    below = actions.pass_on(pk=hop.pk, actor=None, organisation=unit, message="Nhờ làm.")
    give(below, "bien-ban.txt")
    actions.answer_hop(pk=below.pk, actor=None, answer="Đã làm.")
    give(hop, "bao-cao.txt")
    actions.answer_hop(pk=hop.pk, actor=None, answer="Đã thay.")
    return Hop.objects.get(pk=hop.pk).submission


def test_the_officer_chooses_and_the_sender_opens_what_was_chosen(
    client, citizen, officer, head, case
):
    client.force_login(officer)
    take(client, case, "draft")
    page = client.get(address(case), {"panel": "reply"})
    offered = {one.name: one for one in reply_files.offered(case)}
    assert set(offered) == {"bien-ban.txt", "bao-cao.txt"}
    assert "bien-ban.txt – Đội mẫu" in page.text
    save = page.context["save"]
    assert save.initial["files"] == [offered["bao-cao.txt"].pk]
    said = {"body": "Đã thay.", "outcome": "answered", "version": save.initial["version"]}
    take(client, case, "submit", files=[offered["bien-ban.txt"].pk], **said)
    client.force_login(head)
    assert "bien-ban.txt" in client.get(address(case), {"panel": "reply"}).text
    take(client, case, "approve")
    client.force_login(officer)
    take(client, case, "send")
    page = look_up(citizen, case)
    assert "bien-ban.txt" in page.text and "bao-cao.txt" not in page.text
    opened = {
        name: citizen.post(f"{PATH}tep/{one.key}/", {"key": page.value("key")}).status_code
        for name, one in offered.items()
    }
    assert opened == {"bien-ban.txt": 200, "bao-cao.txt": 404}


@pytest.mark.slow
def test_no_file_of_another_case_goes_along(officer, case):
    foreign = give(answered(officer), "cua-nguoi-khac.txt")
    hop = case.hops.filter(parent=None).get()
    reply = actions.draft_reply(pk=case.pk, actor=officer, source=hop)
    said = {"body": "Đã thay.", "outcome": Outcome.ANSWERED, "version": reply.version}
    with pytest.raises(Refused) as refusal:
        actions.save_reply(pk=reply.pk, actor=officer, files=[foreign], **said)
    assert refusal.value.code == "foreign-file"
    actions.save_reply(pk=reply.pk, actor=officer, **said)
    assert [one.name for one in reply_files.of(reply)] == ["bao-cao.txt"]
