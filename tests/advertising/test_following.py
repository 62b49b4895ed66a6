"""What happens by itself after a decision, and what is looked at again before the end."""

import io
from datetime import timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from pypdfium2 import PdfDocument

from advertising import actions, fining
from advertising.models import Capture, DiaryEntry, Remedy
from cityweb.core import attachments, clocks
from cityweb.core.errors import Refused
from tests.advertising.makers import M, issued, piece

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_papers")]


def refused(code):
    return pytest.raises(Refused, match=f"^{code}$")


@pytest.fixture
def served(recorded, inspector, officer, director):
    issued(recorded, inspector, officer, director)
    today = timezone.localdate()
    return actions.serve(pk=recorded.pk, actor=inspector, on=today, how="Giao tận tay")


def test_a_decision_falls_overdue_by_itself_and_the_page_is_looked_at_once(served):
    due = clocks.of(served, fining.EXECUTING).first().due_at
    assert actions.turn_overdue(now=due) == 0 == actions.look_again(now=due)
    later = due + timedelta(days=1)
    with time_machine.travel(later):
        assert actions.turn_overdue(now=later) == 1 and actions.turn_overdue(now=later) == 0
        assert actions.look_again(now=later) == 1 and actions.look_again(now=later) == 0
    served.refresh_from_db()
    assert served.standing == "overdue"
    line = DiaryEntry.objects.get(actor=None)
    assert line.words == "Hết hạn thi hành."
    assert Remedy.objects.get().recapture.url == served.site.home_url


def test_what_is_put_right_is_looked_at_again_before_the_end(served, inspector):
    today = timezone.localdate()
    pay = {"paid_on": today, "amount_vnd": 25 * M, "receipt": "BL"}
    actions.pay(pk=served.pk, actor=inspector, **pay)
    (new,) = actions.keep(pk=served.inspection_id, actor=inspector, pieces=[piece(title="Sau")])
    remedy = served.remedies.get()
    actions.prove(pk=served.pk, actor=inspector, remedy=remedy, proof=new, done_on=today)
    end = {"pk": served.pk, "actor": inspector}
    with refused("looking-again"):
        actions.comply(**end)
    seen = [{"code": "F5B", "result": "fail", "measure": "8 giây"}]
    Capture.objects.update(state="done", findings=seen)
    with refused("seen-again"):
        actions.comply(**end)
    done = actions.comply(**end, words="Video khác, đã lập hồ sơ riêng.")
    assert done.standing == "complied"


@pytest.mark.slow
def test_an_explanation_brings_its_files_and_papers_are_seen_before(
    client, recorded, inspector, officer, head
):
    client.force_login(inspector)
    address = f"/nghiep-vu/advertising/vi-pham/{recorded.pk}/"
    today = timezone.localdate()
    said = {"way": "written", "received_on": today, "words": "Đã gỡ.", "assessment": ""}
    sent = [SimpleUploadedFile("giai-trinh.txt", "Kính gửi".encode())]
    client.post(f"{address}explain/", said | {"files": sent})
    (file,) = attachments.of(recorded.explanations.get())
    assert "giai-trinh.txt" in client.get(address).content.decode()
    client.force_login(officer)
    assert client.get(f"/tep/{file.key}/").status_code == 200
    actions.restrict(pk=recorded.inspection_id, actor=head, reason="Bí mật.")
    assert client.get(f"/tep/{file.key}/").status_code == 404
    assert client.get(f"{address}du-thao.pdf").status_code == 404


@pytest.mark.slow
def test_minutes_and_sanction_are_seen_before_they_are_signed(client, recorded, inspector):
    client.force_login(inspector)
    address = f"/nghiep-vu/advertising/vi-pham/{recorded.pk}/du-thao.pdf"
    assert client.get(address).status_code == 404
    type(recorded).objects.filter(pk=recorded.pk).update(standing="writing", minutes=None)
    page = PdfDocument(io.BytesIO(client.get(address).content))[0].get_textpage()
    assert "VI PHẠM HÀNH CHÍNH" in page.get_text_range()
