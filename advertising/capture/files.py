"""The files of one capture: each with its role and digest, and a list of them that is stamped."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from advertising.capture import har, provenance, stamping, wacz
from advertising.capture.looks import Look, Taken
from advertising.capture.stamping import Stamp

MANIFEST, STAMPED = "manifest.json", "manifest.json.tsr"
SCREENSHOT, DOM, HAR, ARCHIVE = "screenshot", "dom", "har", "archive"
PROVENANCE, LIST, TIMESTAMP = "provenance", "manifest", "timestamp"
MEASURE, ADVERT = "measure", "advert"
_KINDS = {
    SCREENSHOT: "image/png",
    DOM: "text/html",
    HAR: "application/json",
    ARCHIVE: "application/wacz+zip",
    PROVENANCE: "application/json",
    LIST: "application/json",
    TIMESTAMP: "application/timestamp-reply",
    MEASURE: "application/json",
    ADVERT: "image/png",
}


@dataclass(frozen=True, slots=True)
class File:
    """One file of a capture, in memory."""

    name: str
    role: str
    view: str
    data: bytes

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()

    @property
    def media_type(self) -> str:
        return _KINDS[self.role]


@dataclass(frozen=True, slots=True)
class Bundle:
    """All files of one capture; the manifest and its stamp come last."""

    files: list[File]
    stamp: Stamp | None

    @property
    def manifest_sha256(self) -> str:
        return next(file.sha256 for file in self.files if file.name == MANIFEST)


def bundle(taken: Taken, others: Sequence[File] = (), **more: Any) -> Bundle:
    """Write a capture down with `others`; `more` goes into the record of how it was made."""
    files = [file for look in taken.looks for file in _of_look(look)] + list(others)
    files.append(File("capture.wacz", ARCHIVE, "", wacz.pack(taken)))
    made = provenance.record(taken) | more
    files.append(File("provenance.json", PROVENANCE, "", _dump(made)))
    listed = {
        "url": taken.url,
        "urls": taken.urls,
        "captured_at": taken.started_at.isoformat(),
        "algorithm": "SHA-256",
        "files": [
            {
                "path": each.name,
                "role": each.role,
                "view": each.view,
                "sha256": each.sha256,
                "bytes": len(each.data),
            }
            for each in files
        ],
    }
    return sealed(files, _dump(listed))


def sealed(files: list[File], manifest: bytes) -> Bundle:
    """Return the files with their list, and the time stamped on that."""
    stamp = stamping.stamp(manifest)
    last = [File(MANIFEST, LIST, "", manifest)]
    if stamp:
        last.append(File(STAMPED, TIMESTAMP, "", stamp.response))
    return Bundle([*files, *last], stamp)


def _of_look(look: Look) -> list[File]:
    view, key = look.view.name, look.key
    found = [
        File(f"{key}-{name}.png", ADVERT if name.startswith("ad-") else SCREENSHOT, view, data)
        for name, data in look.pictures.items()
    ]
    if look.source:
        found.append(File(f"{key}.html", DOM, view, look.source.encode("utf-8", "replace")))
    found.append(File(f"{key}.har", HAR, view, _dump(har.har(look))))
    return found


def _dump(facts: dict[str, Any]) -> bytes:
    return json.dumps(facts, ensure_ascii=False, indent=1).encode("utf-8", "replace")
