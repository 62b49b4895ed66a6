"""Names of places while somebody types."""

from django.http import HttpRequest, JsonResponse

from cityweb.core import pages, places

MOST_OFFERED = 12


def find(request: HttpRequest) -> JsonResponse:
    """Offer the units of today that the typed name may mean."""
    found = places.find(request.GET.get("q", "")[:120])
    offered = [
        {"pk": one.pk, "name": one.name, "formerly": one.formerly} for one in found[:MOST_OFFERED]
    ]
    response = JsonResponse({"places": offered, "more": max(0, len(found) - MOST_OFFERED)})
    response.headers["Cache-Control"] = pages.KEEP_LONG
    return response
