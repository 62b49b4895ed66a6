"""A change of law is a new version, made in admin; what dossiers go by is never rewritten."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from cityweb.core.models import Role
from licensing import procedures
from licensing.models import Procedure, ProcedureVersion
from tests.licensing import dossiers
from tests.people import make_person

pytestmark = pytest.mark.django_db
LIST = "admin:licensing_procedureversion_changelist"


@pytest.fixture
def desk(client):
    client.force_login(
        make_person(Role.ADMINISTRATOR),
        backend="allauth.account.auth_backends.AuthenticationBackend",
    )
    return client


@pytest.fixture
def now():
    return ProcedureVersion.objects.get(procedure__code="ISSUE", effective_to=None)


def test_the_next_version_begins_as_a_copy_and_follows_without_a_gap(desk, now):
    tomorrow = timezone.localdate() + timedelta(days=1)
    made = desk.post(reverse(LIST), {"action": "copy", "_selected_action": [now.pk]})
    copy = ProcedureVersion.objects.get(procedure__code="ISSUE", effective_from=tomorrow)
    assert made.url == reverse("admin:licensing_procedureversion_change", args=[copy.pk])
    assert [one.code for one in copy.components.all()] == [one.code for one in now.components.all()]
    assert copy.conditions.count() == now.conditions.count() == 10
    issue = Procedure.objects.get(code="ISSUE")
    assert procedures.version_on(issue, timezone.localdate()) == now
    assert procedures.version_on(issue, tomorrow) == copy
    page = desk.get(made.url)
    assert page.status_code == 200 and "Đề án hoạt động" in page.text


def test_a_version_that_dossiers_go_by_can_only_be_ended(desk, now):
    address = reverse("admin:licensing_procedureversion_change", args=[now.pk])
    assert 'name="citation"' in desk.get(address).text
    dossiers.begin(dossiers.Office())
    page = desk.get(address).text
    assert 'name="citation"' not in page and 'name="effective_to"' in page
    assert "components-0-name" not in page


def test_two_versions_of_one_day_are_refused_by_the_database(now):
    with pytest.raises(IntegrityError), transaction.atomic():
        ProcedureVersion.objects.create(
            procedure=now.procedure, name="Chồng", effective_from=timezone.localdate(),
            citation="x", confidence="UNSURE", who="x",
        )  # fmt: skip
