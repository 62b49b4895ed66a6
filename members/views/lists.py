"""The lists that pages are judged by: proposals to decide on, lists in and out."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from cityweb.core import exports
from members import actions
from members.actions.listing import DOMAINS
from members.forms.lists import KINDS, ListForm
from members.models import BlockedDomain, ListedWord
from members.reports import lists as report

WRONG_SHOWN = 20
PROPOSALS_SHOWN = 100


def lists(request: HttpRequest) -> HttpResponse:
    """Show what is proposed; take in a plain list."""
    form = ListForm(request.POST or None)
    wrong: list[str] = []
    if form.is_valid():
        taken = actions.take_in_list(actor=request.user, **form.cleaned_data)
        messages.success(request, f"Đã thêm {taken.new} mục.")
        if not taken.wrong:
            return redirect("members_desk:lists")
        wrong = taken.wrong
    proposed = BlockedDomain.objects.proposed().select_related("site").order_by("-changed_at")
    context = {
        "form": form,
        "proposed": proposed[:PROPOSALS_SHOWN],
        "blocked": BlockedDomain.objects.filter(is_blocked=True).count(),
        "words": ListedWord.objects.count(),
        "kinds": KINDS,
        "wrong": wrong[:WRONG_SHOWN],
        "more_wrong": max(len(wrong) - WRONG_SHOWN, 0),
    }
    return render(request, "members/lists.html", context)


def decide_domain(request: HttpRequest, pk: int) -> HttpResponse:
    """Block a proposed domain or spare it."""
    found = get_object_or_404(BlockedDomain, pk=pk)
    row = actions.decide_domain(pk=found.pk, is_blocked="block" in request.POST, actor=request.user)
    said = "chặn" if row.is_blocked else "không chặn"
    messages.success(request, f"{row.domain}: {said}. Trang đã lưu được xét lại trong đêm.")
    return redirect("members_desk:lists")


def export_list(request: HttpRequest, kind: str) -> HttpResponse:
    """Hand out one list, an entry a line, as it can be taken in again."""
    if kind not in dict(KINDS):
        raise Http404
    rows = report.blocked_domains() if kind == DOMAINS else report.own_words(kind)
    actions.note_list_export(actor=request.user, kind=kind)
    first, *rest = [*rows, ""]
    return exports.table(
        exports.CSV, name=f"danh-sach-{kind}", header=[first], rows=([one] for one in rest if one)
    )
