"""How a draft will look to readers, on a desktop and on a phone."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone, translation
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from cityweb.news import live
from cityweb.news.admin.policies import in_our_frame
from cityweb.news.models import Edition
from cityweb.news.views import articles


@require_safe
def screen(request: HttpRequest, pk: int) -> HttpResponse:
    """The frame around the preview, with the choice of widths."""
    edition = get_object_or_404(Edition.objects.visible_to(request.user), pk=pk)
    return TemplateResponse(
        request, "admin/news/edition/preview.html", {"edition": edition, "title": edition.title}
    )


@require_safe
@xframe_options_sameorigin
@in_our_frame
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """The public page of the article as it would be if this edition went live now."""
    editions = Edition.objects.visible_to(request.user).select_related("article__site", "picture")
    edition = get_object_or_404(editions, pk=pk)
    shown = live.preview(edition, now=timezone.now())
    shown.translation_path = ""
    request.site = edition.article.site
    with translation.override(edition.article.language):
        response = articles.present(request, shown)
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response
