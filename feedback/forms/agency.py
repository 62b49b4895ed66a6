"""What a responsible body sends back: its answer, a return, or a task for one of its units."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone

from cityweb.core import clocks
from cityweb.core.form_fields import ManyFiles
from cityweb.core.models import Organisation
from feedback import actions, routing
from feedback.forms.bodies import NamedBody
from feedback.forms.citizen import CleanText
from feedback.forms.senders_files import AddressOf, SendersFiles
from feedback.models import Hop
from feedback.reports import promises, veiled
from feedback.states import OPEN_HOPS

MOST_ANSWER = 20_000
MOST_REASON = 2_000


class AnswerForm(forms.Form):
    """The body's answer. Files are taken apart from the form, one by one."""

    use_required_attribute = False

    answer = CleanText(
        label="Nội dung trả lời",
        max_length=MOST_ANSWER,
        widget=forms.Textarea({"rows": 12}),
        help_text="Việc đã kiểm tra, kết quả, thời hạn nếu còn phải làm tiếp. "
        "Không ghi thông tin riêng của người gửi.",
        error_messages={"required": "Hãy ghi nội dung trả lời."},
    )
    answered_by = CleanText(
        label="Người trả lời, chức danh",
        max_length=120,
        widget=forms.TextInput({"autocomplete": "name"}),
        help_text="Để Phòng biết liên hệ với ai; không công khai.",
        error_messages={"required": "Hãy ghi tên người trả lời."},
    )
    # Each file is examined by the intake, which has a sentence for whatever is wrong with it.
    files = forms.Field(
        label="Tệp kèm theo",
        required=False,
        widget=ManyFiles({"multiple": True}),
        help_text="Tối đa 10 tệp: PDF, hình, Word, Excel.",
    )


class ReturnForm(forms.Form):
    """Not theirs: why, and whose it may be."""

    use_required_attribute = False

    reason = CleanText(
        label="Vì sao không thuộc thẩm quyền",
        max_length=MOST_REASON,
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": "Hãy ghi lý do để Phòng chuyển đúng nơi."},
    )
    suggested = forms.ModelChoiceField(
        label="Cơ quan nên xử lý",
        queryset=Organisation.objects.none(),
        required=False,
        empty_label="Chưa rõ",
    )
    other = NamedBody(label="Hoặc gõ tên cơ quan khác", help_text="Ví dụ “ubnd phường tân định”.")

    def __init__(self, *args: Any, hop: Hop, **options: Any) -> None:
        super().__init__(*args, **options)
        today = timezone.localdate()
        known = routing.bodies_known(hop.submission, on=today)
        keys = [body.pk for body in known if body.pk != hop.organisation_id]
        self.fields["suggested"].queryset = Organisation.objects.filter(pk__in=keys)
        # Where it lay already is the office's to know.
        seen = hop.submission.hops.values("organisation")
        reachable = list(routing.within_reach(today).exclude(pk__in=seen))
        if {body.pk for body in reachable} <= {*keys}:
            del self.fields["other"]
        else:
            self.fields["other"].offer(reachable)

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        said["suggested"] = said.pop("other", None) or said.get("suggested")
        return said


class PassOnForm(forms.Form):
    """A unit of the body itself, and a word for it."""

    use_required_attribute = False

    organisation = forms.ModelChoiceField(
        label="Đơn vị trực thuộc",
        queryset=Organisation.objects.none(),
        empty_label="Chọn đơn vị",
        error_messages={"required": "Hãy chọn đơn vị."},
    )
    message = CleanText(
        label="Lời giao việc",
        max_length=MOST_REASON,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )
    shown = SendersFiles(
        "Tệp giao đơn vị",
        help_text="Tệp có dữ liệu cá nhân ở lại quý cơ quan, trừ khi chọn giao. "
        "Đổi ý sau cũng được.",
    )

    def __init__(self, *args: Any, hop: Hop, address_of: AddressOf, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["organisation"].queryset = units_within_reach(hop.organisation)
        self.fields["organisation"].help_text = _term_of_unit(hop)
        _offer_files(self, hop, address_of)

    def clean(self) -> dict[str, Any]:
        return {"shown": [], **super().clean()}


class UnitFilesForm(forms.Form):
    """Which of the sender's files the unit sees from now on."""

    shown = SendersFiles(
        "Tệp đơn vị xem được",
        help_text="Bỏ chọn thì đơn vị không mở được tệp nữa.",
    )

    def __init__(self, *args: Any, hop: Hop, address_of: AddressOf, **options: Any) -> None:
        super().__init__(*args, **options)
        _offer_files(self, hop, address_of, hop.sub_hops.filter(state__in=OPEN_HOPS).first())


def _offer_files(
    form: forms.Form, hop: Hop, address_of: AddressOf, below: Hop | None = None
) -> None:
    """Offer what the body sees; ticked is what the unit sees, or what gives nothing away."""
    kept = _kept_from(hop)
    sent = veiled.sent(hop.submission)
    mine = [one for one in veiled.all_of(sent) if one.pk not in kept]
    if not mine:
        del form.fields["shown"]
        return
    actions.read_files(mine)
    files = veiled.files(sent, but=kept)
    seen = veiled.usual(files, shares_sender=hop.shares_sender)
    if below is not None:
        out_of_sight = _kept_from(below)
        seen = [one for one in mine if one.pk not in out_of_sight]

    def veils(file: veiled.File) -> bool:
        return not (hop.shares_sender and file.is_senders)

    form.fields["shown"].offer(files, seen, address_of=address_of, veils=veils)


def _kept_from(hop: Hop) -> set[int]:
    return set(hop.kept_back.values_list("pk", flat=True))


def _term_of_unit(hop: Hop) -> str:
    """Return until when the unit would have to answer, and whether its body could wait so long."""
    promise = promises.of_unit(hop.submission.mailbox, timezone.now())
    if promise is None:
        return "Đơn vị chưa có hạn riêng; hạn của quý cơ quan không đổi."
    due_on = promise.explanation.due_on
    said = f"Đơn vị có hạn riêng, đến hết {due_on:%d/%m/%Y}; hạn của quý cơ quan không đổi."
    own = clocks.of(hop).first()
    if own and own.due_on < due_on:
        said += f" Hạn của quý cơ quan là {own.due_on:%d/%m/%Y}: hãy dặn đơn vị trả lời sớm hơn."
    return said


def units_within_reach(body: Organisation) -> QuerySet[Organisation]:
    """Return the units of a body that somebody answers for today."""
    return routing.within_reach(timezone.localdate()).filter(parent=body)
