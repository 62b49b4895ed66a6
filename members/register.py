"""The register as a table: its columns, and how a row of text becomes the fields of a form."""

from collections.abc import Sequence

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
# What the writer of tables puts before text that a spreadsheet would run.
_DISARMED = "'"


def missing(header: Sequence[str]) -> list[str]:
    """Return the needed headings that a table lacks."""
    return [name for name in NEEDED if name not in header]


def fields(header: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    """Return a row as form data; columns we do not know are left out."""
    return {
        COLUMNS[name]: value.removeprefix(_DISARMED)
        for name, value in zip(header, row, strict=False)
        if name in COLUMNS
    }
