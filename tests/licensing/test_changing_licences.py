"""Dossiers about a licence there is: what they may make of it, whatever else happens to it."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from cityweb.core.errors import Refused
from cityweb.core.models import Role
from licensing import actions
from licensing.life import Verb
from licensing.models import LicenceVersion, Result
from tests.licensing import dossiers
from tests.licensing.dossiers import TO_SIGNED, do, walk
from tests.people import client_of

pytestmark = pytest.mark.django_db
END = date(2030, 6, 30)


@pytest.fixture
def held(office):
    return dossiers.held_licence(office)


def begin(office, procedure, licence, **said):
    """Return a dossier about the licence, filled with what it says now and with `said`."""
    dossier = dossiers.begin(office, procedure, licence=licence)
    actions.fill(pk=dossier.pk, actor=office.of(Role.APPLICANT), contents=said)
    dossier.refresh_from_db()
    return dossier


def refused(action, **given):
    with pytest.raises(Refused) as refusal, transaction.atomic():
        action(**given)
    return refusal.value.code


def test_an_extension_that_ends_no_later_is_refused_to_who_files_it(office, held):
    dossier = begin(office, "EXTEND", held, valid_to=END.isoformat(), reason="Hoạt động tiếp")
    client = client_of(office.of(Role.APPLICANT))
    page = client.get(reverse("filing:check", args=[dossier.key])).text
    assert "Nộp hồ sơ</button>" not in page
    beside = reverse("filing:fill", args=[dossier.key]) + "?loi=1"
    assert f"{beside}#id_valid_to" in page
    assert "đã có giá trị đến hết ngày 30/06/2030" in client.get(beside).text


def test_an_extension_that_ends_no_later_is_refused_at_the_desk(office, held):
    dossier = begin(office, "EXTEND", held, reason="Hoạt động tiếp")
    walk(office, dossier, *TO_SIGNED[:5])
    address = reverse("licensing_desk:act", args=[dossier.pk, "draft-result"])
    said = {"kind": "grant", "valid_to": END.isoformat(), "reason": "Theo đề nghị"}
    page = client_of(office.of(Role.SPECIALIST)).post(address, said)
    assert page.status_code == 409 and "Thời hạn mới phải sau ngày 30/06/2030" in page.text
    assert page.context["step_form"].errors.keys() == {"valid_to"}
    do(office, dossier, Verb.DRAFT)
    walk(office, dossier, Verb.PUT_UP, Verb.REVIEW)
    Result.objects.update(valid_to=END)
    with pytest.raises(Refused, match="no-longer"):
        do(office, dossier, Verb.SIGN)


def test_the_database_refuses_an_extension_that_ends_no_later(held):
    now = held.current
    twin = LicenceVersion.objects.get(pk=now.pk)
    twin.pk, twin.ordinal, twin.event, twin.effective_from = None, 2, "extended", date(2021, 1, 1)
    now.effective_to = twin.effective_from
    now.save(update_fields=["effective_to"])
    with pytest.raises(DatabaseError, match="ends later"), transaction.atomic():
        twin.save()
    twin.valid_to = date(2030, 7, 1)
    twin.save()
