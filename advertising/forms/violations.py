"""What the steps of a violation ask for."""

from typing import Any, ClassVar

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from advertising import fining
from advertising.actions import Weighed
from advertising.fines import Bracket
from advertising.forms.stepping import ExhibitField, StepForm, day_field, words_field
from advertising.models import EvidenceItem, Explanation, Factor, Finding, Penalty, Remedy, Sanction
from cityweb.core.form_fields import ManyFiles
from cityweb.core.models.law import FineBasis

MOST_FILES = 10


class Charge(StepForm):
    """A violation made of failures; the act is suggested by the checklist."""

    beside: ClassVar = {
        "no-findings": "findings", "no-reason": "why_penalty", "days-to-come": "committed_on",
        "no-bracket": "committed_on",
    }  # fmt: skip

    findings = forms.ModelMultipleChoiceField(
        label="Kết quả vi phạm", queryset=Finding.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    penalty = forms.ModelChoiceField(label="Hành vi bị phạt", queryset=Penalty.objects.all())
    why_penalty = words_field(
        "Vì sao chọn hành vi này", required=False, rows=2,
        help_text="Bắt buộc khi có điều khoản khác cũng phù hợp.",
    )  # fmt: skip
    committed_on = day_field("Ngày chấm dứt hành vi, hoặc ngày phát hiện")
    is_ongoing = forms.BooleanField(label="Còn tiếp diễn khi phát hiện", required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        rows = self.subject.findings.filter(result="fail", violation=None).select_related("item")
        self.fields["findings"].queryset = rows
        self.fields["findings"].label_from_instance = _seen
        first = rows.first()
        if first is not None:
            self.fields["findings"].initial = [one.pk for one in rows]
            self.fields["committed_on"].initial = first.seen_on
            code = first.item.penalty_code
            self.fields["penalty"].initial = Penalty.objects.filter(code=code).first()


def _seen(finding: Finding) -> str:
    return f"{finding.item.code}. {finding.note}"


class Explain(StepForm):
    beside: ClassVar = {
        "no-words": "words", "wrong-day": "received_on", "too-late": "received_on",
        "explained": "words",
    }  # fmt: skip
    way = forms.ChoiceField(label="Cách giải trình", choices=Explanation.Way.choices)
    received_on = day_field("Ngày nhận, ngày làm việc")
    words = words_field("Nội dung giải trình", required=False)
    assessment = words_field("Ý kiến của đoàn", required=False, rows=2)
    # Each file is examined by the intake, which has a sentence for whatever is wrong with it.
    files = forms.Field(
        label="Tệp người vi phạm gửi", required=False,
        widget=ManyFiles(attrs={"multiple": True}), help_text=f"Nhiều nhất {MOST_FILES} tệp.",
    )  # fmt: skip

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["received_on"].initial = timezone.localdate()

    def clean_files(self) -> list[UploadedFile]:
        sent: list[UploadedFile] = self.cleaned_data["files"]
        if len(sent) > MOST_FILES:
            raise forms.ValidationError(f"Nhiều nhất {MOST_FILES} tệp mỗi lần.")
        return sent


class Comply(StepForm):
    beside: ClassVar = {"seen-again": "words"}

    words = words_field(
        "Ghi chú", required=False, rows=2,
        help_text="Bắt buộc khi bản chụp lại còn dấu hiệu vi phạm.",
    )  # fmt: skip


class DraftFine(StepForm):
    """Only what no settled rule says is asked for: the bracket, and who may fine."""

    beside: ClassVar = {
        "bracket-unsettled": "source", "out-of-field": "high", "out-of-bracket": "amount_vnd",
        "no-reason": "why_amount", "no-authority": "authority_source",
    }  # fmt: skip

    low = forms.IntegerField(label="Khung phạt, từ (đồng)", min_value=0)
    high = forms.IntegerField(label="Đến (đồng)", min_value=0)
    # Nothing stands chosen: for the wrong one the fine would be twice, or half, what it should be.
    basis = forms.ChoiceField(
        label="Khung ghi trong văn bản là cho", choices=[("", "Chọn…"), *FineBasis.choices]
    )
    source = forms.CharField(
        label="Nguồn của khung phạt", max_length=300, help_text="Văn bản, điều khoản đã đọc."
    )
    factors = forms.ModelMultipleChoiceField(
        label="Tình tiết", queryset=Factor.objects.all(), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    amount_vnd = forms.IntegerField(
        label="Mức phạt khác mức tính (đồng)", min_value=0, required=False,
        help_text="Để trống: lấy mức hệ thống tính.",
    )  # fmt: skip
    why_amount = words_field("Vì sao khác mức tính", required=False, rows=2)
    authority = forms.CharField(label="Người có thẩm quyền", max_length=200, required=False)
    authority_source = forms.CharField(label="Căn cứ thẩm quyền", max_length=300, required=False)
    pay_to = forms.CharField(
        label="Nơi nộp phạt, số tài khoản", max_length=300, required=False,
        help_text="Ghi vào quyết định; ví dụ: Kho bạc Nhà nước khu vực…, tài khoản số…",
    )  # fmt: skip
    remedies = words_field(
        "Biện pháp khắc phục, hình thức bổ sung", required=False,
        help_text="Mỗi dòng một việc.",
    )  # fmt: skip

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.is_settled = fining.settled_bracket(self.subject) is not None
        if self.is_settled:
            for name in ("low", "high", "basis", "source"):
                del self.fields[name]
        known = [one for one in fining.authorities(self.subject) if one.ceiling is not None]
        self.fields["authority"].required = self.fields["authority_source"].required = not known
        if known:
            names = "; ".join(one.title for one in known)
            words = f"Để trống: chọn người thấp nhất đủ thẩm quyền trong {names}."
            self.fields["authority"].help_text = words
        self.fields["remedies"].initial = "\n".join(self.subject.penalty.remedies)
        if hasattr(self.subject, "sanction"):
            self._show(self.subject.sanction)

    def _show(self, old: Sanction) -> None:
        """Begin with what the last draft said; its bracket is asked for as its source wrote it."""
        self.fields["factors"].initial = list(old.factors.values_list("pk", flat=True))
        self.fields["authority"].initial = old.authority
        self.fields["pay_to"].initial = old.pay_to
        self.fields["authority_source"].initial = old.authority_source
        self.fields["remedies"].initial = "\n".join(map(str, self.subject.remedies.all()))
        if old.amount_vnd != old.proposed_vnd:
            self.fields["amount_vnd"].initial = old.amount_vnd
            self.fields["why_amount"].initial = old.why_amount
        if not self.is_settled:
            self.fields["source"].initial = old.bracket_source

    def clean_remedies(self) -> list[str]:
        lines = [line.strip() for line in self.cleaned_data["remedies"].splitlines()]
        most = Remedy._meta.get_field("text").max_length
        if any(len(line) > most for line in lines):
            raise forms.ValidationError(f"Mỗi việc một dòng, nhiều nhất {most} ký tự.")
        return [line for line in lines if line]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if not self.is_settled and (said.get("low") or 0) > (said.get("high") or 0):
            self.add_error("high", "Mức cao nhất không thể dưới mức thấp nhất.")
        return said

    def said(self) -> dict[str, Any]:
        given = self.cleaned_data
        bracket = None
        if not self.is_settled:
            bracket = Bracket(given["low"], given["high"], given["basis"], given["source"])
        weighed = Weighed(
            factors=list(given["factors"]), amount_vnd=given["amount_vnd"], bracket=bracket,
            why_amount=given["why_amount"], authority=given["authority"],
            authority_source=given["authority_source"], pay_to=given["pay_to"],
            remedies=given["remedies"],
        )  # fmt: skip
        return {"weighed": weighed}


class Review(StepForm):
    beside: ClassVar = {"no-words": "words"}

    words = words_field(
        "Ý kiến thẩm định",
        help_text="Hành vi, căn cứ, khung phạt, tình tiết, thẩm quyền, thời hạn.",
    )


class ReceiveDecision(StepForm):
    """The decision that somebody with the authority signed; its copy is in the store already."""

    beside: ClassVar = {
        "no-number": "number", "wrong-day": "signed_on", "other-case": "proof",
        "evidence-broken": "proof", "limitation-passed": "signed_on", "term-passed": "signed_on",
    }  # fmt: skip

    number = forms.CharField(label="Số quyết định", max_length=60)
    signed_on = day_field("Ngày quyết định")
    signer = forms.CharField(label="Người ký, chức vụ", max_length=200)
    proof = ExhibitField(
        "Bản quyết định",
        help_text="Đưa bản quyết định vào kho ở mục Chứng cứ của cuộc kiểm tra trước.",
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        one = self.subject
        rows = EvidenceItem.objects.filter(inspection=one.inspection_id, kind="document")
        self.fields["proof"].queryset = rows
        self.fields["signer"].initial = one.sanction.authority


class Serve(StepForm):
    beside: ClassVar = {"wrong-day": "on", "no-way": "how"}

    on = day_field("Ngày giao")
    how = forms.CharField(label="Cách giao, người nhận", max_length=250)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["on"].initial = timezone.localdate()


class Pay(StepForm):
    beside: ClassVar = {
        "wrong-day": "paid_on", "known-receipt": "receipt", "too-much": "amount_vnd",
        "too-little": "amount_vnd",
    }  # fmt: skip
    paid_on = day_field("Ngày nộp")
    amount_vnd = forms.IntegerField(
        label="Số tiền (đồng)", help_text="Sửa dòng ghi sai: ghi số âm với chứng từ điều chỉnh."
    )
    receipt = forms.CharField(label="Số biên lai, chứng từ", max_length=100)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["paid_on"].initial = timezone.localdate()
        self.fields["amount_vnd"].initial = max(
            fining.owed(self.subject, timezone.localdate())[0], 0
        )


class Prove(StepForm):
    beside: ClassVar = {
        "other-case": "proof", "old-proof": "proof", "evidence-broken": "proof",
        "wrong-day": "done_on",
    }  # fmt: skip
    remedy = forms.ModelChoiceField(label="Biện pháp", queryset=Remedy.objects.none())
    proof = ExhibitField(
        "Chứng cứ sau khi khắc phục",
        help_text="Đưa chứng cứ mới vào kho ở mục Chứng cứ của cuộc kiểm tra trước.",
    )
    done_on = day_field("Ngày thực hiện")
    note = forms.CharField(label="Ghi chú", max_length=300, required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        one = self.subject
        self.fields["remedy"].queryset = one.remedies.filter(done_on=None)
        new = EvidenceItem.objects.filter(inspection=one.inspection_id)
        self.fields["proof"].queryset = new.filter(captured_at__gte=one.proof_from)
        self.fields["done_on"].initial = timezone.localdate()
