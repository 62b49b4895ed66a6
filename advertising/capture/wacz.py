"""Packs the archives of a capture with their index and pages (WACZ 1.1.1), for any replay tool."""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from warcio.archiveiterator import ArchiveIterator

from advertising.capture import archives
from advertising.capture.looks import Taken

VERSION = "1.1.1"
# Scripts of a page can write what is no text at all.
_ANY = ("utf-8", "replace")
_DATA, _PAGES, _INDEX = "datapackage.json", "pages/pages.jsonl", "indexes/index.cdx"


def pack(taken: Taken) -> bytes:
    """Return one WACZ with an archive a view."""
    parts = {f"archive/{look.key}.warc.gz": archives.warc(look) for look in taken.looks}
    rows = sorted(row for path, data in parts.items() for row in _index(path, data))
    parts[_INDEX] = "".join(f"{row}\n" for row in rows).encode()
    parts[_PAGES] = _pages(taken)
    described = _dump(_described(taken, parts))
    digest = {"path": _DATA, "hash": f"sha256:{hashlib.sha256(described).hexdigest()}"}
    parts |= {_DATA: described, "datapackage-digest.json": _dump(digest)}
    return _zipped(parts)


def _described(taken: Taken, parts: dict[str, bytes]) -> dict[str, Any]:
    return {
        "profile": "data-package",
        "wacz_version": VERSION,
        "software": archives.SOFTWARE,
        "created": archives.stamp(taken.started_at),
        "title": taken.looks[0].title or taken.url,
        "mainPageUrl": taken.url,
        "mainPageDate": archives.stamp(taken.started_at),
        "resources": [
            {
                "name": path.rpartition("/")[2],
                "path": path,
                "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
                "bytes": len(data),
            }
            for path, data in parts.items()
        ],
    }


def _pages(taken: Taken) -> bytes:
    lines: list[dict[str, Any]] = [{"format": "json-pages-1.0", "id": "pages", "title": "Pages"}]
    lines += [
        {
            "id": look.key,
            "url": look.url,
            "ts": archives.stamp(look.started_at),
            "title": f"{look.title} ({look.view.name})",
        }
        for look in taken.looks
    ]
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode(*_ANY)


def _index(path: str, data: bytes) -> Iterator[str]:
    """Yield the rows of the index (CDXJ): where the answer to each address lies."""
    iterator = ArchiveIterator(io.BytesIO(data))
    for record in iterator:
        offset = iterator.get_record_offset()
        # As it travelled: what it holds need not be opened, and may not open.
        record.raw_stream.read()
        iterator.read_to_end()
        if record.rec_type != "response":
            continue
        url = record.rec_headers["WARC-Target-URI"]
        kind = record.http_headers.get_header("Content-Type", "").partition(";")[0].strip()
        facts = {
            "url": url,
            "mime": kind or "unk",
            "status": record.http_headers.get_statuscode(),
            "digest": record.rec_headers["WARC-Payload-Digest"],
            "length": str(iterator.get_record_length()),
            "offset": str(offset),
            "filename": path.rpartition("/")[2],
        }
        moment = re.sub(r"\D", "", record.rec_headers["WARC-Date"])[:17]
        yield f"{sort_key(url)} {moment} {json.dumps(facts)}"


def sort_key(url: str) -> str:
    """Return an address with its host turned round, so that neighbours stand together (SURT)."""
    parts = urlsplit(url.lower())
    host = ",".join(reversed((parts.hostname or "").removeprefix("www.").split(".")))
    port = f":{parts.port}" if parts.port and parts.port not in {80, 443} else ""
    query = f"?{'&'.join(sorted(parts.query.split('&')))}" if parts.query else ""
    return f"{host}{port}){parts.path or '/'}{query}".replace(" ", "%20")


def _dump(facts: dict[str, Any]) -> bytes:
    return json.dumps(facts, ensure_ascii=False, indent=2).encode(*_ANY)


def _zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for path, data in parts.items():
            # Archives are compressed already, and must be found at their offsets.
            is_packed = path.endswith(".gz")
            method = zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED
            package.writestr(zipfile.ZipInfo(path), data, method)
    return out.getvalue()
