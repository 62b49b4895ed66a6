"""The ranking of a period, what stands behind a site's points, and the public page."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, override
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


def _place_in(language: str) -> str:
    with override(language):
        return reverse("members_public:list")


def _prefix(language: str) -> str:
    return "" if language == settings.LANGUAGE_CODE else f"/{language}"


@conditional_page
def public(request: HttpRequest) -> HttpResponse:
    """Show everybody the member sites; the page is there only while the office wants it."""
    setting = get_object_or_404(PublicPage, is_on=True)
    today = timezone.localdate()
    sites: MemberSiteQuerySet = MemberSite.objects.all().watched(today)
    places = {code: _place_in(code) for code, _ in settings.LANGUAGES}
    language = get_language()
    facts = {
        "title": _("Website thành viên"),
        "description": _("Cổng thành phần của các sở, ngành, xã, phường: địa chỉ, đơn vị quản lý."),
        "path": places[language],
        "prefix": _prefix(language),
        "home_path": f"{_prefix(language)}/",
        "alternates": list(places.items()),
        "translation_path": next(path for code, path in places.items() if code != language),
        "setting": setting,
        "is_vietnamese": language == settings.LANGUAGE_CODE,
        "unsafe": set(Verdict.objects.tampered(sites).values_list("site_id", flat=True)),
    }
    if setting.shows_scores:
        month = periods.last_whole_month(today)
        facts["ranking"] = scores.ranking(sites, month, now=timezone.now())
    else:
        facts["sites"] = list(sites.select_related("organisation").order_by("organisation__name"))
    response = pages.page(request, "members/public.html", facts)
    # A site that falls must lose its link at once.
    response.headers["Cache-Control"] = pages.KEEP_CHECKED
    return response
