"""Signals: from a report to a reminder, a case, or nothing; each reminder of a term once."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from advertising import actions
from advertising.life import SIGNAL_TABLE
from advertising.models import Signal
from advertising.reports import listing
from advertising.views import signalling as screens
from cityweb.core.errors import Refused
from cityweb.core.models import OutboxItem
from tests.advertising.makers import subject
from tests.feedback.makers import make_submission

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_papers")]
MONDAY = datetime(2026, 7, 6, 9, tzinfo=timezone.get_default_timezone())


def refused(code):
    return pytest.raises(Refused, match=f"^{code}$")


@pytest.fixture
def signal(inspector, site):
    return actions.note_signal(
        actor=inspector, source="watch", site=site, words="Nút tắt giả.", at=MONDAY
    )


def test_every_verb_of_signals_has_its_button():
    assert {verb for _, verb in SIGNAL_TABLE} == {step.verb for step in screens.STEPS}


def test_a_report_becomes_one_signal(officer, site):
    report = make_submission()
    said = {"actor": officer, "source": "report", "site": site, "words": "Che cả màn hình."}
    made = actions.note_signal(**said, report_code=f" {report.code.lower()} ")
    assert made.report_code == report.code
    with refused("known-report"):
        actions.note_signal(**said, report_code=report.code)
    with refused("no-report"):
        actions.note_signal(**said, report_code="KHONG-CO")
    hidden = make_submission()
    type(hidden).objects.filter(pk=hidden.pk).update(is_restricted=True)
    with refused("no-report"):
        actions.note_signal(**said, report_code=hidden.code)


def test_a_reminder_is_a_letter_with_a_last_day(signal, inspector, head, officer):
    with refused("illegal-move"):
        actions.guide(pk=signal.pk, actor=head, words="Gỡ.", due_on=date(2026, 7, 20))
    actions.triage(pk=signal.pk, actor=inspector)
    with refused("wrong-day"):
        actions.guide(pk=signal.pk, actor=head, words="Gỡ.", due_on=MONDAY.date(), at=MONDAY)
    due = date(2026, 7, 16)
    head.grants.update(valid_from=due)
    sent = actions.guide(pk=signal.pk, actor=head, words="Gỡ.", due_on=due, at=MONDAY)
    assert sent.letter.number_text == "01/NN"
    assert not listing.late_signals(officer, MONDAY + timedelta(days=5))
    late = MONDAY + timedelta(days=14)
    assert list(listing.late_signals(officer, late)) == [sent]
    assert actions.remind(now=late) == 1
    assert actions.remind(now=late + timedelta(hours=1)) == 0
    mails = OutboxItem.objects.filter(kind="mail")
    assert {one.facts["to"] for one in mails} == {inspector.email, head.email}
    assert all("Quá hạn nhắc nhở" in one.facts["subject"] for one in mails)
    done = actions.heed(pk=sent.pk, actor=inspector, words="Đã gỡ, xem ngày 20/7.", at=late)
    assert done.state == "heeded" and "Gỡ." in done.outcome


def test_a_signal_becomes_a_case_and_hides_with_it(client, signal, inspector, officer, head):
    actions.triage(pk=signal.pk, actor=inspector)
    made = actions.open_from_signal(pk=signal.pk, actor=inspector, subject=subject())
    assert (made.source, made.signal) == ("watch", Signal.objects.get())
    client.force_login(officer)
    assert "TB-" in client.get(f"/nghiep-vu/advertising/{made.pk}/").content.decode()
    assert client.get(f"/nghiep-vu/advertising/tin-bao/{signal.pk}/").status_code == 200
    actions.restrict(pk=made.pk, actor=head, reason="Bí mật.")
    assert client.get(f"/nghiep-vu/advertising/tin-bao/{signal.pk}/").status_code == 404
    assert "tin.vn" not in client.get("/nghiep-vu/advertising/tin-bao/").content.decode()


def test_the_desk_of_signals(client, officer, site):
    client.force_login(officer)
    start = "/nghiep-vu/advertising/tin-bao/"
    said = {"source": "request", "site": site.pk, "words": "Sở Y tế đề nghị."}
    wrong = client.post(f"{start}moi/", said | {"report_code": "KHONG-CO"}).content.decode()
    assert "Không tìm thấy phản ánh KHONG-CO" in wrong
    client.post(f"{start}moi/", said)
    one = f"{start}{Signal.objects.get().pk}/"
    client.post(f"{one}triage/")
    assert client.post(f"{one}dismiss/", {"reason": ""}).status_code == 422
    client.post(f"{one}dismiss/", {"reason": "Không thuộc phạm vi."})
    assert "Không thuộc phạm vi." in client.get(one).content.decode()
    assert Signal.objects.get().ended_at
    found = client.get(f"{start}?stage=no_action&q=tin.vn").content.decode()
    assert "Sở Y tế đề nghị." in found
