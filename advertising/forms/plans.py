"""Plans: the form that begins one, and what its steps ask for."""

import re
from datetime import timedelta
from typing import Any, ClassVar

from django import forms
from django.utils import timezone

from advertising import rules
from advertising.actions import Subject
from advertising.forms.stepping import (
    StepForm,
    call_for_choice,
    day_field,
    words_field,
)
from advertising.models import AdSite, CheckKind, Plan, Target
from cityweb.core.asking import AskingForm

_HASH = re.compile(r"[0-9a-f]{64}")


def _this_year() -> int:
    return timezone.localdate().year


class PlanForm(AskingForm):
    beside: ClassVar = {"plan-exists": "year", "known-name": "name"}

    kind = forms.ChoiceField(label="Loại", choices=Plan.Kind.choices)
    year = forms.IntegerField(label="Năm", min_value=2012, max_value=2100, initial=_this_year)
    name = forms.CharField(label="Tên kế hoạch", max_length=200)
    purpose = words_field("Mục đích, yêu cầu")
    grounds = words_field("Căn cứ", help_text="Mỗi căn cứ một dòng.")


class Choose(StepForm):
    beside: ClassVar = {"no-reason": "reason", "already-chosen": "site"}

    site = forms.ModelChoiceField(label="Website", queryset=AdSite.objects.filter(ended_on=None))
    reason = words_field(
        "Lý do chọn", help_text="Phản ánh, kết quả theo dõi, vi phạm trước đây, quy mô."
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["site"].queryset = AdSite.objects.filter(ended_on=None).exclude(
            pk__in=self.subject.targets.values("site")
        )


class Drop(StepForm):
    beside: ClassVar = {"no-reason": "reason", "was-drawn": "target"}

    target = forms.ModelChoiceField(label="Website", queryset=Target.objects.none())
    reason = words_field("Lý do", most=1000)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["target"].queryset = self.subject.targets.filter(way=Target.Way.REASONED)


class Commit(StepForm):
    """The seed never reaches us now: its hash may be worked out anywhere, or here."""

    beside: ClassVar = {"list-too-short": "size"}

    size = forms.IntegerField(label="Số website cần bốc", min_value=1, max_value=1000)
    seed_sha256 = forms.CharField(
        label="Dấu SHA-256 của hạt giống", max_length=64, required=False,
        help_text="Chữ thường, 64 ký tự. Tự tính ở máy của mình rồi giữ kín hạt giống.",
    )  # fmt: skip
    seed = forms.CharField(
        label="Hoặc gõ hạt giống để tính dấu", max_length=200, required=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        help_text="Chỉ dấu được ghi lại. Nhớ hạt giống: mất là không bốc được.",
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        typed = (said.get("seed_sha256") or "").strip().lower()
        seed = said.get("seed") or ""
        if bool(typed) == bool(seed):
            message = "Ghi dấu, hoặc gõ hạt giống để tính dấu; một trong hai."
            raise forms.ValidationError({"seed_sha256": message})
        if typed and not _HASH.fullmatch(typed):
            message = "Dấu SHA-256 gồm 64 ký tự 0–9, a–f."
            raise forms.ValidationError({"seed_sha256": message})
        said["seed_sha256"] = typed or rules.seed_hash(seed)
        return said

    def said(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("size", "seed_sha256")}


class Witness(StepForm):
    beside: ClassVar = {"no-words": "words", "has-witness": "words"}

    words = forms.CharField(
        label="Lời của bạn", max_length=200,
        help_text="Bất kỳ chữ nào bạn nghĩ ra, khi chưa biết hạt giống; ghi rồi không đổi được.",
    )  # fmt: skip


class Draw(StepForm):
    beside: ClassVar = {"other-seed": "seed"}

    seed = forms.CharField(
        label="Hạt giống đã chốt", max_length=200, strip=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip


class InspectionFields(AskingForm):
    """What an inspection is about."""

    beside: ClassVar = {
        "already-open": "reason", "no-reason": "reason", "ends-before": "ends_on",
        "too-long": "ends_on", "days-gone": "starts_on", "no-checklist": "starts_on",
    }  # fmt: skip

    kind = forms.ChoiceField(label="Loại kiểm tra", choices=CheckKind.choices)
    reason = words_field("Lý do kiểm tra")
    scope = words_field(
        "Nội dung, phạm vi", initial="Hoạt động quảng cáo trên website và hồ sơ có liên quan."
    )
    starts_on = day_field("Từ ngày")
    ends_on = day_field("Đến hết ngày")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        today = timezone.localdate()
        call_for_choice(self.fields)
        self.fields["starts_on"].initial = today
        self.fields["ends_on"].initial = today + timedelta(days=10)

    def about(self) -> Subject:
        names = ("kind", "reason", "scope", "starts_on", "ends_on")
        return Subject(**{name: self.cleaned_data[name] for name in names})


class Open(InspectionFields, StepForm):
    beside: ClassVar = {**InspectionFields.beside, "already-open": "target"}

    target = forms.ModelChoiceField(label="Website trong kế hoạch", queryset=Target.objects.none())
    field_order = ["target"]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        waiting = self.subject.targets.filter(inspection=None).select_related("site")
        self.fields["target"].queryset = waiting
        self.fields["reason"].initial = f"Theo {self.subject}."

    def said(self) -> dict[str, Any]:
        return {"target": self.cleaned_data["target"], "subject": self.about()}


class Close(StepForm):
    beside: ClassVar = {"no-summary": "summary"}

    summary = words_field("Tổng kết")


class AdHoc(InspectionFields):
    site = forms.ModelChoiceField(
        label="Website", queryset=AdSite.objects.filter(ended_on=None).select_related("operator"),
        help_text="Website chưa có trong danh sách: thêm ở Quản trị nội dung trước.",
    )  # fmt: skip
    source = forms.ChoiceField(
        label="Nguồn",
        choices=[
            ("report", "Phản ánh của người dân"),
            ("watch", "Kết quả theo dõi"),
            ("request", "Đề nghị của cơ quan khác"),
        ],
    )
    field_order = ["site", "source"]
