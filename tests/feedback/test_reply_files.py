"""Which files of the bodies go along with a reply: chosen by the officer, opened by the sender."""

import io

import pytest
from django.utils import timezone

from cityweb.core import attachments
from cityweb.core.errors import Refused
from cityweb.core.models import StoredFile
from feedback import actions
from feedback.models import FileReading, Hop
from feedback.reports import gate, others, reply_files
from feedback.states import Outcome
from tests.feedback.desk import address, take
from tests.feedback.makers import answered, forwarded, make_body
from tests.feedback.test_lookup import PATH, look_up

pytestmark = pytest.mark.django_db


def give(owner, name, words=""):
    content = io.BytesIO(f"{name} {owner.pk} {words}".encode())
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


def drafted(officer, case):
    reply = actions.draft_reply(pk=case.pk, actor=officer, source=case.hops.get(parent=None))
    return actions.submit_reply(pk=reply.pk, actor=officer)


def test_a_file_that_names_others_goes_along_when_the_approver_has_seen_it(
    client, officer, head, case
):
    hop = case.hops.get(parent=None)
    give(hop, "don-cua-0912345678.txt", "Kính gửi bà Trần Thị Bê, CCCD 079185001234.")
    reply = drafted(officer, case)
    with pytest.raises(Refused) as refusal:
        actions.approve_reply(pk=reply.pk, actor=head)
    assert refusal.value.code == "names-others"
    client.force_login(head)
    asked = client.get(address(case), {"do": "approve"}).context["step_form"]["has_seen"].help_text
    assert "0912345678 (tên tệp don-cua-0912345678.txt)" in asked
    assert "079185001234 (trong tệp don-cua-0912345678.txt)" in asked
    panel = client.get(address(case), {"panel": "reply"}).text
    assert "Trong tệp gửi kèm don-cua-0912345678.txt" in panel
    assert "bao-cao.txt có thể có" not in panel
    assert take(client, case, "approve").status_code == 422
    take(client, case, "approve", has_seen="on")
    assert case.replies.get().state == "approved"


def test_words_of_a_file_are_kept_as_long_as_the_file(officer, case):
    give(case.hops.get(parent=None), "danh-sach.txt", "Điện thoại 0912 345 678.")
    reply = drafted(officer, case)
    kept = FileReading.objects.get(file__name="danh-sach.txt")
    assert "0912 345 678" in kept.words and kept.is_read
    attachments.forget(kept.file)
    assert not FileReading.objects.filter(pk=kept.pk).exists()
    assert not others.named(reply)


def test_what_waits_for_its_scan_holds_the_approval_up(officer, head, case):
    reply = drafted(officer, case)
    held = {"state": StoredFile.State.QUARANTINED, "scan_after": timezone.now()}
    StoredFile.objects.filter(attachments__replies=reply).update(**held)
    FileReading.objects.all().delete()
    assert [one.is_read for one in others.files_of(reply)] == [False]
    with pytest.raises(Refused) as refusal:
        actions.approve_reply(pk=reply.pk, actor=head, has_seen_others=True)
    assert refusal.value.code == "quarantined"


def test_a_file_of_any_body_that_went_along_may_be_public_and_is_searched(officer, head):
    """Two bodies were asked in turn; the reply is made from the second, with both their files."""
    first = answered(officer)
    file = give(first, "bien-ban.txt", "Gọi chị Bê theo số 0912 345 678.")
    case = first.submission
    second = actions.forward(pk=case.pk, actor=officer, organisation=make_body("Nơi sau"))
    actions.answer_hop(pk=second.pk, actor=None, answer="Đã thay.")
    reply = actions.draft_reply(pk=case.pk, actor=officer, source=second)
    said = {"body": "Đã thay.", "outcome": Outcome.ANSWERED, "version": reply.version}
    actions.save_reply(pk=reply.pk, actor=officer, files=[file], **said)
    actions.submit_reply(pk=reply.pk, actor=officer)
    actions.approve_reply(pk=reply.pk, actor=head, has_seen_others=True)
    actions.send_reply(pk=reply.pk, actor=officer)
    made = actions.prepare_publication(pk=case.pk, actor=officer)
    assert [(one.original, one.origin) for one in gate.choices(made)] == [
        (file, first.organisation.name)
    ]
    shown = {"original": file, "name": "tep-1.txt", "was_looked_at": True}
    actions.show_file(pk=made.pk, actor=officer, **shown)
    actions.mask_rest(pk=made.pk, actor=officer)
    assert {one.label for one in gate.undecided(made)} == {"Trong tệp tep-1.txt"}
    with pytest.raises(Refused) as refusal:
        actions.publish(pk=made.pk, actor=head)
    assert refusal.value.code == "undecided"
