"""The ranking of a period, what stands behind a site's points, and the public page."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import conditional_page

from cityweb.core import exports, pages, periods
from cityweb.core.periods import Period
from members.models import MemberSite, PublicPage, Verdict
from members.querysets import MemberSiteQuerySet
from members.reports import scores
from members.reports.scores import Ranking
from members.verdicts.levels import Subject


def period_of(request: HttpRequest) -> Period:
    """Return the period that the address names; without one, the month that runs."""
    today = timezone.localdate()
    said = request.GET.get("ky", "")
    found = periods.named(said) if said else periods.month(today.year, today.month)
    if found is None or found.first > today:
        raise Http404("no such period")
    return found


def _ranking(request: HttpRequest) -> Ranking:
    sites = MemberSite.objects.visible_to(request.user).watched(timezone.localdate())
    return scores.ranking(sites, period_of(request), now=timezone.now())


def ranking(request: HttpRequest) -> HttpResponse:
    found = _ranking(request)
    if "xuat" in request.GET:
        return exports.table(
            exports.XLSX,
            name=f"xep-hang-{found.period.key}",
            header=scores.HEADER,
            rows=scores.table(found.rows),
        )
    context = {
        "ranking": found,
        "subjects": [(one, found.formula.points[one]) for one in Subject],
        "periods": periods.recent(timezone.localdate()),
        "grade": request.GET.get("loai", ""),
    }
    context["rows"] = [row for row in found.rows if context["grade"] in {"", row.grade}]
    return render(request, "members/ranking.html", context)


def explained(request: HttpRequest, code: str) -> HttpResponse:
    """Every point that one site lost, with the verdict that cost it."""
    found = _ranking(request)
    row = next((one for one in found.rows if one.site.code == code), None)
    if row is None:
        raise Http404("no such site")
    context = {"ranking": found, "row": row, "parts": scores.costs(row)}
    return render(request, "members/score.html", context)


@conditional_page
def public(request: HttpRequest) -> HttpResponse:
    """Show everybody the member sites; the page is there only while the office wants it."""
    setting = get_object_or_404(PublicPage, is_on=True)
    today = timezone.localdate()
    sites: MemberSiteQuerySet = MemberSite.objects.all().watched(today)
    facts = {
        "title": _("Website thành viên"),
        "description": _("Cổng thành phần của các sở, ngành, xã, phường: địa chỉ, đơn vị quản lý."),
        **pages.in_languages("/website-thanh-vien/"),
        "setting": setting,
        "unsafe": set(Verdict.objects.tampered(sites).values_list("site_id", flat=True)),
    }
    if setting.shows_scores:
        month = periods.last_whole_month(today)
        found = scores.ranking(sites, month, now=timezone.now())
        # Where a site without a rank stands would tell its points.
        found.rows.sort(key=lambda row: row.site.pk in facts["unsafe"])
        facts["ranking"] = found
    else:
        facts["sites"] = list(sites.select_related("organisation").order_by("organisation__name"))
    response = pages.page(request, "members/public.html", facts)
    # A site that falls must lose its link at once.
    response.headers["Cache-Control"] = pages.KEEP_CHECKED
    return response
