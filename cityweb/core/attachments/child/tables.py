"""Reads the first sheet of a workbook as rows of text."""

import io
import zipfile
from datetime import date, datetime

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
        sheet = book.worksheets[0]
        rows = [
            [_text(value) for value in row[:MOST_COLUMNS]]
            for row in sheet.iter_rows(max_row=MOST_ROWS + 1, values_only=True)
        ]
    except _UNREADABLE as error:
        raise Refusal("not-a-workbook") from error
    if len(rows) > MOST_ROWS:
        raise Refusal("too-many-rows")
    return Result(kind="table", more={"rows": rows})


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)[:LONGEST_CELL].strip()
