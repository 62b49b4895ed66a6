"""What the portal's own database role may do in production."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import ProgrammingError, connection, transaction
from django.utils import timezone

from cityweb.core import audit
from cityweb.core.audit.trails import trails
from cityweb.core.models import AuditEntry, AuditSeal, Heartbeat, SealedRows

pytestmark = pytest.mark.django_db
ROLE = "cityweb_app"


@pytest.fixture
def role(db):
    """The role, made inside the test's transaction and gone with it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = %s)", [ROLE])
        if not cursor.fetchone()[0]:
            cursor.execute(f"CREATE ROLE {ROLE}")
        call_command("grant_app_role", verbosity=0)
        call_command("grant_app_role", verbosity=0)
        cursor.execute(f"SET LOCAL ROLE {ROLE}")
        yield ROLE
        cursor.execute("RESET ROLE")


def test_without_the_role_nothing_happens(capsys):
    with connection.cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = %s)", [ROLE])
        if cursor.fetchone()[0]:
            pytest.skip("this server already has the role")
    call_command("grant_app_role")
    assert f"Chưa có vai trò {ROLE}" in capsys.readouterr().out


def test_the_role_works_with_ordinary_tables(role):
    Heartbeat.objects.create(name="worker", at="2026-11-23T00:00:00Z")
    Heartbeat.objects.update(at="2026-11-24T00:00:00Z")
    Heartbeat.objects.all().delete()


def test_the_role_records_and_seals(role):
    audit.record(actor=None, verb="core.tested", target=None)
    assert AuditEntry.objects.get().row_digest
    tomorrow = timezone.localdate() + timedelta(days=1)
    assert audit.seal_finished_days(today=tomorrow)


@pytest.mark.parametrize("deed", ["UPDATE {} SET {} = {}", "DELETE FROM {}", "TRUNCATE {}"])
def test_the_role_cannot_touch_the_trail(role, deed):
    tables = [(trail.table, trail.key) for trail in trails()]
    tables += [(AuditSeal._meta.db_table, "id"), (SealedRows._meta.db_table, "id")]
    for table, key in tables:
        refused = pytest.raises(ProgrammingError, match="permission denied")
        with refused, transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(deed.format(table, key, key))


def test_the_role_cannot_switch_off_a_trigger(role):
    for statement in (
        "SET LOCAL session_replication_role = replica",
        "ALTER TABLE core_auditentry DISABLE TRIGGER ALL",
    ):
        refused = pytest.raises(ProgrammingError, match="permission denied|must be owner")
        with refused, transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
