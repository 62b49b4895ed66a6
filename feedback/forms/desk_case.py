"""What each step on a submission asks of the officer; the case screen shows one at a time."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils import timezone

from cityweb.core.models import AdminUnit, Attachment, Organisation, User
from cityweb.core.text import clean
from feedback import codes, privacy, routing
from feedback.models import AgencyContact, Category, Citation, Hop, Snippet, Submission
from feedback.reports import gate, reference, veiled
from feedback.states import ELSEWHERE, OPEN_HOPS, REPLY_OUTCOMES, UNDECIDED, Kind, ReplyState, State


class CaseForm(forms.Form):
    """A step that asks nothing; the others add their fields. Knows the case and who acts."""

    # What kind of ready-made words fit into the text field, if any.
    use: Snippet.Use | None = None
    text_field = ""

    def __init__(self, data: Any = None, *, submission: Submission, user: User) -> None:
        self.submission, self.user = submission, user
        super().__init__(data, use_required_attribute=False, auto_id="case-%s", label_suffix="")
        self.prepare()

    def prepare(self) -> None:
        """Fill in what depends on the case."""

    @property
    def asks(self) -> bool:
        """Whether there is anything to fill in."""
        return bool(self.visible_fields())

    @property
    def snippets(self) -> list[Snippet]:
        """Ready-made words for this mailbox, category and state."""
        if self.use is None:
            return []
        one = self.submission
        rows = Snippet.objects.filter(
            Q(mailbox=None) | Q(mailbox=one.mailbox_id),
            Q(category=None) | Q(category=one.category_id),
            Q(state="") | Q(state=one.state),
            use=self.use,
            is_active=True,
        )
        return list(rows)


class Text(forms.CharField):
    """A text as people paste it: in one normal form, without invisible characters."""

    def __init__(self, *, rows: int = 4, **options: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **options)

    def to_python(self, value: Any) -> str:
        return clean(super().to_python(value))


_HANDLED_HERE = [(kind.value, kind.label) for kind in Kind if kind not in ELSEWHERE]


class Classify(CaseForm):
    kind = forms.ChoiceField(label="Loại", choices=_HANDLED_HERE)
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
            self.fields["kind"].choices = [*_HANDLED_HERE, ("Theo luật riêng", other)]
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


class Restrict(CaseForm):
    reason = Text(
        label="Vì sao hạn chế người đọc",
        rows=2,
        help_text="Từ lúc này chỉ người được giao tiếp nhận đơn tố cáo còn thấy ý kiến.",
    )


class LiftRestriction(CaseForm):
    kind = forms.ChoiceField(label="Thật ra đây là", choices=_HANDLED_HERE)
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


class Forward(CaseForm):
    use, text_field = Snippet.Use.FORWARDING, "message"
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), label="Cơ quan có trách nhiệm", empty_label="Chọn cơ quan"
    )
    why = forms.CharField(
        label="Lý do chọn cơ quan khác đề xuất",
        required=False,
        max_length=500,
        help_text="Chỉ cần khi không theo đề xuất.",
    )
    message = Text(label="Lời gửi cơ quan", required=False)
    shares_sender = forms.BooleanField(
        label="Cho cơ quan biết người gửi là ai",
        required=False,
        help_text="Chỉ khi không biết thì không giải quyết được; "
        "không chọn: cơ quan đọc bản đã che.",
    )
    kept_back = forms.ModelMultipleChoiceField(
        Attachment.objects.none(),
        label="Tệp giữ lại, không gửi cơ quan",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Phòng không che được dữ liệu cá nhân bên trong tệp. Không chọn: gửi tất cả.",
    )

    def prepare(self) -> None:
        today = timezone.localdate()
        self.proposal = routing.propose(self.submission, on=today)
        returned = self.submission.hops.exclude(suggested=None).select_related(
            "suggested", "organisation"
        )
        # What the body that gave it back last said about whose it is.
        self.hint = returned.last()
        known = {body.pk for body in routing.bodies_known(self.submission, on=today)}
        reachable = AgencyContact.objects.in_force(today)
        known |= {*reachable.values_list("organisation", flat=True)}
        known |= {*returned.values_list("suggested", flat=True)}
        known |= {self.proposal.organisation.pk} if self.proposal else set()
        self.fields["organisation"].queryset = Organisation.objects.filter(pk__in=known)
        if self.proposal is None:
            del self.fields["why"]
        self._offer_files()
        usual = self.proposal.organisation if self.proposal else self.hint and self.hint.suggested
        self.initial = {"organisation": usual.pk if usual else None}

    def _offer_files(self) -> None:
        self.preview = veiled.preview(self.submission)
        told = {one.attachment.pk: one for one in self.preview.files}
        if not told:
            del self.fields["kept_back"]
            return
        field = self.fields["kept_back"]
        field.queryset = Attachment.objects.filter(pk__in=told)
        field.label_from_instance = lambda one: " – ".join(
            filter(None, [one.name, told[one.pk].words])
        )

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        body = said.get("organisation")
        is_own_choice = body and (not self.proposal or body != self.proposal.organisation)
        if is_own_choice and self.proposal and not said.get("why", "").strip():
            self.add_error("why", "Hãy ghi vì sao không chuyển theo đề xuất.")
        if self.proposal and body and not is_own_choice:
            said["why"] = "; ".join(self.proposal.reasons)
        return {"why": "", "kept_back": [], **said}


class OfHop(CaseForm):
    """A step on one of the forwardings of this case that are still open."""

    hop = forms.ModelChoiceField(Hop.objects.none(), label="Lần chuyển", empty_label=None)

    def prepare(self) -> None:
        hops = self.submission.hops.filter(state__in=OPEN_HOPS).select_related("organisation")
        field = self.fields["hop"]
        field.queryset = hops
        field.label_from_instance = lambda hop: hop.organisation.name
        first = hops.order_by("pk").first()
        self.initial = {"hop": first.pk if first else None}


class Recall(OfHop):
    reason = Text(label="Vì sao thu hồi", rows=2)

    def prepare(self) -> None:
        super().prepare()
        self.fields["hop"].queryset = self.fields["hop"].queryset.filter(parent=None)


class Promise(CaseForm):
    day = forms.DateField(
        label="Hẹn trả lời ngày", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    reason = Text(label="Vì sao cần thêm thời gian", rows=3, help_text="Người gửi đọc nguyên văn.")


class Merge(CaseForm):
    into = forms.CharField(
        label="Mã của ý kiến gốc", max_length=25, help_text="Ý kiến nhận trước, về cùng một việc."
    )

    def clean_into(self) -> Submission:
        code = codes.tidy_code(self.cleaned_data["into"])
        found = Submission.objects.visible_to(self.user).filter(code=code).first()
        if found is None:
            raise forms.ValidationError("Không tìm thấy ý kiến có mã này.")
        return found


class SaveReply(CaseForm):
    use, text_field = Snippet.Use.REPLY, "body"
    body = Text(label="Nội dung trả lời", rows=14, required=False)
    outcome = forms.ChoiceField(
        label="Kết quả", choices=[(one.value, one.label) for one in REPLY_OUTCOMES]
    )
    version = forms.IntegerField(widget=forms.HiddenInput)


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
