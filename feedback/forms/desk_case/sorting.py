"""Sorting out what came in: what it is, whose it is, what is missing, where else it goes."""

from datetime import date

from django import forms
from django.db.models import Q
from django.utils import timezone

from cityweb.core.models import AdminUnit, User
from feedback import codes
from feedback.forms.citizen import MOST_BODY
from feedback.forms.desk_case.base import CaseForm, Text
from feedback.models import Category, Snippet, Submission
from feedback.reports import promises, reference
from feedback.states import ELSEWHERE, SPOKEN, UNDECIDED, Channel, Kind, State

HANDLED_HERE = [(kind.value, kind.label) for kind in Kind if kind not in ELSEWHERE]


class Classify(CaseForm):
    kind = forms.ChoiceField(label="Loại", choices=HANDLED_HERE)
    category = forms.ModelChoiceField(
        Category.objects.none(), label="Lĩnh vực", required=False, empty_label="Chưa rõ"
    )
    unit = forms.TypedChoiceField(label="Địa bàn", required=False, coerce=int, empty_value=None)
    is_urgent = forms.BooleanField(label="Khẩn", required=False)

    def prepare(self) -> None:
        one = self.submission
        if one.is_restricted:
            own_kind = Kind.DENUNCIATION
            self.fields["kind"].choices = [(own_kind.value, own_kind.label)]
        elif one.state in (*UNDECIDED, State.NEEDS_INFO):
            other = [(kind.value, kind.label) for kind in ELSEWHERE]
            self.fields["kind"].choices = [*HANDLED_HERE, ("Theo luật riêng", other)]
        own = one.mailbox.categories.filter(Q(is_active=True) | Q(pk=one.category_id))
        self.fields["category"].queryset = own
        self.fields["unit"].choices = [("", "Không rõ, toàn thành phố"), *_units(one)]
        self.initial = {
            "kind": one.kind or Kind.REPORT,
            "category": one.category_id,
            "unit": one.unit_id,
            "is_urgent": one.is_urgent,
        }

    def clean_unit(self) -> AdminUnit | None:
        return AdminUnit.objects.filter(pk=self.cleaned_data["unit"]).first()


def _units(submission: Submission) -> list[reference.Choice]:
    """Return the units of today, and the one of the submission if it is of yesterday."""
    known = list(reference.units())
    if submission.unit_id and submission.unit_id not in dict(known):
        known.insert(0, (submission.unit_id, str(submission.unit)))
    return known


class AskSender(CaseForm):
    use, text_field = Snippet.Use.QUESTION, "question"
    question = Text(
        label="Cần bổ sung điều gì", help_text="Người gửi đọc nguyên văn; chỉ hỏi được một lần."
    )
    asked_by = forms.TypedChoiceField(
        label="Đã hỏi người gửi bằng",
        coerce=Channel,
        help_text="Người gửi không để lại địa chỉ thư nên không có thư hỏi. Hãy hỏi xong rồi mới "
        "ghi ở đây: từ lúc ghi, thời hạn tạm dừng.",
        error_messages={"required": "Hãy ghi đã hỏi người gửi bằng cách nào."},
    )

    def prepare(self) -> None:
        ways = self.submission.ways_to_ask
        if Channel.MAIL in ways:
            del self.fields["asked_by"]
            return
        ticks = [("", "Chưa hỏi"), *((way.value, way.label) for way in ways)]
        self.fields["asked_by"].choices = ticks


class WriteDown(CaseForm):
    """What the sender said, written down by an officer."""

    channel = forms.TypedChoiceField(
        label="Người gửi nói qua",
        coerce=Channel,
        choices=[(one.value, one.label) for one in SPOKEN],
    )
    body = Text(
        label="Lời người gửi",
        max_length=MOST_BODY,
        help_text="Ghi đúng điều người gửi nói; người gửi đọc được ở trang tra cứu. Đang chờ bổ "
        "sung thì thời hạn chạy tiếp từ lúc ghi.",
    )


class Reject(CaseForm):
    use, text_field = Snippet.Use.REFUSAL, "reason"
    reason = Text(label="Lý do không tiếp nhận", help_text="Người gửi đọc nguyên văn.")


class Redirect(CaseForm):
    use, text_field = Snippet.Use.REFUSAL, "guidance"
    kind = forms.ChoiceField(
        label="Đây là", choices=[(kind.value, kind.label) for kind in ELSEWHERE]
    )
    guidance = Text(label="Hướng dẫn người gửi", help_text="Người gửi đọc nguyên văn.")

    def prepare(self) -> None:
        self.initial = {"kind": self.submission.kind}


class Assign(CaseForm):
    officer = forms.TypedChoiceField(
        label="Người phụ trách", required=False, coerce=int, empty_value=None
    )

    def prepare(self) -> None:
        self.fields["officer"].choices = [("", "Không ai (hàng chờ)"), *self._people()]
        self.initial = {"officer": self.submission.assigned_to_id}

    def _people(self) -> tuple[reference.Choice, ...]:
        return reference.readers() if self.submission.is_restricted else reference.handlers()

    def clean_officer(self) -> User | None:
        return User.objects.filter(pk=self.cleaned_data["officer"]).first()


class Promise(CaseForm):
    day = forms.DateField(
        label="Hẹn trả lời ngày",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    reason = Text(label="Vì sao cần thêm thời gian", rows=3, help_text="Người gửi đọc nguyên văn.")

    def prepare(self) -> None:
        last = promises.last_day(self.submission.mailbox, timezone.localdate())
        until = f", không sau {last:%d/%m/%Y}" if last else ""
        self.fields["day"].help_text = f"Ngày làm việc, sau hạn trả lời{until}."

    def clean_day(self) -> date:
        day = self.cleaned_data["day"]
        if problem := promises.unfit(self.submission, day, today=timezone.localdate()):
            raise forms.ValidationError(problem)
        return day


class Merge(CaseForm):
    into = forms.CharField(
        label="Mã của ý kiến gốc", max_length=25,
        help_text="Ý kiến về cùng việc mà Phòng giải quyết tiếp; thường là ý kiến nhận trước.",
    )  # fmt: skip

    def clean_into(self) -> Submission:
        code = codes.tidy_code(self.cleaned_data["into"])
        found = Submission.objects.visible_to(self.user).filter(code=code).first()
        if found is None:
            raise forms.ValidationError("Không tìm thấy ý kiến có mã này.")
        return found
