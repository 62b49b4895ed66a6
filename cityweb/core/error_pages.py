"""What a person sees when something is not there, not allowed, or broken.

400 and 500 are drawn from a page that needs neither the site nor the database.
"""

import sys
from typing import Any

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template import loader

RETRY_SECONDS = 60


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _alone("errors/400.html", 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _within_site(request, "errors/403.html", 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _within_site(request, "errors/404.html", 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer 500, or 503 with a time to come back when it is the database that does not answer."""
    if isinstance(sys.exception(), OperationalError | InterfaceError):
        response = _alone("errors/503.html", 503)
        response.headers["Retry-After"] = str(RETRY_SECONDS)
        return response
    return _alone("errors/500.html", 500)


def _within_site(request: HttpRequest, template: str, status: int) -> HttpResponse:
    """Draw the page inside the site's header and footer, where a site is known."""
    if getattr(request, "site", None) is None:
        return _alone(template, status)
    return _drawn(template, status, {"layout": "base.html", "request": request})


def _alone(template: str, status: int) -> HttpResponse:
    return _drawn(template, status, {"layout": "errors/alone.html"})


def _drawn(template: str, status: int, facts: dict[str, Any]) -> HttpResponse:
    response = HttpResponse(loader.get_template(template).render(facts), status=status)
    response.headers["Cache-Control"] = "no-store"
    return response
