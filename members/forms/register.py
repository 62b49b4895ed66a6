"""A workbook of member sites: each row checked like a form, nothing written yet."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import Q
from django.utils import timezone

from cityweb.core import workbooks
from cityweb.core.models import Organisation
from members import register
from members.forms import register_sheets
from members.forms.asked import AskedForm
from members.forms.register_lines import Line, state
from members.forms.register_sheets import DAYS
from members.models import MemberSite

SALT = "members.import"
_COLUMNS = register.COLUMNS | register.CONTACT_COLUMNS


class TagsField(forms.CharField):
    """Labels kept apart by semicolons."""

    def clean(self, value: Any) -> list[str]:
        parts = (part.strip() for part in super().clean(value).split(";"))
        return list(dict.fromkeys(part for part in parts if part))[:20]


class SiteRow(AskedForm):
    """One row; the body is named as in the list of organisations."""

    organisation = forms.CharField(label="Đơn vị quản lý", max_length=250)
    tags = TagsField(label="Nhãn", required=False, max_length=400)
    interval_minutes = forms.IntegerField(
        label="Kiểm tra mỗi (phút)", required=False, min_value=5, max_value=1440
    )
    archived_on = forms.DateField(label="Lưu trữ từ ngày", required=False, input_formats=DAYS)
    contact_name = forms.CharField(label="Đầu mối", required=False, max_length=120)
    contact_email = forms.EmailField(label="Thư điện tử đầu mối", required=False)
    contact_phone = forms.CharField(label="Điện thoại đầu mối", required=False, max_length=30)

    class Meta:
        model = MemberSite
        fields = (
            *("code", "name", "organisation", "home_url", "feed_url", "sitemap_url", "platform"),
            *("builder", "tags", "interval_minutes", "warn_days", "stale_days", "alarm_days"),
            "archived_on",
        )

    def clean_organisation(self) -> Organisation:
        name = self.cleaned_data["organisation"]
        held = self.instance.organisation if self.instance.pk else None
        if held is not None and name in {held.name, held.short_name}:
            return held
        named = Organisation.objects.filter(Q(name=name) | Q(short_name=name))
        today = timezone.localdate()
        bodies = named.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=today))[:2]
        if not bodies and self.data.get("archived_on"):
            # The site of a body that has ended stays in the register as an archive.
            bodies = named[:2]
        if len(bodies) != 1:
            raise forms.ValidationError(
                f"Không có đúng một tổ chức đang hoạt động tên “{name}”; ghi tên đầy đủ như trong "
                "danh mục tổ chức."
            )
        return bodies[0]

    def clean_interval_minutes(self) -> int:
        default = MemberSite._meta.get_field("interval_minutes").get_default()
        return self.cleaned_data["interval_minutes"] or default

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("contact_email") and not data.get("contact_name"):
            self.add_error("contact_name", "Ghi họ tên của đầu mối có thư điện tử này.")
        return data


@dataclass
class Sheet:
    """A workbook after reading: its sites, and the lines of its further sheets."""

    sites: list[Line]
    more: list[Line]
    ticket: str

    @property
    def lines(self) -> list[Line]:
        return [*self.sites, *self.more]

    @property
    def wrong(self) -> list[Line]:
        return [line for line in self.lines if line.errors]

    @property
    def moving(self) -> list[Line]:
        """The lines that would store something."""
        return [line for line in self.lines if line.is_new or line.is_changed]

    @property
    def new(self) -> int:
        return sum(line.is_new for line in self.sites)

    @property
    def changed(self) -> int:
        return sum(line.is_changed for line in self.sites)

    @property
    def beside(self) -> list[tuple[str, int, int]]:
        """Of each further sheet how many rows would be added, and how many changed."""
        told = []
        for name in register.SHEETS:
            rows = [line for line in self.more if line.sheet == name]
            added, changed = (sum(is_so) for is_so in _kinds(rows))
            if added or changed:
                told.append((name, added, changed))
        return told


def _kinds(rows: list[Line]) -> tuple[list[bool], list[bool]]:
    return [row.is_new for row in rows], [row.is_changed for row in rows]


class ImportForm(workbooks.WorkbookForm):
    """A workbook of sites to try, or the ticket of one that was tried."""

    salt = SALT
    needed = register.NEEDED
    further = tuple(register.SHEETS)
    hint = "Có thể xuất danh bạ hiện có làm mẫu."

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if "rows" in data:
            data["sheet"] = read(data["rows"], data["sheets"], self.new_ticket())
        return data


def read(rows: workbooks.Rows, sheets: dict[str, workbooks.Rows], ticket: str) -> Sheet:
    """Return every row with its errors; two rows of one code are an error of the second."""
    header, *body = rows
    known = {site.code: site for site in MemberSite.objects.all()}
    lines, people, seen, homes = [], [], {}, set()
    for number, row in enumerate(body, start=2):
        if not any(row):
            continue
        data = workbooks.fields(_COLUMNS, header, row)
        code = data.get("code", "")
        before = state(known.get(code))
        form = SiteRow(data, instance=known.get(code))
        line = Line(number, form, workbooks.errors_of(form), before=before)
        if code in seen:
            line.errors.append(f"Mã {code} đã có ở dòng trên.")
        home = data.get("home_url", "")
        if home in homes:
            line.errors.append(f"Địa chỉ trang chủ {home} đã có ở dòng trên.")
        homes.add(home)
        seen.setdefault(code, form.instance)
        lines.append(line)
        if not line.errors and (person := register_sheets.first_person(line)):
            people.append(person)
    return Sheet(lines, [*people, *register_sheets.read(sheets, known | seen)], ticket)
