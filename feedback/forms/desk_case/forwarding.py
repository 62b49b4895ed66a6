"""Which body it goes to, with what, and taking it back."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from cityweb.core.models import Organisation
from feedback import actions, routing
from feedback.forms.bodies import NamedBody
from feedback.forms.desk_case.base import CaseForm, Text
from feedback.forms.senders_files import SendersFiles
from feedback.models import Hop, Snippet, Submission
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
    shown = SendersFiles(
        "Tệp gửi cơ quan",
        help_text="Máy không che được bên trong tệp: tệp có dữ liệu cá nhân ở lại Phòng, trừ khi "
        "bạn chọn gửi. Đổi ý sau khi chuyển cũng được.",
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
        self.preview = veiled.preview(self.submission, _files(self.submission))
        if self.preview.files:
            self.fields["shown"].offer(self.preview.files)
        else:
            del self.fields["shown"]

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
        return {"why": "", "shown": [], **said}


def _files(submission: Submission) -> list[veiled.File]:
    """Return the sender's files with what is in them; what nobody has read yet is read now."""
    sent = veiled.sent(submission)
    actions.read_files(veiled.all_of(sent))
    return veiled.files(sent)


class NewFiles(CaseForm):
    """Which of the files that came after the forwarding the bodies may see."""

    shown = SendersFiles(
        "Cho cơ quan xem",
        help_text="Tệp không chọn thì Phòng giữ lại. Máy không che được bên trong tệp.",
    )

    def prepare(self) -> None:
        hops = self.submission.hops.filter(state__in=OPEN_HOPS)
        waiting = set(
            Hop.undecided.through.objects.filter(hop__in=hops).values_list("attachment", flat=True)
        )
        files = _files(self.submission)
        self.fields["shown"].offer([one for one in files if one.attachment.pk in waiting])


class Files(CaseForm):
    """Which of the sender's files the body sees from now on."""

    shown = SendersFiles(
        "Cơ quan xem được",
        help_text="Bỏ chọn thì cơ quan và đơn vị trực thuộc không mở được tệp nữa; bản họ đã tải "
        "về thì không lấy lại được.",
    )

    def prepare(self) -> None:
        hop = veiled.last_seen(self.submission)
        if hop is None:
            return
        kept = set(hop.kept_back.values_list("pk", flat=True))
        files = _files(self.submission)
        seen = [one.attachment for one in files if one.attachment.pk not in kept]
        self.fields["shown"].offer(files, seen)


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
