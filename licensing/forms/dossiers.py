"""The list of dossiers: how it is narrowed and kept, what is done to many, who stands in."""

from typing import Any, ClassVar
from urllib.parse import urlencode

from django import forms
from django.db.models import TextChoices
from django.utils import timezone

from cityweb.core import kept_views
from cityweb.core.asking import AskingForm
from cityweb.core.models import Role, User
from licensing import deadlines, delegation
from licensing.forms.desk import officer_field
from licensing.life import State
from licensing.models import Dossier, Procedure, SavedView
from licensing.querysets import DESK
from licensing.reports.book import Period
from licensing.reports.dossiers import Asked

_NAMES = (
    *("heap", "q", "procedure", "state", "colour"),
    *("channel", "specialist", "since", "until"),
)


class DossierFilter(forms.Form):
    """What stands in the address; what is no choice counts as not asked."""

    q = forms.CharField(label="Mã hồ sơ, tên tổ chức", required=False, max_length=100)
    procedure = forms.ChoiceField(label="Thủ tục", required=False)
    state = forms.ChoiceField(
        label="Trạng thái",
        required=False,
        choices=[("", "Mọi trạng thái"), *[one for one in State.choices if one[0] != State.DRAFT]],
    )
    colour = forms.ChoiceField(
        label="Thời hạn", required=False, choices=[("", "Mọi hạn"), *deadlines.COLOURS.items()]
    )
    channel = forms.ChoiceField(
        label="Cách nộp", required=False, choices=[("", "Mọi cách"), *Dossier.Channel.choices]
    )
    specialist = forms.TypedChoiceField(
        label="Chuyên viên", required=False, coerce=int, empty_value=None
    )
    since = forms.DateField(
        label="Nộp từ ngày", required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    until = forms.DateField(
        label="Nộp đến hết ngày", required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    heap = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        rows = Procedure.objects.filter(is_filed=True)
        self.fields["procedure"].choices = [
            ("", "Mọi thủ tục"),
            *((one.code, one.short_name) for one in rows),
        ]
        officers = User.objects.holding([Role.SPECIALIST], on=timezone.localdate())
        self.people = list(officers.order_by("full_name").values_list("pk", "full_name"))
        self.fields["specialist"].choices = [("", "Mọi người"), *self.people]
        self.full_clean()

    @property
    def asked(self) -> Asked:
        said = self.cleaned_data
        return Asked(
            said.get("heap", ""), said.get("q", ""), said.get("procedure", ""),
            said.get("state", ""), said.get("colour", ""), said.get("channel", ""),
            said.get("specialist"), said.get("since"), said.get("until"),
        )  # fmt: skip

    def with_(self, **changed: str) -> str:
        """Return the query of this list with something changed."""
        said = {name: self.cleaned_data.get(name, "") for name in _NAMES} | changed
        return urlencode({name: str(value) for name, value in said.items() if value})

    @property
    def query(self) -> str:
        return self.with_()

    @property
    def title(self) -> str:
        """What the list was narrowed to, in words."""
        words = []
        for field in self.visible_fields():
            value = self.cleaned_data.get(field.name)
            choices = {str(key): label for key, label in getattr(field.field, "choices", ())}
            if value:
                words.append(f"{field.label}: {choices.get(str(value), value)}")
        return "; ".join(words) or "tất cả"


SaveView = kept_views.naming(SavedView)


class BulkVerb(TextChoices):
    """What may be done to many at once."""

    HAND_OVER = "hand-over", "Chuyển chuyên viên"
    TAKE_UP = "take-up", "Bắt đầu thẩm định"
    REASSIGN = "reassign", "Chuyển người khác xử lý"
    HAND_OUT = "hand-out", "Trả kết quả"


_BULK_ROLES = {
    BulkVerb.HAND_OVER: Role.ONE_STOP_CLERK,
    BulkVerb.TAKE_UP: Role.SPECIALIST,
    BulkVerb.REASSIGN: Role.OFFICE_HEAD,
    BulkVerb.HAND_OUT: Role.ONE_STOP_CLERK,
}
_NEED_SOMEBODY = (BulkVerb.HAND_OVER, BulkVerb.REASSIGN)


class Bulk(forms.Form):
    """One verb for all dossiers that were ticked."""

    MOST = 100

    verb = forms.ChoiceField(label="Việc")
    to = forms.Field(required=False)
    reason = forms.CharField(label="Lý do", max_length=500, required=False)

    def __init__(
        self, data: Any, *, user: User, people: list[tuple[int, str]] | None = None
    ) -> None:
        super().__init__(data, use_required_attribute=False, auto_id="bulk-%s")
        roles = delegation.roles(user)
        self.verbs = [verb for verb in BulkVerb if _BULK_ROLES[verb] in roles]
        self.fields["verb"].choices = [(verb.value, verb.label) for verb in self.verbs]
        if any(verb in _NEED_SOMEBODY for verb in self.verbs):
            self.fields["to"] = officer_field() if people is None else _chosen_of(people)
            self.fields["to"].required = False
        else:
            del self.fields["to"], self.fields["reason"]

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if said.get("verb") in _NEED_SOMEBODY and not said.get("to"):
            raise forms.ValidationError("Hãy chọn chuyên viên.")
        return said


def _chosen_of(people: list[tuple[int, str]]) -> forms.ChoiceField:
    """Return the choice as the list draws it, of people that were read already."""
    return forms.ChoiceField(label="Chuyên viên", choices=[("", "Chọn chuyên viên"), *people])


class PeriodForm(forms.Form):
    """A year, or one month of it; what makes no sense is this month."""

    nam = forms.IntegerField(label="Năm", min_value=2010, max_value=2100, required=False)
    thang = forms.TypedChoiceField(
        label="Tháng", coerce=int, empty_value=None, required=False,
        choices=[("", "Cả năm"), *((one, f"Tháng {one}") for one in range(1, 13))],
    )  # fmt: skip

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        today = timezone.localdate()
        if not self.data.get("nam"):
            self.data = {**self.data.dict(), "nam": today.year, "thang": today.month}

    @property
    def period(self) -> Period:
        today = timezone.localdate()
        if not self.is_valid():
            return Period(today.year, today.month)
        return Period(self.cleaned_data["nam"], self.cleaned_data.get("thang"))


class StandInForm(AskingForm):
    """Who does whose work, from when to when."""

    beside: ClassVar = {
        "not-yours-to-hand-on": "person", "not-entitled": "stand_in", "chain": "stand_in",
        "no-decision": "decision", "out-of-order": "valid_to", "no-reason": "reason",
    }  # fmt: skip

    person = forms.ModelChoiceField(label="Người vắng", queryset=User.objects.none())
    stand_in = forms.ModelChoiceField(label="Người làm thay", queryset=User.objects.none())
    valid_from = forms.DateField(
        label="Từ ngày", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    valid_to = forms.DateField(
        label="Đến hết ngày", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    reason = forms.CharField(label="Lý do", max_length=300)
    decision = forms.CharField(
        label="Văn bản giao, ủy quyền", max_length=120, required=False,
        help_text="Số, ngày. Bắt buộc khi ủy quyền cho Trưởng phòng ký TUQ. Giám đốc, và khi Quản "
        "trị giao thay.",
    )  # fmt: skip

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        people = User.objects.holding(DESK, on=timezone.localdate()).order_by("full_name")
        for name in ("person", "stand_in"):
            self.fields[name].queryset = people
            self.fields[name].empty_label = "Chọn người"
            self.fields[name].label_from_instance = _with_post


def _with_post(person: User) -> str:
    return f"{person.full_name} – {person.position or 'chưa ghi chức danh'}"
