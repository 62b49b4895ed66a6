"""Open311 GeoReport v2 over HTTP: JSON and XML, errors in its own form."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from feedback.open311 import filed, published, services
from feedback.open311.wire import Problem, complain, respond

CHANGESET = "2026-07-01T00:00:00+07:00"
SPECIFICATION = "http://wiki.open311.org/GeoReport_v2"
View = Callable[..., HttpResponse]


def _speaks_open311(view: View) -> View:
    """Answer a `Problem` as the standard has it, and a place that is not ours with 404."""

    @wraps(view)
    def wrapped(request: HttpRequest, form: str, **asked: str) -> HttpResponse:
        try:
            given = request.POST if request.method == "POST" else request.GET
            if given.get("jurisdiction_id", "") not in ("", jurisdiction()):
                raise Problem(404, "jurisdiction_id: ở đây chỉ có địa bàn của Thành phố.")
            return view(request, form, **asked)
        except Problem as problem:
            return complain(problem, form)

    return wrapped


def jurisdiction() -> str:
    """Return the name of the one place we answer for: our own host."""
    return urlsplit(settings.PORTAL_ORIGIN).hostname or ""


@_speaks_open311
def discovery(request: HttpRequest, form: str) -> HttpResponse:
    """Tell where the service is and what it speaks."""
    facts: dict[str, Any] = {
        "changeset": CHANGESET,
        "contact": f"{settings.PORTAL_ORIGIN}/gop-y/",
        "key_service": "Khóa do Phòng Thông tin điện tử cấp cho cơ quan có văn bản đề nghị.",
        "endpoints": [
            {
                "specification": SPECIFICATION,
                "url": f"{settings.PORTAL_ORIGIN}/open311/v2",
                "changeset": CHANGESET,
                "type": "production",
                "formats": ["application/json", "text/xml"],
            }
        ],
    }
    return respond("discovery", facts, form)


@_speaks_open311
def service_list(request: HttpRequest, form: str) -> HttpResponse:
    """List what requests can be about."""
    return respond("services", services.services(), form)


@_speaks_open311
def service(request: HttpRequest, form: str, code: str) -> HttpResponse:
    """Tell what a request of one service needs."""
    return respond("service_definition", services.definition(code), form)


# No cookie carries a right here: the key of the partner, sent along, is the right.
@csrf_exempt
@_speaks_open311
def requests(request: HttpRequest, form: str) -> HttpResponse:
    """List published requests, or take one in from a partner."""
    if request.method == "POST":
        answer = respond("service_requests", [filed.take(request.POST)], form, status=201)
        answer.headers["Cache-Control"] = "no-store"
        return answer
    asked = published.read(request.GET, now=timezone.now())
    return respond("service_requests", published.page(asked), form)


@_speaks_open311
def one_request(request: HttpRequest, form: str, number: str) -> HttpResponse:
    """Show one published request."""
    return respond("service_requests", [published.one(number)], form)


@_speaks_open311
def token(request: HttpRequest, form: str, token: str) -> HttpResponse:
    """Tell a partner under which number a request it handed in can be read."""
    return respond("service_requests", [published.by_token(token)], form)
