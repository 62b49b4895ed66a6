"""How the newsroom's public pages leave, in the language of their address."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils.translation import get_language

from cityweb.core import pages
from cityweb.core.pages import KEEP, KEEP_FEED, KEEP_LONG, MOST_DESCRIBED, Step
from cityweb.news.models.sites import language_prefix

__all__ = ["KEEP", "KEEP_FEED", "KEEP_LONG", "MOST_DESCRIBED", "Step", "moved", "page"]


def page(
    request: HttpRequest, template: str, facts: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    """Return a public page whose links stay in its language."""
    prefix = language_prefix(get_language())
    around = {"prefix": prefix, "home_path": f"{prefix}/"}
    return pages.page(request, template, {**around, **facts}, status=status)


def moved(path: str) -> HttpResponsePermanentRedirect:
    """Return a lasting redirect that every cache asks about again.

    An address may come back into use; a remembered way out of it would then lead in a circle.
    """
    response = HttpResponsePermanentRedirect(path)
    response.headers["Cache-Control"] = "no-cache"
    return response
