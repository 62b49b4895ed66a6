"""The daily digest: everybody can keep it, and what was altered or removed shows."""

import hashlib
from datetime import date, timedelta

import pytest
from django.db import ProgrammingError, connection, transaction

from cityweb.core.models import AuditEntry
from licensing import actions, manifest
from licensing.models import RegisterDigest
from tests.core.test_audit import sql
from tests.licensing.makers import decision, make_licence
from tests.shared import shared

pytestmark = pytest.mark.django_db
PATH = "/giay-phep/niem-phong/"
TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)


@shared
def licences(clerk):
    return [make_licence(clerk, f"{number}/GP-SM") for number in (1, 2, 3)]


def listed(client, day):
    return b"".join(client.get(f"{PATH}{day}.txt"))


def test_the_list_holds_what_everybody_can_read(client, licences):
    made = actions.seal(today=TODAY)
    text = listed(client, TODAY)
    assert hashlib.sha256(text).hexdigest() == made.sha256
    lines = text.decode().splitlines()
    assert (made.versions, len(lines), made.lost) == (3, 3, [])
    for line in lines:
        digest, _, name = line.partition("  ")
        record = client.get(f"/giay-phep/{name}").content
        assert hashlib.sha256(record).hexdigest() == digest
    page = client.get(PATH).text
    assert made.sha256 in page
    assert made.chain in page
    for wrong in ("2020-01-01", "hom-qua"):
        assert client.get(f"{PATH}{wrong}.txt").status_code == 404
    assert "trong vòng một giờ" in client.get(f"{PATH}?truoc={TODAY}").text


def test_a_day_is_sealed_once_and_bound_to_the_day_before(licences, clerk):
    first = actions.seal(today=TODAY)
    assert actions.seal(today=TODAY) is None
    done = decision(date(2022, 2, 2))
    actions.reissue(pk=licences[0].pk, decision=done, actor=clerk)
    second = actions.seal(today=TODAY + DAY)
    assert (second.versions, second.lost) == (4, [])
    assert second.chain == manifest.link(first.chain, second.day, second.sha256)
    assert first.chain == manifest.link("", TODAY, first.sha256)
    assert AuditEntry.objects.filter(verb="licensing.sealed").count() == 2


@pytest.mark.parametrize(
    ("change", "names"),
    [
        (
            "UPDATE licensing_licenceversion SET valid_to = valid_to + 900 WHERE licence_id = %s",
            ["2-gp-sm-2020/1.json"],
        ),
        (
            "UPDATE licensing_licence SET number = '9/GP-SM' WHERE id = %s",
            ["2-gp-sm-2020/1.json"],
        ),
        (
            "DELETE FROM licensing_licenceversion WHERE licence_id = %s",
            ["2-gp-sm-2020/1.json"],
        ),
    ],
)
def test_what_was_altered_or_removed_shows(client, licences, change, names):
    actions.seal(today=TODAY)
    if change.startswith("DELETE"):
        sql("UPDATE licensing_licence SET current_id = NULL WHERE id = %s", licences[1].pk)
    sql(change, licences[1].pk)
    made = actions.seal(today=TODAY + DAY)
    assert made.lost == names
    assert "bị sửa hoặc bị xóa" in client.get(PATH).text


def test_a_digest_is_never_rewritten(licences):
    actions.seal(today=TODAY)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for change in ("UPDATE %s SET sha256 = ''", "DELETE FROM %s", "TRUNCATE %s"):
            with pytest.raises(ProgrammingError, match="append-only"), transaction.atomic():
                cursor.execute(change % RegisterDigest._meta.db_table)


def test_older_days_are_leafed_through(client, licences):
    for number in range(33):
        actions.seal(today=TODAY + number * DAY)
    page = client.get(PATH)
    older = page.context["older"]
    assert len(page.context["seals"]) == 31
    rest = client.get(f"{PATH}?truoc={older}")
    assert [one.day for one in rest.context["seals"]] == [TODAY + DAY, TODAY]
