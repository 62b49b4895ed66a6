"""Whether something on a site does not belong there, by what its last readings found."""

from collections.abc import Sequence
from datetime import date

from members.abnormality import Finding
from members.verdicts.levels import Judgement, Level

CLEAN_UP = (
    "Coi như website đã bị xâm nhập: gỡ nội dung lạ, tìm tệp và tài khoản lạ, đổi mật khẩu quản "
    "trị, vá phần mềm, rồi báo cổng kiểm tra lại."
)
LOOK = "Xem bằng chứng; nếu là thay đổi của đơn vị thì không phải làm gì."
WORDS = {
    "blocked-link": "Liên kết tới tên miền trong danh sách chặn",
    "planted-link": "Liên kết lạ mang lời chào mời",
    "planted-page": "Trang con mang lời chào mời",
    "hidden-words": "Chữ giấu khỏi người đọc",
    "hidden-links": "Liên kết giấu khỏi người đọc",
    "planted-words": "Lời chào mời nằm trên trang",
    "hijacked-head": "Mô tả cho máy tìm kiếm bị đổi",
    "foreign-title": "Tiêu đề bị đổi sang thứ chữ khác",
    "foreign-words": "Đoạn chữ nước ngoài bị giấu hoặc dẫn ra ngoài",
    "stray-page": "Trang bằng thứ chữ khác, không liên quan tới website",
    "stuffed-label": "Lời chào mời trong chú thích",
    "planted-script": "Tập lệnh viết ra lời chào mời",
    "foreign-twin": "Đầu trang khai trang này là một trang của website lạ",
    "asking-form": "Biểu mẫu gửi mật khẩu sang website lạ",
    "covering-frame": "Khung của website lạ che cả màn hình",
    "hidden-frame": "Khung nhỏ không thấy được, trỏ ra ngoài",
    "off-site-redirect": "Chuyển hướng sang website khác",
    "off-site-refresh": "Trang tự đưa khách sang website khác",
    "off-site-script": "Tập lệnh đưa khách sang website khác",
    "mark": "Dấu của kẻ tấn công",
    "blank-page": "Trang chỉ còn vài chữ hoặc ảnh",
    "replaced-page": "Trang bị thay bằng trang khác",
    "replaced-language": "Trang bị thay bằng thứ chữ khác",
    "template-jump": "Đổi giao diện",
    "title-jump": "Đổi tiêu đề",
    "new-script": "Tập lệnh bên thứ ba chưa từng thấy",
    "planted-again": "Nội dung bị chèn đã quay lại nơi từng được gỡ",
    "cloaked-address": "Đưa máy tìm kiếm hoặc điện thoại sang website khác",
    "cloaked-words": "Chỉ cho máy tìm kiếm hoặc điện thoại thấy lời chào mời",
    "cloaked-language": "Cho máy tìm kiếm hoặc điện thoại xem trang bằng thứ chữ khác",
    "cloaked-page": "Cho máy tìm kiếm hoặc điện thoại xem một trang khác hẳn",
    "search-echo": "Trang tìm kiếm để máy tìm kiếm lưu lại lời người lạ gõ vào",
}
CAME_BACK = "planted-again"

LOOKS = frozenset(
    {
        *("replaced-page", "replaced-language", "blank-page"),
        *("template-jump", "title-jump", "new-script"),
    }
)
"""What may be its owner's own doing, and so may be accepted."""


def came_back(url: str, cleaned: date) -> Finding:
    """Return the finding that what was cleaned up on a page is there again."""
    return Finding(CAME_BACK, url, f"Sạch từ ngày {cleaned:%d/%m/%Y}, nay lại có.")


def judge(findings: Sequence[Finding] | None) -> Judgement:
    """Return how odd a site is; None where no page has been read yet.

    The gravest finding speaks, and of these one that came back.
    """
    if findings is None:
        return Judgement(Level.UNKNOWN, "unread", "Chưa đọc được trang chủ.")
    if not findings:
        return Judgement(Level.OK, "clean", "Không thấy gì bất thường.")
    worst = min(findings, key=lambda one: (one.is_mild, one.rule != CAME_BACK))
    more = len({one.rule for one in findings}) - 1
    also = f", và {more} dấu hiệu khác" if more else ""
    return Judgement(
        Level.NOTICE if worst.is_mild else Level.BAD,
        worst.rule,
        f"{WORDS.get(worst.rule, worst.rule)}{also}.",
        f"Quy tắc {worst.rule}: so với danh sách từ và với chính trang này trước đây.",
        worst.url,
        worst.evidence,
        LOOK if worst.is_mild else CLEAN_UP,
    )
