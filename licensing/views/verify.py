"""Is this paper genuine? By number, by code or QR, by the file itself."""

from typing import Any

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import conditional_page

from cityweb.core import pages, papers
from cityweb.core.papers.verifying import MOST_BYTES
from cityweb.core.signin import client_ip
from licensing.forms.verify import MEGABYTES, TOO_LARGE, FileForm, LookUpForm
from licensing.reports import verification

PATH = "/xac-minh/"
REGISTER = "/giay-phep/"
_DESCRIPTION = gettext_noop(
    "Xác minh giấy phép và văn bản do Thành phố ký số: theo số, theo mã QR hoặc bằng chính tệp PDF."
)
# What surrounds a file in a form.
_ROOM = 64 * 1024
_A_MINUTE, _FILES_A_MINUTE = 60, 10


@conditional_page
def start(request: HttpRequest) -> HttpResponse:
    """Show the three ways to verify, and the answer to a number or code."""
    if "so" not in request.GET:
        return _page(request)
    form = LookUpForm(request.GET)
    if not form.is_valid():
        return _page(request, errors=form.errors["so"])
    return _answer(request, form.cleaned_data["so"])


@conditional_page
def by_code(request: HttpRequest, code: str) -> HttpResponse:
    """Answer who read the QR of a paper."""
    return _answer(request, code)


@csrf_exempt  # It changes nothing, and the page that asks is kept by caches.
def by_file(request: HttpRequest) -> HttpResponse:
    """Judge a file: its signatures, every byte, and whether it is ours."""
    length = request.headers.get("Content-Length", "")
    if length.isdecimal() and int(length) > MOST_BYTES + _ROOM:
        words = TOO_LARGE
        return _page(request, status=413, file_errors=[words])
    if _asks_too_often(request):
        return _busy(request, "Bạn đã xác minh nhiều tệp liên tiếp. Hãy chờ một phút rồi thử lại.")
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, status=400, file_errors=form.errors["tep"])
    given = form.cleaned_data["tep"]
    with verification.turn() as is_ours:
        if not is_ours:
            return _busy(request, "Đang có nhiều người cùng xác minh. Hãy thử lại sau ít phút.")
        judged = verification.judge(given.read(), today=timezone.localdate())
    return _kept_nowhere(_page(request, judged=judged, file_name=given.name))


def authorities(request: HttpRequest) -> HttpResponse:
    """Hand out the certificates in which signatures must end, for those who verify offline."""
    response = HttpResponse(papers.authorities(), content_type="application/x-pem-file")
    response.headers["Content-Disposition"] = 'attachment; filename="goc-tin-cay.pem"'
    response.headers["Cache-Control"] = pages.KEEP_FEED
    return response


def _answer(request: HttpRequest, typed: str) -> HttpResponse:
    said = verification.look_up(typed, today=timezone.localdate())
    return _page(request, status=200 if said.is_found else 404, typed=typed, said=said)


def _page(request: HttpRequest, *, status: int = 200, **facts: Any) -> HttpResponse:
    shown = {
        "title": _("Xác minh văn bản"),
        "description": _(_DESCRIPTION),
        **pages.in_languages(PATH),
        "register": pages.in_languages(REGISTER)["path"],
        "megabytes": MEGABYTES,
        "is_answer": bool(facts),
        **facts,
    }
    response = pages.page(request, "licensing/verify.html", shown, status=status)
    response.headers["Cache-Control"] = pages.KEEP_CHECKED
    return response


def _busy(request: HttpRequest, words: str) -> HttpResponse:
    response = _kept_nowhere(_page(request, status=429, file_errors=[words]))
    response.headers["Retry-After"] = str(_A_MINUTE)
    return response


def _kept_nowhere(response: HttpResponse) -> HttpResponse:
    response.headers["Cache-Control"] = "no-store"
    return response


def _asks_too_often(request: HttpRequest) -> bool:
    """Count the files that came from one address within a minute; forgotten after it."""
    key = f"verify:{client_ip(request)}"
    cache.add(key, 0, _A_MINUTE)
    try:
        return cache.incr(key) > _FILES_A_MINUTE
    except ValueError:
        # The minute ended in between.
        return False
