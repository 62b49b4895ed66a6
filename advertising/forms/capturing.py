"""What is asked to have a page captured."""

from django import forms

LONGEST = 2000


class CaptureForm(forms.Form):
    """Which page, and whether its advertisements are measured."""

    url = forms.CharField(
        label="Địa chỉ trang",
        max_length=LONGEST,
        widget=forms.URLInput(attrs={"autocomplete": "off", "inputmode": "url"}),
        help_text="Cả địa chỉ, bắt đầu bằng https:// hoặc http://",
    )
    measures = forms.BooleanField(
        label="Đo cách quảng cáo hiện và tắt",
        required=False,
        initial=True,
        help_text="Mở trang nhiều lần và bấm nút tắt; thêm chừng một phút.",
    )
