"""Public look-up of a dossier by its code: the code and how far it is, nothing of whose it is."""

from django.db.models import Q
from django.http import HttpRequest, HttpResponse

from cityweb.core import pages, text
from licensing.models import Dossier
from licensing.reports import shown

PATH = "/ho-so/"


def look_up(request: HttpRequest) -> HttpResponse:
    """Say in which of the national states the dossier of a code is."""
    code = text.clean(request.GET.get("ma", ""))[:40].strip().upper()
    found = None
    if code:
        rows = Dossier.objects.filter(Q(code=code) | Q(deposit_code=code))
        found = rows.only("code", "deposit_code", "state").first()
    facts = {
        "title": "Tra cứu hồ sơ",
        "description": "Tra cứu mức độ hoàn thành của hồ sơ cấp phép bằng mã hồ sơ.",
        "path": PATH,
        "code": code,
        "found": found,
        "way": shown.way(found) if found else [],
    }
    response = pages.page(request, "licensing/lookup.html", facts)
    if code:
        response.headers["Cache-Control"] = "private, no-store"
    return response
