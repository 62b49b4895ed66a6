"""What each step on a dossier asks of the officer."""

from typing import Any

from django import forms
from django.db.models import Exists, OuterRef
from django.utils import timezone

from cityweb.core.asking import AskingForm
from cityweb.core.models import Role, User
from licensing import actions, deadlines, licence_paper, limits, procedures
from licensing.forms.filing import PHONE
from licensing.models import (
    Complaint,
    Dossier,
    Finding,
    Forwarding,
    Result,
)
from licensing.procedures import PAUSE_MODES
from licensing.reports import workload
from licensing.states import Event


class StepForm(AskingForm):
    """A step that asks for nothing; the others add their fields."""

    # What to know before it is sent.
    caution = ""

    def __init__(self, *args: Any, dossier: Dossier, user: User, **options: Any) -> None:
        super().__init__(*args, **options)
        self.dossier, self.user = dossier, user


class Reason(StepForm):
    beside = {"no-reason": "reason"}

    reason = forms.CharField(
        label="Lý do", max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )


class AskAgain(Reason):
    """Two words apart: one persuades the office head, the other goes out on paper."""

    reason = forms.CharField(
        label="Vì sao phải hỏi thêm (Trưởng phòng đọc)", max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )  # fmt: skip
    told = forms.CharField(
        label="Lời với người nộp", max_length=1000, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="In trên phiếu, dưới các nội dung cần bổ sung. Để trống thì phiếu chỉ có các nội "
        "dung ấy.",
    )  # fmt: skip


class Receive(StepForm):
    """Only what no settled rule of today says is asked for."""

    days = forms.IntegerField(
        label="Số ngày làm việc giải quyết", min_value=1, max_value=180, required=True
    )
    pause_mode = forms.ChoiceField(
        label="Khi yêu cầu bổ sung", choices=[("", "Chọn"), *PAUSE_MODES.items()]
    )
    source = forms.CharField(
        label="Nguồn", max_length=300, help_text="Văn bản, điều khoản đã đọc để ghi hai mục trên."
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        today = timezone.localdate()
        version = procedures.version_on(self.dossier.procedure, today)
        terms = procedures.terms_on(version, today)
        self.is_unsettled = terms.needs_length or terms.needs_mode
        if not terms.needs_length:
            del self.fields["days"]
        if not terms.needs_mode:
            del self.fields["pause_mode"]
        if not self.is_unsettled:
            del self.fields["source"]


class OfficerField(forms.ModelChoiceField):
    """The officers with what each has in hand; who is away says so."""

    loads: dict[int, workload.Load] = {}

    def label_from_instance(self, person: User) -> str:
        load = self.loads.get(person.pk)
        return f"{person.full_name} ({load})" if load else person.full_name


def officer_field(dossier: Dossier | None = None) -> OfficerField:
    """Return the choice of an officer, with the one that is suggested and why."""
    today = timezone.localdate()
    worked = Dossier.objects.filter(specialist=OuterRef("pk"))
    people = User.objects.holding([Role.SPECIALIST], on=today).annotate(is_at_it=Exists(worked))
    rows = people.order_by("-is_at_it", "full_name")
    loads = workload.loads(list(rows), today)
    chosen = workload.suggested(loads, dossier)
    field = OfficerField(
        label="Chuyên viên", queryset=rows, empty_label="Chọn chuyên viên",
        initial=chosen.person.pk if chosen else None,
        help_text=f"Đề nghị {chosen.person.full_name}: {chosen.why}." if chosen else "",
    )  # fmt: skip
    field.loads = {one.person.pk: one for one in loads}
    return field


class ToOfficer(StepForm):
    to = forms.Field()

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["to"] = officer_field(self.dossier)


class ToAnother(ToOfficer):
    reason = forms.CharField(label="Lý do", max_length=500)


class DraftResult(StepForm):
    beside = {
        **dict.fromkeys(("no-end", "no-longer", "too-long"), "valid_to"), "no-reason": "reason",
    }  # fmt: skip

    kind = forms.ChoiceField(
        label="Kết quả đề xuất", choices=Result.Kind.choices, widget=forms.RadioSelect
    )
    valid_to = forms.DateField(
        label="Giấy phép có giá trị đến hết ngày",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="Không dùng đến khi từ chối.",
    )
    reason = forms.CharField(
        label="Lý do, căn cứ", required=False, max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}), help_text="Bắt buộc khi từ chối.",
        error_messages={"required": "Hãy ghi căn cứ của thời hạn này, hoặc lý do từ chối."},
    )  # fmt: skip

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        event, day = self.dossier.procedure.event, timezone.localdate(self.dossier.received_at)
        if event not in (Event.ISSUED, Event.EXTENDED):
            del self.fields["valid_to"]
        elif limits.longest(event, day) is None:
            self.fields["reason"].required = True
            self.fields["reason"].help_text = _TERM_HELP
        said = self.dossier.sent["contents"]
        last = getattr(self.dossier, "result", None)
        unmet = _unmet(self.dossier)
        usual = Result.Kind.REFUSE if unmet else Result.Kind.GRANT
        self.initial.setdefault("kind", last.kind if last else usual)
        self.initial.setdefault("valid_to", last.valid_to if last else said.get("valid_to"))
        self.initial.setdefault("reason", last.reason if last else "\n".join(unmet))
        self.gaps = licence_paper.missing(self.dossier)
        for name, label in self.gaps.items():
            kind = forms.EmailField if name == "email" else forms.CharField
            self.fields[_gap(name)] = kind(
                label=label, required=False, max_length=300, help_text=_GAP_HELP,
                validators=[PHONE] if name == "phone" else [],
            )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        gaps = {name: data.pop(_gap(name), "") for name in self.gaps}
        return {**data, "completed": gaps} if gaps else data


_TERM_HELP = (
    "Thời hạn tối đa của giấy phép chưa được xác nhận trong quy định: ghi căn cứ của thời hạn này. "
    "Khi từ chối, ghi lý do."
)
_GAP_HELP = "Hồ sơ chưa có mà giấy phép phải ghi: còn trống thì Giám đốc chưa ký được."


def _unmet(dossier: Dossier) -> list[str]:
    """Return what the appraisal found not to be met, with the article, as a refusal says it."""
    rows = dossier.findings.filter(verdict=Finding.Verdict.NOT_MET).select_related("condition")
    return [
        f"Chưa đáp ứng điều kiện “{one.condition.text.rstrip('.')}” ({one.condition.citation}): "
        f"{one.evidence}"
        for one in rows.order_by("condition__position", "by")
    ]


def _gap(name: str) -> str:
    return f"holder_{name}"


class Apologise(StepForm):
    beside = {"not-later": "days", "no-reason": "reason"}

    days = forms.IntegerField(label="Cần thêm (ngày làm việc)", min_value=1, max_value=90)
    reason = forms.CharField(
        label="Lý do chậm trễ", max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        now = timezone.now()
        clock = deadlines.whole(self.dossier)
        if clock is None:
            return
        self.fields["days"].help_text = (
            f"Đếm từ ngày làm việc sau hôm nay, {timezone.localdate(now):%d/%m/%Y}, không phải từ "
            f"ngày hẹn cũ {clock.due_on:%d/%m/%Y}."
        )
        self.caution = deadlines.caution(self.dossier, clock, now)


class TellMoved(StepForm):
    """What the letter says of the calendar: drafted, and the office head's to change."""

    reason = forms.CharField(
        label="Lý do ghi trong văn bản xin lỗi",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Soạn sẵn theo lịch làm việc đã đổi; sửa được. Xem dự thảo ở mục Văn bản.",
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        clock = deadlines.whole(self.dossier)
        if clock is not None:
            self.fields["reason"].initial = actions.why_moved(self.dossier, clock.due_on)


class Consult(StepForm):
    office = forms.CharField(label="Cơ quan được hỏi", max_length=200)
    email = forms.EmailField(label="Thư điện tử của cơ quan", required=False)
    question = forms.CharField(
        label="Nội dung hỏi", max_length=4000, widget=forms.Textarea(attrs={"rows": 4})
    )
    days = forms.IntegerField(
        label="Đề nghị trả lời trong (ngày làm việc)", min_value=1, max_value=60,
        help_text="Thời hạn này không dừng thời hạn của hồ sơ.",
    )  # fmt: skip


class Opinion(StepForm):
    consultation = forms.TypedChoiceField(label="Của cơ quan", coerce=int)
    answer = forms.CharField(
        label="Ý kiến trả lời", max_length=8000, widget=forms.Textarea(attrs={"rows": 4})
    )
    document = forms.CharField(label="Số văn bản trả lời", max_length=80, required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        waiting = self.dossier.consultations.filter(answered_at=None)
        self.fields["consultation"].choices = [(one.pk, one.office) for one in waiting]


class LiftFlag(StepForm):
    flag = forms.TypedChoiceField(label="Cờ", coerce=int)
    outcome = forms.CharField(
        label="Lý do gỡ", max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        raised = self.dossier.flags.filter(lifted_at=None)
        self.fields["flag"].choices = [(one.pk, one.reason[:80]) for one in raised]


class MinistryAnswer(StepForm):
    beside = {"out-of-order": "answered_on", "answered-before": "replaces"}

    outcome = forms.ChoiceField(label="Kết quả", choices=Forwarding.Outcome.choices)
    answer_number = forms.CharField(label="Số văn bản của Bộ", max_length=80)
    answered_on = forms.DateField(
        label="Ngày văn bản", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    note = forms.CharField(
        label="Nội dung", max_length=4000, required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    replaces = forms.BooleanField(
        label="Văn bản này thay câu trả lời đã ghi", required=False,
        help_text="Câu trả lời trước vẫn còn ở phần Diễn biến.",
    )  # fmt: skip

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if not self.dossier.forwarding.outcome:
            del self.fields["replaces"]


class Complain(StepForm):
    kind = forms.ChoiceField(label="Loại", choices=Complaint.Kind.choices)
    about = forms.CharField(label="Về quyết định, hành vi nào", max_length=300)
    received_on = forms.DateField(
        label="Ngày nhận", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    content = forms.CharField(
        label="Nội dung", max_length=4000, widget=forms.Textarea(attrs={"rows": 3})
    )


class Words(StepForm):
    body = forms.CharField(
        label="Nội dung", max_length=4000, widget=forms.Textarea(attrs={"rows": 3})
    )
