"""A column's page, newest first, leafed through by place."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from cityweb.core import keyset
from cityweb.news import linked_data
from cityweb.news.reports import columns
from cityweb.news.views import answers


@require_safe
def column(request: HttpRequest, slug: str) -> HttpResponse:
    found = columns.column_by_slug(request.site.pk, get_language(), slug)
    if found is None:
        raise Http404("no such column")
    turn = keyset.read_turn(request.GET.get("truoc", ""), request.GET.get("sau", ""))
    if turn is None:
        return HttpResponseRedirect(found.path)
    leaf = columns.page(found, turn)
    if turn.place and not leaf.rows:
        return HttpResponseRedirect(found.path)
    line = columns.ancestry(found)
    return answers.page(
        request,
        "news/column.html",
        {
            "title": found.name,
            "description": found.description or found.name,
            "column": found,
            "current": line[0].pk,
            "line": line[:-1],
            "children": columns.children(found),
            "leaf": leaf,
            "is_first": turn.place is None,
            "path": found.path if turn.place is None else request.get_full_path(),
            "feed_path": f"{found.path.replace('/chuyen-muc/', '/rss/', 1)}",
            "linked_data": linked_data.crumbs(
                request.site, [(step.name, step.path) for step in line]
            ),
        },
    )
