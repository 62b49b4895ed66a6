"""A year of the calendar as text, compared with the rows that are there, and proposed anew."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from importlib import import_module

from django.core.exceptions import ValidationError

from cityweb.core.models import CalendarDay, DayKind
from cityweb.core.workdays.rules import Calendar, Day

COLUMNS = ("date", "kind", "note", "citation", "is_confirmed")
YES, NO = {"1", "x", "có", "co", "true"}, {"", "0", "không", "khong", "false"}
LONGEST_TEXT = 100_000
SWAP = re.compile(r"thay cho ngày (\d\d)/(\d\d)/(\d{4})")
FIELDS = ("kind", "note", "citation", "is_confirmed")


@dataclass(frozen=True)
class Row:
    """One day of an imported year."""

    date: date
    kind: str
    note: str
    citation: str = ""
    is_confirmed: bool = False

    @property
    def label(self) -> str:
        return DayKind(self.kind).label


@dataclass(frozen=True)
class Difference:
    """What importing a year would do to the rows that are there."""

    added: list[Row]
    changed: list[tuple[Row, Row]]
    removed: list[Row]

    @property
    def is_empty(self) -> bool:
        return not self.days

    @property
    def days(self) -> set[date]:
        changed = {after.date for _, after in self.changed}
        return changed | {row.date for row in [*self.added, *self.removed]}


def rows_of(year: int) -> list[Row]:
    """Return the rows that are there for a year, by date."""
    days = CalendarDay.objects.filter(date__year=year).order_by("date")
    return [Row(day.date, *(getattr(day, name) for name in FIELDS)) for day in days]


def compare(year: int, rows: Sequence[Row]) -> Difference:
    """Return what replacing the year's rows by these would add, change and remove."""
    before = {row.date: row for row in rows_of(year)}
    after = {row.date: row for row in rows}
    return Difference(
        added=[row for day, row in sorted(after.items()) if day not in before],
        changed=[
            (before[day], row)
            for day, row in sorted(after.items())
            if day in before and before[day] != row
        ],
        removed=[row for day, row in sorted(before.items()) if day not in after],
    )


def with_year(calendar: Calendar, year: int, rows: Iterable[Row]) -> Calendar:
    """Return the calendar with one year's rows replaced."""
    days = {day: row for day, row in calendar.days.items() if day.year != year}
    days |= {row.date: Day(row.kind, row.note, row.citation, row.is_confirmed) for row in rows}
    return Calendar(days, calendar.first, calendar.last)


def propose(year: int) -> list[Row]:
    """Return the rows that are there, and what the package `holidays` knows beyond them.

    Its days are computed or collected by volunteers: they are proposed unconfirmed.
    """
    known = {row.date: row for row in rows_of(year)}
    # Days of the next year may be made up for in this one.
    # Once a year: no process should wait for its tables at the start.
    holidays = import_module("holidays")
    computed = holidays.country_holidays("VN", years=[year, year + 1], language="vi")
    for day, name in computed.items():
        swap = SWAP.search(name)
        if swap:
            made_up = date(int(swap[3]), int(swap[2]), int(swap[1]))
            note = f"Nghỉ hoán đổi, làm bù ngày {made_up:%d/%m/%Y}"
            known.setdefault(day, Row(day, DayKind.SUBSTITUTE_REST, note))
            note = f"Làm bù cho ngày {day:%d/%m/%Y}"
            known.setdefault(made_up, Row(made_up, DayKind.MAKE_UP_WORKING, note))
        else:
            is_moved = "nghỉ bù" in name
            kind = DayKind.SUBSTITUTE_REST if is_moved else DayKind.HOLIDAY
            known.setdefault(day, Row(day, kind, name))
    return [known[day] for day in sorted(known) if day.year == year]


def write(rows: Iterable[Row]) -> str:
    """Return rows as text that `read` takes."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    for row in rows:
        confirmed = "có" if row.is_confirmed else "không"
        writer.writerow([f"{row.date:%d/%m/%Y}", row.label, row.note, row.citation, confirmed])
    return out.getvalue()


def read(text: str, year: int) -> list[Row]:
    """Return the rows of a pasted table or CSV file; semicolon, tab or comma between columns.

    Raises `ValidationError` with one Vietnamese message a wrong line.
    """
    if len(text) > LONGEST_TEXT:
        raise ValidationError("Bảng dán vào quá dài cho một năm.")
    lines = text.lstrip("\ufeff").splitlines()
    first = next((line for line in lines if line.strip()), "")
    delimiter = max(";\t,", key=first.count)
    rows: dict[date, Row] = {}
    problems = []
    for number, cells in enumerate(csv.reader(lines, delimiter=delimiter), start=1):
        cells = [cell.strip() for cell in cells]
        if not any(cells) or cells[0].lower() in {"date", "ngày"}:
            continue
        try:
            row = _row(cells, year)
            if row.date in rows:
                raise ValueError(f"ngày {cells[0]} đã có ở dòng trên")
            rows[row.date] = row
        except ValueError as problem:
            problems.append(f"Dòng {number}: {problem}.")
    if problems:
        raise ValidationError(problems[:20])
    return [rows[day] for day in sorted(rows)]


def _row(cells: list[str], year: int) -> Row:
    day_text, kind_text, note, citation, confirmed = [*cells, "", "", "", ""][:5]
    day = _date(day_text)
    if day.year != year:
        raise ValueError(f"ngày {day_text} không thuộc năm {year}")
    kinds = {label.casefold(): value for value, label in DayKind.choices}
    kind = kinds.get(kind_text.casefold(), kind_text)
    if kind not in DayKind.values:
        raise ValueError(f"loại “{kind_text}” phải là một trong: {', '.join(DayKind.labels)}")
    if confirmed.casefold() not in YES | NO:
        raise ValueError("cột đã đối chiếu ghi “có” hoặc “không”")
    is_confirmed = confirmed.casefold() in YES
    if is_confirmed and not citation:
        raise ValueError("ngày đã đối chiếu phải ghi căn cứ")
    return Row(day, kind, note[:200] or DayKind(kind).label, citation[:300], is_confirmed)


def _date(text: str) -> date:
    found = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", text)
    try:
        if found:
            return date(int(found[3]), int(found[2]), int(found[1]))
        return date.fromisoformat(text)
    except ValueError as problem:
        raise ValueError(f"không hiểu ngày “{text}”, viết như 02/09/2027") from problem
