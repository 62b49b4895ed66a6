"""The register as data: every version as one steady record, and the whole register row by row."""

import json
from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_noop

from licensing.models import Licence, LicenceVersion

# Each column of the table, and what stands in it.
COLUMNS = {
    "so_giay_phep": gettext_noop("Số giấy phép"),
    "nam": gettext_noop("Năm cấp"),
    "tinh_trang": gettext_noop("Tình trạng hôm nay"),
    "lan": gettext_noop("Lần ghi thứ mấy của giấy phép"),
    "viec": gettext_noop("Việc được quyết định ở lần ghi ấy"),
    "quyet_dinh": gettext_noop("Số quyết định"),
    "ngay_ky": gettext_noop("Ngày ký"),
    "tu_ngay": gettext_noop("Có hiệu lực từ ngày"),
    "gia_tri_den_het": gettext_noop("Có giá trị đến hết ngày"),
    "to_chuc": gettext_noop("Tổ chức được cấp"),
    "ten_trang": gettext_noop("Tên trang"),
    "ten_mien": gettext_noop("Tên miền"),
    "chuyen_muc": gettext_noop("Chuyên mục của trang"),
    "nguon_tin": gettext_noop("Nguồn tin"),
    "noi_dat_may_chu": gettext_noop("Nơi đặt máy chủ"),
    "chiu_trach_nhiem_noi_dung": gettext_noop("Chịu trách nhiệm nội dung"),
    "co_quan_cap": gettext_noop("Cơ quan cấp"),
    "dia_chi": gettext_noop("Địa chỉ của giấy phép trên cổng"),
}
HEADER = tuple(COLUMNS)
MOST_IN_PAGE = 500


def record(version: LicenceVersion) -> dict[str, Any]:
    """Return all that is public of a version and never changes again, whoever asks and when."""
    licence = version.licence
    return {
        "so_giay_phep": licence.number,
        "co_quan_cap": licence.issuer.name,
        "ngay_cap": licence.issued_on.isoformat(),
        "lan": version.ordinal,
        "viec": version.event,
        "quyet_dinh": version.decision_number,
        "ngay_ky": version.decided_on.isoformat(),
        "ly_do": version.reason,
        "tu_ngay": version.effective_from.isoformat(),
        "gia_tri_den_het": version.valid_to.isoformat(),
        "dinh_chi_den_truoc": _day(version.suspended_until),
        "to_chuc": version.holder_name,
        "tru_so": version.address,
        "ten_trang": version.site_name,
        "ten_mien": version.domains,
        "chuyen_muc": version.sections,
        "nguon_tin": version.sources,
        "noi_dat_may_chu": version.servers,
        "chiu_trach_nhiem_noi_dung": version.manager,
        "van_ban_sha256": version.paper.file.sha256 if version.paper else None,
        "dia_chi": licence.path,
    }


def written(facts: dict[str, Any]) -> bytes:
    """Return a record as the one text that stands for it; its SHA-256 is in the daily digest."""
    text = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"{text}\n".encode()


def rows(origin: str) -> Iterator[tuple[Any, ...]]:
    """Yield the licences as they stand now, oldest first, without holding them in memory."""
    found = _all().order_by("pk").defer("words", "search")
    for licence in found.iterator(chunk_size=2000):
        now = licence.current
        yield (
            *(licence.number, licence.issued_on.year, licence.get_state_display(), now.ordinal),
            *(now.get_event_display(), now.decision_number, now.decided_on, now.effective_from),
            *(now.valid_to, now.holder_name, now.site_name, "; ".join(now.domains)),
            *("; ".join(now.sections), "; ".join(now.sources), now.servers, now.manager),
            *(licence.issuer.name, f"{origin}{licence.path}"),
        )


def page(after: int) -> tuple[list[dict[str, Any]], int | None]:
    """Return the licences after that key as they stand now, and the key after which to go on."""
    found = list(
        _all().filter(pk__gt=after).order_by("pk").defer("words", "search")[: MOST_IN_PAGE + 1]
    )
    items = []
    for licence in found[:MOST_IN_PAGE]:
        licence.current.licence = licence
        items.append({**record(licence.current), "tinh_trang": licence.state})
    return items, found[MOST_IN_PAGE - 1].pk if len(found) > MOST_IN_PAGE else None


def _all() -> QuerySet[Licence]:
    return Licence.objects.select_related("current__paper__file", "issuer")


def _day(value: Any) -> str | None:
    return value.isoformat() if value else None
