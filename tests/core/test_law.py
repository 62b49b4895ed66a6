"""Rules of law as rows: which one is in force, which may decide, and who settles the others."""

import json
from datetime import date
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from cityweb import core
from cityweb.core import law
from cityweb.core.errors import Refused
from cityweb.core.models import AuditEntry, Confidence, LegalRule, Role
from tests.people import make_person

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 2)


@pytest.fixture
def head():
    return make_person(Role.OFFICE_HEAD, full_name="Phan Trưởng Phòng")


def make_rule(code="TEST.TERM", value=5, since=date(2020, 1, 1), until=None, **facts):
    facts = {"unit": "working_day", "citation": "Văn bản", "confidence": "SEEN-P"} | facts
    return LegalRule.objects.create(
        code=code, value=value, effective_from=since, effective_to=until, is_law=True, **facts
    )


def test_rows_shipped_say_what_their_file_says():
    rows = json.loads((Path(core.__file__).parent / "data" / "rules.json").read_text("utf-8"))
    # Apps add rows of their own in migrations of their own.
    assert LegalRule.objects.count() >= len(rows) == 68
    for row in rows:
        found = LegalRule.objects.get(
            code=row["code"], applies_to=row["applies_to"], effective_from=row["effective_from"]
        )
        found.full_clean()
        assert (found.value, found.confidence) == (row["value"], row["confidence"])
        assert found.citation


def test_the_last_day_is_not_in_force():
    assert law.find("LIC.ISSUE.TIME", on=date(2018, 4, 14)) is None
    assert law.find("LIC.ISSUE.TIME", on=date(2018, 4, 15)).value == 10
    assert law.find("LIC.ISSUE.TIME", on=date(2024, 12, 24)).value == 10
    assert law.find("LIC.ISSUE.TIME", on=date(2024, 12, 25)).value is None


def test_the_specific_goes_before_the_general():
    assert law.resolve("FB.FORWARD", on=DAY, applies_to="WEBSITE").value == 2
    assert law.resolve("FB.ACKNOWLEDGE", on=DAY, applies_to="WEBSITE").applies_to == ""
    assert law.find("FB.FORWARD", on=DAY) is None


@pytest.mark.parametrize("code", ["LIC.ISSUE.TIME", "NO.SUCH.RULE", "RETENTION.SUBMISSION"])
def test_what_is_unsettled_never_decides(code):
    with pytest.raises(Refused, match="rule-unsettled"):
        law.resolve(code, on=DAY)


def test_a_guess_decides_only_when_confirmed(head):
    rule = make_rule(confidence="UNSURE")
    with pytest.raises(Refused, match="rule-unsettled"):
        law.resolve(rule.code, on=DAY)
    law.confirm(pk=rule.pk, value=7, source="Điều 3 Văn bản mới", officer=head)
    found = law.resolve(rule.code, on=DAY)
    assert (found.value, found.confirmed_by, found.confidence) == (7, head, Confidence.UNSURE)
    entry = AuditEntry.objects.get(verb="core.rule_confirmed")
    assert entry.details == {"before": 5, "after": 7}
    assert entry.reason == "Điều 3 Văn bản mới"


def test_confirming_is_refused_to_others_and_without_a_source(head, officer):
    rule = LegalRule.objects.get(code="RETENTION.SUBMISSION")
    for code, facts in {
        "not-confirmer": {"officer": officer},
        "no-source": {"source": " "},
        "no-value": {"value": None},
        "value-unfit": {"value": "lâu"},
    }.items():
        facts = {"value": 24, "source": "Bảng thời hạn", "officer": head} | facts
        with pytest.raises(Refused, match=code):
            law.confirm(pk=rule.pk, **facts)
    law.confirm(pk=rule.pk, value=24, source="Bảng thời hạn", officer=head)
    with pytest.raises(Refused, match="rule-settled"):
        law.confirm(pk=rule.pk, value=24, source="Bảng thời hạn", officer=head)


def test_rules_of_one_code_never_overlap():
    make_rule(until=date(2021, 1, 1))
    make_rule(since=date(2021, 1, 1))
    make_rule(applies_to="WEBSITE")
    make_rule(code="TEST.OTHER")
    for since, until in ((2020, 2022), (2025, None), (2019, 2030)):
        with pytest.raises(IntegrityError), transaction.atomic():
            make_rule(since=date(since, 1, 1), until=until and date(until, 1, 1))
    clash = LegalRule.objects.get(code="TEST.OTHER")
    clash.code = "TEST.TERM"
    with pytest.raises(ValidationError, match="Đã có quy tắc cùng mã"):
        clash.full_clean()


@pytest.mark.parametrize(
    ("value", "unit"),
    [("mười", "working_day"), (-1, "hour"), (True, "month"), (5, "list"), ("15 giờ", "time")],
)
def test_a_value_fits_its_unit(value, unit):
    rule = LegalRule.objects.get(code="FB.ACKNOWLEDGE")
    rule.value, rule.unit = value, unit
    with pytest.raises(ValidationError):
        rule.full_clean()


def test_values_are_read_as_people_write_them():
    words = {rule.code: rule.value_text for rule in LegalRule.objects.in_force(DAY)}
    assert words["FB.ACKNOWLEDGE"] == "1 ngày làm việc"
    assert words["FB.REMIND"] == "50, 80, 100 %"
    assert words["OFFICE.HOURS"] == "07:30–11:30, 13:00–17:00"
    assert words["LIC.ISSUE.TIME"] == "chưa có"
    assert LegalRule.objects.get(code="AD.NONFIXED.MAX_WAIT").value_text == "1,5 giây"


def test_the_office_head_confirms_on_the_desk(client, head, officer):
    rule = LegalRule.objects.get(code="RETENTION.MAIL")
    page = reverse("desk:rule", args=[rule.pk])
    client.force_login(officer)
    assert "Trưởng phòng xác nhận" in client.get(page).text
    assert client.post(page, {"value": "12", "source": "x"}).status_code == 403
    client.force_login(head)
    assert rule.code in client.get(reverse("desk:rules")).text
    assert "Quy tắc chờ xác nhận" in client.get(reverse("desk:landing")).text
    assert "Xác nhận giá trị" in client.get(page).text
    client.post(page, {"value": "12", "source": "Bảng thời hạn bảo quản"})
    rule.refresh_from_db()
    assert (rule.value, rule.confirmed_by) == (12, head)
    assert "Phan Trưởng Phòng" in client.get(page).text


def test_administrators_keep_the_rules_and_history_remembers(client, administrator):
    client.force_login(administrator)
    listed = client.get("/admin/core/legalrule/?tinh-trang=cho&hieu-luc=nay").text
    assert "RETENTION.MAIL" in listed and "FB.ACKNOWLEDGE" not in listed
    rule = LegalRule.objects.get(code="FB.ACKNOWLEDGE")
    page = reverse("admin:core_legalrule_change", args=[rule.pk])
    form = client.get(page).context["adminform"].form
    facts = {name: form[name].value() or "" for name in form.fields} | {"value": "2"}
    client.post(page, {name: "" if value is None else value for name, value in facts.items()})
    rule.refresh_from_db()
    assert rule.value == 2
    assert rule.events.count() == 2
    assert "→" in client.get(reverse("admin:core_legalrule_history", args=[rule.pk])).text
