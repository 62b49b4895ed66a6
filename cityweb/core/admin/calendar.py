"""The calendar of work by year: looked at, edited day by day, imported with a preview."""

import calendar as months
from datetime import date
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html

from cityweb.core import workdays
from cityweb.core.audited_admin import AuditedAdmin
from cityweb.core.clocks import calendars, recounting
from cityweb.core.clocks.wording import subjects_of
from cityweb.core.models import CalendarDay, Recount
from cityweb.core.workdays import importing

FIRST_YEAR, YEARS_AHEAD = 2010, 3
LINES_SHOWN = 200


class ImportForm(forms.Form):
    """A year's rows as a pasted table or a CSV file."""

    table = forms.CharField(
        label="Bảng ngày của cả năm",
        required=False,
        strip=False,
        max_length=importing.LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 18, "cols": 100, "spellcheck": "false"}),
        help_text="Mỗi dòng: ngày; loại; nội dung; căn cứ; đã đối chiếu (có hoặc không). Dán thẳng "
        "từ bảng tính cũng được. Ngày không có trong bảng sẽ bị bỏ khỏi lịch.",
    )
    file = forms.FileField(label="hoặc tệp CSV", required=False)

    def __init__(self, *args: Any, year: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.year = year

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        text = data.get("table", "")
        if data.get("file"):
            try:
                text = data["file"].read(importing.LONGEST_TEXT).decode("utf-8-sig")
            except UnicodeDecodeError as problem:
                raise forms.ValidationError("Tệp CSV phải lưu ở bảng mã UTF-8.") from problem
        self.rows = importing.read(text, self.year)
        if not self.rows:
            raise forms.ValidationError(
                f"Bảng không có ngày nào, nhập vào sẽ xóa cả lịch năm {self.year}. "
                "Hãy dán bảng hoặc chọn tệp CSV."
            )
        return data


@admin.register(CalendarDay)
class CalendarDayAdmin(AuditedAdmin):
    """Each change lets the open clocks be counted anew, with a report of what moved."""

    fields = ("date", "kind", "note", "citation", "is_confirmed")

    def get_urls(self) -> list[URLPattern]:
        own = [
            path("nhap/<int:year>/", self.import_view, name="core_calendarday_import"),
            path("bao-cao/<int:pk>/", self.report_view, name="core_calendarday_report"),
        ]
        guarded = [
            path(str(url.pattern), self.admin_site.admin_view(url.callback), name=url.name)
            for url in own
        ]
        return guarded + super().get_urls()

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show one year: its months at a glance, and its rows."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        year = _year(request.GET.get("nam") or str(timezone.localdate().year))
        facts = workdays.calendar(date(year, 1, 1), date(year, 12, 31))
        context = {
            "year": year,
            "years": _years(),
            "months": [(number, _weeks(facts, year, number)) for number in range(1, 13)],
            "days": CalendarDay.objects.filter(date__year=year),
            "may_change": self.has_change_permission(request),
        }
        return self._page(request, "year", f"Lịch làm việc năm {year}", context)

    def import_view(self, request: HttpRequest, year: int) -> HttpResponse:
        """Take a year's rows, show what they would change, and make them the year's."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        _year(str(year))
        is_proposal = "de-xuat" in request.GET
        rows = importing.propose(year) if is_proposal else importing.rows_of(year)
        form = ImportForm(
            request.POST or None,
            request.FILES or None,
            year=year,
            initial={"table": importing.write(rows)},
        )
        context = {"year": year, "form": form, "is_proposal": is_proposal}
        if request.method == "POST" and form.is_valid():
            if "apply" in request.POST:
                recount = calendars.replace_year(year, form.rows, administrator=request.user)
                return redirect("admin:core_calendarday_report", pk=recount.pk)
            preview = calendars.preview(year, form.rows)
            moved = preview.report.moved[:LINES_SHOWN]
            subjects = subjects_of(move.clock for move in moved)
            context |= {
                "preview": preview,
                "moved": [(move, subjects[move.clock.pk]) for move in moved],
                "table": importing.write(form.rows),
            }
        return self._page(request, "import", f"Nhập lịch làm việc năm {year}", context)

    def report_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show what a change of the calendar did to the open clocks, before and after."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        recount = get_object_or_404(Recount.objects.select_related("asked_by"), pk=pk)
        facts = {"recount": recount}
        return self._page(request, "report", "Các thời hạn sau khi đổi lịch", facts)

    def save_model(
        self, request: HttpRequest, obj: CalendarDay, form: forms.ModelForm, change: bool
    ) -> None:
        workdays.take_over()
        super().save_model(request, obj, form, change)
        self._recount(request, {obj.date, form.initial.get("date", obj.date)})

    def delete_model(self, request: HttpRequest, obj: CalendarDay) -> None:
        workdays.take_over()
        super().delete_model(request, obj)
        self._recount(request, {obj.date})

    def _recount(self, request: HttpRequest, days: set[date]) -> None:
        spans = [calendars.touched({day}) for day in days]
        span = (min(first for first, _ in spans), max(last for _, last in spans))
        recount = recounting.ask(actor=request.user, days=span)
        address = reverse("admin:core_calendarday_report", args=[recount.pk])
        text = 'Các thời hạn đang chạy được tính lại ngay sau đây. <a href="{}">Xem báo cáo</a>'
        messages.info(request, format_html(text, address))

    def _page(
        self, request: HttpRequest, name: str, title: str, context: dict[str, Any]
    ) -> HttpResponse:
        facts = {**self.admin_site.each_context(request), "title": title, "opts": self.opts}
        return TemplateResponse(request, f"admin/core/calendarday/{name}.html", facts | context)


def _year(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) not in _years():
        raise Http404
    return int(text)


def _years() -> range:
    return range(FIRST_YEAR, timezone.localdate().year + YEARS_AHEAD + 1)


def _weeks(facts: workdays.Calendar, year: int, number: int) -> list[list[tuple[Any, ...]]]:
    """Return the weeks of a month: each day with whether it is worked and what its row says.

    Days of other months are empty.
    """
    return [
        [
            (day, facts.is_working(day), facts.days.get(day))
            if day.month == number
            else (None, False, None)
            for day in week
        ]
        for week in months.Calendar().monthdatescalendar(year, number)
    ]
