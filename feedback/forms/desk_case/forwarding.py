"""Which body it goes to, with what, and taking it back."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from cityweb.core.models import Attachment, Organisation
from feedback import routing
from feedback.forms.bodies import NamedBody
from feedback.forms.desk_case.base import CaseForm, Text
from feedback.models import Hop, Snippet
from feedback.reports import veiled
from feedback.states import OPEN_HOPS


class Forward(CaseForm):
    use, text_field = Snippet.Use.FORWARDING, "message"
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(),
        label="Cơ quan có trách nhiệm",
        required=False,
        empty_label="Chọn cơ quan",
    )
    has_checked = forms.BooleanField(
        label="Tôi đã kiểm tra thẩm quyền của cơ quan được đề xuất", required=False
    )
    other = NamedBody(
        label="Hoặc gõ tên cơ quan khác",
        help_text="Ví dụ “ubnd phường tân định”. Ghi ở đây thì không theo ô trên.",
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
        self._offer_bodies({one.suggested_id for one in returned}, today)
        if self.proposal is None:
            del self.fields["why"]
        if self.proposal is None or self.proposal.rule.is_confirmed:
            del self.fields["has_checked"]
        self._offer_files()
        usual = self.proposal.organisation if self.proposal else self.hint and self.hint.suggested
        self.initial = {"organisation": usual.pk if usual else None}

    def _offer_bodies(self, near: set[int], today: date) -> None:
        """Offer what is near at hand in a list, and all others by their names."""
        reachable = list(routing.within_reach(today))
        self.is_out_of_reach = (
            self.proposal is not None and self.proposal.organisation not in reachable
        )
        near |= {body.pk for body in routing.bodies_known(self.submission, on=today)}
        near |= {self.proposal.organisation.pk} if self.proposal else set()
        near |= {one.pk for one in reachable if one.kind == Organisation.Kind.DEPARTMENT}
        self.fields["organisation"].queryset = Organisation.objects.filter(pk__in=near)
        others = [one for one in reachable if one.pk not in near]
        if others:
            self.fields["other"].offer(reachable)
        else:
            del self.fields["other"]

    def _offer_files(self) -> None:
        self.preview = veiled.preview(self.submission)
        if self.preview.files:
            _offer(self.fields["kept_back"], self.preview.files)
        else:
            del self.fields["kept_back"]

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        body = said["organisation"] = said.get("other") or said.get("organisation")
        if not body and not self.errors:
            self.add_error("organisation", "Hãy chọn cơ quan.")
        is_own_choice = body and (not self.proposal or body != self.proposal.organisation)
        if is_own_choice and self.proposal and not said.get("why", "").strip():
            self.add_error("why", "Hãy ghi vì sao không chuyển theo đề xuất.")
        if self.proposal and body and not is_own_choice:
            said["why"] = "; ".join(self.proposal.reasons)
            if "has_checked" in self.fields and not said.get("has_checked"):
                self.add_error("has_checked", "Hãy kiểm tra rồi xác nhận, hoặc chọn cơ quan khác.")
        return {"why": "", "kept_back": [], **said}


def _offer(field: forms.ModelMultipleChoiceField, files: Iterable[veiled.File]) -> None:
    """Offer these files, each with what somebody would learn from it."""
    told = {one.attachment.pk: one.words for one in files}
    field.queryset = Attachment.objects.filter(pk__in=told)
    field.label_from_instance = lambda one: " – ".join(filter(None, [one.name, told[one.pk]]))


class NewFiles(CaseForm):
    """Which of the files that came after the forwarding the bodies may see."""

    shown = forms.ModelMultipleChoiceField(
        Attachment.objects.none(),
        label="Cho cơ quan xem",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Tệp không chọn thì Phòng giữ lại. Phòng không che được dữ liệu cá nhân bên "
        "trong tệp.",
    )

    def prepare(self) -> None:
        hops = self.submission.hops.filter(state__in=OPEN_HOPS)
        waiting = set(
            Hop.undecided.through.objects.filter(hop__in=hops).values_list("attachment", flat=True)
        )
        files = veiled.preview(self.submission).files
        _offer(self.fields["shown"], [one for one in files if one.attachment.pk in waiting])


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
