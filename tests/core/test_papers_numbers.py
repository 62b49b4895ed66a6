"""Numbers of papers: without gap or double, by a pattern that holds from a day on."""

import threading
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from cityweb.core.errors import Refused
from cityweb.core.models import NumberCounter, NumberPattern, Organisation
from cityweb.core.papers import numbering
from tests.core import papers
from tests.core.papers import KIND, NOW


@pytest.fixture
def office(db):
    return papers.make_office()


def taken(office, on=None, kind=KIND):
    return numbering.take(office, kind, on or NOW.date()).text


def test_numbers_begin_anew_each_year_with_a_zero_before_the_first_nine(office):
    assert [taken(office) for _ in range(3)] == ["01/GP-SVHTT", "02/GP-SVHTT", "03/GP-SVHTT"]
    assert taken(office, date(2027, 1, 1)) == "01/GP-SVHTT"
    assert taken(office) == "04/GP-SVHTT"


def test_each_organisation_and_kind_counts_for_itself(office):
    slips = {"kind": "licensing.receipt_slip", "pattern": "{number}/TNHS", "digits": 3}
    NumberPattern.objects.create(organisation=office, effective_from=date(2026, 1, 1), **slips)
    other = papers.make_office()
    assert taken(office) == taken(other) == "01/GP-SVHTT"
    assert taken(office, kind="licensing.receipt_slip") == "001/TNHS"


def test_kinds_written_alike_never_have_the_same_number(office):
    for kind in ("licensing.suspension", "licensing.revocation"):
        NumberPattern.objects.create(
            organisation=office, kind=kind, pattern="{number}/QĐ-SVHTT", effective_from="2026-01-01"
        )
    kinds = ("revocation", "suspension", "revocation")
    assert [taken(office, kind=f"licensing.{one}") for one in kinds] == [
        "01/QĐ-SVHTT", "02/QĐ-SVHTT", "03/QĐ-SVHTT"
    ]  # fmt: skip
    assert taken(office) == "01/GP-SVHTT"
    # What a kind gave while it still counted for itself is not given again.
    NumberCounter.objects.create(
        organisation=office, kind="licensing.revocation", period="2026", last_number=7
    )
    assert [taken(office, kind=f"licensing.{one}") for one in kinds[:2]] == [
        "08/QĐ-SVHTT", "09/QĐ-SVHTT"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("pattern", "period", "is_good"),
    [
        ("VV-{number}", "year", False), ("VV-{year}-{number}", "year", True),
        ("VV-{year}-{number}", "day", False), ("VV-{yymmdd}-{number}", "day", True),
    ],
)  # fmt: skip
def test_a_code_of_a_case_never_comes_again(office, pattern, period, is_good):
    row = NumberPattern(
        organisation=office, kind="licensing.proceeding", pattern=pattern, period=period,
        effective_from=date(2026, 1, 1),
    )  # fmt: skip
    if is_good:
        row.full_clean()
        return
    with pytest.raises(ValidationError, match="không được trùng"):
        row.full_clean()
    row.save()
    with pytest.raises(Refused, match="number-comes-again"):
        taken(office, kind="licensing.proceeding")


def test_a_series_may_begin_anew_each_day(db):
    office = papers.make_office(pattern="000.00.15.H29-{yymmdd}-{number}", digits=4, period="day")
    assert taken(office) == "000.00.15.H29-261123-0001"
    assert taken(office) == "000.00.15.H29-261123-0002"
    assert taken(office, NOW.date() + timedelta(days=1)) == "000.00.15.H29-261124-0001"


def test_a_new_symbol_takes_over_on_its_day_and_the_count_goes_on(office):
    pattern = NumberPattern.objects.get()
    pattern.effective_to = date(2026, 12, 1)
    pattern.save()
    NumberPattern.objects.create(
        organisation=office,
        kind=KIND,
        pattern="{number}/GP-SKHCN",
        effective_from="2026-12-01",
    )
    assert taken(office) == "01/GP-SVHTT"
    assert taken(office, date(2026, 12, 1)) == "02/GP-SKHCN"


def test_without_a_pattern_nothing_is_numbered(office):
    for asked in ({"on": date(2025, 12, 31)}, {"kind": "licensing.khac"}):
        with pytest.raises(Refused) as refusal:
            taken(office, **asked)
        assert refusal.value.code == "no-number-pattern"


def test_patterns_of_one_series_never_overlap(office):
    with pytest.raises(IntegrityError, match="never_overlap"), transaction.atomic():
        NumberPattern.objects.create(
            organisation=office, kind=KIND, pattern="{number}", effective_from="2026-06-01"
        )


@pytest.mark.parametrize("pattern", ["GP", "{number}{number}", "{number}/{x}", "{number}/{0}"])
def test_a_pattern_holds_one_number_and_known_words(office, pattern):
    row = NumberPattern(
        organisation=office, kind=KIND, pattern=pattern, effective_from="2027-01-01"
    )
    with pytest.raises(ValidationError):
        row.clean()


@pytest.mark.django_db(transaction=True)
def test_a_number_outside_a_transaction_is_a_mistake():
    with pytest.raises(RuntimeError):
        numbering.take(Organisation(pk=1), KIND, NOW.date())


@pytest.mark.django_db(transaction=True)
def test_two_who_number_at_once_leave_neither_gap_nor_double():
    office, gate, kept = papers.make_office(), threading.Barrier(2), []

    def work(failing):
        gate.wait(timeout=10)
        try:
            for turn in range(12):
                try:
                    with transaction.atomic():
                        number = numbering.take(office, KIND, NOW.date()).number
                        if turn % 3 == failing:
                            raise ZeroDivisionError
                    kept.append(number)
                except ZeroDivisionError:
                    continue
        finally:
            connection.close()

    workers = [threading.Thread(target=work, args=(failing,)) for failing in (0, 1)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(timeout=30)
    assert sorted(kept) == list(range(1, 17))
    assert NumberCounter.objects.get().last_number == 16


def test_administrators_arrange_numbers_and_nobody_rewrites_a_used_pattern(
    client, office, administrator
):
    client.force_login(administrator)
    pattern = NumberPattern.objects.get()
    page = client.get(reverse("admin:core_numberpattern_change", args=[pattern.pk]))
    assert page.status_code == 200
    assert 'name="pattern"' not in page.text and 'name="effective_to"' in page.text
    facts = {
        "organisation": office.pk, "kind": "licensing.receipt_slip", "pattern": "{number}/TNHS",
        "digits": "3", "period": "year", "effective_from": "2026-01-01", "effective_to": "",
    }  # fmt: skip
    client.post(reverse("admin:core_numberpattern_add"), facts)
    assert taken(office, kind="licensing.receipt_slip") == "001/TNHS"


def test_the_administrator_is_asked_for_what_nobody_numbers_today(client, administrator, office):
    client.force_login(administrator)
    page = client.get(reverse("admin:core_numberpattern_changelist")).text
    asked = page.partition("Chưa có cách đánh số")[2].partition("Bước ban hành")[0]
    assert "Quyết định thu hồi giấy phép" in asked and "Mã hồ sơ thủ tục hành chính" in asked
    assert "Giấy phép thiết lập trang" not in asked
