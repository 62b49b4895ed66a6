"""Chooses the site by the host name of the request."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse

from cityweb.news import nav

_WITHOUT_SITE = ("/healthz/",)


class SiteMiddleware:
    """Sets `request.site`; a host that no site answers to is a 404."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(_WITHOUT_SITE):
            request.site = nav.site_for(request.get_host().rsplit(":", 1)[0])
            if request.site is None:
                raise Http404("no site")
        return self.get_response(request)
