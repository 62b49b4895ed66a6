"""Whether something on the home page does not belong there, by what its last reading found."""

from collections.abc import Sequence

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
    "stuffed-label": "Lời chào mời trong chú thích",
    "planted-script": "Tập lệnh viết ra lời chào mời",
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
}

LOOKS = frozenset(
    {
        *("replaced-page", "replaced-language", "blank-page"),
        *("template-jump", "title-jump", "new-script"),
    }
)
"""What may be its owner's own doing, and so may be accepted."""


def judge(findings: Sequence[Finding] | None) -> Judgement:
    """Return how odd a page is; None where no page has been read yet."""
    if findings is None:
        return Judgement(Level.UNKNOWN, "unread", "Chưa đọc được trang chủ.")
    if not findings:
        return Judgement(Level.OK, "clean", "Không thấy gì bất thường ở trang chủ.")
    worst = min(findings, key=lambda one: one.is_mild)
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
