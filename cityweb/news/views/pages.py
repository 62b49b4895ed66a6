"""Static pages in their tree, and the map of the whole site as text."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cityweb.news import linked_data, nav
from cityweb.news.models import Page
from cityweb.news.models.sites import language_prefix
from cityweb.news.reports import pages as reports
from cityweb.news.reports.columns import children
from cityweb.news.views import answers


@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    found = reports.page_by_slug(request.site.pk, get_language(), slug)
    if found is None:
        raise Http404("no such page")
    tree = reports.tree(request.site.pk, get_language())
    line = reports.line_to(found, tree)
    return answers.page(
        request,
        "news/page.html",
        {
            "title": found.title,
            "description": found.lead,
            "page": found,
            "unit": _unit(found),
            "line": [branch.page for branch in line[:-1]],
            "family": line[0] if line and line[0].below else None,
            "path": found.path,
            "linked_data": linked_data.crumbs(
                request.site, [(branch.page.title, branch.page.path) for branch in line]
            ),
        },
    )


def _unit(page: Page) -> str:
    """Return the unit that looks after the page; the person is not the public's business."""
    organisation = page.owner.organisation if page.owner else None
    return organisation.name if organisation else ""


@require_safe
def site_map(request: HttpRequest) -> HttpResponse:
    site, language = request.site, get_language()
    tops = [column for column in nav.columns(site.pk, language).values() if not column.parent_id]
    return answers.page(
        request,
        "news/site_map.html",
        {
            "columns": [(column, children(column)) for column in tops],
            "pages": reports.tree(site.pk, language),
            "path": f"{language_prefix(language)}/so-do-cong/",
            "title": _("Sơ đồ cổng"),
            "description": _("Mọi chuyên mục và trang thông tin, ở dạng chữ."),
        },
    )
