"""The search page: a form that works by address alone, and the articles that answer."""

from datetime import date
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cityweb.news import nav
from cityweb.news.models import Column
from cityweb.news.models.sites import language_prefix
from cityweb.news.reports.columns import column_known_as
from cityweb.news.search import find
from cityweb.news.views import answers

PAGE_SIZE = 20
MOST_CHARACTERS = 200


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    site, language, asked = request.site, get_language(), request.GET
    typed = asked.get("q", "").strip()[:MOST_CHARACTERS]
    slug = asked.get("chuyen-muc", "")
    column = column_known_as(site.pk, language, slug) if slug else None
    since, until = _day(asked.get("tu", "")), _day(asked.get("den", ""))
    after = asked.get("tiep", "")
    results = find(
        typed,
        site_id=site.pk,
        language=language,
        column_id=column.pk if column else None,
        since=since,
        until=until,
        after=after or None,
        limit=PAGE_SIZE,
    )
    path = f"{language_prefix(language)}/tim-kiem/"
    return answers.page(
        request,
        "news/search.html",
        {
            "title": f"{_('Tìm kiếm')}: {typed}" if typed else _("Tìm kiếm"),
            "description": _("Tìm tin, bài của cổng. Gõ có dấu hay không dấu đều được."),
            "typed": typed,
            "column": column,
            "columns": _options(nav.columns(site.pk, language)),
            "since": since,
            "until": until,
            "unknown_column": bool(slug) and column is None,
            "bad_days": _bad_days(asked.get("tu", ""), asked.get("den", ""), since, until),
            "is_first": not after,
            "results": results,
            "path": path,
            "here": f"{path}?{_address(typed, column, since, until)}",
            "alternates": [],
        },
    )


def _day(value: str) -> date | None:
    """Return the day of a date field, or nothing when it holds none."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _bad_days(typed_since: str, typed_until: str, since: date | None, until: date | None) -> str:
    """Return what is wrong with the days asked for, in words that say what to do."""
    if (typed_since and since is None) or (typed_until and until is None):
        return _("Ngày chưa đúng, nên chưa được dùng để lọc. Hãy chọn lại ngày.")
    if since and until and since > until:
        return _("Ngày bắt đầu đang ở sau ngày kết thúc. Hãy đổi lại.")
    return ""


def _options(columns: dict[int, Column]) -> list[tuple[Column, str]]:
    """Return every column with the name of the one above it, for a flat list of choices."""
    return [
        (column, columns[column.parent_id].name if column.parent_id in columns else "")
        for column in columns.values()
    ]


def _address(typed: str, column: Column | None, since: date | None, until: date | None) -> str:
    asked = {
        "q": typed,
        "chuyen-muc": column.slug if column else "",
        "tu": since.isoformat() if since else "",
        "den": until.isoformat() if until else "",
    }
    return urlencode({name: value for name, value in asked.items() if value})
