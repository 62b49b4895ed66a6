"""The package that goes to the national level: files, a manifest of their hashes, a signature.

The same manifest and files always give the same bytes: names are sorted, times are fixed, nothing
is compressed.
"""

import hashlib
import json
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO, Any

from cityweb.core.attachments import names, store
from cityweb.core.errors import Refused

MANIFEST, SIGNATURE, SENT = "ban-ke.json", "ban-ke.json.p7s", "ho-so.json"
# The earliest moment that the format knows: what is in the package says when it was made.
_EPOCH = (1980, 1, 1, 0, 0, 0)
_CHUNK = 256 * 1024
_IN_MEMORY = 4 * 1024 * 1024


@dataclass(frozen=True)
class Part:
    """One file of the package: its name there, and the kept bytes it has."""

    name: str
    path: str
    sha256: str
    size: int


def canonical(facts: Any) -> bytes:
    """Return the one JSON text that stands for these facts."""
    return json.dumps(facts, ensure_ascii=False, sort_keys=True, indent=1).encode() + b"\n"


def part_name(folder: str, place: int, name: str) -> str:
    """Return the name of a file in the package, safe on every system and never twice."""
    return f"{folder}/{place:02}-{names.safe(name, 'pdf')[0]}"


def manifest(facts: dict[str, Any], sent: bytes, parts: Iterable[Part]) -> bytes:
    """Return the list that is signed: what the package is about, and every file with its hash."""
    files = [{"name": one.name, "sha256": one.sha256, "size": one.size} for one in parts]
    files.append({"name": SENT, "sha256": hashlib.sha256(sent).hexdigest(), "size": len(sent)})
    return canonical(facts | {"files": sorted(files, key=lambda one: one["name"])})


def written(listed: bytes, signature: bytes, sent: bytes, parts: Iterable[Part]) -> IO[bytes]:
    """Return the package as an open file. Raises `Refused("altered")` for bytes that changed."""
    out = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115  the caller closes it
    given = {MANIFEST: listed, SIGNATURE: signature, SENT: sent}
    kept = {one.name: one for one in parts}
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as box:
        for name in sorted([*given, *kept]):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.external_attr, info.create_system = 0o644 << 16, 3
            with box.open(info, "w") as into:
                for chunk in _bytes_of(kept[name]) if name in kept else [given[name]]:
                    into.write(chunk)
    out.seek(0)
    return out


def digest(file: IO[bytes]) -> str:
    """Return the SHA-256 of an open file, which is then at its beginning again."""
    file.seek(0)
    found = hashlib.sha256()
    while chunk := file.read(_CHUNK):
        found.update(chunk)
    file.seek(0)
    return found.hexdigest()


def _bytes_of(part: Part) -> Iterator[bytes]:
    found = hashlib.sha256()
    with store.open_file(part.path) as file:
        while chunk := file.read(_CHUNK):
            found.update(chunk)
            yield chunk
    if found.hexdigest() != part.sha256:
        raise Refused("altered", f"Tệp {part.name} trong kho không còn như khi nhận.")
