"""What signals ask for."""

from datetime import timedelta
from typing import Any, ClassVar

from django import forms
from django.utils import timezone

from advertising.forms.plans import InspectionFields
from advertising.forms.stepping import (
    StepForm,
    call_for_choice,
    day_field,
    words_field,
)
from advertising.models import AdSite, Signal
from cityweb.core.asking import AskingForm

_USUAL_DAYS = 10


class SignalForm(AskingForm):
    """A signal as it is written down; a citizen's report is named by its code."""

    beside: ClassVar = {
        "no-words": "words", "no-report": "report_code", "known-report": "report_code",
        "known-signal": "words",
    }  # fmt: skip

    source = forms.ChoiceField(label="Nguồn", choices=Signal.Source.choices)
    report_code = forms.CharField(
        label="Mã phản ánh", max_length=20, required=False,
        help_text="Khi tin đến qua hộp thư góp ý; mỗi phản ánh ghi một tin báo.",
    )  # fmt: skip
    site = forms.ModelChoiceField(
        label="Website", queryset=AdSite.objects.filter(ended_on=None).select_related("operator"),
        help_text="Website chưa có trong danh sách: thêm ở Quản trị nội dung trước.",
    )  # fmt: skip
    url = forms.URLField(
        label="Địa chỉ trang", required=False, max_length=2000, assume_scheme="https"
    )
    words = words_field("Nội dung")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        call_for_choice(self.fields)


class Guide(StepForm):
    beside: ClassVar = {"no-words": "words", "wrong-day": "due_on"}

    words = words_field("Nội dung nhắc nhở", help_text="Việc phải làm và căn cứ; mỗi ý một dòng.")
    due_on = day_field("Khắc phục chậm nhất ngày")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["due_on"].initial = timezone.localdate() + timedelta(days=_USUAL_DAYS)


class OpenFrom(InspectionFields, StepForm):
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["reason"].initial = self.subject.words

    def said(self) -> dict[str, Any]:
        return {"subject": self.about()}
