"""The door of a unit: the link that was mailed to one of its people, and leads to one site."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from members import keys
from members.models import SiteLink

Page = Callable[..., HttpResponse]
"""A view of the request, the link, its key, and what else the address says."""


def by_link(page: Page) -> Callable[..., HttpResponse]:
    """Open the page to the holder of a link that works; to all others say how to get one.

    A wrong, an ended and an unknown key get the same answer, which names no site. Without a session
    there is no form to forge: who could send one knows the key already.
    """

    @csrf_exempt
    @wraps(page)
    def view(request: HttpRequest, key: str, **said: int) -> HttpResponse:
        rows = SiteLink.objects.usable(timezone.now())
        found = rows.filter(key_digest=keys.digest_of(key)).select_related(
            "contact__site__organisation", "contact__site__watch"
        )
        link = found.first()
        if link is None:
            response = render(request, "members/unit/gone.html", status=404)
        else:
            response = page(request, link, key, **said)
        response.headers["Cache-Control"] = "no-store"
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        response.headers["Referrer-Policy"] = "no-referrer"
        return response

    return view
