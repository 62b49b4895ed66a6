"""The platform's own pages: signs of life, and the desk everybody starts from."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from cityweb.core import desk, health


@never_cache
def live(request: HttpRequest) -> JsonResponse:
    """This process answers. Nothing else is asked."""
    return JsonResponse({"status": health.FINE})


@never_cache
def ready(request: HttpRequest) -> JsonResponse:
    """All parts work (200), or which ones do not (503); `?only=database` asks for one part.

    A load balancer asks for the database alone: pages are served without broker and workers.
    """
    only = request.GET.get("only", "")
    if only and only not in health.CHECKS:
        return JsonResponse({"status": "unknown part"}, status=404)
    parts = health.report(only)
    fine = all(state == health.FINE for state in parts.values())
    return JsonResponse(
        {"status": health.FINE if fine else "failing", "parts": parts}, status=200 if fine else 503
    )


def landing(request: HttpRequest) -> HttpResponse:
    return render(request, "desk/landing.html", {"groups": desk.waiting_for(request.user)})
