"""A workbook of the existing register: each row checked like a form, then tried in order."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from cityweb.core import text, workbooks
from cityweb.core.models import Organisation, User
from licensing import actions, columns, rules, symbols
from licensing.actions import Contents, Decision
from licensing.actions.taking_in import Entry
from licensing.forms.filing import is_domain
from licensing.states import Event

_DAYS = ["%d/%m/%Y", "%Y-%m-%d"]
_EVENTS = {text.fold(event.label): event for event in Event}
NO_ROWS = "Sổ chỉ có dòng tiêu đề, chưa có dòng nào để nhập."
_CONTENTS = [field.name for field in fields(Contents)]
_NEEDED = {
    Event.ISSUED: ("issuer", "holder_name", "site_name", "domains", "manager", "valid_to"),
    Event.AMENDED: ("holder_name", "site_name", "domains", "manager", "valid_to"),
    Event.EXTENDED: ("valid_to",),
    Event.SUSPENDED: ("reason",),
    Event.REVOKED: ("reason",),
}


class ListField(forms.CharField):
    """Several things kept apart by semicolons."""

    def __init__(self, *, longest: int, **options: Any) -> None:
        super().__init__(required=False, max_length=4000, **options)
        self.longest = longest

    def clean(self, value: Any) -> tuple[str, ...]:
        parts = tuple(filter(None, (part.strip() for part in super().clean(value).split(";"))))
        if any(len(part) > self.longest for part in parts):
            raise forms.ValidationError(
                f"Có mục dài hơn {self.longest} chữ; ngăn các mục bằng dấu chấm phẩy."
            )
        return parts


def _day(label: str, *, is_needed: bool = False) -> forms.DateField:
    return forms.DateField(label=label, required=is_needed, input_formats=_DAYS)


def _words(label: str, longest: int, *, is_needed: bool = False) -> forms.CharField:
    return forms.CharField(label=label, required=is_needed, max_length=longest)


class DecisionRow(forms.Form):
    """One row: a decision about a licence."""

    number = _words("Số giấy phép", 60, is_needed=True)
    year = forms.IntegerField(label="Năm cấp", required=False, min_value=1990, max_value=2200)
    event = _words("Việc", 60, is_needed=True)
    decision_number = _words("Số quyết định", 80)
    decided_on = _day("Ngày ký", is_needed=True)
    effective_from = _day("Có hiệu lực từ ngày")
    issuer = _words("Cơ quan cấp", 250)
    holder_name = _words("Tổ chức", 250)
    address = _words("Trụ sở chính", 300)
    site_name = _words("Tên trang", 200)
    domains = ListField(label="Tên miền", longest=253)
    sections = ListField(label="Chuyên mục", longest=120)
    sources = ListField(label="Nguồn tin", longest=200)
    servers = _words("Nơi đặt máy chủ", 300)
    manager = _words("Chịu trách nhiệm nội dung", 120)
    valid_to = _day("Có giá trị đến hết ngày")
    until = _day("Đình chỉ đến trước ngày")
    reason = _words("Lý do", 2000)

    def clean_number(self) -> str:
        number = self.cleaned_data["number"]
        if not symbols.is_number(number):
            raise forms.ValidationError(symbols.NOT_A_NUMBER)
        return number

    def clean_event(self) -> Event:
        event = _EVENTS.get(text.fold(self.cleaned_data["event"]).strip())
        if event is None:
            labels = ", ".join(str(one.label) for one in Event)
            raise forms.ValidationError(f"Ghi một trong các việc: {labels}.")
        return event

    def clean_domains(self) -> tuple[str, ...]:
        wrong = [name for name in self.cleaned_data["domains"] if not is_domain(name)]
        if wrong:
            raise forms.ValidationError(f"Không phải tên miền: {', '.join(wrong)}.")
        return self.cleaned_data["domains"]

    def clean_decided_on(self) -> date:
        day = self.cleaned_data["decided_on"]
        if day > timezone.localdate():
            raise forms.ValidationError("Ngày ký không thể sau hôm nay.")
        return day

    def clean_issuer(self) -> Organisation | None:
        name = self.cleaned_data["issuer"]
        if not name:
            return None
        found = Organisation.objects.filter(name=name).first()
        if found is None:
            raise forms.ValidationError(
                f"Không có tổ chức tên “{name}”; ghi tên đầy đủ như trong danh mục tổ chức."
            )
        return found

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        event = data.get("event")
        for name in _NEEDED.get(event, ()):
            if not data.get(name) and name not in self.errors:
                self.add_error(name, f"Cần có khi ghi “{event.label}”.")
        if event in _NEEDED and event != Event.ISSUED and not data.get("year"):
            self.add_error("year", "Ghi năm cấp để biết là giấy phép nào.")
        _own_symbol(self, data)
        _in_order(self, data)
        begins, ends = data.get("effective_from") or data.get("decided_on"), data.get("until")
        if begins and ends and ends <= begins:
            self.add_error("until", "Phải sau ngày quyết định có hiệu lực.")
        return data

    def entry(self) -> Entry:
        """Return the row as the register takes it; only for a valid row."""
        data = self.cleaned_data
        has_contents = data["event"] in (Event.ISSUED, Event.AMENDED)
        return Entry(
            event=data["event"],
            number=data["number"],
            year=data["year"] or data["decided_on"].year,
            decision=Decision(
                number=data["decision_number"] or data["number"],
                on=data["decided_on"],
                reason=data["reason"],
                effective_from=data["effective_from"],
            ),
            issuer=data["issuer"],
            contents=self._contents() if has_contents else None,
            valid_to=data["valid_to"],
            until=data["until"] if data["event"] == Event.SUSPENDED else None,
        )

    def _contents(self) -> Contents:
        facts = {name: self.cleaned_data[name] for name in _CONTENTS}
        return Contents(**facts | {"domains": list(facts["domains"])})


def _own_symbol(form: forms.Form, data: dict[str, Any]) -> None:
    """Say of a number that its issuer numbers otherwise, where a licence is issued."""
    number, issuer, day = (data.get(name) for name in ("number", "issuer", "decided_on"))
    if data.get("event") == Event.ISSUED and number and issuer and day:
        said = symbols.mismatch(number, issuer, day)
        if said:
            form.add_error("number", said)


def _in_order(form: forms.Form, data: dict[str, Any]) -> None:
    """Say of a licence that ends before it begins, whatever else is wrong."""
    begins, ends = data.get("effective_from") or data.get("decided_on"), data.get("valid_to")
    if begins and ends and ends <= begins:
        form.add_error("valid_to", "Phải sau ngày ký, ngày có hiệu lực.")


@dataclass
class Line:
    """One row of the workbook: what it would do, or why it cannot."""

    number: int
    form: DecisionRow
    errors: list[str]
    warning: str = ""


class ImportForm(workbooks.WorkbookForm):
    """A workbook of decisions to try, or the ticket of one that was tried."""

    salt = "licensing.import"
    needed = columns.NEEDED

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        rows = data.get("rows", [])
        if rows and not any(map(any, rows[1:])):
            self.add_error("workbook", NO_ROWS)
        if rows and (twice := columns.twice(rows[0])):
            self.add_error("workbook", f"Cột ghi hai lần: {', '.join(twice)}. Hãy giữ một cột.")
        return data


def read(rows: workbooks.Rows) -> list[Line]:
    """Return every row of a workbook with what is wrong in itself; empty rows are left out."""
    header, *body = rows
    lines = []
    for number, row in enumerate(body, start=2):
        if any(row):
            form = DecisionRow(workbooks.fields(columns.COLUMNS, header, row))
            lines.append(Line(number, form, workbooks.errors_of(form)))
    return lines


def take_in(lines: Iterable[Line], *, actor: User, is_trial: bool) -> bool:
    """Try the rows that are right in themselves, in order; tell whether they were taken in.

    What the register refuses is added to the errors of its row. Nothing stays unless all is right.
    """
    lines = list(lines)
    repeated = _repeated(lines)
    sound = [line for line in lines if not line.errors]
    is_sound = len(sound) == len(lines)
    entries = [line.form.entry() for line in sound]
    outcomes = actions.take_in(entries=entries, actor=actor, is_trial=is_trial or not is_sound)
    for line, outcome in zip(sound, outcomes, strict=True):
        is_known = outcome.code == "number-taken" and line.number in repeated
        line.errors += [outcome.refusal] if outcome.refusal and not is_known else []
        line.warning = outcome.warning
    for line in lines:
        line.errors += [repeated[line.number]] if line.number in repeated else []
    return not is_trial and not any(line.errors for line in lines)


def _repeated(lines: Iterable[Line]) -> dict[int, str]:
    """Return what is to be said of rows that issue a licence which a row before them issued.

    In place of what the register says: on a trial it holds those rows, later nobody finds them.
    """
    first: dict[str, int] = {}
    said = {}
    for line in lines:
        data = line.form.cleaned_data
        number, day = data.get("number"), data.get("decided_on")
        if data.get("event") != Event.ISSUED or not number or not day:
            continue
        before = first.setdefault(rules.slug(number, day.year), line.number)
        if before != line.number:
            said[line.number] = f"Trùng giấy phép số {number} với dòng {before} của tệp."
    return said
