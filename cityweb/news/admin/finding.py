"""Answers the boxes in which an editor searches for a readable article."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse

from cityweb.news.models import LiveArticle, Site
from cityweb.news.models.sites import Language

A_PAGE = 20


def find(request: HttpRequest) -> JsonResponse:
    """Return readable articles of one of the person's sites by words of the title, newest first."""
    site = request.GET.get("site", "")
    language = request.GET.get("language", Language.VI)
    if not site.isdigit() or not Site.objects.visible_to(request.user).filter(pk=site).exists():
        raise PermissionDenied("not a site of this person")
    rows = LiveArticle.objects.on(int(site), language).titled(request.GET.get("term", "")[:200])
    found = [
        {"id": str(pk), "text": f"{title} ({published:%d/%m/%Y})"}
        for pk, title, published in rows.values_list("article", "title", "published_at")[:A_PAGE]
    ]
    return JsonResponse({"results": found, "pagination": {"more": False}})
