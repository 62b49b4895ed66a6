"""Wrong turns at the desk: what is wrong stands beside its field, what was typed stays."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from lxml import html

from advertising import actions
from advertising.models import (
    Capture,
    CustodyEntry,
    DiaryEntry,
    Finding,
    Inspection,
    Invitation,
    Signal,
)
from cityweb.core.errors import Refused
from tests.advertising.makers import issued, piece

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_papers")]
END_OF_DAYS = "9999-12-31"


def errors(answer):
    """Return what stands wrong, by field; "" is for what stands above the form."""
    assert answer.status_code in (409, 422), answer.status_code
    found = {}
    for row in html.fromstring(answer.content.decode()).xpath("//ul[contains(@class,'errorlist')]"):
        name = (row.get("id") or "").removeprefix("id_").removesuffix("_error")
        found[name] = row.text_content().strip()
    return found


def address(name, *keys):
    return reverse(f"advertising_desk:{name}", args=keys)


def test_days_out_of_order_are_told_beside_the_day(client, inspector, site):
    client.force_login(inspector)
    today = timezone.localdate()
    said = {
        "site": site.pk, "source": "watch", "kind": "website", "reason": "Nút tắt giả đã thấy.",
        "scope": "Trang chủ.", "starts_on": today, "ends_on": today - timedelta(days=1),
    }  # fmt: skip
    answer = client.post(address("open"), said)
    assert errors(answer) == {"ends_on": "Ngày cuối không thể trước ngày đầu."}
    assert "Nút tắt giả đã thấy." in answer.content.decode()
    assert set(errors(client.post(address("open"), said | {"ends_on": END_OF_DAYS}))) == {"ends_on"}
    past = said | {"starts_on": "1900-01-01"}
    assert set(errors(client.post(address("open"), past | {"ends_on": today}))) == {"starts_on"}
    assert set(errors(client.post(address("open"), said | {"ends_on": "31/02/2026"}))) == {
        "ends_on"
    }
    assert not Inspection.objects.exists()


def test_a_last_day_years_away_is_a_slip(client, checking, inspector, head, site, body):
    client.force_login(inspector)
    asked = {"organisation": body.pk, "purpose": "Cử người", "answer_by": END_OF_DAYS}
    answer = client.post(address("act", checking.pk, "invite"), asked)
    assert set(errors(answer)) & {"answer_by", ""}
    assert not Invitation.objects.exists()
    signal = actions.note_signal(actor=inspector, source="watch", site=site, words="Nút giả.")
    actions.triage(pk=signal.pk, actor=inspector)
    client.force_login(head)
    told = {"words": "Gỡ quảng cáo che bài.", "due_on": END_OF_DAYS}
    answer = client.post(address("act_signal", signal.pk, "guide"), told)
    assert set(errors(answer)) == {"due_on"}
    assert "Gỡ quảng cáo che bài." in answer.content.decode()
    assert Signal.objects.get().letter is None


def test_an_address_that_cannot_be_read_is_told_beside_it(client, checking, inspector, head):
    client.force_login(head)
    asked = {"url": "http://[tin.vn", "what": "Gỡ video."}
    assert set(errors(client.post(address("act", checking.pk, "ask-removal"), asked))) == {"url"}
    assert not checking.takedowns.exists()
    right = asked | {"url": "https://tin.vn/"}
    assert client.post(address("act", checking.pk, "ask-removal"), right).status_code == 302
    again = client.post(address("act", checking.pk, "ask-removal"), right)
    assert set(errors(again)) == {"what"} and checking.takedowns.count() == 1
    client.force_login(inspector)
    wanted = {"url": "https://tin.vn/", "more_urls": "https://tin.vn/a\nđịa chỉ sai"}
    answer = client.post(address("capture", checking.pk), wanted)
    assert set(errors(answer)) == {"more_urls"}
    assert "https://tin.vn/a\nđịa chỉ sai" in answer.content.decode()
    assert set(errors(client.post(address("capture", checking.pk), {"url": ""}))) == {"url"}
    assert not Capture.objects.exists()


def test_a_hand_over_to_nobody_is_told_beside_the_field(client, checking, inspector):
    actions.keep(pk=checking.pk, actor=inspector, pieces=[piece()])
    client.force_login(inspector)
    there = address("custody", checking.pk, 1)
    answer = client.post(there, {"receiver": " ", "purpose": "Giám định"})
    assert set(errors(answer)) == {"receiver"}
    assert "Giám định" in answer.content.decode()
    assert not CustodyEntry.objects.filter(act=CustodyEntry.Act.HANDED_OVER).exists()


def test_a_note_without_a_result_is_not_lost(client, checking, inspector):
    client.force_login(inspector)
    item = checking.checklist.items.first()
    there, day = address("act", checking.pk, "mark"), timezone.localdate()
    answer = client.post(there, {"seen_on": day, f"note_{item.pk}": "Nút ở ngoài màn hình."})
    assert set(errors(answer)) == {f"result_{item.pk}"}
    assert "Nút ở ngoài màn hình." in answer.content.decode()
    before = DiaryEntry.objects.count()
    assert "Chưa có dòng nào" in " ".join(errors(client.post(there, {"seen_on": day})).values())
    assert DiaryEntry.objects.count() == before


def test_what_came_too_late_is_shown_with_its_words(client, minuted, inspector):
    """Somebody else closed the minutes meanwhile."""
    client.force_login(inspector)
    item = minuted.checklist.items.first()
    typed = {
        "seen_on": timezone.localdate(), f"result_{item.pk}": "fail",
        f"note_{item.pk}": "Video che cả màn hình.",
    }  # fmt: skip
    before = DiaryEntry.objects.count()
    answer = client.post(address("act", minuted.pk, "mark"), typed)
    assert "hãy tải lại trang" in " ".join(errors(answer).values())
    assert "Video che cả màn hình." in answer.content.decode()
    assert DiaryEntry.objects.count() == before


def test_a_case_ends_once_what_was_to_go_is_gone(minuted, head):
    actions.ask_removal(pk=minuted.pk, actor=head, url="https://tin.vn/a", what="Gỡ video.")
    Finding.objects.filter(inspection=minuted).update(result=Finding.Result.PASS)
    actions.conclude(pk=minuted.pk, actor=head, words="Có vi phạm.")
    with pytest.raises(Refused, match="^takedowns-left$"):
        actions.close(pk=minuted.pk, actor=head, words="")
    assert actions.close(pk=minuted.pk, actor=head, words="Website đã đóng.").closed_at


def test_money_and_its_receipt_are_told_beside_them(client, recorded, inspector, officer, director):
    done = issued(recorded, inspector, officer, director)
    actions.serve(pk=done.pk, actor=inspector, on=timezone.localdate(), how="Giao tay")
    client.force_login(inspector)
    there = address("act_violation", done.pk, "pay")
    paid = {"paid_on": timezone.localdate(), "amount_vnd": "1000000", "receipt": "BL-01"}
    assert set(errors(client.post(there, paid | {"amount_vnd": "9" * 30}))) == {"amount_vnd"}
    assert set(errors(client.post(there, paid | {"paid_on": END_OF_DAYS}))) == {"paid_on"}
    client.post(there, paid)
    again = client.post(there, paid)
    assert errors(again) == {"receipt": "Chứng từ BL-01 đã ghi."}
    assert 'value="BL-01"' in again.content.decode()
    assert done.payments.count() == 1
