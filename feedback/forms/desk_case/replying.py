"""The reply: its text, its approval, what it cites; and remarks beside it."""

from django import forms

from cityweb.core.models import Attachment
from feedback import rules
from feedback.forms.desk_case.base import CaseForm, Text
from feedback.models import Citation, Snippet
from feedback.reports import gate, others, reply_files, shared
from feedback.states import REPLY_OUTCOMES, ReplyState

# A note is a word to colleagues; what is longer is a file of the case.
LONGEST_NOTE = 4_000


class SaveReply(CaseForm):
    use, text_field = Snippet.Use.REPLY, "body"
    body = Text(label="Nội dung trả lời", rows=14, required=False)
    outcome = forms.ChoiceField(label="Kết quả")
    files = forms.ModelMultipleChoiceField(
        Attachment.objects.none(),
        label="Tệp gửi kèm",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Tệp cơ quan và đơn vị trực thuộc đã trả lời. Người gửi mở được tệp đã chọn; hãy "
        "xem trong tệp có dữ liệu cá nhân của người khác hay không.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def prepare(self) -> None:
        bodies = list(self.submission.hops.values_list("state", flat=True))
        wrong = {one: rules.untrue(one, bodies) for one in REPLY_OUTCOMES}
        field = self.fields["outcome"]
        field.choices = [(one.value, one.label) for one in REPLY_OUTCOMES if not wrong[one]]
        if problems := list(filter(None, wrong.values())):
            field.error_messages["invalid_choice"] = problems[0]
        self._offer_files()

    def _offer_files(self) -> None:
        files = reply_files.offered(self.submission)
        if not files:
            del self.fields["files"]
            return
        bodies = reply_files.bodies(self.submission)
        self.fields["files"].queryset = files
        self.fields["files"].label_from_instance = lambda one: (
            f"{one.name} – {bodies[one.owner_id]}"
        )


class Approve(CaseForm):
    """Asks nothing, unless the reply or a file with it names others: seen, not overlooked."""

    has_seen = forms.BooleanField(
        label="Tôi đã xem, cần nêu trong trả lời này",
        error_messages={"required": "Hãy xem các chỗ này rồi xác nhận, hoặc trả lại để sửa."},
    )

    def prepare(self) -> None:
        reply = self.submission.replies.filter(state=ReplyState.IN_REVIEW).first()
        found = others.named(reply) if reply else []
        if not found:
            del self.fields["has_seen"]
            return
        self.fields[
            "has_seen"
        ].help_text = f"Có thể là dữ liệu cá nhân của người khác: {others.summary(found)}."


class ReturnReply(CaseForm):
    reason = Text(label="Điều cần sửa", rows=3)


class ShareAnswer(CaseForm):
    """The answer as others read it; what is still found in it is masked, or there is a reason."""

    body = Text(
        label="Bản gửi người có ý kiến gộp",
        rows=14,
        help_text="Máy đã che những chỗ nó thấy. Hãy đọc hết và che nốt những gì máy bỏ sót.",
    )
    reason = forms.CharField(
        label="Vì sao để lại chỗ còn thấy",
        max_length=250,
        required=False,
        help_text="Chỉ ghi khi bản này còn chỗ có thể là dữ liệu cá nhân mà được nêu, ví dụ số "
        "điện thoại công khai của cơ quan.",
    )

    def prepare(self) -> None:
        copy = shared.waiting(self.submission)
        if copy is not None:
            copy.reply.submission = self.submission
            self.initial = {"body": shared.proposal(copy.reply)}

    @property
    def left(self) -> list[gate.Piece]:
        """What is found in the words as they were sent in, and stands there still."""
        copy = shared.waiting(self.submission) if self.is_bound else None
        if copy is None:
            return []
        copy.reply.submission = self.submission
        body = self.cleaned_data.get("body", "")
        found = gate.pieces(body, shared.found_in(body, copy.reply))
        return [piece for piece in found if piece.found]


class DropCitation(CaseForm):
    citation = forms.ModelChoiceField(Citation.objects.none(), widget=forms.HiddenInput)

    def prepare(self) -> None:
        own = Citation.objects.filter(reply__submission=self.submission)
        self.fields["citation"].queryset = own


class Remark(CaseForm):
    body = Text(
        label="Ghi chú nội bộ",
        rows=3,
        max_length=LONGEST_NOTE,
        help_text="Gõ @tên (phần trước @ trong thư công vụ) để nhắc đồng nghiệp.",
    )
