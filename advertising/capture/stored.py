"""Captures made before, for machines without a browser: sample pages of the demo.

Each is the folder that `manage.py capture` wrote, as a ZIP named by the address. It comes into the
evidence by the same door as a live one: every file is held against its list, and the list stamped.
"""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings

from advertising import actions
from advertising.capture import exhibits, files
from advertising.capture.files import Bundle, File
from advertising.models.captures import Capture

NOTE = "Máy này không chụp được ({why}); đã đưa vào bản chụp lưu sẵn lúc {at:%d/%m/%Y}."


def keep(capture: Capture, why: str) -> bool:
    """Keep what was stored of the page; tell whether there was anything."""
    path = _path(capture.url)
    if path is None:
        return False
    bundle, listed = _read(path)
    at = datetime.fromisoformat(listed["captured_at"])
    measured = [json.loads(one.data) for one in bundle.files if one.role == files.MEASURE]
    actions.keep_capture(
        capture,
        exhibits.pieces(bundle, capture, at=at, urls=listed["urls"]),
        findings=[row | {"view": one["view"]} for one in measured for row in one["verdicts"]],
        replay=Capture.Replay.UNTRIED,
        problem=NOTE.format(why=why.rstrip("."), at=at),
    )
    return True


def _path(url: str) -> Path | None:
    if not settings.CAPTURES_STORED_IN:
        return None
    parts = urlsplit(url)
    name = re.sub(r"[^a-z0-9.]+", "-", f"{parts.hostname or ''}{parts.path}".lower()).strip("-.")
    path = Path(settings.CAPTURES_STORED_IN) / f"{name}.zip"
    return path if path.is_file() else None


def _read(path: Path) -> tuple[Bundle, dict[str, list[str]]]:
    """Return what a stored capture holds; raise `ValueError` where a file is not as listed."""
    with zipfile.ZipFile(path) as package:
        data = package.read(files.MANIFEST)
        listed = json.loads(data)
        found = []
        for row in listed["files"]:
            one = File(row["path"], row["role"], row["view"], package.read(row["path"]))
            if hashlib.sha256(one.data).hexdigest() != row["sha256"]:
                raise ValueError(f"{path.name}: {one.name} is not as listed")
            found.append(one)
    return files.sealed(found, data), listed
