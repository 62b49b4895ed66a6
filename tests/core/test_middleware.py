"""What wraps every request: id, language, refusals, log lines."""

import json
import logging

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import translation

from cityweb.core import logs
from cityweb.core.errors import Refused
from cityweb.core.middleware import (
    HistoryContextMiddleware,
    LanguageFromPathMiddleware,
    RefusedMiddleware,
    RequestIdMiddleware,
)

rf = RequestFactory()


@pytest.mark.parametrize("sent", ["abcd-1234-EFGH", "0123456789abcdef" * 2])
def test_a_sane_request_id_is_kept(client, sent):
    assert client.get("/healthz/live", headers={"x-request-id": sent})["X-Request-ID"] == sent


@pytest.mark.parametrize("sent", ["", "short", "x" * 41, 'evil"\n{', "tiếng-việt-có-dấu"])
def test_another_request_id_is_replaced(client, sent):
    made = client.get("/healthz/live", headers={"x-request-id": sent})["X-Request-ID"]
    assert len(made) == 32
    assert made != sent


@pytest.mark.parametrize(
    ("path", "language"),
    [("/", "vi"), ("/en/", "en"), ("/en/tim-kiem/", "en"), ("/enter/", "vi"), ("/vi/", "vi")],
)
def test_the_address_alone_decides_the_language(path, language):
    seen = []

    def view(request):
        seen.append((translation.get_language(), request.LANGUAGE_CODE))
        return HttpResponse()

    request = rf.get(path, headers={"accept-language": "en", "cookie": "django_language=en"})
    response = LanguageFromPathMiddleware(view)(request)
    assert seen == [(language, language)]
    assert response["Content-Language"] == language
    assert "Vary" not in response


def refuse(request):
    response = RefusedMiddleware(lambda request: HttpResponse()).process_exception(
        request, Refused("too-late", "Đã quá hạn. Hãy tải lại trang.")
    )
    return response


def test_a_refusal_leads_back_to_the_screen_with_its_message(messages_said):
    response = refuse(
        rf.post("/nghiep-vu/x/", headers={"referer": "http://testserver/nghiep-vu/?trang=2"})
    )
    assert response.status_code == 303
    assert response["Location"] == "http://testserver/nghiep-vu/?trang=2"
    assert messages_said == ["Đã quá hạn. Hãy tải lại trang."]


@pytest.mark.parametrize("referer", ["https://evil.example/", "", "javascript:alert(1)"])
def test_a_refusal_never_leads_to_a_foreign_page(referer):
    response = refuse(rf.post("/nghiep-vu/x/", headers={"referer": referer}))
    assert response.status_code == 409
    assert "Đã quá hạn" in response.text


def test_a_refused_page_does_not_turn_in_circles():
    response = refuse(rf.get("/x/", headers={"referer": "http://testserver/x/"}))
    assert response.status_code == 409


def test_a_script_gets_code_and_message():
    response = refuse(rf.post("/x/", headers={"x-requested-with": "fetch"}))
    assert response.status_code == 409
    assert json.loads(response.content) == {
        "code": "too-late",
        "message": "Đã quá hạn. Hãy tải lại trang.",
    }


@pytest.fixture
def messages_said(monkeypatch):
    said = []
    monkeypatch.setattr(
        "cityweb.core.middleware.messages.error", lambda request, text: said.append(text)
    )
    return said


def test_other_exceptions_are_left_alone():
    middleware = RefusedMiddleware(lambda request: HttpResponse())
    assert middleware.process_exception(rf.post("/"), ValueError()) is None


def test_reading_does_not_ask_who_reads():
    request = rf.get("/")
    HistoryContextMiddleware(lambda request: HttpResponse())(request)
    assert not hasattr(request, "user")


def test_a_log_line_is_json_with_the_request_id():
    token = logs.request_id.set("yeu-cau-0001")
    record = logging.LogRecord("cityweb", logging.INFO, "x.py", 1, "đăng %s", ("bài",), None)
    line = json.loads(logs.JsonFormatter().format(record))
    logs.request_id.reset(token)
    assert line["message"] == "đăng bài"
    assert line["request_id"] == "yeu-cau-0001"
    assert set(line) == {"time", "level", "logger", "message", "request_id"}


def test_a_failure_is_logged_without_the_words_of_the_exception():
    try:
        try:
            raise KeyError("nguyenvana@example.vn")
        except KeyError as cause:
            raise ValueError("Key (email)=(nguyenvana@example.vn) exists") from cause
    except ValueError as failure:
        lines = logs.describe(failure)
    assert lines[0] == "builtins.ValueError"
    assert "builtins.KeyError" in lines
    assert any("test_middleware.py" in line for line in lines)
    assert not any("nguyenvana" in line for line in lines)


@pytest.mark.parametrize(("method", "status", "logged"), [
    ("GET", 200, 0), ("GET", 404, 0), ("GET", 500, 1), ("POST", 200, 1),
])  # fmt: skip
def test_requests_that_change_or_fail_are_logged(caplog, method, status, logged):
    request = rf.generic(method, "/gop-y/bi-mat/")
    request.resolver_match = None
    with caplog.at_level(logging.INFO, "cityweb.core.middleware"):
        RequestIdMiddleware(lambda request: HttpResponse(status=status))(request)
    assert len(caplog.messages) == logged
    assert not any("bi-mat" in message for message in caplog.messages)
