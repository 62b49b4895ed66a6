"""The wall, the list and the page of one site."""

from itertools import groupby
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from cityweb.core.errors import Refused
from members import actions
from members.forms.accepting import AcceptForm
from members.forms.narrowing import Narrow
from members.models import MemberSite, SubPage, Verdict
from members.querysets import CHECKERS, MemberSiteQuerySet
from members.reports import guises as report_of_guises
from members.reports import incidents, standing, year
from members.reports.standing import Standing
from members.verdicts.abnormality import LOOKS
from members.verdicts.levels import Level, Subject

PAGE = 100


def _watched(request: HttpRequest) -> MemberSiteQuerySet:
    return MemberSite.objects.visible_to(request.user).watched(timezone.localdate())


def wall(request: HttpRequest) -> HttpResponse:
    """Every site at a glance, the worst first; the page looks again by itself."""
    rows = standing.standings(_watched(request))
    context = {
        # The worst stand first, so each level is one run of rows.
        "heaps": [(level, list(heap)) for level, heap in groupby(rows, lambda row: row.level)],
        "total": len(rows),
        "pulse": standing.pulse(),
    }
    return render(request, "members/wall.html", context)


def sites(request: HttpRequest) -> HttpResponse:
    """The list, narrowed by what the address says."""
    mine = _watched(request)
    form = Narrow(request.GET, known=standing.choices(mine))
    rows = [row for row in standing.standings(form.narrow(mine)) if _fits(row, form.said)]
    page = Paginator(rows, PAGE).get_page(request.GET.get("trang"))
    context = {"form": form, "page": page, "subjects": list(Subject), "query": urlencode(form.said)}
    return render(request, "members/sites.html", context)


def _fits(row: Standing, said: dict[str, str]) -> bool:
    """Tell whether a site stands as asked: as a whole, or in the one respect that is named."""
    level, subject = said.get("level"), said.get("subject")
    if subject and level:
        return any(one.subject == subject and one.level == level for one in row.verdicts)
    if subject:
        return any(one.subject == subject and one.level != Level.OK for one in row.verdicts)
    return not level or row.level == level


def site(request: HttpRequest, code: str) -> HttpResponse:
    """One site: how it stands and why, what to do, what it answered lately."""
    seen = MemberSite.objects.visible_to(request.user)
    found = get_object_or_404(
        seen.select_related("organisation", "organisation__successor", "watch"), code=code
    )
    now = timezone.now()
    may_act = request.user.has_role(*CHECKERS) and not found.is_archived
    held = standing.of_late(found)
    rolls = year.rolled(found, today=timezone.localdate(now))
    verdicts = [one for one in held if one.until is None]
    context = {
        "site": found,
        "level": Standing(found, verdicts).level,
        "verdicts": standing.by_subject(verdicts),
        "course": standing.course(found),
        "past": standing.past(held),
        "below": standing.below(found, today=timezone.localdate(now)),
        "year": year.year(rolls, held, today=timezone.localdate(now)),
        "cases": incidents.cases_of(found, today=timezone.localdate(now)),
        "contacts": found.contacts.in_force(timezone.localdate(now)),
        "maintenance": found.maintenance.all(),
        "is_being_asked": standing.is_being_asked(found, now=now),
        "may_check": may_act,
        "accept_form": AcceptForm() if may_act and any(map(_is_a_look, verdicts)) else None,
    }
    return render(request, "members/site.html", context)


def guises(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what a page gave the browser, and what it gave the others."""
    mine = MemberSite.objects.visible_to(request.user)
    rows = SubPage.objects.filter(site__in=mine).select_related("site")
    found = get_object_or_404(rows, pk=pk)
    kept = report_of_guises.faces(found)
    if kept is None:
        raise Http404
    return render(request, "members/guises.html", {"subpage": found, "faces": kept})


def _is_a_look(one: Verdict) -> bool:
    return one.subject == Subject.ABNORMALITY and one.code in LOOKS


def accept(request: HttpRequest, code: str) -> HttpResponse:
    """Take the page as it looks now for its owner's."""
    found = get_object_or_404(_watched(request), code=code)
    form = AcceptForm(request.POST)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        actions.accept_look(pk=found.pk, actor=request.user, reason=reason)
        messages.success(request, "Đã ghi nhận. Từ nay trang chủ được so với diện mạo này.")
    else:
        messages.error(request, "Hãy ghi vì sao biết đây là trang thật của đơn vị.")
    return redirect("members_desk:site", code=code)


def check(request: HttpRequest, code: str) -> HttpResponse:
    """Ask a site while the officer waits; a second click ends on the same result."""
    found = get_object_or_404(_watched(request), code=code)
    try:
        finished = actions.check_now(pk=found.pk, actor=request.user, now=timezone.now())
    except Refused as refusal:
        messages.info(request, refusal.message)
        return redirect("members_desk:site", code=code)
    if finished is None:
        messages.success(request, "Đang có nhiều người cùng kiểm tra; kết quả hiện sau nửa phút.")
    elif finished.note:
        messages.warning(request, f"Lần kiểm tra này không tính. {finished.note}")
    else:
        messages.success(request, "Đã kiểm tra xong, kết quả ở dưới là của lần vừa rồi.")
    return redirect("members_desk:site", code=code)


def send_link(request: HttpRequest, code: str, contact: int) -> HttpResponse:
    """Mail one of the unit's people a fresh link to the unit's own page."""
    found = get_object_or_404(_watched(request), code=code)
    told = actions.send_link(site=found.pk, contact=contact, actor=request.user)
    messages.success(request, f"Đã gửi liên kết tới {told.email}.")
    return redirect("members_desk:site", code=code)
