"""What is asked for when something happens in the life of a licence."""

from typing import Any, ClassVar

from django import forms
from django.utils import timezone

from cityweb.core import law
from cityweb.core.asking import AskingForm
from cityweb.core.form_fields import ManyFiles
from licensing.handling import RULINGS, Ground, Ruling
from licensing.models import Complaint, Proceeding


def _is_settled(code: str) -> bool:
    rule = law.find(code, on=timezone.localdate())
    return rule is not None and rule.is_settled


def _day(label: str, **options: Any) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, **options)


def _words(label: str, *, rows: int = 3, **options: Any) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=4000, widget=area, **options)


def _files() -> forms.Field:
    return forms.Field(
        label="Tài liệu kèm theo", required=False, widget=ManyFiles(),
        help_text="Nhiều nhất 10 tệp: PDF, ảnh, tài liệu văn phòng.",
    )  # fmt: skip


class OpenProceeding(AskingForm):
    beside: ClassVar = {"already-suspended": "ground"}

    ground = forms.ChoiceField(label="Lý do xem xét", choices=Ground.choices)
    basis = forms.CharField(
        label="Căn cứ", max_length=500,
        help_text="Điểm, khoản, điều của văn bản đã đọc. Quy định mới về đình chỉ, thu hồi chưa "
        "được xác nhận trong hệ thống.",
    )  # fmt: skip
    facts = _words("Nội dung, chứng cứ", rows=4)


class ReportForm(AskingForm):
    year = forms.IntegerField(label="Năm báo cáo", min_value=2014, max_value=2100)
    items = forms.IntegerField(label="Số tin, bài đã đăng trong năm", min_value=0)
    visits = forms.IntegerField(label="Lượt truy cập trung bình một tháng", min_value=0)
    changes = _words("Thay đổi trong năm", required=False)
    violations = _words("Vi phạm, phản ánh và cách xử lý", required=False)
    upload = forms.FileField(
        label="Bản báo cáo đã ký", required=False, help_text="Tệp PDF, Word hoặc ảnh chụp."
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial.setdefault("year", timezone.localdate().year - 1)


class AgreementForm(AskingForm):
    agency = forms.CharField(label="Cơ quan báo chí", max_length=200)
    valid_from = _day("Có hiệu lực từ ngày")
    valid_to = _day("Đến hết ngày")


class TakedownForm(AskingForm):
    address = forms.URLField(label="Địa chỉ nội dung", max_length=500, assume_scheme="https")
    reason = _words("Nội dung vi phạm, căn cứ")
    hours = forms.IntegerField(label="Số giờ phải gỡ xong", min_value=1, max_value=720)
    source = forms.CharField(
        label="Nguồn của thời hạn", max_length=300,
        help_text="Quy định hiện hành chưa được xác nhận trong hệ thống: ghi văn bản đã đọc.",
    )  # fmt: skip

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if _is_settled("LIC.TAKEDOWN"):
            del self.fields["hours"], self.fields["source"]


class NothingAsked(AskingForm):
    """A task that asks for nothing."""


class AnswerForm(AskingForm):
    answer = _words("Đã xử lý thế nào")


class OwnExplanationForm(AskingForm):
    answer = _words("Nội dung giải trình", rows=5)
    files = _files()


class EvidenceForm(AskingForm):
    evidence = _words("Đã kiểm tra thế nào", rows=2)


class CancelForm(AskingForm):
    reason = _words("Vì sao hủy yêu cầu", rows=2)


class ComplaintForm(AskingForm):
    kind = forms.ChoiceField(label="Loại", choices=Complaint.Kind.choices)
    about = forms.CharField(label="Về quyết định, hành vi nào", max_length=300)
    received_on = _day("Ngày nhận")
    content = _words("Nội dung")


class SettleForm(AskingForm):
    outcome = _words("Kết quả giải quyết", rows=2)
    settled_on = _day("Ngày giải quyết")
    decision_number = forms.CharField(label="Số quyết định", max_length=80, required=False)


class CaseForm(AskingForm):
    """A step of a proceeding that asks for nothing; the others add their fields."""

    def __init__(self, *args: Any, case: Proceeding, **options: Any) -> None:
        super().__init__(*args, **options)
        self.case = case


class CaseReason(CaseForm):
    reason = _words("Lý do")


class RemedyDays(CaseForm):
    days = forms.IntegerField(label="Số ngày để khắc phục", min_value=1, max_value=180)


class InquiryForm(CaseForm):
    question = _words("Nội dung cần giải trình, tài liệu cần gửi", rows=4)
    days = forms.IntegerField(label="Trả lời trong (ngày làm việc)", min_value=1, max_value=60)


class ExplanationForm(CaseForm):
    answer = _words("Nội dung giải trình", rows=4)
    files = _files()


class RulingForm(CaseForm):
    ruling = forms.ChoiceField(label="Quyết định")
    reason = _words("Lý do của quyết định", rows=4)
    until = _day(
        "Giấy phép có hiệu lực trở lại từ ngày",
        help_text="Thời hạn đình chỉ chưa được xác nhận trong quy định: ghi theo văn bản đã đọc.",
    )
    source = forms.CharField(
        label="Nguồn của thời hạn, số lần", max_length=300,
        help_text="Văn bản, điều khoản đã đọc, vì quy định chưa được xác nhận.",
    )  # fmt: skip

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        allowed = RULINGS[self.case.ground]
        self.fields["ruling"].choices = [one for one in Ruling.choices if one[0] in allowed]
        if Ruling.SUSPEND not in allowed or _is_settled("LIC.SUSPEND.LENGTH"):
            del self.fields["until"]
        # Each ground rests on terms of its own; where one is open the verb says which.
        self.fields["source"].required = "until" in self.fields
        for name in ("reason", "until", "source"):
            self.initial.setdefault(name, getattr(self.case, name))
