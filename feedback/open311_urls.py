"""Open311 GeoReport v2; the form of an answer is the ending of its address."""

from django.urls import URLPattern, path

from feedback.views import open311

app_name = "open311"


def _both(address: str, view: open311.View, name: str) -> list[URLPattern]:
    return [path(f"{address}.{form}", view, {"form": form}, name) for form in ("json", "xml")]


urlpatterns = [
    *_both("discovery", open311.discovery, "discovery"),
    *_both("services", open311.service_list, "services"),
    *_both("services/<slug:code>", open311.service, "service"),
    *_both("requests", open311.requests, "requests"),
    *_both("requests/<slug:number>", open311.one_request, "request"),
    *_both("tokens/<str:token>", open311.token, "token"),
]
