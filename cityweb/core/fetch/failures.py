"""Every way in which asking a site can fail, whose concern it is, and how it is put right."""

from __future__ import annotations

from typing import NamedTuple

from django.db import models

from cityweb.core import text


class Concern(models.TextChoices):
    """Who can do something about a failure."""

    SITE = "site", "Đơn vị quản lý website"
    REGISTER = "register", "Người khai địa chỉ"
    UNMEASURABLE = "unmeasurable", "Không đo được, chưa phải lỗi"
    OURS = "ours", "Phía cổng"


class Failure(models.TextChoices):
    """What went wrong, as precisely as it can be seen from outside."""

    BAD_URL = "bad_url", "Địa chỉ viết sai"
    OFF_LIMITS = "off_limits", "Địa chỉ không thuộc Internet công cộng"
    PORT = "port", "Cổng kết nối không được phép"

    DNS_MISSING = "dns_missing", "Tên miền không tồn tại"
    DNS_EMPTY = "dns_empty", "Tên miền không trỏ tới máy chủ nào"
    DNS_FAILED = "dns_failed", "Máy chủ tên miền báo lỗi"
    DNS_TIMEOUT = "dns_timeout", "Máy chủ tên miền không trả lời"

    CONNECT_REFUSED = "connect_refused", "Máy chủ từ chối kết nối"
    CONNECT_TIMEOUT = "connect_timeout", "Không kết nối được trong thời hạn"
    UNREACHABLE = "unreachable", "Không có đường tới máy chủ"
    RESET = "reset", "Kết nối bị cắt ngang"
    CLOSED = "closed", "Máy chủ đóng kết nối mà không trả lời"

    TLS_EXPIRED = "tls_expired", "Chứng thư số đã hết hạn"
    TLS_NOT_YET = "tls_not_yet", "Chứng thư số chưa có hiệu lực"
    TLS_NAME = "tls_name", "Chứng thư số cấp cho tên miền khác"
    TLS_SELF_SIGNED = "tls_self_signed", "Chứng thư số tự ký"
    TLS_CHAIN = "tls_chain", "Chuỗi chứng thư số không kiểm chứng được"
    TLS_HANDSHAKE = "tls_handshake", "Không thiết lập được kết nối HTTPS"
    TLS_TIMEOUT = "tls_timeout", "Thiết lập kết nối HTTPS quá lâu"

    NO_ANSWER = "no_answer", "Máy chủ nhận yêu cầu nhưng không trả lời"
    TOO_SLOW = "too_slow", "Trả lời nhỏ giọt, không xong trong thời hạn"
    TRUNCATED = "truncated", "Nội dung bị cắt dở"
    BAD_HTTP = "bad_http", "Câu trả lời sai giao thức HTTP"
    HEADERS_TOO_LARGE = "headers_too_large", "Phần đầu của câu trả lời quá lớn"
    TOO_LARGE = "too_large", "Trang quá lớn"
    BAD_ENCODING = "bad_encoding", "Nội dung nén bị hỏng"
    BOMB = "bomb", "Nội dung nén phình to bất thường"

    REDIRECT_LOOP = "redirect_loop", "Chuyển hướng lòng vòng"
    TOO_MANY_REDIRECTS = "too_many_redirects", "Chuyển hướng quá nhiều lần"
    REDIRECT_BROKEN = "redirect_broken", "Chuyển hướng tới địa chỉ hỏng"
    REDIRECT_OFF_LIMITS = "redirect_off_limits", "Chuyển hướng vào mạng nội bộ"

    UNAUTHORIZED = "unauthorized", "Đòi đăng nhập (401)"
    FORBIDDEN = "forbidden", "Từ chối truy cập (403)"
    NOT_FOUND = "not_found", "Không có trang này (404, 410)"
    CLIENT_ERROR = "client_error", "Máy chủ không nhận yêu cầu (4xx)"
    SERVER_ERROR = "server_error", "Lỗi bên trong máy chủ (5xx)"
    BAD_GATEWAY = "bad_gateway", "Máy chủ phía sau hỏng (502)"
    UNAVAILABLE = "unavailable", "Tạm ngừng phục vụ (503)"
    GATEWAY_TIMEOUT = "gateway_timeout", "Máy chủ phía sau không trả lời (504)"
    ODD_STATUS = "odd_status", "Mã trả lời không hiểu được"

    EMPTY = "empty", "Trang trống"
    NOT_HTML = "not_html", "Câu trả lời không phải trang web"

    RATE_LIMITED = "rate_limited", "Bị giới hạn số lần hỏi (429)"
    BLOCKED = "blocked", "Bị tường lửa của website chặn"
    CHALLENGED = "challenged", "Bị đòi xác minh không phải máy (captcha)"

    OURS = "ours", "Máy của cổng gặp lỗi khi hỏi"

    @property
    def fix(self) -> str:
        """Return what to do about it, said to whom `concern` names."""
        return ADVICE[self].fix

    @property
    def concern(self) -> Concern:
        return ADVICE[self].concern


class Advice(NamedTuple):
    concern: Concern
    fix: str


class Fault(Exception):
    """Asking ended here; `detail` says more, in Vietnamese, and names no person."""

    def __init__(self, failure: Failure, detail: str = "") -> None:
        super().__init__(failure.value, detail)
        self.failure = failure
        self.detail = text.clean(detail)

    def __str__(self) -> str:
        return f"{self.failure.label}: {self.detail}" if self.detail else str(self.failure.label)


def _site(fix: str) -> Advice:
    return Advice(Concern.SITE, fix)


def _unmeasurable(fix: str) -> Advice:
    return Advice(Concern.UNMEASURABLE, fix)


_RENEW = "Gia hạn hoặc cài lại chứng thư số trên máy chủ rồi nạp lại dịch vụ web"
_ALLOW = (
    "Đề nghị đơn vị thêm địa chỉ máy theo dõi của cổng vào danh sách cho phép của tường lửa; "
    "lần đo này không tính là lỗi."
)

ADVICE: dict[Failure, Advice] = {
    Failure.BAD_URL: Advice(
        Concern.REGISTER, "Sửa địa chỉ trong danh bạ; mở thử địa chỉ đó bằng trình duyệt."
    ),
    Failure.OFF_LIMITS: Advice(
        Concern.REGISTER,
        "Khai tên miền công khai của website. Nếu tên miền đúng, sửa bản ghi DNS để chỉ trỏ tới "
        "địa chỉ Internet công cộng.",
    ),
    Failure.PORT: Advice(
        # It is our own setting that bars the way: the site may be well.
        Concern.OURS,
        "Khai địa chỉ dùng cổng 80 hoặc 443; cổng khác do người vận hành mở trong FETCH_PORTS.",
    ),
    Failure.DNS_MISSING: _site(
        "Kiểm tra tên miền còn hạn đăng ký và bản ghi A/AAAA còn trên máy chủ tên miền."
    ),
    Failure.DNS_EMPTY: _site("Thêm bản ghi A hoặc AAAA trỏ tên miền tới máy chủ web."),
    Failure.DNS_FAILED: _site(
        "Kiểm tra máy chủ tên miền: vùng dữ liệu còn nạp được không, chữ ký DNSSEC còn hạn không."
    ),
    Failure.DNS_TIMEOUT: _site(
        "Kiểm tra máy chủ tên miền có chạy và mở cổng 53 (UDP, TCP) ra Internet không."
    ),
    Failure.CONNECT_REFUSED: _site(
        "Khởi động lại dịch vụ web; kiểm tra dịch vụ có lắng nghe đúng cổng không."
    ),
    Failure.CONNECT_TIMEOUT: _site(
        "Kiểm tra máy chủ có bật, tường lửa có mở cổng web và đường truyền có thông không."
    ),
    Failure.UNREACHABLE: _site(
        "Kiểm tra đường truyền và định tuyến của máy chủ với nhà cung cấp mạng."
    ),
    Failure.RESET: _site(
        "Xem nhật ký dịch vụ web và tường lửa: tiến trình có bị dừng đột ngột, "
        "thiết bị bảo vệ có cắt kết nối không."
    ),
    Failure.CLOSED: _site(
        "Xem nhật ký lỗi của dịch vụ web: tiến trình phục vụ dừng khi đang xử lý."
    ),
    Failure.TLS_EXPIRED: _site(f"{_RENEW}; bật gia hạn tự động."),
    Failure.TLS_NOT_YET: _site(
        "Kiểm tra ngày bắt đầu của chứng thư số và đồng hồ của máy cấp chứng thư."
    ),
    Failure.TLS_NAME: _site(
        "Cài chứng thư số có đúng tên miền này (cả dạng có và không có www) cho máy chủ ảo."
    ),
    Failure.TLS_SELF_SIGNED: _site(
        "Thay chứng thư tự ký bằng chứng thư của tổ chức chứng thực mà trình duyệt tin cậy."
    ),
    Failure.TLS_CHAIN: _site(
        "Cài đủ chứng thư trung gian (tệp fullchain) của tổ chức chứng thực mà trình duyệt tin cậy."
    ),
    Failure.TLS_HANDSHAKE: _site(
        "Bật TLS 1.2 và 1.3 với bộ mã hóa hiện hành; kiểm tra cổng 443 có đúng là HTTPS không."
    ),
    Failure.TLS_TIMEOUT: _site(
        "Kiểm tra tải của máy chủ và thiết bị cân bằng tải ở cổng 443."
    ),
    Failure.NO_ANSWER: _site(
        "Kiểm tra ứng dụng và cơ sở dữ liệu có bị treo; xem tải CPU, bộ nhớ của máy chủ."
    ),
    Failure.TOO_SLOW: _site(
        "Kiểm tra tải máy chủ và băng thông; bật bộ nhớ đệm cho trang chủ."
    ),
    Failure.TRUNCATED: _site(
        "Xem nhật ký dịch vụ web: ứng dụng dừng giữa chừng hoặc Content-Length sai."
    ),
    Failure.BAD_HTTP: _site(
        "Kiểm tra cấu hình máy chủ web hoặc thiết bị đứng trước: câu trả lời không theo HTTP/1.1."
    ),
    Failure.HEADERS_TOO_LARGE: _site(
        "Giảm số lượng và độ dài các dòng đầu trả lời, nhất là Set-Cookie."
    ),
    Failure.TOO_LARGE: _site(
        "Giảm dung lượng mã trang chủ: chuyển ảnh nhúng, dữ liệu trạng thái ra ngoài trang."
    ),
    Failure.BAD_ENCODING: _site(
        "Kiểm tra cấu hình nén (gzip, br): nội dung phải đúng với dòng Content-Encoding."
    ),
    Failure.BOMB: _site(
        "Kiểm tra máy chủ có bị cài mã độc: nội dung nén bung ra lớn gấp hàng trăm lần."
    ),
    Failure.REDIRECT_LOOP: _site(
        "Sửa quy tắc chuyển hướng giữa http/https, có/không có www để kết thúc ở một địa chỉ."
    ),
    Failure.TOO_MANY_REDIRECTS: _site(
        "Rút gọn chuyển hướng: trang chủ nên tới đích sau nhiều nhất hai lần."
    ),
    Failure.REDIRECT_BROKEN: _site(
        "Sửa dòng Location của câu trả lời chuyển hướng thành địa chỉ http:// hoặc https:// đúng."
    ),
    Failure.REDIRECT_OFF_LIMITS: _site(
        "Sửa quy tắc chuyển hướng: website đang đưa người xem tới địa chỉ nội bộ."
    ),
    Failure.UNAUTHORIZED: _site("Bỏ yêu cầu đăng nhập trên trang công khai."),
    Failure.FORBIDDEN: _site(
        "Kiểm tra quyền đọc tệp và quy tắc chặn; nếu chỉ chặn máy theo dõi của cổng, "
        "thêm máy đó vào danh sách cho phép."
    ),
    Failure.NOT_FOUND: _site(
        "Khôi phục trang hoặc chuyển hướng tới địa chỉ mới; báo cổng nếu website đã đổi địa chỉ."
    ),
    Failure.CLIENT_ERROR: _site(
        "Kiểm tra cấu hình máy chủ web: trang chủ phải mở được bằng lệnh GET thông thường."
    ),
    Failure.SERVER_ERROR: _site("Xem nhật ký lỗi của ứng dụng và cơ sở dữ liệu rồi khắc phục."),
    Failure.BAD_GATEWAY: _site("Khởi động lại ứng dụng phía sau máy chủ web hoặc cân bằng tải."),
    Failure.UNAVAILABLE: _site(
        "Kết thúc chế độ bảo trì hoặc giảm tải; bảo trì theo kế hoạch thì khai trước với cổng."
    ),
    Failure.GATEWAY_TIMEOUT: _site(
        "Kiểm tra ứng dụng phía sau và cơ sở dữ liệu có bị treo, quá tải không."
    ),
    Failure.ODD_STATUS: _site("Kiểm tra máy chủ web: trang chủ phải trả lời mã 200."),
    Failure.EMPTY: _site("Kiểm tra ứng dụng: máy chủ trả lời nhưng trang không có nội dung."),
    Failure.NOT_HTML: _site(
        "Kiểm tra trang chủ và dòng Content-Type: phải là text/html."
    ),
    Failure.RATE_LIMITED: _unmeasurable(_ALLOW),
    Failure.BLOCKED: _unmeasurable(_ALLOW),
    Failure.CHALLENGED: _unmeasurable(_ALLOW),
    Failure.OURS: Advice(
        Concern.OURS,
        "Xem nhật ký và tải của máy theo dõi (số tệp mở, bộ nhớ, mạng); lần đo này không tính.",
    ),
}  # fmt: skip
