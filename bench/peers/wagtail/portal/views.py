"""Search, as `wagtail start` writes it, over articles."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from portal.models import PER_PAGE, ArticlePage, with_pictures


def search(request: HttpRequest) -> HttpResponse:
    query = request.GET.get("q", "")
    articles = with_pictures(ArticlePage.objects.live())
    results = articles.search(query) if query else articles.none()
    page = Paginator(results, PER_PAGE).get_page(request.GET.get("page"))
    return TemplateResponse(request, "portal/search.html", {"query": query, "results": page})
