"""The list of dossiers: narrow, keep a filter, do one thing to many, export; stand-ins."""

from typing import Any
from urllib.parse import parse_qsl

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from cityweb.core import desk, exports, kept_views, keyset
from cityweb.core.bulk import Result
from cityweb.core.errors import Refused
from cityweb.core.models import Role, User
from licensing import actions, deadlines, delegation, heaps
from licensing.forms.dossiers import Bulk, BulkVerb, DossierFilter, SaveView, StandInForm
from licensing.models import SavedView, StandIn
from licensing.reports import dossiers as report

MOST_EXPORTED = 20_000
HEADER = (
    *("Mã hồ sơ", "Mã nộp", "Tổ chức", "Thủ tục", "Tên trang", "Cách nộp", "Trạng thái"),
    *("Chuyên viên", "Nộp lúc", "Tiếp nhận lúc", "Kết thúc lúc", "Thời hạn", "Hạn của bước"),
)


def dossiers(request: HttpRequest) -> HttpResponse:
    """Show the list, narrowed as the address says."""
    user = request.user
    form = DossierFilter(request.GET)
    turn = keyset.read_turn(request.GET.get("after", ""), request.GET.get("before", ""))
    now = timezone.now()
    heap = heaps.named(form.asked.heap, user)
    counts = report.colours(user, form.asked, now)
    bulk = Bulk(None, user=user, people=form.people)
    context = {
        "form": form,
        "heap": heap,
        "title": heap.title if heap else "Hồ sơ cấp phép",
        "page": report.page(user, form.asked, turn or keyset.Turn(), now=now),
        "colours": [
            {
                "key": key,
                "words": words,
                "count": counts[key],
                "query": form.with_(colour=key),
                "is_here": form.asked.colour == key,
            }
            for key, words in deadlines.COLOURS.items()
        ],
        "groups": desk.waiting_for(user, only="licensing_desk"),
        "saved_views": kept_views.offered(
            SavedView, user, here=form.query, decides=user.has_role(Role.OFFICE_HEAD)
        ),
        "save_view": SaveView(initial={"query": form.query}),
        "bulk": bulk if bulk.verbs else None,
        "principals": delegation.principals(user),
    }
    return render(request, "licensing/desk/dossiers.html", context)


def bulk(request: HttpRequest) -> HttpResponse:
    """Do one thing to every dossier that was ticked, and say of each what came of it."""
    form = Bulk(request.POST, user=request.user)
    back = _list_address(request.POST.get("back", ""))
    keys = [int(one) for one in request.POST.getlist("code")[: Bulk.MOST] if one.isdecimal()]
    if not keys or not form.is_valid():
        problems = [text for texts in form.errors.values() for text in texts]
        messages.error(request, " ".join(problems) or "Chưa chọn hồ sơ nào.")
        return redirect(back)
    results = _carry_out(form.cleaned_data, keys, request.user)
    context = {"results": results, "done": sum(one.is_done for one in results), "back": back}
    return render(request, "licensing/desk/bulk.html", context)


def _carry_out(said: dict[str, Any], keys: list[int], actor: User) -> list[Result[int]]:
    given = {"keys": keys, "actor": actor}
    if said["verb"] == BulkVerb.HAND_OVER:
        return actions.hand_over_all(to=said["to"], **given)
    if said["verb"] == BulkVerb.REASSIGN:
        return actions.reassign_all(to=said["to"], reason=said["reason"], **given)
    if said["verb"] == BulkVerb.TAKE_UP:
        return actions.take_up_all(**given)
    return actions.hand_out_all(**given)


def export(request: HttpRequest, kind: str) -> HttpResponse:
    """Send exactly the rows that the list is narrowed to, and write down that they were taken."""
    form = DossierFilter(request.GET)
    now = timezone.now()
    rows = report.narrowed(request.user, form.asked, now)
    lines = report.lines(rows, now, most=MOST_EXPORTED + 1)
    if len(lines) > MOST_EXPORTED:
        raise Refused("too-many-rows", f"Hơn {MOST_EXPORTED} hồ sơ: hãy lọc hẹp lại rồi xuất.")
    actions.note_export(actor=request.user, title=form.title, rows=len(lines))
    return exports.table(kind, name=f"ho-so-{now:%Y%m%d}", header=HEADER, rows=map(_cells, lines))


def _cells(row: report.Row) -> tuple[Any, ...]:
    one = row.dossier
    return (
        one.code, one.deposit_code, one.applicant.name, one.procedure.short_name, one.title,
        one.get_channel_display(), one.get_state_display(),
        one.specialist.full_name if one.specialist else "", one.submitted_at, one.received_at,
        one.closed_at, f"{row.deadline.words} ({row.deadline.detail})",
        f"{row.step.words} ({row.step.detail})" if row.step else "",
    )  # fmt: skip


def save_view(request: HttpRequest) -> HttpResponse:
    form = SaveView(request.POST)
    back = _list_address(request.POST.get("query", ""))
    if not form.is_valid():
        messages.error(request, "Hãy đặt tên ngắn cho bộ lọc.")
        return redirect(back)
    said = form.cleaned_data | {"query": _safe(form.cleaned_data["query"])}
    messages.success(request, f"Đã lưu bộ lọc “{actions.save_view(actor=request.user, **said)}”.")
    return redirect(back)


def drop_view(request: HttpRequest, pk: int) -> HttpResponse:
    actions.drop_view(pk=pk, actor=request.user)
    messages.success(request, "Đã bỏ bộ lọc.")
    return redirect("licensing_desk:dossiers")


def stand_ins(request: HttpRequest) -> HttpResponse:
    """Show who does whose work, and arrange it."""
    form = StandInForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.appoint_stand_in(actor=request.user, **form.cleaned_data)
            messages.success(request, "Đã giao người làm thay.")
            return redirect("licensing_desk:stand_ins")
        except Refused as refusal:
            form.refuse(refusal)
    today = timezone.localdate()
    rows = StandIn.objects.filter(valid_to__gte=today, ended_at=None)
    facts = {
        "form": form,
        "rows": rows.select_related("person", "stand_in", "made_by"),
        "may_arrange": request.user.has_role(*actions.ARRANGERS),
    }
    return render(request, "licensing/desk/stand_ins.html", facts)


def end_stand_in(request: HttpRequest, pk: int) -> HttpResponse:
    actions.end_stand_in(pk=pk, actor=request.user)
    messages.success(request, "Đã chấm dứt làm thay.")
    return redirect("licensing_desk:stand_ins")


def _safe(query: str) -> str:
    return DossierFilter(dict(parse_qsl(query[:500]))).query


def _list_address(query: str) -> str:
    """Return the address of the list as it was narrowed, whatever was sent."""
    safe = _safe(query)
    return reverse("licensing_desk:dossiers") + (f"?{safe}" if safe else "")
