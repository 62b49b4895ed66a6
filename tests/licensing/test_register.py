"""The register: versions follow each other, every day of the past can be asked for."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import IntegrityError, InternalError, ProgrammingError, connection, transaction

from cityweb.core import audit
from cityweb.core.errors import Refused
from cityweb.core.models import AuditEntry, Paper
from licensing import actions, rules
from licensing.models import Licence, LicenceVersion
from licensing.reports import register, verification
from licensing.states import Event, Standing
from tests.core.test_audit import sql
from tests.licensing.makers import bodies, contents, decision

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def refusal(deed, **given):
    with pytest.raises(Refused) as refused:
        deed(**given)
    return refused.value.code


def on(licence, day):
    return register.on_day(register.history(licence), day)


def test_a_licence_lives_through_every_event(licence, clerk):
    pk = licence.pk
    actions.amend(
        pk=pk,
        contents=contents(domains=["nhipsong.example", "m.nhipsong.example"]),
        decision=decision(date(2021, 3, 1)),
        actor=clerk,
    )
    actions.extend(
        pk=pk, valid_to=date(2032, 6, 30), decision=decision(date(2022, 1, 5)), actor=clerk
    )
    actions.reissue(pk=pk, decision=decision(date(2022, 5, 5)), actor=clerk)
    actions.suspend(pk=pk, decision=decision(date(2023, 1, 31), "Vi phạm"), actor=clerk)
    actions.revoke(pk=pk, decision=decision(date(2023, 8, 1), "Tái phạm"), actor=clerk)

    found = [(one.event, one.effective_from, one.effective_to) for one in register.history(licence)]
    begins = [begin for _, begin, _ in found]
    assert [event for event, _, _ in found] == list(reversed(Event))
    assert [end for _, _, end in found] == [None, *begins[:-1]]
    expected = {
        date(2020, 6, 30): None,
        date(2020, 7, 1): Standing.VALID,
        date(2021, 3, 1): Standing.VALID,
        date(2023, 1, 31): Standing.SUSPENDED,
        date(2023, 4, 29): Standing.SUSPENDED,
        # Three months after the 31st of January, by the law of that day.
        date(2023, 4, 30): Standing.VALID,
        date(2023, 8, 1): Standing.REVOKED,
        date(2040, 1, 1): Standing.REVOKED,
    }
    assert {day: on(licence, day).standing for day in expected} == expected
    assert on(licence, date(2021, 2, 28)).version.domains == ["nhipsong.example"]
    assert len(on(licence, date(2021, 3, 1)).version.domains) == 2
    assert on(licence, date(2022, 5, 5)).version.valid_to == date(2032, 6, 30)
    licence.refresh_from_db()
    assert (licence.state, licence.changes_on, licence.current.ordinal) == ("revoked", None, 6)
    verbs = AuditEntry.objects.filter(target_id=str(pk), verb__startswith="licensing.")
    assert set(verbs.values_list("verb", flat=True)) == {f"licensing.{event}" for event in Event}
    assert not list(audit.verify())


def test_what_does_not_fit_is_refused(licence, clerk):
    pk, who = licence.pk, {"pk": licence.pk, "actor": clerk}
    issuer, holder = bodies()
    again = {"issuer": issuer, "holder": holder, "contents": contents(), "actor": clerk}
    taken = decision(date(2020, 9, 9))
    assert refusal(actions.issue, number="012/gp-sm", decision=taken, **again) == "number-taken"
    tomorrow = decision(date.today() + 2 * DAY)
    assert refusal(actions.issue, number="13/GP-SM", decision=tomorrow, **again) == "out-of-order"
    early = decision(date(2020, 7, 1))
    assert refusal(actions.reissue, decision=early, **who) == "out-of-order"
    soon = decision(date(2020, 8, 1))
    same = date(2030, 6, 30)
    assert refusal(actions.extend, valid_to=same, decision=soon, **who) == "no-longer"
    assert refusal(actions.revoke, decision=soon, **who) == "no-reason"
    # The law of that day does not say for how long, so somebody must.
    unknown = decision(date(2025, 2, 1), "Vi phạm")
    assert refusal(actions.suspend, decision=unknown, **who) == "rule-unsettled"
    actions.revoke(pk=pk, decision=decision(date(2021, 1, 1), "Vi phạm"), actor=clerk)
    later = decision(date(2021, 2, 1))
    assert refusal(actions.reissue, decision=later, **who) == "illegal-event"
    assert LicenceVersion.objects.filter(licence=pk).count() == 2


def test_the_database_refuses_overlaps_and_rewriting(licence):
    version = licence.current
    copy = LicenceVersion.objects.get(pk=version.pk)
    copy.pk, copy.ordinal = None, 2
    with pytest.raises(IntegrityError, match="never_overlap"), transaction.atomic():
        copy.save()
    for change in (
        "UPDATE licensing_licenceversion SET valid_to = valid_to + 900",
        "DELETE FROM licensing_licenceversion",
        "TRUNCATE licensing_licenceversion CASCADE",
    ):
        raised = pytest.raises((InternalError, ProgrammingError))
        with raised, transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute(change)


@pytest.mark.parametrize(
    ("table", "change", "problem"),
    [
        ("licensing_licence", "UPDATE licensing_licence SET state = 'revoked'", "unlike"),
        (
            "licensing_licenceversion",
            "UPDATE licensing_licenceversion SET valid_to = valid_to + 900",
            "unlike",
        ),
        (
            "licensing_licenceversionevent",
            "UPDATE licensing_licenceversionevent SET reason = 'x'",
            "edited",
        ),
    ],
)
def test_a_superusers_edit_is_named(licence, table, change, problem):
    assert not list(audit.verify())
    sql(change)
    named = {(found.table, found.row) for found in audit.verify()}
    assert table in {found_table for found_table, _ in named}


def test_the_day_turns_by_itself(licence, clerk):
    until = date.today() + 30 * DAY
    actions.suspend(
        pk=licence.pk, decision=decision(date.today(), "Vi phạm"), until=until, actor=clerk
    )
    licence.refresh_from_db()
    assert (licence.state, licence.changes_on) == ("suspended", until)
    assert actions.turn(today=date.today() + 29 * DAY) == 0
    assert actions.turn(today=until) == 1
    licence.refresh_from_db()
    assert (licence.state, licence.changes_on) == ("valid", date(2030, 7, 1))
    with time_machine.travel(date(2030, 7, 1)):
        assert actions.turn(today=date(2030, 7, 1)) == 1
    licence.refresh_from_db()
    assert (licence.state, licence.changes_on) == ("expired", None)
    assert not list(audit.verify())


def test_numbers_are_compared_however_they_are_typed():
    assert rules.number_key(" 012 / gp-STTTT") == rules.number_key("12/GP-STTTT") == "12/gp-stttt"
    assert rules.slug("0/GP-Đ", 2020) == "0-gp-d-2020"
    assert rules.searchable("Nhịp SỐNG", "m.nhip-song.vn") == "nhip song m nhip song vn"
    assert rules.months_after(date(2023, 11, 30), 3) == date(2024, 2, 29)


def test_the_register_holds_licences_only_once(licence):
    assert [one.licence for one in register.numbered("012/gp-sm")] == [licence]
    assert Licence.objects.count() == 1


def test_the_number_of_a_later_decision_leads_to_its_licence(client, licence, clerk):
    done = decision(date(2021, 3, 1), number="05/GP-SĐBS")
    actions.amend(pk=licence.pk, contents=contents(site_name="Tên mới"), decision=done, actor=clerk)
    assert licence.path in client.get("/giay-phep/", {"q": "5/gp-sdbs"}).text
    page = client.get("/xac-minh/", {"so": "05/GP-SĐBS"})
    assert page.status_code == 200
    assert f"{licence.path}#lan-2" in page.text and "sửa đổi" in page.text


def test_a_slip_is_known_by_its_number_without_its_contents(client, clerk, monkeypatch):
    slip = Paper(pk=1, kind="licensing.receipt_slip", number_text="02/TNHS", state="issued",
                 issued_on=date(2026, 11, 2), organisation=bodies()[0])  # fmt: skip
    asked = []
    monkeypatch.setattr(
        verification.papers, "numbered", lambda spellings, kinds: asked.append(spellings) or [slip]
    )
    page = client.get("/xac-minh/", {"so": "2/TNHS"})
    assert page.status_code == 200 and "02/tnhs" in asked[0]
    assert "02/TNHS" in page.text and "không hiện nội dung" in page.text


def test_an_unknown_number_is_told_what_can_be_looked_up(client, db):
    assert "/xac-minh/?so=99/SYT-VP" in client.get("/giay-phep/", {"q": "99/SYT-VP"}).text
    page = client.get("/xac-minh/", {"so": "99/SYT-VP"})
    assert page.status_code == 404
    assert "chỉ tra được bằng mã" in page.text and "đừng tin" not in page.text
