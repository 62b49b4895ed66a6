"""Workbooks that are taken in: tried first, and taken in by a ticket once every row is right."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core import signing
from django.core.files.uploadedfile import UploadedFile

from cityweb.core.attachments import sandbox

MOST_BYTES = 2 * 1024 * 1024
TICKET_SECONDS = 3600
# What the writer of tables puts before text that a spreadsheet would run.
_DISARMED = "'"
_REFUSALS = {
    "not-a-workbook": "Tệp này không phải sổ Excel (.xlsx) đọc được.",
    "too-many-rows": "Sổ có quá nhiều dòng; hãy chia thành nhiều tệp dưới 5.000 dòng.",
    "too-costly": "Sổ này mở quá lâu; hãy lưu lại thành tệp .xlsx mới rồi nhập lại.",
}

Rows = list[list[str]]
Book = tuple[Rows, dict[str, Rows]]
"""The first sheet, and further ones by name."""


def opened(data: bytes) -> Rows:
    """Return the first sheet as rows of text. Raises `ValidationError` for what is no workbook."""
    return opened_book(data)[0]


def opened_book(data: bytes, *, further: Sequence[str] = ()) -> Book:
    """Return the first sheet and those of these names. Raises `ValidationError` like `opened`."""
    found = sandbox.run_on_bytes("table", data, sheets=list(further))
    if found.refused:
        raise forms.ValidationError(_REFUSALS[found.refused])
    return found.more["rows"], found.more["sheets"]


def missing(header: Sequence[str], needed: Sequence[str]) -> list[str]:
    """Return the needed headings that a table lacks."""
    return [name for name in needed if name not in header]


def fields(columns: dict[str, str], header: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    """Return a row as form data by heading → field; columns we do not know are left out."""
    return {
        columns[name]: value.removeprefix(_DISARMED)
        for name, value in zip(header, row, strict=False)
        if name in columns
    }


def errors_of(form: forms.BaseForm) -> list[str]:
    """Return what is wrong with a row, each with the heading it belongs to."""
    return [
        f"{form.fields[name].label}: {message}" if name in form.fields else message
        for name, messages in form.errors.items()
        for message in messages
    ]


class WorkbookForm(forms.Form):
    """A workbook to try, or the ticket of one that was tried.

    `rows` are what its first sheet holds, `sheets` the rows of those named in `further`.
    """

    workbook = forms.FileField(label="Sổ Excel (.xlsx)", required=False)
    ticket = forms.CharField(required=False, widget=forms.HiddenInput)

    salt: str
    needed: Sequence[str]
    further: Sequence[str] = ()
    hint = ""

    def clean_workbook(self) -> Book | None:
        uploaded: UploadedFile | None = self.cleaned_data["workbook"]
        if uploaded is None:
            return None
        if uploaded.size > MOST_BYTES:
            raise forms.ValidationError("Tệp quá lớn; hãy giữ dưới 2 MB.")
        return opened_book(uploaded.read(), further=self.further)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if self.errors:
            return data
        rows, sheets = data.get("workbook") or self._kept(data.get("ticket", ""))
        lacking = missing(rows[0] if rows else [], self.needed)
        if lacking:
            raise forms.ValidationError(
                f"Dòng đầu của sổ phải có các cột: {', '.join(lacking)}. {self.hint}".strip()
            )
        data["rows"], data["sheets"] = rows, sheets
        return data

    def new_ticket(self) -> str:
        """Return what brings the same rows again within an hour, without the file."""
        book = [self.cleaned_data["rows"], self.cleaned_data["sheets"]]
        return signing.dumps(book, salt=self.salt, compress=True)

    def _kept(self, ticket: str) -> Book:
        if not ticket:
            raise forms.ValidationError("Hãy chọn một tệp.")
        try:
            rows, sheets = signing.loads(ticket, salt=self.salt, max_age=TICKET_SECONDS)
        except signing.BadSignature as error:
            raise forms.ValidationError("Bản thử đã quá lâu; hãy chọn lại tệp.") from error
        return rows, sheets
