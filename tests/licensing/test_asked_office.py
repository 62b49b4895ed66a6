"""Another office answers what it was asked, by the link that was mailed to it alone."""

import re
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from cityweb.core.models import Clock, OutboxItem, Role
from licensing import actions
from licensing.life import Verb
from licensing.models import Consultation
from tests.licensing.dossiers import TO_SIGNED, begin, walk
from tests.licensing.test_dossier_desk import at
from tests.people import client_of
from tests.shared import shared

pytestmark = pytest.mark.django_db
SAID = {"answer": "Không có ý kiến khác.", "document": "", "answered_by": "Lê Văn Đáp, Phó phòng"}


@shared
def dossier(office):
    return walk(office, begin(office), *TO_SIGNED[:4])


@pytest.fixture
def link(office, dossier):
    """Ask, and return the address in the mail."""
    actions.consult(
        pk=dossier.pk, actor=office.of(Role.SPECIALIST), office="Công an Thành phố",
        question="Có ý kiến gì?", days=5, email="vanthu@congan.example",
    )  # fmt: skip
    mail = OutboxItem.objects.get(dedupe_key__startswith="licensing:consult:")
    return re.search(r"/y-kien/[\w-]+/", str(mail.payload))[0]


def test_the_office_answers_once_by_its_link(client, office, dossier, link):
    page = client.get(link)
    assert "Có ý kiến gì?" in page.text and page["Cache-Control"] == "no-store"
    assert page["Referrer-Policy"] == "no-referrer"
    assert client.post(link, SAID).url == "/y-kien/da-gui/"
    asked = Consultation.objects.get()
    assert (asked.answer, asked.recorded_by) == (SAID["answer"], None)
    assert Clock.objects.get(name="consult").state == Clock.State.STOPPED
    assert dossier.steps.last().actor is None
    desk = client_of(office.of(Role.SPECIALIST))
    assert "qua liên kết: Lê Văn Đáp" in desk.get(at(dossier), {"panel": "consulting"}).text
    assert "qua liên kết gửi cơ quan" in desk.get(at(dossier), {"panel": "history"}).text
    again = client.post(link, SAID | {"answer": "Ý khác"})
    assert again.status_code == 404 and "không dùng được" in again.text
    assert Consultation.objects.get().answer == SAID["answer"]


def test_what_is_missing_is_said_and_nothing_typed_is_lost(client, link):
    page = client.post(link, SAID | {"answered_by": ""})
    assert page.status_code == 422 and SAID["answer"] in page.text
    assert "Hãy ghi người trả lời" in page.text
    assert Consultation.objects.get().answered_at is None


@pytest.mark.parametrize("how", ["expired", "wrong", "ended"])
def test_a_link_that_is_over_opens_nothing(client, office, dossier, link, how):
    if how == "expired":
        Consultation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    elif how == "ended":
        actions.withdraw(pk=dossier.pk, actor=office.of(Role.APPLICANT), reason="Thôi")
        actions.let_go(pk=dossier.pk, actor=office.of(Role.OFFICE_HEAD))
    address = "/y-kien/khong-phai-khoa/" if how == "wrong" else link
    for answer in (client.get(address), client.post(address, SAID)):
        assert answer.status_code == 404 and "Có ý kiến gì?" not in answer.text


def test_an_answer_says_who_gave_it(link):
    with pytest.raises(IntegrityError), transaction.atomic():
        Consultation.objects.update(answer="Có", answered_at=timezone.now())


def test_without_an_address_there_is_no_link(office, dossier):
    asked = actions.consult(
        pk=dossier.pk,
        actor=office.of(Role.SPECIALIST),
        office="Công an",
        question="Gì?",
        days=5,
    )
    assert not asked.key_digest and asked.expires_at is None
    assert Verb.CONSULT in set(dossier.steps.values_list("verb", flat=True))
