"""The register as a workbook: a row a decision, in the columns the office has always kept."""

from collections import Counter
from collections.abc import Sequence

# Heading → field. A row that only ends or prolongs something needs no contents.
COLUMNS = {
    "Số giấy phép": "number",
    "Năm cấp": "year",
    "Việc": "event",
    "Số quyết định": "decision_number",
    "Ngày ký": "decided_on",
    "Có hiệu lực từ ngày": "effective_from",
    "Cơ quan cấp": "issuer",
    "Tổ chức": "holder_name",
    "Trụ sở chính": "address",
    "Tên trang": "site_name",
    "Tên miền": "domains",
    "Chuyên mục": "sections",
    "Nguồn tin": "sources",
    "Nơi đặt máy chủ": "servers",
    "Chịu trách nhiệm nội dung": "manager",
    "Có giá trị đến hết ngày": "valid_to",
    "Đình chỉ đến trước ngày": "until",
    "Lý do": "reason",
}
NEEDED = ("Số giấy phép", "Việc", "Ngày ký")


def twice(header: Sequence[str]) -> list[str]:
    """Return the columns that stand there more than once: nobody knows which one counts."""
    return [name for name, times in Counter(header).items() if name in COLUMNS and times > 1]


def unknown(header: Sequence[str]) -> list[str]:
    """Return the headings that are not ours; what stands below them is not taken in."""
    return [name for name in dict.fromkeys(header) if name and name not in COLUMNS]
