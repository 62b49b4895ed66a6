"""Files that readers may download with an article: PDF, DOCX, XLSX, ODT."""

import io
import re
import secrets
from dataclasses import dataclass
from pathlib import PurePosixPath

from django.utils.text import slugify

from cityweb.core import attachments, text
from cityweb.core.errors import Refused

MOST_BYTES = 20 * 1024 * 1024
KINDS = frozenset({"pdf", "docx", "xlsx", "odt"})


@dataclass(frozen=True)
class CheckedFile:
    """A file that is what its name says. `name` is ours: no word of it can do harm in a path."""

    name: str
    title: str
    data: bytes


def check_file(sent_name: str, data: bytes) -> CheckedFile:
    """Return the file under a safe name that nobody can guess.

    Raises `Refused`: "too-large", "wrong-kind" when name and content differ, or one of the codes of
    the platform's intake.
    """
    if len(data) > MOST_BYTES:
        raise Refused("too-large", "Tệp quá lớn: tối đa 20 MB.")
    path = PurePosixPath(text.clean(sent_name).replace("\\", "/"))
    claimed = path.suffix.lower().lstrip(".")
    if claimed not in KINDS:
        raise Refused("wrong-kind", "Chỉ nhận tệp PDF, DOCX, XLSX hoặc ODT.")
    with attachments.examine(io.BytesIO(data), name=path.name, kinds=KINDS) as checked:
        if checked.kind != claimed:
            raise Refused(
                "wrong-kind",
                f"Tệp tên “.{claimed}” nhưng nội dung là {checked.kind.upper()}; hãy kiểm tra lại.",
            )
        checked.data.seek(0)
        kept = checked.data.read()
    words = slugify(text.fold(path.stem))[:60].strip("-") or "tep"
    title = re.sub(r"[_\s]+", " ", path.stem).strip()[:200] or "Tệp đính kèm"
    return CheckedFile(f"{secrets.token_urlsafe(12)}/{words}.{claimed}", title, kept)
