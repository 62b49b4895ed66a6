"""Which body it goes to, with what, and taking it back."""

from typing import Any

from django import forms
from django.utils import timezone

from cityweb.core.models import Attachment, Organisation
from feedback import routing
from feedback.forms.desk_case.base import CaseForm, Text
from feedback.models import AgencyContact, Hop, Snippet
from feedback.reports import veiled
from feedback.states import OPEN_HOPS


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
