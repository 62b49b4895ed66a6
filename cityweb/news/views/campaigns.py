"""Topical campaigns: the list, and each one's page with the banner that member sites carry."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cityweb.core import keyset
from cityweb.news import banners, linked_data
from cityweb.news.models.sites import language_prefix
from cityweb.news.reports import campaigns as reports
from cityweb.news.views import answers
from cityweb.news.views.answers import Step

# The office runs a few campaigns a year; the list shows the last decades of them.
MOST = 200


def _list_path() -> str:
    return f"{language_prefix(get_language())}/chuyen-de/"


@require_safe
def campaigns(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    found = reports.public(request.site.pk, get_language(), today)[:MOST]
    running = [campaign for campaign in found if not campaign.is_over(today)]
    return answers.page(
        request,
        "news/campaigns.html",
        {
            "title": _("Chuyên đề"),
            "description": _("Những đợt tuyên truyền của Thành phố theo từng chính sách."),
            "running": running,
            "over": [campaign for campaign in found if campaign.is_over(today)],
            "path": _list_path(),
        },
    )


@require_safe
def campaign(request: HttpRequest, slug: str) -> HttpResponse:
    today = timezone.localdate()
    found = reports.public(request.site.pk, get_language(), today).filter(slug=slug).first()
    turn = keyset.read_turn(request.GET.get("truoc", ""), request.GET.get("sau", ""))
    if found is None:
        raise Http404("no such campaign")
    if turn is None:
        return HttpResponseRedirect(found.path)
    picked = reports.picked(found)
    leaf = reports.automatic(found, turn, without={card["pk"] for card in picked})
    if turn.place and not leaf.rows:
        return HttpResponseRedirect(found.path)
    is_first = turn.place is None
    return answers.page(
        request,
        "news/campaign.html",
        {
            "title": found.title,
            "description": found.lead,
            "line": [Step(_("Chuyên đề"), _list_path())],
            "campaign": found,
            "picture": found.picture.as_card() if found.picture else None,
            "is_over": found.is_over(today),
            "cards": [*picked, *leaf.rows] if is_first else leaf.rows,
            "leaf": leaf,
            "is_first": is_first,
            "banner": banners.banner(request.site, found),
            "path": found.path if is_first else request.get_full_path(),
            "linked_data": linked_data.crumbs(
                request.site, [(_("Chuyên đề"), _list_path()), (found.title, found.path)]
            ),
        },
    )
