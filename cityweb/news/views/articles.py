"""An article at its address, and what its old addresses and a withdrawn one answer."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from cityweb.news import linked_data, nav
from cityweb.news.models import LiveArticle
from cityweb.news.reports import articles, columns
from cityweb.news.views import answers


@require_safe
def article(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    """Show the article; the number alone finds it, a wrong or old slug is redirected."""
    live = articles.article(pk, request.site.pk)
    if live is None:
        return _absent(request, pk)
    if request.path != live.path:
        return answers.moved(live.path)
    return present(request, live)


def present(request: HttpRequest, live: LiveArticle) -> HttpResponse:
    """Return the page of an article; `live` may be unsaved, as in the editors' preview."""
    column = nav.columns(live.site_id, live.language).get(live.main_column_id)
    line = columns.ancestry(column) if column else []
    return answers.page(
        request,
        "news/article.html",
        {
            "title": live.title,
            "description": live.lead,
            "og_type": "article",
            "article": live,
            "picture": live.picture,
            "line": line,
            "current": line[0].pk if line else None,
            "column": column,
            "related": articles.related(live),
            "was_changed": live.updated_at > live.published_at,
            "path": live.path,
            "address": f"{request.site.origin}{live.path}",
            "translation_path": live.translation_path,
            "alternates": [
                (live.language, live.path),
                ("en" if live.language == "vi" else "vi", live.translation_path),
            ]
            if live.translation_path
            else [],
            "linked_data": linked_data.news_article(request.site, live, line),
        },
    )


def _absent(request: HttpRequest, pk: int) -> HttpResponse:
    absence = articles.absence(pk, request.site.pk)
    if absence is None:
        raise Http404("no such article")
    if absence.moved_to:
        return answers.moved(absence.moved_to)
    return answers.page(
        request,
        "errors/410.html",
        {"layout": "base.html", "withdrawn_at": absence.withdrawn_at},
        status=410,
    )
