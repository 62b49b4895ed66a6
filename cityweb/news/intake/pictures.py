"""Pictures: what comes in as JPG, PNG or WebP leaves as our own WebP in a few widths."""

import json
import re
from dataclasses import dataclass

from cityweb.core.errors import Refused
from cityweb.news.intake import sandbox

MOST_BYTES = 15 * 1024 * 1024
# A WebP can be no larger than this on either side.
LONGEST_SHAPE = 6

_SIGNATURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF")
# A picture that is also a page, a script or an archive was made to deceive.
_DISGUISES = re.compile(rb"<script|<\?php|<html|<svg[\s>]|<!doctype|%PDF-1", re.IGNORECASE)
_ARCHIVE_END = b"PK\x05\x06"
_ARCHIVE_TAIL = 66_000

_UNREADABLE = (
    "Không đọc được hình này: tệp hỏng hoặc quá lớn (tối đa 60 triệu điểm ảnh). "
    "Hãy lưu lại thành JPG hoặc PNG rồi tải lên."
)


@dataclass(frozen=True)
class Rendition:
    """One size of a picture, as WebP."""

    width: int
    data: bytes


@dataclass(frozen=True)
class Renditions:
    """A picture in all its sizes; `width` and `height` are those of the largest."""

    width: int
    height: int
    sizes: tuple[Rendition, ...]


def render_picture(data: bytes) -> Renditions:
    """Return the picture redrawn, upright, without metadata.

    Raises `Refused` with a code and a sentence that says what to do: "too-large", "not-a-picture",
    "disguised", "unreadable", "odd-shape".
    """
    if len(data) > MOST_BYTES:
        raise Refused("too-large", "Hình quá lớn: tối đa 15 MB. Hãy thu nhỏ rồi tải lại.")
    if not data.startswith(_SIGNATURES) or (data[:4] == b"RIFF" and data[8:12] != b"WEBP"):
        raise Refused(
            "not-a-picture", "Chỉ nhận hình JPG, PNG hoặc WebP; hình SVG không dùng được."
        )
    if _DISGUISES.search(data) or _ARCHIVE_END in data[-_ARCHIVE_TAIL:]:
        raise Refused(
            "disguised", "Tệp hình này chứa cả nội dung khác nên bị từ chối. Hãy xuất lại hình mới."
        )
    header, _, rest = sandbox.run("_draw.py", data, refusal=_UNREADABLE).partition(b"\n")
    facts = json.loads(header)
    if max(facts["width"], facts["height"]) > LONGEST_SHAPE * min(facts["width"], facts["height"]):
        raise Refused("odd-shape", "Hình quá dài so với bề ngang, hãy cắt lại trước khi tải lên.")
    sizes = []
    for width, length in facts["renditions"]:
        sizes.append(Rendition(width, rest[:length]))
        rest = rest[length:]
    return Renditions(facts["width"], facts["height"], tuple(sizes))
