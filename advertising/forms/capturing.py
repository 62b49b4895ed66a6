"""What is asked to have a page captured."""

from django import forms

LONGEST = 2000


class CaptureForm(forms.Form):
    """Which pages, and whether the advertisements of the first are measured."""

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

    def clean_follows(self) -> int:
        return self.cleaned_data["follows"] or 0
