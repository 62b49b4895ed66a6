"""A workbook of member sites: each row checked like a form, nothing written yet."""

from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.db.models import Q
from django.utils import timezone

from cityweb.core import workbooks
from cityweb.core.models import Organisation
from members import register
from members.models import MemberSite

SALT = "members.import"
_DAYS = ["%d/%m/%Y", "%Y-%m-%d"]


class TagsField(forms.CharField):
    """Labels kept apart by semicolons."""

    def clean(self, value: Any) -> list[str]:
        parts = (part.strip() for part in super().clean(value).split(";"))
        return list(dict.fromkeys(part for part in parts if part))[:20]


class SiteRow(forms.ModelForm):
    """One row; the body is named as in the list of organisations."""

    organisation = forms.CharField(label="Đơn vị quản lý", max_length=250)
    tags = TagsField(label="Nhãn", required=False, max_length=400)
    interval_minutes = forms.IntegerField(
        label="Kiểm tra mỗi (phút)", required=False, min_value=5, max_value=1440
    )
    archived_on = forms.DateField(label="Lưu trữ từ ngày", required=False, input_formats=_DAYS)
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
class Line:
    """One row of the workbook: what it would make, or why not."""

    number: int
    form: SiteRow
    errors: list[str] = field(default_factory=list)

    @property
    def is_new(self) -> bool:
        return self.form.instance.pk is None


@dataclass
class Sheet:
    """A workbook after reading."""

    lines: list[Line]
    ticket: str

    @property
    def has_errors(self) -> bool:
        return any(line.errors for line in self.lines)

    @property
    def new(self) -> int:
        return sum(line.is_new for line in self.lines)


class ImportForm(workbooks.WorkbookForm):
    """A workbook of sites to try, or the ticket of one that was tried."""

    salt = SALT
    needed = register.NEEDED
    hint = "Có thể xuất danh bạ hiện có làm mẫu."

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if "rows" in data:
            data["sheet"] = read(data["rows"], self.new_ticket())
        return data


def read(rows: workbooks.Rows, ticket: str) -> Sheet:
    """Return every row with its errors; two rows of one code are an error of the second."""
    header, *body = rows
    sites = {site.code: site for site in MemberSite.objects.all()}
    lines, seen = [], set()
    for number, row in enumerate(body, start=2):
        if not any(row):
            continue
        data = workbooks.fields(register.COLUMNS, header, row)
        code = data.get("code", "")
        form = SiteRow(data, instance=sites.get(code))
        line = Line(number, form, workbooks.errors_of(form))
        if code in seen:
            line.errors.append(f"Mã {code} đã có ở dòng trên.")
        seen.add(code)
        lines.append(line)
    return Sheet(lines, ticket)
