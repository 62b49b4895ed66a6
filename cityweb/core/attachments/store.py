"""The private store: bytes by their hash, below a folder that no web server serves.

On a disk a file appears under its name only when it is whole and flushed, so that a process killed
at any moment leaves either no file or an intact one. An object store gives the same promise itself.
"""

import io
import os
import secrets
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import IO

from django.core.files import File
from django.core.files.storage import FileSystemStorage, Storage, storages
from django.core.files.utils import validate_file_name

_PART = ".part"
PREFIXES = tuple(f"{number:02x}" for number in range(256))


class DurableStorage(FileSystemStorage):
    """Files on a disk, each written beside its place, flushed, and only then given its name."""

    def get_available_name(self, name: str, max_length: int | None = None) -> str:
        """Return the name itself: the same name always means the same bytes."""
        return name

    def _save(self, name: str, content: File) -> str:
        validate_file_name(name, allow_relative_path=True)
        target = Path(self.path(name))
        target.parent.mkdir(mode=0o750, parents=True, exist_ok=True)
        part = target.with_name(f"{target.name}.{secrets.token_hex(8)}{_PART}")
        try:
            with part.open("xb") as out:
                for chunk in content.chunks():
                    out.write(chunk)
                out.flush()
                os.fchmod(out.fileno(), 0o640)
                os.fsync(out.fileno())
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
        for folder in (target.parent, target.parent.parent):
            _flush_folder(folder)
        return name


def _flush_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def storage() -> Storage:
    return storages["private"]


def keep(path: str, source: IO[bytes], *, size: int) -> None:
    """Put the bytes at `path` for good; returns only when a power cut could not lose them."""
    source.seek(0)
    if storage().exists(path) and storage().size(path) == size:
        return
    storage().save(path, File(source))


def keep_bytes(path: str, data: bytes) -> None:
    """Put a few bytes at `path`, as `keep` does."""
    keep(path, io.BytesIO(data), size=len(data))


def open_file(path: str) -> IO[bytes]:
    return storage().open(path, "rb")


def remove(path: str) -> None:
    storage().delete(path)


def is_part(path: str) -> bool:
    """Tell whether this is what a killed process left of a file it was writing."""
    return path.endswith(_PART)


def listed(prefix: str, *, before: datetime) -> Iterator[str]:
    """Yield the paths below one prefix that were written before that moment."""
    if not storage().exists(prefix) and isinstance(storage(), FileSystemStorage):
        return
    for name in storage().listdir(prefix)[1]:
        path = f"{prefix}/{name}"
        if storage().get_modified_time(path) < before:
            yield path
