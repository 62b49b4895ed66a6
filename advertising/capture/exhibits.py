"""Makes the files of a capture into exhibits: what each is called, and what its lineage says."""

from __future__ import annotations

import re
from datetime import datetime

from advertising.actions import Piece
from advertising.capture import files
from advertising.capture.files import Bundle, File
from advertising.models.captures import Capture
from advertising.models.evidence import EvidenceItem

Kind = EvidenceItem.Kind
_KINDS = {
    files.SCREENSHOT: Kind.SCREENSHOT,
    files.DOM: Kind.PAGE,
    files.HAR: Kind.TRAFFIC,
    files.ARCHIVE: Kind.TRAFFIC,
    files.PROVENANCE: Kind.PROVENANCE,
    files.LIST: Kind.PROVENANCE,
    files.TIMESTAMP: Kind.TIMESTAMP,
    files.MEASURE: Kind.MEASURE,
    files.ADVERT: Kind.SCREENSHOT,
}
_TITLES = {
    files.SCREENSHOT: "Ảnh trang",
    files.DOM: "Mã trang sau khi chạy",
    files.HAR: "Nhật ký trao đổi",
    files.ARCHIVE: "Bản lưu mọi trao đổi (WACZ)",
    files.PROVENANCE: "Lý lịch lần chụp",
    files.LIST: "Danh mục tệp và mã băm",
    files.TIMESTAMP: "Dấu thời gian trên danh mục",
    files.MEASURE: "Kết quả đo quảng cáo",
    files.ADVERT: "Ảnh quảng cáo",
}
_VIEWS = {"desktop": "máy tính", "phone": "điện thoại", "": ""}
_PARTS = {"-screen.png": "màn hình đầu", "-full.png": "toàn trang"}
_PAGE = re.compile(r"p(\d+)-")
_NUMBER = re.compile(r"-ad-(\d+)\.png")


def pieces(bundle: Bundle, capture: Capture, *, at: datetime, urls: list[str]) -> list[Piece]:
    """Return what goes into the evidence store; `urls` are the pages in the order they came."""
    return [_piece(file, bundle, capture, at, urls) for file in bundle.files]


def _piece(file: File, bundle: Bundle, capture: Capture, at: datetime, urls: list[str]) -> Piece:
    stamp, found = bundle.stamp, _PAGE.match(file.name)
    page = int(found[1]) if found else 1
    return Piece(
        data=file.data,
        name=file.name,
        media_type=file.media_type,
        kind=_KINDS[file.role],
        title=_title(file, page),
        captured_at=at,
        url=urls[page - 1],
        origin=EvidenceItem.Origin.SERVER,
        capture=capture.key,
        provenance={
            "manifest_sha256": bundle.manifest_sha256,
            "stamped_at": stamp.at.isoformat() if stamp else "",
            "stamped_by": stamp.authority if stamp else "",
        },
    )


def _title(file: File, page: int) -> str:
    number = _NUMBER.search(file.name)
    part = next((words for end, words in _PARTS.items() if file.name.endswith(end)), "")
    name = _TITLES[file.role] + (f" {number[1]}" if number else "")
    return ", ".join(
        filter(None, (name, part, f"trang {page}" if page > 1 else "", _VIEWS[file.view]))
    )
