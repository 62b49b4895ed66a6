"""Chooses the site by the host name of the request."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse

from cityweb.news import nav
from cityweb.news.models import Redirect
from cityweb.news.views import answers

_WITHOUT_SITE = ("/healthz/",)


class SiteMiddleware:
    """Sets `request.site`; a host that no site answers to is a 404.

    An address where nothing is may have moved: then its `Redirect` answers.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(_WITHOUT_SITE):
            request.site = nav.site_for(request.get_host().rsplit(":", 1)[0])
            if request.site is None:
                raise Http404("no site")
        response = self.get_response(request)
        if response.status_code == 404 and request.method in {"GET", "HEAD"}:
            return moved(request) or response
        return response


def moved(request: HttpRequest) -> HttpResponse | None:
    """Return the way to where this address of the site moved, if it did."""
    if "\x00" in request.path:
        return None
    found = Redirect.objects.filter(site=getattr(request, "site", None), old_path=request.path)
    new_path = found.values_list("new_path", flat=True).first()
    return answers.moved(new_path) if new_path else None
