"""The desk of the register: what changes soon, and taking an existing register in."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from cityweb.core import exports
from licensing import columns
from licensing.forms import taking_in
from licensing.forms.taking_in import ImportForm
from licensing.reports import soon

LINES_SHOWN = 200
# More take longer than a page may; the command has no such limit.
MOST_LINES = 500


def changing(request: HttpRequest) -> HttpResponse:
    """Show the licences that end, or count again, within the next weeks."""
    today = timezone.localdate()
    facts = {"days": soon.DAYS, "rows": list(soon.changing(today)[: soon.MOST_SHOWN])}
    return render(request, "licensing/desk/changing.html", facts)


def empty_book(request: HttpRequest) -> HttpResponse:
    """Send a workbook with the headings of the register and nothing below them."""
    return exports.table(
        exports.XLSX, name="so-giay-phep-mau", header=list(columns.COLUMNS), rows=[]
    )


def take_in(request: HttpRequest) -> HttpResponse:
    """Try a workbook: show what each row would do; take it in once no row has an error."""
    form = ImportForm(request.POST or None, request.FILES or None)
    facts = {"form": form, "columns": columns.COLUMNS, "needed": columns.NEEDED}
    if request.method == "POST" and form.is_valid():
        lines = taking_in.read(form.cleaned_data["rows"])
        if len(lines) > MOST_LINES:
            form.add_error(
                "workbook",
                f"Sổ có {len(lines)} dòng; ở đây nhập mỗi lần {MOST_LINES} dòng. Sổ lớn hơn do "
                "quản trị hệ thống nhập bằng lệnh import_licences.",
            )
        else:
            is_done = taking_in.take_in(
                lines, actor=request.user, is_trial="apply" not in request.POST
            )
            if is_done:
                messages.success(request, f"Đã ghi {len(lines)} việc vào sổ giấy phép.")
                return redirect("licensing_desk:import")
            facts |= {
                "lines": lines[:LINES_SHOWN],
                "count": len(lines),
                "wrong": [line for line in lines if line.errors][:LINES_SHOWN],
                "doubtful": [line for line in lines if line.warning][:LINES_SHOWN],
                "ticket": form.new_ticket(),
                "unknown": columns.unknown(form.cleaned_data["rows"][0]),
            }
    return render(request, "licensing/desk/import.html", facts)
