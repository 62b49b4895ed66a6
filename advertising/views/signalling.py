"""The desk of signals: what came in, and what became of it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from advertising import actions
from advertising.forms import signals as forms
from advertising.forms.checking import Words
from advertising.forms.stepping import Reason, StepForm
from advertising.life import SIGNAL_TABLE, SignalState, SignalVerb
from advertising.models import Signal
from advertising.reports import listing
from advertising.views.stepping import Screen, Step
from cityweb.core import clocks, keyset
from cityweb.core.clocks import wording
from feedback.models import Submission

STEPS = (
    Step(SignalVerb.TRIAGE, actions.triage),
    Step(SignalVerb.GUIDE, actions.guide, forms.Guide,
         "Lấy số, ký số công văn; hạn khắc phục được theo dõi và nhắc."),
    Step(SignalVerb.HEED, actions.heed, Words),
    Step(SignalVerb.OPEN, actions.open_from_signal, forms.OpenFrom,
         is_aside=lambda one: one.state == SignalState.GUIDANCE),
    Step(SignalVerb.DISMISS, actions.dismiss, Reason, is_grave=True),
)  # fmt: skip


def signals(request: HttpRequest) -> HttpResponse:
    """Show the list, narrowed as the address says."""
    asked = listing.asked_signals(request.GET)
    turn = keyset.read_turn(request.GET.get("after", ""), request.GET.get("before", ""))
    context = {
        "asked": asked,
        "states": SignalState.choices,
        "page": listing.signals(request.user, asked, turn or keyset.Turn()),
    }
    return render(request, "advertising/desk/signals.html", context)


def note(request: HttpRequest) -> HttpResponse:
    """Write a signal down."""
    form = forms.SignalForm(request.POST or None, label_suffix="")
    return SCREEN.begin(
        request,
        form,
        lambda: actions.note_signal(actor=request.user, **form.cleaned_data),
        title="Ghi tin báo",
        button="Ghi tin báo",
    )


def _found(request: HttpRequest, pk: int) -> Signal:
    rows = Signal.objects.visible_to(request.user).select_related(
        "site__operator", "created_by", "taken_by", "letter", "inspection"
    )
    return get_object_or_404(rows, pk=pk)


def _draw(
    request: HttpRequest,
    found: Signal,
    step: Step | None = None,
    form: StepForm | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    now = timezone.now()
    reports = Submission.objects.visible_to(request.user)
    context = {
        "may_open_report": reports.filter(code=found.report_code).exists(),
        "clocks": [wording.deadline(one, one.name, now) for one in clocks.of(found)],
        **SCREEN.context(request, found, step, form),
    }
    return render(request, "advertising/desk/signal.html", context, status=status)


SCREEN = Screen(
    steps=STEPS,
    table=SIGNAL_TABLE,
    stands=lambda one: SignalState(one.state),
    find=_found,
    draw=_draw,
    route="advertising_desk:signal",
)
signal, act, paper = SCREEN.show, SCREEN.act, SCREEN.paper
