"""The register in and out as a workbook."""

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
    context = {"form": form, "columns": register.COLUMNS, "needed": register.NEEDED}
    if request.method == "POST" and form.is_valid():
        sheet: Sheet = form.cleaned_data["sheet"]
        if "apply" in request.POST and not sheet.has_errors:
            new = actions.take_in(entries=_entries(sheet), actor=request.user)
            messages.success(
                request, f"Đã nhập {len(sheet.lines)} website, trong đó {new} website mới."
            )
            return redirect("members_desk:import")
        wrong = [line for line in sheet.lines if line.errors]
        context |= {
            "sheet": sheet,
            "wrong": wrong[:LINES_SHOWN],
            "changed": len(sheet.lines) - sheet.new,
            "sample": sheet.lines[:LINES_SHOWN],
        }
    return render(request, "members/import.html", context)


def _entries(sheet: Sheet) -> list[Entry]:
    names = ("contact_name", "contact_email", "contact_phone")
    return [
        Entry(line.form.save(commit=False), *(line.form.cleaned_data[name] for name in names))
        for line in sheet.lines
    ]


def export(request: HttpRequest) -> HttpResponse:
    """Hand out the whole register, in the columns that can be taken in again."""
    actions.note_export(actor=request.user)
    return exports.table(
        exports.XLSX,
        name="danh-ba-website-thanh-vien",
        header=list(register.COLUMNS),
        rows=report.rows(report.current()),
    )
