"""What is shown when something is not there, not allowed, or broken."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import select_template

from cityweb.core.requests import wants_json

RETRY_AFTER_SECONDS = "30"

WORDS = {
    400: (
        "Yêu cầu chưa hợp lệ",
        "Vui lòng quay lại trang trước, tải lại trang rồi thử lần nữa.",
    ),
    403: (
        "Bạn không có quyền vào trang này",
        "Nếu công việc cần đến trang này, hãy đề nghị quản trị hệ thống giao vai trò phù hợp. "
        "Nếu bạn vừa gửi một biểu mẫu, hãy quay lại, tải lại trang rồi gửi lần nữa.",
    ),
    404: (
        "Không tìm thấy trang",
        "Địa chỉ có thể đã thay đổi hoặc gõ chưa đúng. Vui lòng kiểm tra lại hoặc về trang chủ.",
    ),
    500: (
        "Hệ thống gặp lỗi",
        "Chúng tôi đã ghi nhận và sẽ khắc phục. Vui lòng thử lại sau ít phút.",
    ),
    503: (
        "Hệ thống tạm thời gián đoạn",
        "Vui lòng thử lại sau ít phút.",
    ),
}


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _answer(request, 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _answer(request, 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _answer(request, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Tell a defect of ours (500) from a database that is away for a moment (503)."""
    if isinstance(sys.exc_info()[1], (OperationalError, InterfaceError)):
        response = _answer(request, 503)
        response["Retry-After"] = RETRY_AFTER_SECONDS
        return response
    return _answer(request, 500)


def _answer(request: HttpRequest, status: int) -> HttpResponse:
    if wants_json(request) or request.path_info.startswith("/api/"):
        return JsonResponse({"status": status}, status=status)
    title, advice = WORDS[status]
    page = select_template([f"errors/{status}.html", "errors/plain.html"])
    context = {"status": status, "title": title, "advice": advice}
    return HttpResponse(page.render(context, request), status=status)
