"""What people say by telephone or bring on paper is written down, once, with the same terms."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from cityweb.core import attachments, clocks
from cityweb.core.errors import Refused
from cityweb.core.models import AuditEntry, OutboxItem
from feedback import actions
from feedback.forms import tickets
from feedback.models import Submission
from feedback.states import Channel
from tests.feedback.makers import mailbox, make_submission
from tests.feedback.test_lookup import look_up

pytestmark = pytest.mark.django_db
ADDRESS = reverse("feedback_desk:take_down")


def said(desk, **fields):
    page = desk.get(ADDRESS)
    box = page.context["box"]
    return {
        "ticket": page.context["ticket"].text,
        "channel": "phone",
        "received_on": timezone.localdate().isoformat(),
        "category": box.categories[0].code,
        "subject": "Nắp cống vỡ",
        "body": "Bà cụ gọi: nắp cống trước nhà vỡ.",
        "sender_kind": "person",
        "sender_phone": "0903 123 456",
    } | fields


def test_a_call_is_written_down_once_and_its_codes_open_it(desk, citizen, officer):
    given = said(desk)
    page, again = desk.post(ADDRESS, given), desk.post(ADDRESS, given)
    one = Submission.objects.get()
    assert (one.channel, one.sender_phone, one.is_suspected_spam) == ("phone", "0903123456", False)
    assert one.code in page.text and page.context["secret"] == again.context["secret"]
    assert page.headers["Cache-Control"] == "no-store"
    assert AuditEntry.objects.get(verb="feedback.received").actor == officer
    actions.begin(pk=one.pk)
    assert "Bà cụ gọi" in look_up(citizen, one, secret=page.context["secret"]).text


def test_another_call_from_the_same_page_is_not_lost(desk):
    given = said(desk)
    first = desk.post(ADDRESS, given)
    other = desk.post(ADDRESS, given | {"body": "Ông khác gọi: cây đổ.", "files": [scan()]})
    assert other.status_code == 409 and "cây đổ" in other.text and "don.txt" in other.text
    assert first.context["secret"] not in other.text
    fresh = given | {"body": "Ông khác gọi: cây đổ.", "ticket": other.context["ticket"].text}
    second = desk.post(ADDRESS, fresh)
    assert second.context["secret"] != first.context["secret"]
    newest = Submission.objects.order_by("pk").last()
    assert [one.name for one in attachments.of(newest)] == ["don.txt"]


def test_a_paper_counts_from_the_day_it_came(desk):
    day = timezone.localdate() - timedelta(days=3)
    desk.post(ADDRESS, said(desk, channel="paper", received_on=day.isoformat()))
    one = actions.begin(pk=Submission.objects.get().pk)
    assert timezone.localdate(clocks.of(one, "reply").get().received_at) == day


def scan(name="don.txt", words="Kính gửi Phòng."):
    return SimpleUploadedFile(name, f"{name} {words}".encode())


def test_scans_of_a_paper_come_by_the_intake_of_citizens_and_survive_errors(desk):
    given = said(desk, channel="paper")
    ahead = {"ticket": given["ticket"], "file": scan("truoc.txt")}
    sent = desk.post(reverse("feedback_desk:take_scan"), ahead).json()
    assert sent["name"] == "truoc.txt"
    page = desk.post(ADDRESS, given | {"subject": "", "files": [scan(), scan("dau.exe")]})
    assert page.status_code == 422
    assert [one.name for one in page.context["files"]] == ["truoc.txt", "don.txt"]
    assert [problem[:7] for problem in page.context["file_problems"]] == ["dau.exe"]
    page = desk.post(ADDRESS, given | {"remove_file": sent["key"]})
    assert "Bà cụ gọi" in page.text and not page.context["form"].errors
    page = desk.post(ADDRESS, given)
    one = Submission.objects.get()
    assert [file.name for file in attachments.of(one)] == ["don.txt"]
    assert "don.txt" in page.text
    again = desk.post(ADDRESS, given | {"files": scan()})
    assert again.context["secret"] == page.context["secret"]
    more = desk.post(ADDRESS, given | {"files": scan("them.txt")})
    assert more.status_code == 409 and "them.txt" in more.text
    assert not attachments.drafts(tickets.read(given["ticket"]).draft_token)


def test_no_more_than_five_scans_wait_and_what_is_taken_back_is_gone(desk):
    given = said(desk)
    waiting = [scan(f"trang-{number}.txt") for number in range(6)]
    page = desk.post(ADDRESS, given | {"subject": "", "files": waiting})
    assert len(page.context["files"]) == 5
    assert "tối đa 5 tệp" in page.context["file_problems"][0]
    key = page.context["files"][0].key
    back = {"ticket": given["ticket"], "key": key}
    assert desk.post(reverse("feedback_desk:drop_scan"), back).status_code == 200
    assert len(attachments.drafts(tickets.read(given["ticket"]).draft_token)) == 4


def test_what_is_wrong_is_told_beside_its_field_and_typed_words_stay(desk):
    later = (timezone.localdate() + timedelta(days=1)).isoformat()
    page = desk.post(ADDRESS, said(desk, received_on=later, channel="web", subject=""))
    assert page.status_code == 422
    assert set(page.context["arrival"].errors) == {"received_on", "channel"}
    assert "subject" in page.context["form"].errors
    assert "Bà cụ gọi" in page.text
    assert not Submission.objects.exists()


def test_a_spoken_denunciation_is_isolated_at_once(desk):
    page = desk.post(ADDRESS, said(desk, body="Tôi tố cáo ông cán bộ phường nhận hối lộ."))
    assert Submission.objects.get().is_restricted
    assert "không còn hiện với bạn" in page.text


def test_nobody_else_writes_for_senders(client, reader, officer):
    client.force_login(reader)
    assert client.get(ADDRESS).status_code == 403
    new = {"mailbox": mailbox(), "token": "0" * 32, "subject": "Cống", "body": "Vỡ."}
    with pytest.raises(Refused):
        actions.take_down(actions.NewSubmission(channel=Channel.PHONE, **new), actor=reader)
    with pytest.raises(Refused):
        actions.take_down(actions.NewSubmission(channel=Channel.WEB, **new), actor=officer)


def test_who_opens_what_they_just_wrote_down_is_not_told_that_it_changed(desk):
    desk.post(ADDRESS, said(desk))
    one = Submission.objects.get()
    mark = desk.get(f"/nghiep-vu/feedback/{one.code}/").context["seen"]
    actions.begin(pk=one.pk)
    page = desk.post(f"/nghiep-vu/feedback/{one.code}/do/accept/", {"seen": mark})
    assert page.status_code == 302


def test_officers_quicker_than_the_machine_take_no_term_and_no_receipt_away(officer):
    one = make_submission(begun=False)
    actions.accept(pk=one.pk, actor=officer)
    actions.begin(pk=one.pk)
    actions.begin(pk=one.pk)
    standing = {clock.name: clock.state for clock in clocks.of(one)}
    assert standing == {"acknowledge": "stopped", "forward": "running", "reply": "running"}
    assert [step.state for step in one.steps.all()] == ["submitted", "accepted"]
    assert OutboxItem.objects.filter(dedupe_key=f"feedback:{one.pk}:received").count() == 1


def test_what_waits_or_has_ended_before_it_begins_is_not_counted_on(officer):
    asked, ended = make_submission(begun=False), make_submission(begun=False)
    actions.ask_sender(pk=asked.pk, actor=officer, question="Số nhà nào?")
    actions.reject(pk=ended.pk, actor=officer, reason="Không rõ việc gì.")
    for one in (asked, ended):
        actions.begin(pk=one.pk)
    assert clocks.of(asked, "reply").get().state == "paused"
    assert {clock.state for clock in clocks.of(ended)} == {"stopped"}
