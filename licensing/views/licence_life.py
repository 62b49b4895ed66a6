"""The life of a licence: the desk's screen, its holder's, one table of what may be done there."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from cityweb.core import downloads, keyset
from cityweb.core.asking import AskingForm
from cityweb.core.errors import Refused
from cityweb.core.models import Role, User
from cityweb.core.papers import kinds
from licensing import actions, verbs
from licensing.forms import keeping as asked
from licensing.forms.asked import AskedForm
from licensing.models import Applicant, Licence, Procedure
from licensing.reports import life, register, soon
from licensing.states import Standing
from licensing.views.filing import private

INVALID, CONFLICT = 422, 409
OFFICE = frozenset({Role.SPECIALIST, Role.OFFICE_HEAD})


@dataclass(frozen=True)
class Task:
    """Something to be done about a licence; `of_row` when it is about one row of it."""

    word: str
    label: str
    form: type[AskingForm]
    do: Callable[..., object]
    roles: frozenset[Role]
    of_row: bool = False

    @property
    def ids(self) -> str | bool:
        """How its fields are named on the page; a form that stands there for each row has none."""
        return False if self.of_row else f"{self.word}-%s"


TASKS = (
    Task("mo-vu-viec", "Mở vụ việc", asked.OpenProceeding, actions.open_proceeding,
         frozenset({Role.SPECIALIST})),
    Task("doi-chieu", "Đối chiếu với trang chủ", asked.NothingAsked, actions.check_licence_claims,
         OFFICE),
    Task("yeu-cau-go", "Yêu cầu gỡ nội dung", asked.TakedownForm, actions.ask_takedown, OFFICE),
    Task("da-go", "Xác nhận đã gỡ", asked.EvidenceForm, actions.end_takedown, OFFICE, of_row=True),
    Task("huy-go", "Hủy yêu cầu gỡ", asked.CancelForm, actions.cancel_takedown, OFFICE,
         of_row=True),
    Task("thoa-thuan", "Ghi thỏa thuận nguồn tin", asked.AgreementForm, actions.note_agreement,
         OFFICE | {Role.APPLICANT}),
    Task("bao-cao", "Nộp báo cáo hằng năm", asked.ReportForm, actions.hand_in_report,
         OFFICE | {Role.APPLICANT}),
    Task("tra-loi", "Trả lời yêu cầu gỡ", asked.AnswerForm, actions.answer_takedown,
         frozenset({Role.APPLICANT}), of_row=True),
    Task("giai-trinh", "Gửi giải trình", asked.OwnExplanationForm, actions.explain,
         frozenset({Role.APPLICANT}), of_row=True),
    Task("khieu-nai", "Ghi khiếu nại, khởi kiện", asked.ComplaintForm, actions.record_complaint,
         OFFICE),
    Task("giai-quyet", "Ghi kết quả giải quyết", asked.SettleForm, actions.settle_complaint,
         OFFICE, of_row=True),
)  # fmt: skip


def licences(request: HttpRequest) -> HttpResponse:
    """Find a licence to work on; what changes soon stands above."""
    form = AskedForm(request.GET)
    turn = keyset.read_turn(request.GET.get("after", ""), request.GET.get("before", ""))
    facts = {
        "form": form,
        "words": form.asked.words,
        "state": form.asked.state,
        "states": Standing.choices,
        "page": register.page(form.asked, turn or keyset.Turn()),
        "soon": soon.changing(timezone.localdate())[: soon.MOST_SHOWN].count(),
    }
    return render(request, "licensing/desk/licences.html", facts)


def complaints(request: HttpRequest) -> HttpResponse:
    """Show the complaints and suits, the open ones first; write down how one was settled."""
    form = asked.SettleForm(request.POST or None, auto_id=False)
    if request.method == "POST" and form.is_valid():
        row = request.POST.get("row", "")
        try:
            actions.settle_complaint(
                pk=int(row) if row.isdecimal() else 0, actor=request.user, **form.cleaned_data
            )
            messages.success(request, "Đã ghi kết quả giải quyết.")
            return redirect("licensing_desk:complaints")
        except Refused as refusal:
            form.refuse(refusal)
    facts = {
        "rows": life.complaints(),
        "form": form,
        "tried": request.POST.get("row", ""),
        "may_settle": not OFFICE.isdisjoint(request.user.roles),
    }
    return render(request, "licensing/desk/complaints.html", facts)


def takedowns(request: HttpRequest) -> HttpResponse:
    """Show what licensees were asked to remove and nobody has seen gone, the oldest first."""
    return render(
        request, "licensing/desk/takedowns.html", {"rows": life.open_takedowns(timezone.now())}
    )


def licence(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the life of one licence to the desk."""
    return _desk(request, _found(slug))


def act(request: HttpRequest, slug: str, task: str) -> HttpResponse:
    """Do one task at the desk; what was typed is kept when a rule forbids it."""
    found = _found(slug)
    failed = _done(request, found, task)
    if failed is None:
        return redirect("licensing_desk:licence", slug)
    return _desk(request, found, failed, status=CONFLICT if failed[1].is_valid() else INVALID)


def own(request: HttpRequest, slug: str) -> HttpResponse:
    """Show its holder what is due and what was said."""
    return _own(request, _owned(request, slug))


def own_act(request: HttpRequest, slug: str, task: str) -> HttpResponse:
    """Do one task of the holder."""
    found = _owned(request, slug)
    failed = _done(request, found, task)
    if failed is None:
        return redirect("filing:licence", slug)
    return _own(request, found, failed, status=CONFLICT if failed[1].is_valid() else INVALID)


def own_paper(request: HttpRequest, slug: str, paper: int) -> FileResponse:
    """Send its holder one letter or decision of a proceeding about the licence."""
    rows = life.letters(_owned(request, slug))
    return downloads.paper(get_object_or_404(rows, pk=paper))


def _done(request: HttpRequest, found: Licence, word: str) -> tuple[Task, forms.Form] | None:
    """Do it; return the task and its form when that did not go through."""
    task = next((one for one in _offered(request.user) if one.word == word), None)
    if task is None:
        raise Http404(word)
    form = task.form(request.POST, request.FILES, auto_id=task.ids)
    if not form.is_valid():
        return task, form
    row = request.POST.get("row", "")
    about = {"pk": int(row) if row.isdecimal() else 0} if task.of_row else {"licence": found.pk}
    try:
        task.do(actor=request.user, **about, **form.cleaned_data)
    except Refused as refusal:
        if task.of_row:
            # The row may be gone, and its form with it.
            messages.error(request, refusal.message)
        else:
            form.refuse(refusal)
        return task, form
    messages.success(request, verbs.done(task.label))
    return None


def _offered(user: User) -> list[Task]:
    return [one for one in TASKS if not one.roles.isdisjoint(user.roles)]


def _facts(
    request: HttpRequest, found: Licence, failed: tuple[Task, forms.Form] | None
) -> dict[str, Any]:
    tasks = {}
    for one in _offered(request.user):
        is_failed = failed is not None and failed[0] is one
        key = one.word.replace("-", "_")
        tasks[key] = {"task": one, "form": failed[1] if is_failed else one.form(auto_id=one.ids),
                      "is_open": is_failed}  # fmt: skip
    return {
        "found": found,
        "now": found.current,
        "life": life.of(found, timezone.now()),
        "tasks": tasks,
        "claim": found.claim_checks.first(),
        "report_due": actions.report_due(timezone.localdate()),
    }


def _desk(
    request: HttpRequest,
    found: Licence,
    failed: tuple[Task, forms.Form] | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    facts = _facts(request, found, failed)
    return render(request, "licensing/desk/licence.html", facts, status=status)


def _own(
    request: HttpRequest,
    found: Licence,
    failed: tuple[Task, forms.Form] | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    facts = _facts(request, found, failed) | {
        "title": f"Giấy phép số {found.number}",
        "changes": Procedure.objects.filter(is_filed=True, needs_licence=True),
        "letters": [(one, kinds.kind_of(one.kind).label) for one in life.letters(found)],
        "to_remedy": life.to_remedy(found, timezone.now()),
    }
    return private(request, "licensing/filing/licence.html", facts, status=status)


def _found(slug: str) -> Licence:
    rows = Licence.objects.select_related("current", "issuer", "holder").defer("words", "search")
    return get_object_or_404(rows, slug=slug)


def _owned(request: HttpRequest, slug: str) -> Licence:
    """Return the licence if it bears the name of the person's organisation; else 404."""
    found = _found(slug)
    if not Applicant.objects.filter(account=request.user, name=found.holder.name).exists():
        raise Http404(slug)
    return found
