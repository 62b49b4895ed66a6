"""Denunciations, isolated and sent on by paper; and cases that an order keeps."""

from django import forms

from feedback.forms.desk_case.base import CaseForm, Text
from feedback.forms.desk_case.sorting import HANDLED_HERE
from feedback.models import Snippet


class Restrict(CaseForm):
    reason = Text(
        label="Vì sao hạn chế người đọc",
        rows=2,
        help_text="Từ lúc này chỉ người được giao tiếp nhận đơn tố cáo còn thấy ý kiến.",
    )


class LiftRestriction(CaseForm):
    kind = forms.ChoiceField(label="Thật ra đây là", choices=HANDLED_HERE)
    reason = Text(
        label="Vì sao không phải tố cáo",
        rows=2,
        help_text="Từ lúc này cả phòng lại thấy ý kiến, kể cả những gì đã ghi trong hồ sơ.",
    )


class Transfer(CaseForm):
    use, text_field = Snippet.Use.REFUSAL, "guidance"
    body = forms.CharField(label="Cơ quan có thẩm quyền", max_length=250)
    paper = forms.CharField(
        label="Số, ký hiệu văn bản", max_length=60, help_text="Văn bản do văn thư phát hành."
    )
    paper_on = forms.DateField(
        label="Ngày văn bản", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    guidance = Text(label="Lời báo người gửi", help_text="Người gửi đọc nguyên văn.")


class Hold(CaseForm):
    reason = Text(
        label="Căn cứ giữ hồ sơ",
        rows=2,
        max_length=300,
        help_text="Ví dụ số, ngày văn bản của cơ quan yêu cầu. Người gửi không đọc được.",
    )


class LiftHold(CaseForm):
    reason = Text(
        label="Vì sao thôi giữ",
        rows=2,
        max_length=300,
        help_text="Thời hạn lưu giữ lại tính từ ngày kết thúc.",
    )
