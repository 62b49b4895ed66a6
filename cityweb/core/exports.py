"""The one writer of tables that leave the house: CSV and XLSX, with formulas disarmed."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from importlib import import_module
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.utils import timezone

if TYPE_CHECKING:
    from openpyxl import Workbook

# What a spreadsheet takes for the beginning of a formula, full-width forms too.
_ARMED = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
CSV, XLSX = "csv", "xlsx"
# What the name of a sheet may not hold, and how long it may be with a number behind it.
_SIGNS = re.compile(r"[\\/*?:\[\]']")
LONGEST_NAME = 28
_TYPES = {
    CSV: "text/csv; charset=utf-8",
    XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def table(kind: str, *, name: str, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> Any:
    """Return a table as a download called `name`, of the kind `CSV` or `XLSX`.

    Text that a spreadsheet would run is written behind an apostrophe; moments are written in the
    time of the city. Raises `KeyError` for another kind.
    """
    lines = ([_plain(value) for value in row] for row in (header, *rows))
    return handed_out(_workbook(lines) if kind == XLSX else _text(lines), kind=kind, name=name)


def handed_out(body: bytes, *, kind: str, name: str) -> HttpResponse:
    """Return a finished table as a download called `name`. Raises `KeyError` for another kind."""
    response = HttpResponse(body, content_type=_TYPES[kind])
    response["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def book(sheets: Iterable[tuple[str, Sequence[str], Iterable[Sequence[Any]]]]) -> bytes:
    """Return a workbook of several sheets: of each its name, its header and its rows.

    Names are cut to what workbooks allow; two that are then alike get a number.
    """
    made = _new_book()
    for name, header, rows in sheets:
        sheet = made.create_sheet(_SIGNS.sub(" ", name)[:LONGEST_NAME].strip() or "Bảng")
        for row in (header, *rows):
            sheet.append([_plain(value) for value in row])
    return _saved(made)


def disarm(text: str) -> str:
    """Return `text` so that no spreadsheet runs it."""
    return f"'{text}" if text.lstrip(" \u00a0").startswith(_ARMED) else text


def _plain(value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return timezone.localtime(value).strftime("%d/%m/%Y %H:%M")
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, bool):
        return "có" if value else "không"
    return value if isinstance(value, int | float) else disarm(str(value))


def _text(lines: Iterable[Sequence[Any]]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(lines)
    # The mark in front lets spreadsheets read Vietnamese as what it is.
    return ("\ufeff" + out.getvalue()).encode()


def _workbook(lines: Iterable[Sequence[Any]]) -> bytes:
    made = _new_book()
    sheet = made.create_sheet("Bảng")
    for line in lines:
        sheet.append(line)
    return _saved(made)


def _new_book() -> "Workbook":
    # Few processes ever write a workbook; all would wait for its library at their start.
    return import_module("openpyxl").Workbook(write_only=True)


def _saved(book: "Workbook") -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
