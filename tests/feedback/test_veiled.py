"""A body that must not know who wrote reads masked words, neutral names, and what was let go."""

import io

import pytest
from django.urls import reverse

from cityweb.core import attachments
from cityweb.core.models import Attachment, AuditEntry, Role
from feedback import actions
from feedback.models import Hop
from feedback.reports import veiled
from tests.feedback.makers import classified, make_body, make_submission
from tests.feedback.test_agency import key_of
from tests.people import make_person
from tests.shared import shared

pytestmark = pytest.mark.django_db
NAME, PHONE = "Nguyễn Văn Thử", "0901 234 567"
LETTER = {
    "subject": f"Nắp cống vỡ, {NAME} báo",
    "body": f"Tôi tên {NAME}, gọi {PHONE}. Nắp cống vỡ.",
    "sender_phone": "0901234567",
    "place": "Hẻm 5 đường Mẫu",
}


def file_of(owner, name="nguyen-van-thu-cccd.txt", words=f"Tôi là {NAME}, điện thoại {PHONE}."):
    return attachments.take(
        io.BytesIO(words.encode()), name=name, kinds=attachments.TEXTS, owner=owner
    )


@shared
def one(officer):
    return classified(officer, **LETTER)


def forward(one, officer, to=None, **given):
    return actions.forward(pk=one.pk, actor=officer, organisation=to or make_body(), **given)


def test_the_words_are_masked_unless_the_office_names_the_sender(citizen, officer, one):
    hop = forward(one, officer)
    text = citizen.get(f"/don-vi/{key_of(hop)}/").text
    assert "Nắp cống vỡ" in text and "Hẻm 5 đường Mẫu" in text
    assert NAME not in text and PHONE not in text
    Hop.objects.update(shares_sender=True)
    text = citizen.get(f"/don-vi/{key_of(hop)}/").text
    assert NAME in text and PHONE in text


def test_a_body_reads_which_alley_it_is_unless_the_sender_lives_there(officer):
    body = "Đèn hẻm 7 tắt, nhà số 12/3 đường Mẫu tối."
    known = {"sender_address": "45 đường Khác", "body": body}
    hop = forward(classified(officer, **known), officer)
    assert veiled.words(hop, body) == "Đèn hẻm 7 tắt, [địa chỉ] đường Mẫu tối."
    hop = forward(classified(officer, **known | {"sender_address": "5 hẻm 7 đường Mẫu"}), officer)
    assert veiled.words(hop, body).startswith("Đèn [địa chỉ] tắt")


def test_what_is_added_later_is_masked_and_so_is_the_list_of_the_account(client, officer, one):
    body = make_body()
    hop = forward(one, officer, body)
    actions.add_information(pk=one.pk, body=f"{NAME} xin nói thêm: {PHONE}.")
    client.force_login(make_person(Role.AGENCY_CONTACT, organisation=body))
    for address in ("/don-vi/", f"/don-vi/viec/{hop.pk}/"):
        text = client.get(address).text
        assert NAME not in text and PHONE not in text
    assert "xin nói thêm" in text


def test_the_name_of_a_file_tells_nothing_also_where_it_is_saved(client, officer, one):
    paper = file_of(one)
    body = make_body()
    hop = forward(one, officer, body, shown=[paper])
    person = make_person(Role.AGENCY_CONTACT, organisation=body)
    client.force_login(person)
    text = client.get(f"/don-vi/viec/{hop.pk}/").text
    assert "Tệp 1.txt" in text and "nguyen-van-thu" not in text
    answer = client.get(address_of(paper))
    assert answer.status_code == 200
    assert "thu-cccd" not in answer["Content-Disposition"]
    client.force_login(officer)
    assert "nguyen-van-thu-cccd.txt" in client.get(address_of(paper))["Content-Disposition"]


def address_of(paper):
    return reverse("files:download", args=[paper.key])


def test_what_the_office_keeps_back_goes_to_no_body_nor_its_unit(client, officer, one):
    kept, sent = file_of(one), file_of(one, "so-do.txt", "Sơ đồ hẻm.")
    body = make_body()
    unit = make_body("Đội mẫu", parent=body)
    hop = forward(one, officer, body, shown=[sent])
    below = actions.pass_on(pk=hop.pk, actor=None, organisation=unit, shown=[kept, sent])
    for organisation, lying in ((body, hop), (unit, below)):
        client.force_login(make_person(Role.AGENCY_CONTACT, organisation=organisation))
        text = client.get(f"/don-vi/viec/{lying.pk}/").text
        assert "so-do.txt" in text and "Tệp 1" not in text and NAME not in text
        assert client.get(address_of(kept)).status_code == 404
        assert client.get(address_of(sent)).status_code == 200


def test_the_clerk_sees_what_would_be_told_and_chooses_file_by_file(client, officer, one):
    tells, plain = file_of(one), file_of(one, "so-do.txt", "Sơ đồ hẻm.")
    client.force_login(officer)
    address = f"/nghiep-vu/feedback/{one.code}/"
    page = client.get(f"{address}?do=forward")
    assert f">{NAME}</mark>" in page.text
    assert f"Số điện thoại <mark>{PHONE}</mark>" in page.text
    assert "Tệp 1.txt" in page.text
    assert page.context["step_form"]["shown"].initial == [plain.pk]
    given = {"organisation": make_body().pk, "shown": [tells.pk], "why": "Đúng nơi"}
    assert client.post(f"{address}do/forward/", given).status_code == 302
    assert list(one.hops.get().kept_back.all()) == [plain]
    written = AuditEntry.objects.get(verb="feedback.forwarded").details
    assert (written["files_shown"], written["files_kept"]) == ([tells.pk], [plain.pk])


def test_what_tells_stays_unless_a_person_lets_it_go_or_the_sender_may_be_known(officer, one):
    tells, plain = file_of(one), file_of(one, "so-do.txt", "Sơ đồ hẻm.")
    body = make_body()
    hop = forward(one, officer, body)
    assert list(hop.kept_back.all()) == [tells]
    actions.recall_hop(pk=hop.pk, actor=officer, reason="Gửi lại")
    open_hop = forward(one, officer, body, shares_sender=True)
    assert not open_hop.kept_back.exists()
    actions.recall_hop(pk=open_hop.pk, actor=officer, reason="Gửi lại")
    other = make_submission()
    theirs = add_file(other)
    actions.merge(pk=other.pk, into=one.pk, actor=officer)
    last = forward(one, officer, body, shares_sender=True)
    assert list(last.kept_back.all()) == [theirs]
    assert plain not in hop.kept_back.all()


def test_a_choice_of_files_is_mended_later_and_written_down(client, officer, one):
    tells, plain = file_of(one), file_of(one, "so-do.txt", "Sơ đồ hẻm.")
    body = make_body()
    hop = forward(one, officer, body)
    client.force_login(officer)
    address = f"/nghiep-vu/feedback/{one.code}/"
    page = client.get(f"{address}?do=files")
    assert page.context["step_form"]["shown"].initial == [plain.pk]
    assert client.post(f"{address}do/files/", {"shown": [tells.pk]}).status_code == 302
    client.force_login(make_person(Role.AGENCY_CONTACT, organisation=body))
    assert client.get(address_of(tells)).status_code == 200
    assert client.get(address_of(plain)).status_code == 404
    assert "1 tệp của người gửi không gửi kèm" in client.get(f"/don-vi/viec/{hop.pk}/").text
    written = AuditEntry.objects.get(verb="feedback.files_decided").details
    assert (written["files_shown"], written["files_kept"]) == ([tells.pk], [plain.pk])


def test_a_body_chooses_what_its_unit_sees_and_may_change_its_mind(client, citizen, officer, one):
    tells, plain = file_of(one), file_of(one, "so-do.txt", "Sơ đồ hẻm.")
    body = make_body()
    unit = make_body("Đội mẫu", parent=body)
    hop = forward(one, officer, body, shown=[tells, plain])
    door = f"/don-vi/{key_of(hop)}/"
    page = citizen.get(door)
    assert page.context["forms"]["pass_on"]["shown"].initial == [plain.pk]
    assert f"<mark>{PHONE}</mark>" in page.text
    assert "Tệp 1.txt" in page.text and tells.name not in page.text
    given = {"organisation": unit.pk, "shown": [plain.pk]}
    assert citizen.post(f"{door}giao/", given).status_code == 302
    client.force_login(make_person(Role.AGENCY_CONTACT, organisation=unit))

    def seen():
        return [client.get(address_of(one)).status_code for one in (tells, plain)]

    assert seen() == [404, 200]
    assert citizen.post(f"{door}tep/", {"shown": [tells.pk]}).status_code == 302
    assert seen() == [200, 404]
    actions.decide_on_files(pk=one.pk, actor=officer, shown=[plain])
    assert seen() == [404, 404]
    written = AuditEntry.objects.filter(verb="feedback.unit_files_decided")
    assert written.count() == 1


def test_a_file_that_no_machine_reads_is_said_to_be_so(one):
    file_of(one, "ghi-chu.txt", "Nắp cống vỡ.")
    (plain,) = veiled.files(veiled.sent(one))
    assert not plain.tells and plain.is_read and plain.shown_as == "ghi-chu.txt"


def add_file(one, name="cccd-moi.txt"):
    token = f"web:{name}"
    words = f"Tôi là {NAME}."
    attachments.take(
        io.BytesIO(words.encode()), name=name, kinds=attachments.TEXTS, draft_token=token
    )
    actions.add_information(pk=one.pk, body=f"Gửi thêm {name}.", draft_token=token)
    return Attachment.objects.get(name=name)


@pytest.mark.slow
def test_a_file_added_after_forwarding_waits_until_an_officer_lets_it_through(client, officer, one):
    body = make_body()
    unit = make_body("Đội mẫu", parent=body)
    hop = forward(one, officer, body)
    first = add_file(one)
    below = actions.pass_on(pk=hop.pk, actor=None, organisation=unit)
    second = add_file(one, "don-moi.txt")
    at_body, at_unit = (make_person(Role.AGENCY_CONTACT, organisation=o) for o in (body, unit))

    def seen_by(person):
        client.force_login(person)
        return [client.get(address_of(paper)).status_code for paper in (first, second)]

    assert seen_by(at_body) == seen_by(at_unit) == [404, 404]
    client.force_login(at_unit)
    assert "Tệp 1.txt" not in client.get(f"/don-vi/viec/{below.pk}/").text
    client.force_login(officer)
    address = f"/nghiep-vu/feedback/{one.code}/"
    page = client.get(address).text
    assert "Tệp mới, cơ quan chưa thấy" in page and "Máy thấy trong tệp: Tên người" in page
    waiting = client.get("/nghiep-vu/feedback/", {"heap": "new-files"}).context["page"]
    assert [row.submission for row in waiting.rows] == [one]
    assert client.post(f"{address}do/new-files/", {"shown": [first.pk]}).status_code == 302
    assert "Tệp mới, cơ quan chưa thấy" not in client.get(address).text
    waiting = client.get("/nghiep-vu/feedback/", {"heap": "new-files"}).context["page"]
    assert waiting.rows == []
    assert AuditEntry.objects.filter(verb="feedback.new_files_decided").exists()
    assert seen_by(at_body) == seen_by(at_unit) == [200, 404]


def test_what_was_added_to_one_that_is_joined_later_waits_too(officer, one):
    other = make_submission()
    paper = add_file(other)
    hop = forward(one, officer)
    actions.merge(pk=other.pk, into=one.pk, actor=officer)
    assert list(hop.undecided.all()) == list(hop.kept_back.all()) == [paper]
