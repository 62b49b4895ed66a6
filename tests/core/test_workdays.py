"""The calendar: what is shipped, how a year is imported, and what a change of it moves."""

import json
from datetime import date, datetime, time, timedelta
from io import StringIO

import holidays
import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.urls import reverse

from cityweb.core import clocks, outbox, workdays
from cityweb.core.clocks import calendars
from cityweb.core.clocks.rules import LOCAL
from cityweb.core.errors import Refused
from cityweb.core.models import AuditEntry, CalendarDay, Clock, DayKind, Organisation, Recount
from cityweb.core.workdays import importing
from cityweb.core.workdays.rules import Calendar, Day, OfficeHours

pytestmark = pytest.mark.django_db
SWAPPED_OFF, MADE_UP = date(2026, 1, 2), date(2026, 1, 10)


def every_day(first, last):
    return (first + timedelta(days=n) for n in range((last - first).days + 1))


@pytest.mark.slow
def test_the_calendar_shipped_equals_the_package_and_the_swap_it_misses():
    known = holidays.country_holidays("VN", years=range(2010, 2029))
    ours = workdays.calendar()
    different = [
        day
        for day in every_day(date(2010, 1, 1), date(2026, 12, 31))
        if ours.is_working(day) != known.is_working_day(day)
    ]
    assert different == [SWAPPED_OFF, MADE_UP]
    assert not ours.is_working(SWAPPED_OFF)
    assert ours.is_working(MADE_UP)


def test_every_day_shipped_has_its_source_or_is_unconfirmed():
    assert CalendarDay.objects.filter(is_confirmed=True, citation="").count() == 0
    assert CalendarDay.objects.filter(is_confirmed=True).count() > 200
    assert not CalendarDay.objects.get(date=date(2026, 11, 24)).is_confirmed


def test_every_day_given_up_names_the_day_worked_instead():
    worked = set(
        CalendarDay.objects.filter(kind=DayKind.MAKE_UP_WORKING).values_list("date", flat=True)
    )
    assert len(worked) == 14
    assert all(day.weekday() >= 5 for day in worked)


def test_a_count_is_provisional_where_the_year_is_not_announced_or_a_day_unconfirmed():
    ours = workdays.calendar()
    assert not ours.is_provisional(date(2026, 2, 6), date(2026, 3, 9))
    assert ours.is_provisional(date(2026, 11, 20), date(2026, 12, 1))
    assert ours.is_provisional(date(2026, 12, 20), date(2027, 1, 5))
    assert ours.is_provisional(date(2031, 5, 5), date(2031, 5, 9))


def test_a_calendar_says_nothing_about_days_it_was_not_asked_for():
    ours = workdays.calendar(date(2026, 1, 1), date(2026, 1, 31))
    with pytest.raises(LookupError):
        ours.is_working(date(2026, 2, 1))


def test_counting_starts_on_the_day_after():
    plain = Calendar({date(2026, 1, 2): Day(DayKind.SUBSTITUTE_REST, "Nghỉ hoán đổi")})
    assert plain.add(date(2026, 1, 1), 1) == date(2026, 1, 5)
    assert plain.next_working(date(2026, 1, 2)) == date(2026, 1, 5)
    assert plain.next_working(date(2026, 1, 5)) == date(2026, 1, 5)
    with pytest.raises(ValueError, match="at least one"):
        plain.add(date(2026, 1, 1), 0)


def test_the_office_is_open_in_its_hours_on_worked_days_only():
    hours = OfficeHours(((time(7, 30), time(11, 30)), (time(13), time(17))))
    ours = workdays.calendar()

    def is_open(text):
        return hours.are_at(datetime.fromisoformat(text), ours)

    assert is_open("2026-01-05T07:30")
    assert not is_open("2026-01-05T11:30")
    assert not is_open("2026-01-05T17:00")
    assert is_open("2026-01-10T09:00")  # a worked Saturday
    assert not is_open("2026-01-02T09:00")  # the day it is worked for
    assert workdays.office_hours(date(2026, 1, 5)) == hours


def test_a_table_written_out_is_read_back_the_same():
    rows = importing.rows_of(2026)
    assert importing.read(importing.write(rows), 2026) == rows
    assert importing.compare(2026, rows).is_empty


def test_a_table_pasted_from_a_spreadsheet_is_read():
    text = "Ngày\tLoại\tNội dung\n2/1/2028\tNghỉ lễ, tết\tTết\n2028-01-08\tmake_up_working\t\n"
    rows = importing.read(text, 2028)
    assert [(row.date.day, row.kind) for row in rows] == [(2, "holiday"), (8, "make_up_working")]
    assert rows[1].note == "Làm bù"


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("31/02/2027;Làm bù;x", "không hiểu ngày"),
        ("01/02/2028;Làm bù;x", "không thuộc năm 2027"),
        ("01/02/2027;Nghỉ chơi;x", "phải là một trong"),
        ("01/02/2027;Làm bù;x;;có", "phải ghi căn cứ"),
        ("01/02/2027;Làm bù;x;;có lẽ", "ghi “có” hoặc “không”"),
        ("01/02/2027;Làm bù;x\n01/02/2027;Làm bù;y", "đã có ở dòng trên"),
    ],
)
def test_a_wrong_line_is_named(line, complaint):
    with pytest.raises(ValidationError, match=complaint):
        importing.read(line, 2027)


def test_the_package_only_proposes():
    assert importing.propose(2026) == importing.rows_of(2026)
    rows = importing.propose(2028)
    assert {row.date for row in rows} >= {date(2028, 1, 1), date(2028, 9, 2)}
    assert not any(row.is_confirmed for row in rows)
    assert not CalendarDay.objects.filter(date__year=2028).exists()


@pytest.fixture
def clock(officer):
    case = Organisation.objects.create(name="Đơn vị", kind=Organisation.Kind.OTHER)
    received = datetime(2026, 3, 2, 9, tzinfo=LOCAL)
    return clocks.start(
        case, name="reply", amount=5, unit="working_day", received_at=received, actor=officer
    )


def test_a_preview_writes_nothing_and_a_replaced_year_moves_clocks(clock, administrator):
    assert clock.due_on == date(2026, 3, 9)
    extra = importing.Row(date(2026, 3, 5), DayKind.HOLIDAY, "Nghỉ thêm")
    rows = [*importing.rows_of(2026), extra]
    preview = calendars.preview(2026, rows)
    assert preview.difference.added == [extra]
    assert [str(move.after.date()) for move in preview.report.moved] == ["2026-03-10"]
    assert Clock.objects.get().due_on == date(2026, 3, 9)

    recount = calendars.replace_year(2026, rows, administrator=administrator)
    assert Clock.objects.get().due_on == date(2026, 3, 9)
    outbox.sweep()
    recount.refresh_from_db()
    assert recount.moved == recount.looked_at == recount.now_provisional == 1
    moved = Clock.objects.get()
    assert (moved.due_on, moved.is_provisional) == (date(2026, 3, 10), True)
    line = AuditEntry.objects.get(verb="core.clocks_reforecast").details["lines"][0]
    assert (line["before"][:10], line["after"][:10]) == ("2026-03-09", "2026-03-10")
    assert AuditEntry.objects.get(verb="core.calendar_replaced").details["added"] == ["2026-03-05"]
    with pytest.raises(Refused, match="nothing-changes"):
        calendars.replace_year(2026, rows, administrator=administrator)


def test_only_administrators_replace_a_year(officer):
    with pytest.raises(Refused, match="not-administrator"):
        calendars.replace_year(2026, [], administrator=officer)


def test_the_calendar_is_edited_in_admin_with_a_report(client, clock, administrator):
    client.force_login(administrator)
    assert "làm bù ngày 10/01/2026" in client.get("/admin/core/calendarday/?nam=2026").text
    facts = {"date": "2026-03-05", "kind": "holiday", "note": "Nghỉ thêm", "citation": ""}
    page = client.post(reverse("admin:core_calendarday_add"), facts, follow=True)
    address = reverse("admin:core_calendarday_report", args=[Recount.objects.get().pk])
    assert address in page.text
    assert "Đang tính lại" in client.get(address).text
    outbox.sweep()
    report = client.get(address)
    assert "09/03/2026" in report.text and "10/03/2026" in report.text
    assert "Đang tính lại" not in report.text
    day = CalendarDay.objects.get(date="2026-03-05")
    client.post(reverse("admin:core_calendarday_delete", args=[day.pk]), {"post": "yes"})
    outbox.sweep()
    assert Clock.objects.get().due_on == date(2026, 3, 9)


def test_a_year_is_imported_through_its_preview(client, clock, administrator):
    client.force_login(administrator)
    address = reverse("admin:core_calendarday_import", args=[2026])
    table = importing.write(importing.rows_of(2026)) + "05/03/2026;Nghỉ lễ, tết;Nghỉ thêm\n"
    preview = client.post(address, {"table": table})
    assert "Áp dụng lịch này" in preview.text and "10/03/2026" in preview.text
    assert Clock.objects.get().due_on == date(2026, 3, 9)
    page = client.post(address, {"table": table, "apply": "1"}, follow=True)
    outbox.sweep()
    assert "1 hạn đổi ngày" in client.get(page.request["PATH_INFO"]).text
    assert Clock.objects.get().due_on == date(2026, 3, 10)
    assert "không hiểu ngày" in client.post(address, {"table": "hôm qua;x"}).text
    for empty in ("", "Ngày;Loại\n"):
        assert "sẽ xóa cả lịch năm 2026" in client.post(address, {"table": empty}).text
    assert client.get(reverse("admin:core_calendarday_import", args=[1999])).status_code == 404


def explain(*arguments):
    out = StringIO()
    call_command("explain_deadline", *arguments, stdout=out)
    return json.loads(out.getvalue())


def facts(received="2026-02-06", amount="10", unit="working_day", **more):
    words = {"received": received, "amount": amount, "unit": unit} | more
    return [word for name, value in words.items() for word in (f"--{name}", value)]


def test_a_deadline_is_explained_on_the_command_line():
    found = explain(*facts(pause="2026-02-10:2026-02-25"))
    assert (found["due"], found["is_provisional"]) == ("2026-03-09", False)
    days = {day["date"]: day for day in found["days"]}
    assert list(days) == [str(day) for day in every_day(date(2026, 2, 6), date(2026, 3, 9))]
    assert [day["number"] for day in found["days"] if day["counted"]] == list(range(1, 11))
    assert not days["2026-02-10"]["counted"] and days["2026-02-25"]["counted"]
    assert days["2026-02-06"]["citation"] == "Điều 147 khoản 2 Bộ luật Dân sự 2015"
    assert days["2026-02-07"]["why"] == "Nghỉ hằng tuần (thứ Bảy)"


@pytest.mark.parametrize(
    ("arguments", "due"),
    [
        (facts(), "2026-02-27"),
        (facts(pause="2026-02-10:2026-02-25", mode="restart"), "2026-03-11"),
        (facts("2025-12-31", "1"), "2026-01-05"),
        (facts("2026-01-09", "1"), "2026-01-10"),
        (facts("2026-02-13T16:30", "1"), "2026-02-23"),
        (facts("2026-02-12T16:30", "1", cutoff="15:00"), "2026-02-23"),
        (facts("2026-02-12T15:00", "1", cutoff="15:00"), "2026-02-13"),
        (facts("2026-02-06T18:30:00+00:00", "1"), "2026-02-09"),
        (facts("2026-04-20", "6", "calendar_day"), "2026-04-28"),
        (facts("2026-01-31", "1", "month"), "2026-03-02"),
        (facts("2024-02-29", "1", "year"), "2025-02-28"),
        (facts("2026-02-06T22:30", "72", "hour"), "2026-02-09T22:30:00+07:00"),
        (facts("2026-02-06T14:00", "1", pause="2026-02-06:2026-02-10"), "2026-02-10"),
        (facts("2026-02-06", "1", pause="2026-02-09:"), None),
    ],
)
def test_deadlines(arguments, due):
    assert explain(*arguments)["due"] == due


@pytest.mark.parametrize(
    "arguments",
    [
        facts("06/02/2026"),
        facts("2026-02-30"),
        facts(amount="0"),
        facts(amount="-3"),
        facts(amount="1.5"),
        facts(amount="999999", unit="year"),
        facts(amount="999999"),
        facts(unit="week"),
        facts(mode="again"),
        facts(pause="2026-02-25:2026-02-10"),
        facts(pause="2026-02-01:2026-02-10"),
        facts(pause="2026-02-10"),
        facts(cutoff="trưa"),
        [*facts(pause="2026-02-10:2026-02-12"), "--pause", "2026-02-11:2026-02-13"],
        [*facts(pause="2026-02-10:"), "--pause", "2026-02-11:2026-02-13"],
        facts("9999-12-31"),
    ],
)
def test_bad_facts_end_with_code_two_and_a_message(arguments):
    with pytest.raises(CommandError) as problem:
        call_command("explain_deadline", *arguments)
    assert problem.value.returncode == 2
    assert len(str(problem.value)) > 15


def test_the_desk_page_shows_the_same(client, officer):
    client.force_login(officer)
    words = "received=2026-02-06&amount=10&unit=working_day&mode=restart"
    pause = "&pause_1_from=2026-02-10&pause_1_to=2026-02-25"
    page = client.get(f"{reverse('desk:deadline')}?{words}{pause}")
    assert "hết thứ Tư 11/03/2026" in page.text
    assert "Ngày thứ 10" in page.text
    assert (
        "lần trước chưa kết thúc"
        in client.get(f"{reverse('desk:deadline')}?{words}&pause_1_from=2026-02-01").text
    )
    assert "Kết quả" not in client.get(reverse("desk:deadline")).text
