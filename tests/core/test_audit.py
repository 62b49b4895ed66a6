"""The trail: written in the deed's transaction, append-only, sealed, and every touch is named."""

from datetime import date, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import ProgrammingError, connection, connections, transaction
from django.utils import timezone
from pgtrigger import registered

from cityweb.core import audit
from cityweb.core.audit import verifying
from cityweb.core.audit.trails import histories, trails
from cityweb.core.models import AuditEntry, AuditSeal, Organisation, Role
from tests.people import make_person
from tests.rows import first_of

IGNORE_ALL = f"{{{','.join(trigger.get_pgid(model) for model, trigger in registered())}}}"

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


def sql(statement, *values):
    """Run SQL as somebody who can switch off every trigger."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(statement, values)
        cursor.execute("SET LOCAL session_replication_role = origin")


def findings():
    return [(found.table, found.row, found.problem) for found in audit.verify()]


@pytest.fixture
def entry(editor):
    return audit.record(actor=editor, verb="core.tested", target=editor, reason="Vì thử", step=1)


@pytest.fixture
def sealed_until_today(entry):
    """What the migrations wrote may be of an earlier day: their database is kept."""
    audit.seal_finished_days(today=timezone.localdate())


def test_an_entry_says_who_what_and_why(entry, editor):
    entry.refresh_from_db()
    assert (entry.actor, entry.verb, entry.reason) == (editor, "core.tested", "Vì thử")
    assert entry.target_label == "Lê Thị Biên Tập"
    assert entry.details == {"step": 1}
    assert len(entry.row_digest) == 64


def test_an_entry_needs_the_transaction_of_its_deed(monkeypatch):
    monkeypatch.setattr(connections["default"], "in_atomic_block", False)
    with pytest.raises(RuntimeError):
        audit.record(actor=None, verb="core.tested", target=None)


@pytest.mark.parametrize("deed", ["UPDATE", "DELETE", "TRUNCATE"])
@pytest.mark.parametrize(
    "table", first_of(["core_auditentry", "core_userevent", "core_auditseal", "core_sealedrows"])
)
def test_the_trail_refuses_changes(entry, table, deed):
    audit.seal_finished_days(today=timezone.localdate() + DAY)
    column = {"core_auditseal": "digest", "core_sealedrows": "table_name"}.get(table, "row_digest")
    statement = {
        "UPDATE": f"UPDATE {table} SET {column} = ''",
        "DELETE": f"DELETE FROM {table}",
        "TRUNCATE": f"TRUNCATE {table} CASCADE",
    }[deed]
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        # What pgtrigger's own triggers would obey, ours do not.
        cursor.execute("SELECT set_config('pgtrigger.ignore', %s, true)", [IGNORE_ALL])
        with pytest.raises(ProgrammingError, match="append-only"), transaction.atomic():
            cursor.execute(statement)


def test_bulk_and_raw_edits_leave_history_too(editor):
    type(editor).objects.filter(pk=editor.pk).update(position="Biên tập viên chính")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE core_user SET position = 'Khác' WHERE id = %s", [editor.pk])
    positions = editor.events.order_by("pgh_id").values_list("position", flat=True)
    assert list(positions) == ["", "Biên tập viên chính", "Khác"]


def test_an_untouched_trail_is_whole(entry):
    audit.seal_finished_days(today=timezone.localdate() + DAY)
    assert findings() == []


def test_the_session_time_zone_does_not_change_a_digest(editor):
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL TimeZone TO 'Asia/Ho_Chi_Minh'")
        audit.record(actor=editor, verb="core.tested", target=editor)
        cursor.execute("SET LOCAL TimeZone TO 'America/New_York'")
    assert findings() == []


def test_an_edited_entry_of_today_is_named(entry):
    sql("UPDATE core_auditentry SET reason = 'khác' WHERE id = %s", entry.pk)
    assert findings() == [("core_auditentry", str(entry.pk), verifying.EDITED)]


def test_an_edited_entry_is_named_though_its_digest_was_made_to_fit(entry):
    audit.seal_finished_days(today=timezone.localdate() + DAY)
    sql("UPDATE core_auditentry SET reason = 'khác' WHERE id = %s", entry.pk)
    sql(
        "UPDATE core_auditentry e SET row_digest = core_digest(to_jsonb(e)) WHERE id = %s", entry.pk
    )
    assert findings() == [("core_auditentry", str(entry.pk), verifying.EDITED)]


def test_a_deleted_entry_is_named(entry):
    audit.seal_finished_days(today=timezone.localdate() + DAY)
    sql("DELETE FROM core_auditentry WHERE id = %s", entry.pk)
    assert findings() == [("core_auditentry", str(entry.pk), verifying.DELETED)]


def test_an_entry_smuggled_into_a_sealed_day_is_named(entry, editor):
    audit.seal_finished_days(today=timezone.localdate() + DAY)
    late = audit.record(actor=editor, verb="core.tested", target=editor)
    assert findings() == [("core_auditentry", str(late.pk), verifying.INSERTED)]


def test_an_edited_version_of_a_row_is_named(editor):
    audit.seal_finished_days(today=timezone.localdate() + DAY)
    event = editor.events.get()
    sql("UPDATE core_userevent SET email = 'x@y.example' WHERE pgh_id = %s", event.pk)
    named = findings()
    assert ("core_userevent", str(event.pk), verifying.EDITED) in named
    assert ("core_user", str(editor.pk), verifying.UNLIKE_HISTORY) in named


def test_a_role_given_behind_the_back_of_history_is_named(editor):
    grant = editor.grants.get()
    sql("UPDATE core_rolegrant SET role = 'administrator' WHERE id = %s", grant.pk)
    assert findings() == [("core_rolegrant", str(grant.pk), verifying.UNLIKE_HISTORY)]


def test_a_row_made_behind_the_back_of_history_is_named():
    sql("INSERT INTO core_organisation (name, short_name, kind) VALUES ('Ma', '', 'other')")
    ghost = Organisation.objects.get(name="Ma")
    assert findings() == [("core_organisation", str(ghost.pk), verifying.WITHOUT_HISTORY)]


def test_a_row_removed_behind_the_back_of_history_is_named():
    body = Organisation.objects.create(name="Sở Thử nghiệm", kind="department")
    sql("DELETE FROM core_organisation WHERE id = %s", body.pk)
    assert findings() == [("core_organisation", str(body.pk), verifying.VANISHED)]


def test_a_row_deleted_in_the_open_is_fine():
    Organisation.objects.create(name="Sở Thử nghiệm", kind="department").delete()
    assert findings() == []


@pytest.mark.parametrize("change", ["digest = repeat('0', 64)", "day = day + 9", "previous = 'x'"])
@pytest.mark.slow
def test_a_touched_seal_is_named(entry, change):
    audit.seal_finished_days(today=timezone.localdate() + DAY)
    sql(f"UPDATE core_auditseal SET {change} WHERE day = %s", timezone.localdate())
    day = AuditSeal.objects.latest("day").day.isoformat()
    assert ("core_auditseal", day, verifying.SEAL_BROKEN) in findings()


@pytest.mark.parametrize(
    "deed",
    [
        "UPDATE core_sealedrows SET keys = keys[2:], digests = digests[2:]",
        "UPDATE core_sealedrows SET digests[1] = repeat('0', 32)",
        "DELETE FROM core_sealedrows",
    ],
)
def test_a_touched_cover_breaks_its_seal(entry, deed):
    audit.seal_finished_days(today=timezone.localdate() + DAY)
    sql(deed)
    day = timezone.localdate().isoformat()
    assert ("core_auditseal", day, verifying.SEAL_BROKEN) in findings()


def test_a_column_added_later_leaves_the_trail_whole(editor):
    audit.seal_finished_days(today=timezone.localdate() + DAY)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE core_userevent ADD COLUMN shoe_size integer")
        cursor.execute("ALTER TABLE core_auditentry ADD COLUMN weather text")
    assert findings() == []


def test_versions_may_lack_what_live_rows_must_have(editor):
    """A column that came later is null in older versions, and that is no difference."""
    event = editor.events.get()
    sql("UPDATE core_userevent SET position = NULL WHERE pgh_id = %s", event.pk)
    sql(
        "UPDATE core_userevent e SET row_digest = core_digest(to_jsonb(e)) WHERE pgh_id = %s",
        event.pk,
    )
    assert findings() == []
    sql("UPDATE core_rolegrant SET valid_to = '2030-01-01' WHERE user_id = %s", editor.pk)
    assert [problem for *_, problem in findings()] == [verifying.UNLIKE_HISTORY]


def test_fields_of_versions_are_never_filled_in_afterwards():
    """A default would be written into old versions and break their digests."""
    filled = [
        str(field)
        for history in histories()
        for field in history._meta.fields
        if not field.name.startswith("pgh_") and field.name not in {"id", "row_digest"}
        if field.has_default() or not field.null
    ]
    assert not filled


def test_many_rows_of_a_tracked_table_take_time_in_proportion():
    """Pgtrigger's functions look for a setting that every connection of ours must bring."""
    with connection.cursor() as cursor:
        cursor.execute("SHOW pgtrigger.ignore")
        assert cursor.fetchone() == ("{}",)


def test_a_removed_seal_is_named(entry):
    audit.seal_finished_days(today=timezone.localdate() + 4 * DAY)
    middle = timezone.localdate() + DAY
    sql("DELETE FROM core_auditseal WHERE day = %s", middle)
    named = findings()
    assert ("core_auditseal", middle.isoformat(), verifying.SEAL_MISSING) in named


def test_another_key_makes_no_fitting_seal(entry, settings):
    audit.seal_finished_days(today=timezone.localdate() + DAY)
    settings.AUDIT_SEAL_KEY = "khóa khác"
    assert {problem for *_, problem in findings()} == {verifying.SEAL_BROKEN}


def test_sealing_catches_up_and_is_safe_to_repeat(sealed_until_today):
    first = audit.seal_finished_days(today=timezone.localdate() + 3 * DAY)
    assert first == [timezone.localdate() + more * DAY for more in range(3)]
    assert audit.seal_finished_days(today=timezone.localdate() + 3 * DAY) == []
    chain = ["", *AuditSeal.objects.order_by("day").values_list("digest", flat=True)]
    assert [seal.previous for seal in AuditSeal.objects.order_by("day")] == chain[:-1]


def test_the_day_that_runs_is_not_sealed(sealed_until_today):
    assert audit.seal_finished_days() == []


def test_the_command_says_what_is_wrong_and_fails(entry, capsys):
    call_command("verify_audit")
    assert "nguyên vẹn" in capsys.readouterr().out
    sql("UPDATE core_auditentry SET verb = 'core.other' WHERE id = %s", entry.pk)
    with pytest.raises(CommandError) as failure:
        call_command("verify_audit")
    assert failure.value.returncode == 1
    assert f"core_auditentry {entry.pk}: đã bị sửa" in capsys.readouterr().out


def test_a_change_in_admin_carries_person_and_request(client, administrator):
    client.force_login(administrator)
    body = {"name": "Sở Khoa học", "short_name": "", "kind": "department", "valid_from": ""}
    response = client.post(
        "/admin/core/organisation/add/", body, headers={"x-request-id": "yeu-cau-0001"}
    )
    assert response.status_code == 302
    entry = AuditEntry.objects.get(verb="core.organisation_added")
    assert (entry.actor, entry.request_id) == (administrator, "yeu-cau-0001")
    context = Organisation.objects.get().events.get().pgh_context
    assert context == {"actor": administrator.pk, "request": "yeu-cau-0001"}


def test_the_trail_is_read_by_object(client, administrator):
    client.force_login(administrator)
    body = Organisation.objects.create(name="Sở Cũ", kind="department")
    fields = {"name": "Sở Mới", "short_name": "", "kind": "department"}
    client.post(f"/admin/core/organisation/{body.pk}/change/", fields)
    page = client.get(f"/admin/core/organisation/{body.pk}/history/").text
    assert "Sửa tổ chức" in page
    assert "<del>Sở Cũ</del> → <ins>Sở Mới</ins>" in page
    change = client.get(f"/admin/core/organisation/{body.pk}/change/").text
    assert "Nhật ký" in change


def test_the_trail_is_read_by_person_verb_and_request(client, administrator, editor, board):
    one = audit.record(actor=editor, verb="core.tested", target=board)
    two = audit.record(actor=board, verb="core.signed_in", target=board)
    client.force_login(administrator)
    at = "/admin/core/auditentry/"
    for query, seen, unseen in [
        (f"?actor={editor.pk}", one, two),
        ("?verb=core.signed_in", two, one),
        (f"?q={editor.email}", one, two),
    ]:
        page = client.get(at + query).text
        assert f"{at}{seen.pk}/change/" in page
        assert f"{at}{unseen.pk}/change/" not in page
    assert "Đăng nhập" in client.get(f"{at}{two.pk}/change/").text


def test_nobody_edits_the_trail_in_admin(client, administrator, entry):
    client.force_login(administrator)
    at = f"/admin/core/auditentry/{entry.pk}/change/"
    assert client.get(at).status_code == 200
    assert client.post(at, {"verb": "x"}).status_code == 405
    assert client.get("/admin/core/auditentry/add/").status_code == 404


def test_history_tables_hold_nothing_the_digest_would_miss():
    """Generated columns are empty when the digest is made and full when it is checked."""
    generated = [
        field for trail in trails() for field in trail.model._meta.fields if field.generated
    ]
    assert not generated


def test_sealing_begins_on_the_first_day_that_holds_a_row(entry):
    sql("UPDATE core_auditentry SET at = %s WHERE id = %s", date(2026, 1, 5), entry.pk)
    sealed = audit.seal_finished_days(today=date(2026, 1, 8))
    assert sealed[0] <= date(2026, 1, 5)


def test_people_cannot_be_deleted_in_admin(client, administrator):
    person = make_person(Role.EDITOR)
    client.force_login(administrator)
    assert client.get(f"/admin/core/user/{person.pk}/delete/").status_code == 404
