"""The reply: its text, its approval, what it cites; and remarks beside it."""

from django import forms

from feedback import privacy, rules
from feedback.forms.desk_case.base import CaseForm, Text
from feedback.models import Citation, Snippet
from feedback.reports import gate
from feedback.states import REPLY_OUTCOMES, ReplyState


class SaveReply(CaseForm):
    use, text_field = Snippet.Use.REPLY, "body"
    body = Text(label="Nội dung trả lời", rows=14, required=False)
    outcome = forms.ChoiceField(label="Kết quả")
    version = forms.IntegerField(widget=forms.HiddenInput)

    def prepare(self) -> None:
        bodies = list(self.submission.hops.values_list("state", flat=True))
        wrong = {one: rules.untrue(one, bodies) for one in REPLY_OUTCOMES}
        field = self.fields["outcome"]
        field.choices = [(one.value, one.label) for one in REPLY_OUTCOMES if not wrong[one]]
        if problems := list(filter(None, wrong.values())):
            field.error_messages["invalid_choice"] = problems[0]


class Approve(CaseForm):
    """Asks nothing, unless the reply names others: that is seen, not overlooked."""

    has_seen = forms.BooleanField(
        label="Tôi đã xem, cần nêu trong trả lời này",
        error_messages={"required": "Hãy xem các chỗ này rồi xác nhận, hoặc trả lại để sửa."},
    )

    def prepare(self) -> None:
        reply = self.submission.replies.filter(state=ReplyState.IN_REVIEW).first()
        found = gate.others_in(reply.body, self.submission) if reply else []
        if not found:
            del self.fields["has_seen"]
            return
        words = "; ".join(f"{privacy.Kind(one.kind).label}: {one.words}" for one in found)
        self.fields["has_seen"].help_text = f"Có thể là dữ liệu cá nhân của người khác: {words}."


class ReturnReply(CaseForm):
    reason = Text(label="Điều cần sửa", rows=3)


class DropCitation(CaseForm):
    citation = forms.ModelChoiceField(Citation.objects.none(), widget=forms.HiddenInput)

    def prepare(self) -> None:
        own = Citation.objects.filter(reply__submission=self.submission)
        self.fields["citation"].queryset = own


class Remark(CaseForm):
    body = Text(
        label="Ghi chú nội bộ",
        rows=3,
        help_text="Gõ @tên (phần trước @ trong thư công vụ) để nhắc đồng nghiệp.",
    )
