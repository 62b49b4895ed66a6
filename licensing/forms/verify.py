"""What is given to be verified: a number or code, or a file."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from cityweb.core import text
from cityweb.core.papers.verifying import MOST_BYTES

MEGABYTES = MOST_BYTES // (1024 * 1024)
TOO_LARGE = f"Tệp lớn hơn {MEGABYTES} MB nên không xác minh ở đây được."


class LookUpForm(forms.Form):
    """A number, a code, or the whole address from a QR."""

    so = forms.CharField(
        max_length=200,
        error_messages={
            "required": "Hãy nhập số giấy phép hoặc mã dưới hình QR.",
            "max_length": "Số hoặc mã này quá dài; hãy kiểm tra lại.",
        },
    )

    def clean_so(self) -> str:
        return text.clean(self.cleaned_data["so"])


class FileForm(forms.Form):
    """A file to judge; it is looked at and forgotten."""

    tep = forms.FileField(
        allow_empty_file=True,
        error_messages={
            "required": "Hãy chọn tệp PDF cần xác minh.",
            "invalid": "Hãy chọn tệp PDF cần xác minh.",
        },
    )

    def clean_tep(self) -> Any:
        given: UploadedFile = self.cleaned_data["tep"]
        if given.size > MOST_BYTES:
            raise forms.ValidationError(TOO_LARGE)
        return given
