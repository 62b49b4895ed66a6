"""The desk of plans: the list, one plan with its targets and drawings, its steps."""

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from advertising import actions
from advertising.forms import plans as forms
from advertising.forms.plans import PlanForm
from advertising.forms.stepping import Reason, StepForm
from advertising.life import PLAN_TABLE, PlanState, PlanVerb
from advertising.models import Inspection, Plan
from advertising.views.stepping import Screen, Step, always


def _has_drawing(plan: Plan) -> bool:
    return plan.samples.filter(drawn_at=None).exists()


STEPS = (
    Step(PlanVerb.CHOOSE, actions.choose, forms.Choose),
    Step(PlanVerb.WITNESS, actions.witness, forms.Witness,
         "Người khác người chốt hạt giống ghi, trước khi hạt giống được mở.",
         offered=lambda plan: plan.samples.filter(drawn_at=None, drawn_by=None).exists()),
    Step(PlanVerb.DRAW, actions.draw, forms.Draw,
         "Hạt giống và lời người chứng kiến cùng quyết định; ai cũng tính lại được.",
         offered=lambda plan: plan.samples.filter(drawn_at=None).exclude(drawn_by=None).exists()),
    Step(PlanVerb.APPROVE, actions.approve, meaning="Các website trở thành đối tượng kiểm tra."),
    Step(PlanVerb.OPEN, actions.open_planned, forms.Open,
         offered=lambda plan: plan.targets.filter(inspection=None).exists()),
    Step(PlanVerb.PUT_UP, actions.put_up_plan, meaning="Giám đốc duyệt kế hoạch.",
         offered=lambda plan: plan.targets.exists() and not _has_drawing(plan)),
    Step(PlanVerb.COMMIT, actions.commit, forms.Commit,
         "Chốt danh sách, ghi dấu của hạt giống. Người khác ghi lời chứng kiến sau.",
         offered=lambda plan: not _has_drawing(plan)),
    Step(PlanVerb.DROP, actions.drop, forms.Drop,
         offered=lambda plan: plan.targets.filter(way="reasoned").exists()),
    Step(PlanVerb.SEND_BACK, actions.send_plan_back, Reason, is_aside=always),
    Step(PlanVerb.CLOSE, actions.close_plan, forms.Close, is_aside=always),
)  # fmt: skip


def plans(request: HttpRequest) -> HttpResponse:
    """Show every plan with how far it is."""
    rows = Plan.objects.select_related("created_by").prefetch_related("targets__inspection")
    context = {"plans": [(plan, *_progress(plan)) for plan in rows[:60]]}
    return render(request, "advertising/desk/plans.html", context)


def write(request: HttpRequest) -> HttpResponse:
    """Begin a plan."""
    form = PlanForm(request.POST or None)
    return SCREEN.begin(
        request,
        form,
        lambda: actions.write_plan(actor=request.user, **form.cleaned_data),
        title="Lập kế hoạch kiểm tra",
        button="Lập kế hoạch",
    )


def _progress(plan: Plan) -> tuple[int, int, int]:
    """Return how many targets it has, how many were opened, how many are done."""
    opened = [one.inspection for one in plan.targets.all() if hasattr(one, "inspection")]
    return len(plan.targets.all()), len(opened), sum(one.closed_at is not None for one in opened)


def _found(request: HttpRequest, pk: int) -> Plan:
    return get_object_or_404(Plan.objects.select_related("created_by", "approved_by"), pk=pk)


def _draw(
    request: HttpRequest,
    found: Plan,
    step: Step | None = None,
    form: StepForm | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    seen = Inspection.objects.visible_to(request.user)
    own = Prefetch("inspection", seen, to_attr="shown")
    context = {
        "targets": found.targets.select_related("site__operator").prefetch_related(own),
        "samples": found.samples.select_related("committed_by", "drawn_by"),
        **SCREEN.context(request, found, step, form),
    }
    return render(request, "advertising/desk/plan.html", context, status=status)


SCREEN = Screen(
    steps=STEPS,
    table=PLAN_TABLE,
    stands=lambda one: PlanState(one.state),
    find=_found,
    draw=_draw,
    route="advertising_desk:plan",
)
plan, act = SCREEN.show, SCREEN.act
