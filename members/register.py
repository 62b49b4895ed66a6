"""The register as a table: its columns."""

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
    "Đầu mối": "contact_name",
    "Thư điện tử đầu mối": "contact_email",
    "Điện thoại đầu mối": "contact_phone",
}
NEEDED = tuple(COLUMNS)[:4]
