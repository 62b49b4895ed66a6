"""What is asked to have a page captured."""

from typing import ClassVar

from django import forms

from cityweb.core.asking import AskingForm
from cityweb.core.errors import Refused

LONGEST = 2000


class CaptureForm(AskingForm):
    """Which pages, and whether the advertisements of the first are measured."""

    beside: ClassVar = {"bad-url": "url", "too-many-pages": "follows"}

    url = forms.CharField(
        label="Địa chỉ trang",
        max_length=LONGEST,
        widget=forms.URLInput(attrs={"autocomplete": "off", "inputmode": "url"}),
        help_text="Cả địa chỉ, bắt đầu bằng https:// hoặc http://",
    )
    more_urls = forms.CharField(
        label="Các trang khác của lần chụp này",
        max_length=LONGEST * 5,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Mỗi dòng một địa chỉ; có thể để trống.",
    )
    follows = forms.IntegerField(
        label="Chụp thêm trang theo liên kết",
        min_value=0,
        max_value=5,
        required=False,
        initial=0,
        help_text="Số trang cùng website mà trang đầu dẫn tới; cả lần chụp nhiều nhất sáu trang.",
    )
    measures = forms.BooleanField(
        label="Đo cách quảng cáo hiện và tắt",
        required=False,
        initial=True,
        help_text="Mở trang đầu nhiều lần và bấm nút tắt; thêm chừng một phút.",
    )

    def clean_more_urls(self) -> list[str]:
        lines = map(str.strip, self.cleaned_data["more_urls"].splitlines())
        return [line for line in lines if line]

    def refuse(self, refusal: Refused) -> None:
        """Put what is said of a page beside the field that names it: the words begin with it."""
        is_first = refusal.message.startswith(self.cleaned_data["url"].strip()[:80])
        if refusal.code == "bad-url" and not is_first:
            self.add_error("more_urls", refusal.message)
        else:
            super().refuse(refusal)

    def clean_follows(self) -> int:
        return self.cleaned_data["follows"] or 0
