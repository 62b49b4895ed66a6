"""What an applicant fills in: the organisation, what is asked for, answers to a supplement."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils import timezone

from cityweb.core import text
from licensing import limits, merging, rules
from licensing.merging import KEEPING, LISTS
from licensing.models import Applicant, Dossier, Licence, Procedure, Supplement
from licensing.states import Event

_LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_DOMAIN = re.compile(rf"(?:{_LABEL}\.){{1,6}}[a-z]{{2,24}}")
# Longer than any field takes, so that the check says what is too long instead of cutting it.
MOST_TYPED = 20_000
PHONE = RegexValidator(
    r"^\+?[0-9](?:[ .-]?[0-9]){6,14}$",
    "Không phải số điện thoại: chỉ ghi chữ số, ví dụ 028 3822 0000.",
)
_SITE = (
    *("site_name", "purpose", "domains", "sections", "sources", "servers"),
    *("manager", "manager_position", "manager_phone"),
)
_REST = ("purpose", "manager_position", "manager_phone")
# What each procedure asks for; the rest comes from the licence it is about.
ASKED = {
    "ISSUE": (*_SITE, "valid_to"),
    "PRESS_PRECHECK": _SITE,
    "AMEND": (*_SITE, "reason"),
    "EXTEND": ("valid_to", "reason", *_REST),
    "REISSUE": ("reason", *_REST),
    "CHANGE_NOTICE": ("change",),
}
ALL = (*_SITE, "valid_to", "reason", "change")


def is_domain(name: str) -> bool:
    """Tell whether this is the name of a domain, in whatever script it is registered."""
    try:
        plain = name.lower().encode("idna").decode()
    except UnicodeError:
        return False
    return _DOMAIN.fullmatch(plain) is not None


class Lines(forms.CharField):
    """Several values, one a line."""

    widget = forms.Textarea(attrs={"rows": 4})

    def to_python(self, value: Any) -> list[str]:
        written = super().to_python(value)
        return list(dict.fromkeys(line.strip() for line in written.splitlines() if line.strip()))


class ProfileForm(forms.ModelForm):
    phone = forms.CharField(label="Điện thoại", max_length=30, validators=[PHONE])

    class Meta:
        model = Applicant
        fields = (
            "name", "international_name", "kind", "registration", "address", "phone", "email",
            "representative", "representative_position",
        )  # fmt: skip


class ContentsForm(forms.Form):
    """Everything that any procedure asks for; the fields of the others are taken out."""

    site_name = forms.CharField(label="Tên trang thông tin điện tử", max_length=200)
    purpose = forms.CharField(
        label="Mục đích cung cấp thông tin", max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    domains = Lines(
        label="Tên miền", max_length=2000,
        help_text="Mỗi dòng một tên miền, ví dụ tintonghop.vn.",
    )  # fmt: skip
    sections = Lines(
        label="Nội dung thông tin, chuyên mục", max_length=3000,
        help_text="Mỗi dòng một chuyên mục.",
    )  # fmt: skip
    sources = Lines(
        label="Nguồn tin", max_length=5000,
        help_text="Mỗi dòng một cơ quan báo chí, đúng tên trong văn bản thỏa thuận.",
    )  # fmt: skip
    servers = forms.CharField(label="Địa điểm đặt máy chủ tại Việt Nam", max_length=300)
    manager = forms.CharField(
        label="Người chịu trách nhiệm quản lý nội dung thông tin", max_length=120
    )
    manager_position = forms.CharField(label="Chức danh của người đó", max_length=120)
    manager_phone = forms.CharField(
        label="Điện thoại của người đó", max_length=30, validators=[PHONE]
    )
    valid_to = forms.DateField(
        label="Đề nghị giấy phép có giá trị đến hết ngày",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    reason = forms.CharField(
        label="Lý do đề nghị", max_length=3000, widget=forms.Textarea(attrs={"rows": 4})
    )
    change = forms.CharField(
        label="Nội dung thay đổi", max_length=3000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Chủ sở hữu hoặc địa chỉ trụ sở chính: trước và sau khi thay đổi, từ ngày nào.",
    )  # fmt: skip

    def __init__(self, dossier: Dossier, data: Mapping[str, str] | None = None) -> None:
        super().__init__(data, initial=dossier.contents)
        self.dossier = dossier
        asked = ASKED[dossier.procedure.code]
        for name in ALL:
            if name not in asked:
                del self.fields[name]
        if "manager" not in asked:
            for name, what in (("manager_position", "Chức danh"), ("manager_phone", "Điện thoại")):
                if name in asked:
                    self.fields[name].label = f"{what} của người chịu trách nhiệm nội dung"
        if dossier.procedure.event in KEEPING:
            self._leave_out_known(merging.says(dossier.licence.current))

    def _leave_out_known(self, said: Mapping[str, Any]) -> None:
        """Ask only for what nobody wrote down yet: the licence goes on saying what it says."""
        for name in _REST:
            if said[name]:
                del self.fields[name]

    def typed(self) -> dict[str, str]:
        """Return what was typed, as it was typed, for a draft: right or not yet."""
        return {
            name: text.clean(self.data.get(name, ""))[:MOST_TYPED].replace("\r\n", "\n")
            for name in self.fields
            if name in self.data
        }

    def clean_domains(self) -> list[str]:
        found = [one.lower().removeprefix("https://").removeprefix("http://").rstrip("/")
                 for one in self.cleaned_data["domains"]]  # fmt: skip
        wrong = [one for one in found if not is_domain(one)]
        if wrong:
            raise ValidationError(f"Không phải tên miền: {', '.join(wrong)}.", code="no-domain")
        return list(dict.fromkeys(found))

    def clean_valid_to(self) -> Any:
        day = self.cleaned_data["valid_to"]
        if day <= timezone.localdate():
            raise ValidationError("Ngày này phải sau hôm nay.", code="past")
        if day > rules.months_after(timezone.localdate(), 12 * limits.FARTHEST):
            raise ValidationError(limits.too_far(), code="too-far")
        if self.dossier.procedure.event == Event.EXTENDED:
            _longer(day, self.dossier.licence)
        return day


def _longer(day: date, licence: Licence) -> None:
    end = licence.current.valid_to
    if day <= end:
        raise ValidationError(
            f"Giấy phép đã có giá trị đến hết ngày {end:%d/%m/%Y}: gia hạn phải đến sau ngày ấy.",
            code="no-longer",
        )


def facts_of(dossier: Dossier) -> tuple[dict[str, Any], ContentsForm]:
    """Return what a draft says, read and checked, and the form that holds its mistakes."""
    form = ContentsForm(dossier, dossier.contents)
    form.full_clean()
    said = {
        name: typed.splitlines() if name in LISTS else typed
        for name, typed in dossier.contents.items()
        if name in ALL
    }
    read = {
        name: value.isoformat() if name == "valid_to" else value
        for name, value in form.cleaned_data.items()
    }
    return {**said, **read}, form


def prefilled(licence: Licence) -> dict[str, str]:
    """Return the contents of a draft about a licence: what the licence says now."""
    said = merging.says(licence.current)
    names = (*_SITE, *_REST)
    return {
        name: "\n".join(said[name]) if name in LISTS else said[name]
        for name in dict.fromkeys(names)
    }


class LicenceField(forms.ModelChoiceField):
    """Licences with what tells them apart for their holder."""

    def label_from_instance(self, licence: Licence) -> str:
        now = licence.current
        return f"{licence.number}: {now.site_name}, đến hết {now.valid_to:%d/%m/%Y}"


class BeginForm(forms.Form):
    """Which licence a dossier is about, where its procedure is about one."""

    licence = LicenceField(
        label="Giấy phép", queryset=Licence.objects.none(), empty_label=None,
        widget=forms.RadioSelect,
    )  # fmt: skip

    def __init__(
        self,
        procedure: Procedure,
        applicant: Applicant,
        data: Mapping[str, str] | None = None,
        *,
        chosen: str = "",
    ) -> None:
        super().__init__(data)
        if procedure.needs_licence:
            rows = Licence.objects.filter(holder__name=applicant.name, state="valid")
            rows = rows.select_related("current")
            self.fields["licence"].queryset = rows
            self.initial["licence"] = rows.filter(slug=chosen).first()
        else:
            del self.fields["licence"]


class EnterForm(ProfileForm):
    """What the clerk types first of a dossier that came on paper."""

    procedure = forms.ModelChoiceField(
        label="Thủ tục", queryset=Procedure.objects.filter(is_filed=True), empty_label="Chọn"
    )
    channel = forms.ChoiceField(
        label="Cách nộp",
        choices=[one for one in Dossier.Channel.choices if one[0] != Dossier.Channel.ONLINE],
    )
    licence_number = forms.CharField(
        label="Số giấy phép đã cấp", max_length=60, required=False,
        help_text="Để trống khi đề nghị cấp giấy phép mới.",
    )  # fmt: skip

    field_order = ("procedure", "channel", "licence_number")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        # Who comes with paper may have no address to write to.
        self.fields["email"].required = False

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        procedure, number = said.get("procedure"), said.get("licence_number", "")
        said["licence"] = None
        if procedure is not None and procedure.needs_licence:
            rows = Licence.objects.filter(number=number, holder__name=said.get("name", ""))
            said["licence"] = rows.order_by("-issued_on").first()
            if said["licence"] is None:
                self.add_error(
                    "licence_number", "Sổ không có giấy phép số này đứng tên tổ chức đã ghi."
                )
        return said


class AnswerForm(forms.Form):
    """A word for each thing that was asked for; files go beside it."""

    def __init__(self, supplement: Supplement, data: Mapping[str, str] | None = None) -> None:
        super().__init__(data)
        self.items = list(supplement.items.select_related("component"))
        for item in self.items:
            self.fields[f"answer_{item.pk}"] = forms.CharField(
                label="Giải trình", required=False, max_length=3000,
                widget=forms.Textarea(attrs={"rows": 2}),
            )  # fmt: skip

    @property
    def answers(self) -> dict[int, str]:
        return {item.pk: self.cleaned_data[f"answer_{item.pk}"] for item in self.items}

    def rows(self) -> list[tuple[Any, forms.BoundField]]:
        return [(item, self[f"answer_{item.pk}"]) for item in self.items]
