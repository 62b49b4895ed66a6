"""A workbook of member sites: each row checked like a form, nothing written yet."""

from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Q
from django.utils import timezone

from cityweb.core.attachments import sandbox
from cityweb.core.models import Organisation
from members import register
from members.models import MemberSite

MOST_BYTES = 2 * 1024 * 1024
SALT = "members.import"
TICKET_SECONDS = 3600
_DAYS = ["%d/%m/%Y", "%Y-%m-%d"]
_REFUSALS = {
    "not-a-workbook": "Tệp này không phải sổ Excel (.xlsx) đọc được.",
    "too-many-rows": "Sổ có quá nhiều dòng; hãy chia thành nhiều tệp dưới 5.000 dòng.",
    "too-costly": "Sổ này mở quá lâu; hãy lưu lại thành tệp .xlsx mới rồi nhập lại.",
}


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
        today = timezone.localdate()
        bodies = Organisation.objects.filter(
            Q(valid_to__isnull=True) | Q(valid_to__gte=today), Q(name=name) | Q(short_name=name)
        )[:2]
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


class ImportForm(forms.Form):
    """A workbook to try, or the ticket of one that was tried."""

    workbook = forms.FileField(label="Sổ Excel (.xlsx)", required=False)
    ticket = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean_workbook(self) -> list[list[str]]:
        uploaded: UploadedFile | None = self.cleaned_data["workbook"]
        if uploaded is None:
            return []
        if uploaded.size > MOST_BYTES:
            raise forms.ValidationError("Tệp quá lớn; hãy giữ dưới 2 MB.")
        opened = sandbox.run_on_bytes("table", uploaded.read())
        if opened.refused:
            raise forms.ValidationError(_REFUSALS[opened.refused])
        return opened.more["rows"]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if self.errors:
            return data
        rows = data.get("workbook") or self._kept(data.get("ticket", ""))
        lacking = register.missing(rows[0] if rows else [])
        if lacking:
            raise forms.ValidationError(
                f"Dòng đầu của sổ phải có các cột: {', '.join(lacking)}. "
                "Có thể xuất danh bạ hiện có làm mẫu."
            )
        data["sheet"] = read(rows)
        return data

    def _kept(self, ticket: str) -> list[list[str]]:
        if not ticket:
            raise forms.ValidationError("Hãy chọn một tệp.")
        try:
            return signing.loads(ticket, salt=SALT, max_age=TICKET_SECONDS)
        except signing.BadSignature as error:
            raise forms.ValidationError("Bản thử đã quá lâu; hãy chọn lại tệp.") from error


def read(rows: list[list[str]]) -> Sheet:
    """Return every row with its errors; two rows of one code are an error of the second."""
    header, *body = rows
    sites = {site.code: site for site in MemberSite.objects.all()}
    lines, seen = [], set()
    for number, row in enumerate(body, start=2):
        if not any(row):
            continue
        data = register.fields(header, row)
        code = data.get("code", "")
        form = SiteRow(data, instance=sites.get(code))
        line = Line(number, form, _errors(form))
        if code in seen:
            line.errors.append(f"Mã {code} đã có ở dòng trên.")
        seen.add(code)
        lines.append(line)
    return Sheet(lines, signing.dumps(rows, salt=SALT, compress=True))


def _errors(form: SiteRow) -> list[str]:
    return [
        f"{form.fields[name].label}: {message}" if name in form.fields else message
        for name, messages in form.errors.items()
        for message in messages
    ]
