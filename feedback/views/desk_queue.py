"""The list of submissions: look, narrow, keep a filter, do one thing to many."""

from typing import Any
from urllib.parse import parse_qsl

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from cityweb.core import keyset
from cityweb.core.models import User
from feedback import actions, deadlines, queues
from feedback.forms.desk_queue import Bulk, BulkVerb, QueueFilter, SaveView
from feedback.models import Category
from feedback.reports import queue as queue_report
from feedback.states import OPEN, Kind
from feedback.views import row_tables
from feedback.views.desk_frame import may_handle, sidebar

_STATES = {state.value: str(state.label) for state in OPEN}


def queue(request: HttpRequest) -> HttpResponse:
    form = QueueFilter(request.GET)
    turn = keyset.read_turn(request.GET.get("after", ""), request.GET.get("before", ""))
    now = timezone.now()
    if "tai" in request.GET:
        return _download(request, form)
    found = queue_report.page(request.user, form.asked, turn or keyset.Turn(), now=now)
    heap = queues.named(form.asked.heap, request.user)
    frame = sidebar(request, here=form.query)
    context = {
        **frame,
        "form": form,
        "page": found,
        "heap": heap,
        "misread": _misread(form, heap),
        "title": heap.title if heap else "Ý kiến",
        "colours": _tally("colour", deadlines.COLOURS, frame["counts"], form.query),
        "states": _tally("state", _STATES, frame["counts"], form.query),
        "save_view": SaveView(initial={"query": form.query}),
        "bulk": Bulk(None, user=request.user) if may_handle(request.user) else None,
    }
    return render(request, "feedback/desk/queue.html", context)


def _misread(form: QueueFilter, heap: queues.Heap | None) -> list[dict[str, str]]:
    """Return what of the address was not understood, an unknown heap of work included."""
    asked = form.asked.heap
    unknown = [{"label": "Danh sách", "value": asked}] if asked and heap is None else []
    return [*form.misread, *unknown]


def _download(request: HttpRequest, form: QueueFilter) -> HttpResponse:
    """Hand out what the list shows, page after page, as a table."""
    heap = queues.named(form.asked.heap, request.user)
    if _misread(form, heap):
        raise Http404("not a list of this desk")
    found = queue_report.all_of(request.user, form.asked, now=timezone.now())
    # What somebody looked for may be a name; the trail is for ever.
    narrowed = [f"{one['label']}: {one['value']}" for one in form.narrowing if one["name"] != "q"]
    searched = ["có tìm theo chữ"] if form.asked.words else []
    title = "; ".join([heap.title if heap else "Ý kiến", *narrowed, *searched])
    return row_tables.handed_out(request.user, request.GET["tai"], title=title, found=found)


def _tally(
    name: str, labels: dict[str, str], counts: dict[str, int], here: str
) -> list[dict[str, Any]]:
    """Return how many there are of each; every number is the way to its rows."""
    return [
        {
            "key": key,
            "words": words,
            "count": counts[query],
            "query": query,
            "is_here": here == query,
        }
        for key, words in labels.items()
        for query in [f"{name}={key}"]
    ]


def bulk(request: HttpRequest) -> HttpResponse:
    """Do one thing to every submission that was ticked, and say of each what came of it."""
    form = Bulk(request.POST, user=request.user)
    back = _list_address(request.POST.get("back", ""))
    codes = request.POST.getlist("code")[: Bulk.MOST]
    problems = [] if codes else ["Chưa chọn ý kiến nào."]
    for name, texts in form.errors.items():
        problems += [f"{form.fields[name].label}: {text}" for text in texts]
    if problems:
        messages.error(request, " ".join(problems))
        return redirect(back)
    results = _carry_out(form.cleaned_data, codes, request.user)
    context = {
        **sidebar(request),
        "results": results,
        "done": sum(result.is_done for result in results),
        "back": back,
    }
    return render(request, "feedback/desk/bulk.html", context)


def _carry_out(said: dict[str, Any], codes: list[str], actor: User) -> list[actions.Result]:
    if said["verb"] == BulkVerb.ACCEPT:
        return actions.accept_all(codes=codes, actor=actor)
    if said["verb"] == BulkVerb.ASSIGN:
        officer = User.objects.filter(pk=said["officer"]).first()
        return actions.assign_all(codes=codes, actor=actor, officer=officer)
    if said["verb"] == BulkVerb.CLASSIFY:
        category = Category.objects.filter(pk=said["category"]).first()
        kind = Kind(said["kind"])
        return actions.classify_all(codes=codes, actor=actor, kind=kind, category=category)
    return actions.reject_spam(codes=codes, actor=actor)


def save_view(request: HttpRequest) -> HttpResponse:
    form = SaveView(request.POST)
    back = _list_address(request.POST.get("query", ""))
    if not form.is_valid():
        messages.error(request, "Hãy đặt tên ngắn cho bộ lọc.")
        return redirect(back)
    query = QueueFilter(dict(parse_qsl(form.cleaned_data["query"]))).query
    view = actions.save_view(
        actor=request.user,
        name=form.cleaned_data["name"],
        query=query,
        is_shared=form.cleaned_data["is_shared"],
    )
    messages.success(request, f"Đã lưu bộ lọc “{view}”.")
    return redirect(back)


def drop_view(request: HttpRequest, pk: int) -> HttpResponse:
    actions.drop_view(pk=pk, actor=request.user)
    messages.success(request, "Đã bỏ bộ lọc.")
    return redirect(reverse("feedback_desk:queue"))


def _list_address(query: str) -> str:
    """Return the address of the list as it was narrowed, whatever was sent."""
    safe = QueueFilter(dict(parse_qsl(query[:500]))).query
    return reverse("feedback_desk:queue") + (f"?{safe}" if safe else "")
