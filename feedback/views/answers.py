"""Published questions and answers: list, search, one page each, feed, and the similar ones."""

from typing import Any
from urllib.parse import urlencode
from xml.sax.saxutils import escape

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.feedgenerator import Rss201rev2Feed
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import conditional_page

from cityweb.core import keyset, pages, places
from cityweb.core.text import clean
from feedback import linked_data
from feedback.models import Publication
from feedback.reports import boxes, published
from feedback.reports.published import Asked
from feedback.states import PublicationState
from feedback.views.citizen import home

PATH = "/gop-y/hoi-dap/"
STEP = pages.Step("Hỏi đáp", PATH)
MOST_WORDS = 200


@conditional_page
def answers(request: HttpRequest) -> HttpResponse:
    """Show the newest answers, or those a reader asks for by address alone."""
    given = request.GET
    turn = keyset.read_turn(given.get("truoc", ""), given.get("sau", ""))
    if turn is None:
        return HttpResponseRedirect(PATH)
    area = given.get("noi", "").strip()[:120]
    found = places.find(area) if area else []
    asked = Asked(
        words=clean(given.get("q", "")).strip()[:MOST_WORDS],
        mailbox=clean(given.get("hop-thu", ""))[:60],
        category=clean(given.get("linh-vuc", ""))[:40],
        body=clean(given.get("co-quan", ""))[:250],
        units=tuple(one.pk for one in found),
    )
    kept = {name: value for name, value in given.items() if value and name not in ("truoc", "sau")}
    return _checked(
        request,
        "feedback/answers.html",
        {
            "title": f"Hỏi đáp: {asked.words}" if asked.words else "Hỏi đáp",
            "description": "Câu hỏi, phản ánh của người dân và trả lời của cơ quan có trách nhiệm.",
            "path": PATH,
            "line": [home()],
            "asked": asked,
            "area": area,
            "units": found,
            "unit_is_unknown": bool(area) and not found,
            "boxes": boxes.boxes(),
            "bodies": published.bodies(),
            "leaf": published.page(asked, turn),
            "here": urlencode(kept),
            "is_narrowed": bool(kept),
        },
    )


@conditional_page
def answer(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    """Show one question with its answer at the one address that is its own."""
    rows = Publication.objects.select_related(
        "submission__mailbox", "submission__category", "submission__unit", "reply"
    )
    found = get_object_or_404(rows, pk=pk)
    if found.state == PublicationState.WITHDRAWN:
        facts = {"title": "Hỏi đáp đã được gỡ", "line": [home(), STEP]}
        return _checked(request, "feedback/answer_gone.html", facts, status=410)
    if found.state != PublicationState.PUBLISHED or found.submission.is_restricted:
        raise Http404("not public")
    if request.path != found.path:
        return HttpResponseRedirect(found.path)
    return _checked(
        request,
        "feedback/answer.html",
        {
            "title": found.title,
            "description": found.question,
            "path": found.path,
            "og_type": "article",
            "line": [home(), STEP],
            "found": found,
            "files": found.files.select_related("shown__file"),
            "citations": found.reply.citations.all(),
            "linked_data": linked_data.question(found, request.site.origin),
        },
    )


def _checked(
    request: HttpRequest, template: str, facts: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    """Return a page that no cache shows again without asking: what is withdrawn is gone at once."""
    response = pages.page(request, template, facts, status=status)
    response.headers["Cache-Control"] = pages.KEEP_CHECKED
    return response


@conditional_page
def feed(request: HttpRequest) -> HttpResponse:
    """Return the newest answers as RSS 2.0."""
    origin = request.site.origin
    found = Rss201rev2Feed(
        title=f"Hỏi đáp – {request.site.name}",
        link=f"{origin}{PATH}",
        description="Câu hỏi của người dân và trả lời của cơ quan có trách nhiệm.",
        language="vi",
        feed_url=f"{origin}{request.path}",
    )
    for one in published.newest(published.FEED_SIZE):
        found.add_item(
            title=clean(one.title),
            link=f"{origin}{one.path}",
            description=clean(escape(one.answer)),
            unique_id=f"{origin}{PATH}{one.pk}/",
            unique_id_is_permalink=True,
            pubdate=timezone.localtime(one.published_at),
            updateddate=timezone.localtime(one.updated_at),
        )
    response = HttpResponse(content_type="application/rss+xml; charset=utf-8")
    found.write(response, "utf-8")
    response.headers["Cache-Control"] = pages.KEEP_CHECKED
    return response


@conditional_page
def sitemap(request: HttpRequest) -> HttpResponse:
    """Name the page of every published answer, the newest first."""
    origin = request.site.origin
    rows = "".join(
        f"<url><loc>{escape(origin + one.path)}</loc>"
        f"<lastmod>{timezone.localtime(one.updated_at).isoformat(timespec='seconds')}</lastmod>"
        "</url>\n"
        for one in published.newest(published.MOST_IN_SITEMAP)
    )
    response = HttpResponse(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        f"<url><loc>{escape(origin + PATH)}</loc></url>\n{rows}</urlset>\n",
        content_type="application/xml; charset=utf-8",
    )
    response.headers["Cache-Control"] = pages.KEEP_CHECKED
    return response


@csrf_exempt  # It changes nothing; a POST keeps what somebody types out of addresses and logs.
def similar(request: HttpRequest) -> JsonResponse:
    """Offer published answers on the same matter while somebody writes."""
    found = published.similar(request.POST.get("words", ""))
    offered = [{"title": one.title, "path": one.path} for one in found]
    response = JsonResponse({"answers": offered})
    response.headers["Cache-Control"] = "no-store"
    return response
