"""What is asked before a check begins: team, other bodies, decision, notice."""

from datetime import timedelta
from typing import Any, ClassVar

from django import forms
from django.utils import timezone

from advertising.actions import Member
from advertising.forms.stepping import StepForm, day_field, words_field
from advertising.models import Invitation, TeamMember
from advertising.querysets import DESK
from cityweb.core.models import Organisation, User

_BODIES = ("department", "committee", "agency", "office")


class Staff(StepForm):
    """The team: the lead and members of ours, guests of other bodies a line each."""

    beside: ClassVar = {"no-lead": "lead"}

    lead = forms.ModelChoiceField(label="Trưởng đoàn", queryset=User.objects.none())
    secretary = forms.ModelChoiceField(label="Thư ký", queryset=User.objects.none(), required=False)
    members = forms.ModelMultipleChoiceField(
        label="Thành viên", queryset=User.objects.none(), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    guests = words_field(
        "Người của cơ quan khác", required=False, rows=2, most=1000,
        help_text="Mỗi người một dòng: họ tên; chức vụ, đơn vị.",
    )  # fmt: skip

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        people = User.objects.holding(DESK[:3], on=timezone.localdate()).order_by("full_name")
        for name in ("lead", "secretary", "members"):
            self.fields[name].queryset = people
        team = list(self.subject.team.all())
        for duty in ("lead", "secretary"):
            self.fields[duty].initial = next(
                (one.user_id for one in team if one.duty == duty), None
            )
        self.fields["members"].initial = [
            one.user_id for one in team if one.duty == "member" and one.user_id
        ]
        self.fields["guests"].initial = "\n".join(
            f"{one.name}; {one.position}" for one in team if one.user_id is None
        )

    def said(self) -> dict[str, Any]:
        given, duty = self.cleaned_data, TeamMember.Duty
        members = [Member(duty.LEAD, given["lead"])]
        if given["secretary"] and given["secretary"] != given["lead"]:
            members.append(Member(duty.SECRETARY, given["secretary"]))
        taken = {given["lead"], given["secretary"]}
        members += [Member(duty.MEMBER, one) for one in given["members"] if one not in taken]
        members += [Member(duty.MEMBER, None, *guest) for guest in given["guests"]]
        return {"members": members}

    def clean_guests(self) -> list[tuple[str, str]]:
        """Return name and post of each; a line too long for its place is told, never cut."""
        lines = filter(None, map(str.strip, self.cleaned_data["guests"].splitlines()))
        guests = [tuple(map(str.strip, line.partition(";")[::2])) for line in lines]
        longest = [TeamMember._meta.get_field(name).max_length for name in ("name", "position")]
        for name, position in guests:
            if not name or len(name) > longest[0] or len(position) > longest[1]:
                raise forms.ValidationError(
                    f"Mỗi dòng: họ tên (nhiều nhất {longest[0]} ký tự); chức vụ, đơn vị (nhiều "
                    f"nhất {longest[1]})."
                )
        return guests


class Invite(StepForm):
    beside: ClassVar = {
        "days-gone": "answer_by", "too-late": "answer_by", "already-invited": "organisation",
    }  # fmt: skip

    organisation = forms.ModelChoiceField(
        label="Đơn vị phối hợp",
        queryset=Organisation.objects.filter(kind__in=_BODIES, valid_to=None),
    )
    purpose = forms.CharField(label="Nội dung đề nghị", max_length=300)
    answer_by = day_field("Đề nghị trả lời trước ngày")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["purpose"].initial = "Cử người tham gia đoàn kiểm tra"
        self.fields["answer_by"].initial = timezone.localdate() + timedelta(days=5)


class SignInvitation(StepForm):
    beside: ClassVar = {"already-signed": "invitation", "days-gone": "invitation"}

    invitation = forms.ModelChoiceField(label="Đơn vị", queryset=Invitation.objects.none())

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        rows = self.subject.invitations.unsigned().select_related("organisation")
        self.fields["invitation"].queryset = rows
        self.fields["invitation"].initial = rows.first()


class Answer(StepForm):
    beside: ClassVar = {"answered": "invitation", "not-sent": "invitation"}

    invitation = forms.ModelChoiceField(label="Đơn vị", queryset=Invitation.objects.none())
    accepts = forms.TypedChoiceField(
        label="Trả lời", choices=[("1", "Tham gia"), ("0", "Không tham gia")],
        coerce=lambda value: value == "1", widget=forms.RadioSelect,
    )  # fmt: skip
    words = forms.CharField(label="Người được cử, lý do", max_length=300, required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["invitation"].queryset = self.subject.invitations.awaiting_answer()


class Notify(StepForm):
    beside: ClassVar = {"wrong-day": "on", "no-way": "how"}

    on = day_field("Ngày thông báo")
    how = forms.CharField(
        label="Cách thông báo, người nhận", max_length=250,
        help_text="Ví dụ: giao trực tiếp cho ông Nguyễn Văn A, Giám đốc; thư bảo đảm số…",
    )  # fmt: skip

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["on"].initial = timezone.localdate()
