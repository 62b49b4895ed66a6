"""Small questions about one request."""

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})


def wants_json(request: HttpRequest) -> bool:
    """Tell whether a script asked, and so cannot show a page to anyone."""
    return (
        request.headers.get("X-Requested-With") in {"XMLHttpRequest", "fetch"}
        or request.get_preferred_type(["text/html", "application/json"]) == "application/json"
    )


def screen_left(request: HttpRequest) -> str:
    """Return the address of our own page that sent this form, or nothing.

    A page read with GET has no screen to go back to: redirecting it could turn in circles.
    """
    referer = request.headers.get("Referer", "")
    safe = url_has_allowed_host_and_scheme(
        referer, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return referer if safe and request.method not in SAFE_METHODS else ""
