"""The register in and out as a workbook."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from cityweb.core import exports
from members import actions, register
from members.actions.registering import Entry
from members.forms.register import ImportForm, Sheet
from members.reports import register as report

LINES_SHOWN = 200


def take_in(request: HttpRequest) -> HttpResponse:
    """Try a workbook: show what each row would do; take it in once it has no error."""
    form = ImportForm(request.POST or None, request.FILES or None)
    context = {
        "form": form,
        "columns": [*register.COLUMNS, *register.CONTACT_COLUMNS],
        "needed": register.NEEDED,
        "sheets": [(name, list(columns)) for name, columns in register.SHEETS.items()],
    }
    if request.method == "POST" and form.is_valid():
        sheet: Sheet = form.cleaned_data["sheet"]
        if "apply" in request.POST and not sheet.wrong:
            actions.take_in(entries=_entries(sheet), more=_more(sheet), actor=request.user)
            messages.success(request, f"Đã nhập: {_said(sheet)}.")
            return redirect("members_desk:import")
        context |= {
            "sheet": sheet,
            "said": _said(sheet),
            "wrong": sheet.wrong[:LINES_SHOWN],
            "moving": sheet.moving[:LINES_SHOWN],
        }
    return render(request, "members/import.html", context)


def _said(sheet: Sheet) -> str:
    """Return in words what a workbook would do, or did."""
    parts = [f"{sheet.new} website mới, {sheet.changed} website được cập nhật"]
    for name, added, changed in sheet.beside:
        parts.append(f"{name.lower()}: thêm {added} dòng, cập nhật {changed} dòng")
    return "; ".join(parts)


def _entries(sheet: Sheet) -> list[Entry]:
    return [Entry(line.row, line.is_new or line.is_changed) for line in sheet.sites]


def _more(sheet: Sheet) -> list[Any]:
    return [line.row for line in sheet.more if line.is_new or line.is_changed]


def export(request: HttpRequest) -> HttpResponse:
    """Hand out the whole register, in the sheets and columns that can be taken in again."""
    actions.note_export(actor=request.user)
    body = exports.book(report.sheets(report.current()))
    return exports.handed_out(body, kind=exports.XLSX, name="danh-ba-website-thanh-vien")
