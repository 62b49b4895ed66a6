"""One verdict a file, as plain facts: what `manage.py check_upload` prints."""

import os
import stat
from pathlib import Path
from typing import Any

from cityweb.core.attachments import intake, sniffing
from cityweb.core.attachments.kinds import MAILBOX
from cityweb.core.attachments.scanner import Finding
from cityweb.core.errors import Refused


def judge(path: str, *, kinds: frozenset[str] = MAILBOX) -> dict[str, Any]:
    """Return the verdict on a file of this machine, going the whole way that an upload goes.

    Nothing is kept: `stored_sha256` and `size` are those of the bytes that would be. Whatever is no
    readable ordinary file is refused as "no-file".
    """
    blank = {"name": "", "stored_sha256": None, "media_type": None, "size": None, "neutralised": []}
    shown = os.fsencode(path).decode("utf-8", "replace")
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            raise Refused("no-file", "Đây không phải là một tệp thông thường.")
        with open(path, "rb") as upload:
            try:
                return {"file": shown} | _accepted(upload, Path(shown).name, kinds)
            except Refused as refused:
                facts = _refused(refused) | blank
                return {"file": shown} | facts | {"media_type": sniffing.named_by_content(upload)}
    except Refused as refused:
        return {"file": shown} | _refused(refused) | blank
    except (OSError, ValueError):
        unread = Refused("no-file", "Không mở được tệp này.")
        return {"file": shown} | _refused(unread) | blank


def _accepted(upload: Any, name: str, kinds: frozenset[str]) -> dict[str, Any]:
    with intake.examine(upload, name=name, kinds=kinds) as checked:
        is_waiting = checked.finding is Finding.NO_ANSWER
        return {
            "accepted": True,
            "reason": "quarantined" if is_waiting else "ok",
            "message": "Chờ quét mã độc." if is_waiting else "Nhận được.",
            "name": checked.name,
            "stored_sha256": checked.sha256,
            "media_type": checked.media_type,
            "size": checked.size,
            "neutralised": list(checked.neutralised),
        }


def _refused(refused: Refused) -> dict[str, Any]:
    return {"accepted": False, "reason": refused.code, "message": refused.message}
