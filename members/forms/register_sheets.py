"""The further sheets of a register: people, sections, planned outages, and what bodies are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.db import models
from django.utils import timezone

from cityweb.core import text, workbooks
from cityweb.core.models import Organisation
from members import register
from members.forms.asked import AskedForm
from members.forms.register_lines import Line, state
from members.ladder import Rung
from members.models import Contact, MaintenanceWindow, MemberSite, Section
from members.windows import Repeats

DAYS = ["%d/%m/%Y", "%Y-%m-%d"]
_MOMENTS = ["%d/%m/%Y %H:%M", "%d/%m/%Y %H:%M:%S", "%d/%m/%Y"]


class LabelField(forms.CharField):
    """One of a few things, named as on our screens, with or without its marks."""

    def __init__(self, choices: list[tuple[Any, str]], **options: Any) -> None:
        super().__init__(**options)
        self._labels = [str(label) for _, label in choices]
        self._values = {text.fold(str(label)).strip(): value for value, label in choices}

    def clean(self, value: Any) -> Any:
        said = super().clean(value)
        if text.fold(said).strip() not in self._values:
            raise forms.ValidationError(f"Ghi một trong: {', '.join(self._labels)}.")
        return self._values[text.fold(said).strip()]


class PersonRow(forms.ModelForm):
    rung = LabelField(Rung.choices, label="Trách nhiệm", max_length=60)
    valid_from = forms.DateField(label="Từ ngày", required=False, input_formats=DAYS)
    valid_to = forms.DateField(label="Đến hết ngày", required=False, input_formats=DAYS)

    class Meta:
        model = Contact
        fields = ("rung", "full_name", "position", "email", "phone", "valid_from", "valid_to")

    def clean_valid_from(self) -> Any:
        return self.cleaned_data["valid_from"] or self.instance.valid_from


class SectionRow(AskedForm):
    class Meta:
        model = Section
        fields = ("name", "url", "warn_days", "stale_days", "alarm_days")


class WindowRow(forms.ModelForm):
    starts_at = forms.DateTimeField(label="Bắt đầu", input_formats=_MOMENTS)
    ends_at = forms.DateTimeField(label="Kết thúc", input_formats=_MOMENTS)
    repeats = LabelField(Repeats.choices, label="Lặp lại", max_length=30)
    until = forms.DateField(label="Lặp đến hết ngày", required=False, input_formats=DAYS)

    class Meta:
        model = MaintenanceWindow
        fields = ("starts_at", "ends_at", "repeats", "until", "reason")

    def clean_starts_at(self) -> datetime:
        return self._to_the_minute("starts_at")

    def clean_ends_at(self) -> datetime:
        return self._to_the_minute("ends_at")

    def _to_the_minute(self, name: str) -> datetime:
        """Keep what is stored where the sheet, which has no seconds, says the same."""
        said, held = self.cleaned_data[name], getattr(self.instance, name)
        return held if held and _minute(held) == _minute(said) else said


class BodyRow(forms.Form):
    """What the list of organisations says of a body; the register only repeats it."""

    name = forms.CharField(label="Đơn vị", max_length=250)
    valid_from = forms.DateField(label="Hoạt động từ", required=False, input_formats=DAYS)
    valid_to = forms.DateField(label="Đến hết ngày", required=False, input_formats=DAYS)
    successor = forms.CharField(label="Đơn vị kế thừa", required=False, max_length=250)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        held = Organisation.objects.filter(name=data.get("name", ""))
        held = held.values_list("valid_from", "valid_to", "successor__name")
        said = (data.get("valid_from"), data.get("valid_to"), data.get("successor") or None)
        if not self.errors and said not in held:
            raise forms.ValidationError(
                "Khác danh mục tổ chức. Ngày hoạt động và đơn vị kế thừa sửa ở trang quản trị, "
                "mục Tổ chức; trang này của sổ chỉ để đối chiếu."
            )
        return data


def _minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)


Data = Mapping[str, str]


def _person(site: MemberSite, data: Data) -> Contact | None:
    """Return who is meant: the same rung and address, from the same day or in force."""
    rows = site.contacts.filter(email__iexact=data.get("email", ""))
    began = PersonRow(data)["valid_from"].field.clean(data.get("valid_from", ""))
    rows = rows.filter(valid_from=began) if began else rows.in_force(timezone.localdate())
    folded = text.fold(data.get("rung", "")).strip()
    return next((one for one in rows if text.fold(one.get_rung_display()) == folded), None)


def _section(site: MemberSite, data: Data) -> Section | None:
    return site.sections.filter(name=data.get("name", "")).first()


def _window(site: MemberSite, data: Data) -> MaintenanceWindow | None:
    began = WindowRow(data)["starts_at"].field.clean(data.get("starts_at", ""))
    rows = site.maintenance.filter(reason=data.get("reason", ""))
    return next((one for one in rows if _minute(one.starts_at) == _minute(began)), None)


_OF_SITES: dict[str, tuple[type[forms.ModelForm], Callable[[Any, Data], models.Model | None]]] = {
    register.PEOPLE: (PersonRow, _person),
    register.SECTIONS: (SectionRow, _section),
    register.WINDOWS: (WindowRow, _window),
}

# What tells two rows of a sheet apart.
_MARKS = {
    register.PEOPLE: ("code", "rung", "email", "valid_from"),
    register.SECTIONS: ("code", "name"),
    register.WINDOWS: ("code", "starts_at", "reason"),
    register.BODIES: ("name",),
}


def read(sheets: Mapping[str, workbooks.Rows], sites: Mapping[str, MemberSite]) -> list[Line]:
    """Return every row of the further sheets, each with what it would make or why not."""
    lines, seen = [], set()
    for name, columns in register.SHEETS.items():
        header, *body = sheets.get(name) or [[]]
        for number, row in enumerate(body, start=2):
            if any(row):
                data = workbooks.fields(columns, header, row)
                line = _line(name, number, data, sites)
                mark = (name, *(data.get(one, "").lower() for one in _MARKS[name]))
                if mark in seen:
                    line.errors.append("Dòng này trùng một dòng trên.")
                seen.add(mark)
                lines.append(line)
    return lines


def first_person(site: Line) -> Line | None:
    """Return who the first sheet names as a site's contact, where nobody like that is there yet."""
    said = site.form.cleaned_data
    if not said["contact_email"]:
        return None
    data = {"rung": Rung.CONTACT.label, "code": said["code"]} | {
        name: said[f"contact_{short}"]
        for short, name in (("name", "full_name"), ("email", "email"), ("phone", "phone"))
    }
    line = _line(register.PEOPLE, site.number, data, {said["code"]: site.row})
    return None if line.before else line


def _line(name: str, number: int, data: Data, sites: Mapping[str, MemberSite]) -> Line:
    if name == register.BODIES:
        form: forms.BaseForm = BodyRow(data)
        return Line(number, form, workbooks.errors_of(form), sheet=name)
    kind, find = _OF_SITES[name]
    site = sites.get(data.get("code", ""))
    if site is None:
        said = f"Không có website mang mã “{data.get('code', '')}” trong danh bạ hay trong sổ này."
        return Line(number, kind(data), [said], sheet=name)
    held = _found(find, site, data)
    before = state(held)
    form = kind(data, instance=held or kind.Meta.model(site=site))
    return Line(number, form, workbooks.errors_of(form), sheet=name, before=before)


def _found(
    find: Callable[[Any, Data], models.Model | None], site: MemberSite, data: Data
) -> models.Model | None:
    try:
        return find(site, data) if site.pk else None
    except forms.ValidationError:
        # The form says what is wrong with the row.
        return None
