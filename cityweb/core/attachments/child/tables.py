"""Reads the first sheet of a workbook as rows of text, and further ones that are asked for."""

import io
import zipfile
from datetime import date, datetime
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from verdict import Refusal, Result

MOST_ROWS = 5_000
MOST_COLUMNS = 40
LONGEST_CELL = 2_000
_UNREADABLE = (
    *(InvalidFileException, zipfile.BadZipFile, SyntaxError),
    *(KeyError, ValueError, IndexError, TypeError, OSError),
)


def prepare() -> None:
    """Load all that openpyxl loads only when it is used: later no file can be opened."""
    sample = io.BytesIO()
    Workbook().save(sample)
    list(load_workbook(sample, read_only=True, data_only=True).worksheets[0].iter_rows())


def run(data: bytes, job: dict) -> Result:
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        wanted = job.get("sheets", [])
        rows = _rows(book.worksheets[0])
        named = {one.title: one for one in book.worksheets[1:] if one.title in wanted}
        sheets = {name: _rows(sheet) for name, sheet in named.items()}
    except _UNREADABLE as error:
        raise Refusal("not-a-workbook") from error
    if max(map(len, (rows, *sheets.values()))) > MOST_ROWS:
        raise Refusal("too-many-rows")
    return Result(kind="table", more={"rows": rows, "sheets": sheets})


def _rows(sheet: Any) -> list[list[str]]:
    return [
        [_text(value) for value in row[:MOST_COLUMNS]]
        for row in sheet.iter_rows(max_row=MOST_ROWS + 1, values_only=True)
    ]


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime) and (value.hour or value.minute):
        return value.strftime("%d/%m/%Y %H:%M")
    if isinstance(value, datetime | date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)[:LONGEST_CELL].strip()
