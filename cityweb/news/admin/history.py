"""All editions of an article, who did what, and what differs between any two."""

from typing import Any

from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from cityweb.core import audit
from cityweb.core.models import AuditEntry
from cityweb.news import diff
from cityweb.news.admin import steps
from cityweb.news.models import Edition
from cityweb.news.reports import editions as reports
from cityweb.news.states import State

MOST_ENTRIES = 300


def screen(page: Any, request: HttpRequest, edition: Edition) -> HttpResponse:
    """The editions of the article, newest first, each with the steps it went through."""
    editions = list(
        Edition.objects.visible_to(request.user)
        .filter(article=edition.article_id)
        .select_related("author", "approved_by", "article")
        .defer("body")
        .order_by("-number")
    )
    trail = _trail([one.pk for one in editions])
    live = next((one for one in editions if one.state == State.PUBLISHED), None)
    rows = [
        {
            "edition": one,
            "entries": trail.get(one.pk, []),
            "restore": next(
                (step for step in steps.offered(one, request.user) if step.key == "restore"), None
            ),
        }
        for one in editions
    ]
    context = {
        **page.admin_site.each_context(request),
        "opts": page.opts,
        "title": "Lịch sử bài viết",
        "original": edition,
        "edition": edition,
        "rows": rows,
        "live": live,
        "older": rows[1]["edition"] if len(rows) > 1 else None,
    }
    return TemplateResponse(request, "admin/news/edition/history.html", context)


def _trail(editions: list[int]) -> dict[int, list[dict[str, Any]]]:
    """Return what the audit holds about the editions, oldest first."""
    entries = (
        AuditEntry.objects.filter(
            target_type=ContentType.objects.get_for_model(Edition),
            target_id__in=[str(pk) for pk in editions],
        )
        .select_related("actor")
        .order_by("-id")[:MOST_ENTRIES]
    )
    found: dict[int, list[dict[str, Any]]] = {}
    for entry in reversed(entries):
        words = audit.verb_label(entry.verb)
        found.setdefault(int(entry.target_id), []).append({"entry": entry, "words": words})
    return found


@require_safe
def differences(request: HttpRequest, pk: int) -> HttpResponse:
    """What changed from edition number `?tu=` to `?den=`; without them, from live to this one."""
    edition = get_object_or_404(Edition.objects.visible_to(request.user), pk=pk)
    editions = Edition.objects.visible_to(request.user).filter(article=edition.article_id)
    editions = editions.select_related("main_column", "author", "article").order_by("-number")
    new = _numbered(editions, request.GET.get("den", "")) or edition
    old = _numbered(editions, request.GET.get("tu", "")) or _counterpart(editions, new)
    found = diff.compare(reports.as_text(old), reports.as_text(new), reports.LABELS, html="body")
    context = {
        **admin.site.each_context(request),
        "title": "So sánh hai bản",
        "edition": edition,
        "original": edition,
        "opts": Edition._meta,
        "old": old,
        "new": new,
        "editions": editions,
        "differences": found,
    }
    return TemplateResponse(request, "admin/news/edition/differences.html", context)


def _numbered(editions: Any, number: str) -> Edition | None:
    if not number:
        return None
    found = editions.filter(number=number).first() if number.isdigit() else None
    if found is None:
        raise Http404("no such edition")
    return found


def _counterpart(editions: Any, new: Edition) -> Edition:
    """Return what an edition is compared with by itself: the live one, else the one before."""
    live = editions.filter(state=State.PUBLISHED).exclude(pk=new.pk).first()
    return live or editions.filter(number__lt=new.number).first() or new
