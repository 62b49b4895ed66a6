"""Rules of the newsroom as pure functions of plain values."""

import re
from collections.abc import Iterable, Mapping

from django.utils.text import slugify

from cityweb.core import text
from cityweb.core.errors import Refused

MAX_COLUMN_DEPTH = 3
SLUG_LENGTH = 120
MAX_REDIRECT_STEPS = 20

# In cleaned HTML attributes are always quoted with ".
_PICTURE_WITHOUT_WORDS = re.compile(r'<img\b(?![^>]{0,4000}\balt="[^"])')


def check_column_parent(
    column: int | None, parent: int | None, parents: Mapping[int, int | None]
) -> None:
    """Refuse a parent that closes a ring or makes the tree deeper than three levels.

    `parents` maps every column to its parent as stored now.
    """
    above = 0
    step = parent
    while step is not None:
        above += 1
        if step == column or above > len(parents):
            raise Refused("column-ring", "Chuyên mục không thể nằm dưới chính nó.")
        step = parents.get(step)
    if above + _height(column, parents) > MAX_COLUMN_DEPTH:
        raise Refused("column-too-deep", "Cây chuyên mục chỉ có tối đa ba cấp.")


def _height(column: int | None, parents: Mapping[int, int | None]) -> int:
    """Return how many levels the column and what is below it take."""
    if column is None:
        return 1
    below = [child for child, parent in parents.items() if parent == column]
    return 1 + max((_height(child, parents) for child in below), default=0)


def with_ancestors(columns: Iterable[int], parents: Mapping[int, int | None]) -> list[int]:
    """Return the columns and all above them, each once, in order of first sight."""
    found: dict[int, None] = {}
    for column in columns:
        step: int | None = column
        while step is not None and step not in found:
            found[step] = None
            step = parents.get(step)
    return list(found)


def check_no_redirect_loop(old: str, new: str, existing: Mapping[str, str]) -> None:
    """Refuse a redirect that would lead back to its own start.

    `existing` maps old to new addresses of the same site.
    """
    step, steps = new, 0
    while step is not None and steps <= MAX_REDIRECT_STEPS:
        if step == old:
            raise Refused(
                "redirect-loop", "Chuyển hướng này tạo thành vòng lặp, hãy chọn địa chỉ khác."
            )
        step = existing.get(step)
        steps += 1
    if steps > MAX_REDIRECT_STEPS:
        raise Refused(
            "redirect-loop", "Chuỗi chuyển hướng quá dài, hãy trỏ thẳng tới địa chỉ cuối."
        )


def check_ready(title: str, lead: str, body: str, *, has_picture: bool, alt: str) -> None:
    """Refuse to pass on an edition that a reader could not use, naming what is missing."""
    missing = [
        name
        for name, is_missing in (
            ("tiêu đề", not title.strip()),
            ("tóm tắt", not lead.strip()),
            ("nội dung", not re.sub(r"<[^>]{0,2000}>|&nbsp;|\s", "", body)),
            ("mô tả hình", has_picture and not alt.strip()),
            ("mô tả của hình trong nội dung", _PICTURE_WITHOUT_WORDS.search(body)),
        )
        if is_missing
    ]
    if missing:
        raise Refused("not-ready", f"Bài còn thiếu: {', '.join(missing)}.")


def slug_for(title: str) -> str:
    """Return the words of an address for a title, without diacritics."""
    return slugify(text.fold(title))[:SLUG_LENGTH].strip("-") or "bai-viet"
