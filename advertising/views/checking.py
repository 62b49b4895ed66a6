"""The desk of inspections: the list, one case, its steps, papers and exhibits."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from advertising import actions, office, paperwork
from advertising.actions import moving
from advertising.forms import checking as forms
from advertising.forms import preparing
from advertising.forms.capturing import CaptureForm
from advertising.forms.plans import AdHoc
from advertising.forms.stepping import Minute, Reason, StepForm
from advertising.forms.violations import Charge
from advertising.life import CHECK_TABLE, CheckVerb, Stage
from advertising.models import Inspection
from advertising.reports import licences, listing
from advertising.views.stepping import Screen, Step, always
from cityweb.core import downloads, keyset, papers
from cityweb.core.models import Paper, Role, User
from cityweb.core.papers import kinds

MOST_CAPTURES = 20
PANELS = {
    "case": "Hồ sơ",
    "evidence": "Chứng cứ",
    "checklist": "Bảng kiểm",
    "people": "Người dự",
    "papers": "Văn bản",
    "diary": "Nhật ký",
}
_USUAL = {Stage.CHECKING: "checklist", Stage.MINUTED: "papers"}

STEPS = (
    Step(CheckVerb.STAFF, actions.staff, preparing.Staff, "Ghi lại cả đoàn.",
         is_aside=lambda one: one.team.exists()),
    Step(CheckVerb.PUT_UP, actions.put_up, meaning="Giám đốc ký quyết định kiểm tra."),
    Step(CheckVerb.DECIDE, actions.decide,
         meaning="Lấy số, ký số quyết định kiểm tra. Xem dự thảo ở mục Văn bản."),
    Step(CheckVerb.NOTIFY, actions.notify, preparing.Notify,
         offered=lambda one: one.notified_on is None),
    Step(CheckVerb.BEGIN, actions.begin, meaning="Đoàn công bố quyết định và bắt đầu làm việc."),
    Step(CheckVerb.MINUTE, actions.minute, Minute,
         "Trưởng đoàn ký số biên bản; sau đó kết quả và chứng cứ không sửa được nữa."),
    Step(CheckVerb.CONCLUDE, actions.conclude, forms.Conclude,
         "Lấy số, ký số thông báo kết quả."),
    Step(CheckVerb.CLOSE, actions.close, forms.End, "Hồ sơ con phải kết thúc trước."),
    Step(CheckVerb.CHARGE, actions.charge, Charge,
         "Mỗi hành vi một hồ sơ; khung phạt của ngày vi phạm được ghim vào hồ sơ.",
         offered=lambda one: one.findings.filter(result="fail", violation=None).exists()),
    Step(CheckVerb.INVITE, actions.invite, preparing.Invite,
         "Trưởng phòng ký công văn mời rồi mới gửi đi.", is_aside=always),
    Step(CheckVerb.SIGN_INVITATION, actions.sign_invitation, preparing.SignInvitation,
         "Lấy số, ký số công văn mời.",
         offered=lambda one: one.invitations.unsigned().exists(),
         is_aside=always),
    Step(CheckVerb.ANSWER, actions.answer, preparing.Answer,
         offered=lambda one: one.invitations.awaiting_answer().exists(), is_aside=always),
    Step(CheckVerb.ASK_REMOVAL, actions.ask_removal, forms.AskRemoval,
         "Lấy số, ký số công văn; thời hạn tính theo giờ kể từ bây giờ.", is_aside=always),
    Step(CheckVerb.CONFIRM_REMOVAL, actions.confirm_removal, forms.ConfirmRemoval,
         offered=lambda one: one.takedowns.filter(removed_at=None).exists(), is_aside=always),
    Step(CheckVerb.SEND_BACK, actions.send_back, Reason, is_aside=always),
    Step(CheckVerb.REOPEN, actions.reopen, Reason,
         "Biên bản đã ký vẫn giữ trong hồ sơ; kết quả sau ghi vào biên bản khác.", is_aside=always),
    Step(CheckVerb.TRANSFER, actions.transfer, forms.Transfer, is_grave=True),
    Step(CheckVerb.CANCEL, actions.cancel, Reason, is_grave=True),
    Step(CheckVerb.RESTRICT, actions.restrict, Reason,
         "Chỉ đoàn, người lập và lãnh đạo xem được; hoặc bỏ hạn chế.", is_aside=always),
    Step(CheckVerb.GATHER, actions.keep_upload, forms.Gather, panel="evidence"),
    Step(CheckVerb.SETTLE, actions.settle, forms.Settle, panel="checklist",
         offered=lambda one: one.field_entries.filter(state="waiting").exists()),
    Step(CheckVerb.MARK, actions.mark, forms.Mark, panel="checklist"),
    Step(CheckVerb.ATTEND, actions.attend, forms.Attend, panel="people"),
    Step(CheckVerb.NOTE, actions.write_note, forms.Words, panel="diary"),
)  # fmt: skip


def inspections(request: HttpRequest) -> HttpResponse:
    """Show the list, narrowed as the address says."""
    asked = listing.asked(request.GET)
    turn = keyset.read_turn(request.GET.get("after", ""), request.GET.get("before", ""))
    context = {
        "asked": asked,
        "stages": Stage.choices,
        "page": listing.inspections(request.user, asked, turn or keyset.Turn()),
    }
    return render(request, "advertising/desk/inspections.html", context)


def open_case(request: HttpRequest) -> HttpResponse:
    """Open an inspection outside of plans."""
    form = AdHoc(request.POST or None, initial={"site": request.GET.get("site", "")})

    def make() -> Inspection:
        said = form.cleaned_data
        return actions.open_ad_hoc(
            actor=request.user, site=said["site"], source=said["source"], subject=form.about()
        )

    return SCREEN.begin(request, form, make, title="Lập cuộc kiểm tra đột xuất", button="Lập hồ sơ")


def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the decision or the minutes as they would look now, under the watermark."""
    found = _found(request, pk)
    now = timezone.now()
    if found.decision is None:
        kind = office.DECISION_KIND
        today = timezone.localdate(now)
        directors = User.objects.holding([Role.DIRECTOR], on=today).order_by("pk")
        data = paperwork.decision(found, signer=directors.first() or request.user, on=today)
    else:
        lead = found.team.filter(duty="lead").first()
        kind = paperwork.MINUTES_KIND
        data = paperwork.minutes(found, signer=lead.user if lead else request.user, at=now)
    return sent_preview(kind, data)


def sent_preview(kind: str, data: dict[str, Any]) -> HttpResponse:
    """Answer with a paper that nobody has issued; nothing of it is kept."""
    with transaction.atomic():
        body = office.in_charge(timezone.localdate())
        pdf = papers.preview(Paper(kind=kind, organisation=body, data=data))
    return downloads.inline(pdf, "du-thao")


def _found(request: HttpRequest, pk: int) -> Inspection:
    rows = Inspection.objects.visible_to(request.user).select_related(
        "site__operator", "site__licence__current", "inspected", "checklist", "target__plan",
        "created_by", "decided_by", "decision", "minutes", "conclusion", "signal",
    )  # fmt: skip
    return get_object_or_404(rows, pk=pk)


def _draw(
    request: HttpRequest,
    found: Inspection,
    step: Step | None = None,
    form: StepForm | None = None,
    *,
    status: int = 200,
    panel: str = "",
    **more: Any,
) -> HttpResponse:
    wanted = panel or (step.panel if step and step.panel else request.GET.get("panel", ""))
    panel = wanted if wanted in PANELS else _USUAL.get(found.stage, "case")
    context = {
        "panel": panel,
        "panels": PANELS.items(),
        "panel_title": PANELS[panel],
        "missing": actions.missing(found) if found.stage == Stage.CHECKING else [],
        **SCREEN.context(request, found, step, form),
        **_panel(panel, found, request.user),
        **more,
    }
    return render(request, "advertising/desk/inspection.html", context, status=status)


def draw_capture(request: HttpRequest, pk: int, form: CaptureForm, *, status: int) -> HttpResponse:
    """Show the evidence again with the form of a capture as it was filled in."""
    return _draw(request, _found(request, pk), status=status, panel="evidence", capture_form=form)


def _panel(panel: str, found: Inspection, user: User) -> dict[str, Any]:
    """Return what the open panel shows."""
    if panel == "case":
        return {
            "licence": licences.of(found.site),
            "notices": found.site.operator.notices.all()[:3],
            "team": found.team.all(),
            "invitations": found.invitations.select_related("organisation", "paper"),
            "before": listing.before(found, user),
            "violations": found.violations.select_related("penalty"),
            "takedowns": listing.takedowns(found),
        }
    if panel == "evidence":
        may = SCREEN.may(found, CheckVerb.GATHER, user)
        return {
            "evidence": found.evidence.select_related("captured_by"),
            "captures": found.captures.all()[:MOST_CAPTURES],
            "capture_form": CaptureForm(initial={"url": found.site.home_url}) if may else None,
        }
    if panel == "checklist":
        rows = found.findings.select_related("item", "rule").prefetch_related("exhibits__item")
        known = {one.item_id: one for one in rows}
        waiting = found.field_entries.filter(state="waiting").select_related(
            "item", "pack__taken_by"
        )
        return {
            "findings": known.values(),
            "conflicts": [(one, known.get(one.item_id)) for one in waiting],
            "may_take": SCREEN.may(found, CheckVerb.GATHER, user),
        }
    if panel == "people":
        return {"attendees": found.attendees.all()}
    if panel == "papers":
        rows = Paper.objects.about(found).issued().select_related("file")
        return {"issued": [(one, kinds.kind_of(one.kind).label) for one in rows]}
    return {"diary": found.diary.select_related("actor").order_by("-id")}


SCREEN = Screen(
    steps=STEPS,
    table=CHECK_TABLE,
    stands=lambda one: Stage(one.stage),
    find=_found,
    draw=_draw,
    route="advertising_desk:inspection",
    is_theirs=moving.is_theirs,
)
inspection, act, paper = SCREEN.show, SCREEN.act, SCREEN.paper
