"""What wraps every request: its id, its language, who changes what, and a forbidden step."""

import logging
import re
import time
import uuid
from collections.abc import Callable
from dataclasses import asdict
from functools import cached_property

import pghistory
from csp.constants import HEADER as CSP_HEADER
from csp.middleware import CSPMiddleware
from csp.utils import build_policy
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.utils import translation

from cityweb.core import logs
from cityweb.core.errors import Refused
from cityweb.core.requests import SAFE_METHODS, screen_left, wants_json

logger = logging.getLogger(__name__)

GetResponse = Callable[[HttpRequest], HttpResponse]
# What we accept from a proxy in front; anything else might forge lines in a log.
SANE_ID = re.compile(r"[0-9A-Za-z-]{8,40}")
SLOW_SECONDS = 1.0


class RequestIdMiddleware:
    """Gives each request an id, returns it as `X-Request-ID`, and logs what an operator asks for.

    A line is written for requests that change something, fail or are slow; the web server in front
    keeps the full access log, where a line costs nothing.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        sent = request.headers.get("X-Request-ID", "")
        token = logs.request_id.set(sent if SANE_ID.fullmatch(sent) else uuid.uuid4().hex)
        begun = time.perf_counter()
        try:
            response = self.get_response(request)
            response["X-Request-ID"] = logs.request_id.get()
            self._log(request, response.status_code, time.perf_counter() - begun)
        finally:
            logs.request_id.reset(token)
        return response

    def _log(self, request: HttpRequest, status: int, seconds: float) -> None:
        if request.method in SAFE_METHODS and status < 500 and seconds < SLOW_SECONDS:
            return
        match = request.resolver_match
        view = match.view_name if match else "-"
        logger.info("%s %s %d %.0f ms", request.method, view, status, seconds * 1000)


class ContentPolicyMiddleware(CSPMiddleware):
    """Writes the usual Content-Security-Policy once and repeats it.

    A page with a nonce, or with a policy of its own, goes the library's way.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        own = getattr(request, "_csp_nonce", None) or any(
            name.startswith("_csp") for name in vars(response)
        )
        if own or settings.DEBUG:
            return super().process_response(request, response)
        response.headers.setdefault(CSP_HEADER, self._usual)
        return response

    @cached_property
    def _usual(self) -> str:
        parts = self.get_policy_parts(request=HttpRequest(), response=HttpResponse())
        return build_policy(**asdict(parts))


class LanguageFromPathMiddleware:
    """Speaks English below `/en/` and Vietnamese everywhere else.

    Unlike Django's own, it never looks at cookies or `Accept-Language`: an address has one
    language, so a cached page needs no `Vary`.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


class HistoryContextMiddleware:
    """Writes who and which request beside every history row that a changing request leaves."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method in SAFE_METHODS:
            return self.get_response(request)
        with pghistory.context(actor=request.user.pk, request=logs.request_id.get()):
            return self.get_response(request)


class RefusedMiddleware:
    """Shows a `Refused` on the screen the person left; scripts get 409 with code and message."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, Refused):
            return None
        logger.info("refused %s", exception.code)
        if wants_json(request):
            return JsonResponse({"code": exception.code, "message": exception.message}, status=409)
        left = screen_left(request)
        if left:
            messages.error(request, exception.message)
            return HttpResponseRedirect(left, status=303)
        return render(request, "errors/refused.html", {"message": exception.message}, status=409)
