"""The register as a workbook: its sheets and their columns."""

# Heading → field. The first four must be there.
COLUMNS = {
    "Mã": "code",
    "Tên website": "name",
    "Đơn vị quản lý": "organisation",
    "Địa chỉ trang chủ": "home_url",
    "Địa chỉ RSS": "feed_url",
    "Địa chỉ sitemap": "sitemap_url",
    "Nền tảng": "platform",
    "Đơn vị xây dựng": "builder",
    "Nhãn": "tags",
    "Kiểm tra mỗi (phút)": "interval_minutes",
    "Nhắc sau (ngày)": "warn_days",
    "Quá hạn sau (ngày)": "stale_days",
    "Báo động sau (ngày)": "alarm_days",
    "Lưu trữ từ ngày": "archived_on",
}
# For a register of one sheet: whoever has the further sheets writes people there.
CONTACT_COLUMNS = {
    "Đầu mối": "contact_name",
    "Thư điện tử đầu mối": "contact_email",
    "Điện thoại đầu mối": "contact_phone",
}
NEEDED = tuple(COLUMNS)[:4]

SITES = "Website"
PEOPLE, SECTIONS, WINDOWS, BODIES = "Người chịu trách nhiệm", "Chuyên mục", "Lịch bảo trì", "Đơn vị"
SHEETS = {
    PEOPLE: {
        "Mã": "code",
        "Trách nhiệm": "rung",
        "Họ và tên": "full_name",
        "Chức danh": "position",
        "Thư điện tử": "email",
        "Điện thoại": "phone",
        "Từ ngày": "valid_from",
        "Đến hết ngày": "valid_to",
    },
    SECTIONS: {
        "Mã": "code",
        "Chuyên mục": "name",
        "Địa chỉ": "url",
        "Nhắc sau (ngày)": "warn_days",
        "Quá hạn sau (ngày)": "stale_days",
        "Báo động sau (ngày)": "alarm_days",
    },
    WINDOWS: {
        "Mã": "code",
        "Bắt đầu": "starts_at",
        "Kết thúc": "ends_at",
        "Lặp lại": "repeats",
        "Lặp đến hết ngày": "until",
        "Nội dung": "reason",
    },
    BODIES: {
        "Đơn vị": "name",
        "Hoạt động từ": "valid_from",
        "Đến hết ngày": "valid_to",
        "Đơn vị kế thừa": "successor",
        "Đơn vị tiền thân": "predecessors",
    },
}
"""Further sheets: heading → field. What is known of bodies is checked here, and kept elsewhere."""
