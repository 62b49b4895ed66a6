"""Shows a capture again from its archive alone, and compares what is seen with what was stored."""

from __future__ import annotations

import asyncio
import io
import zipfile
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from PIL import Image
from warcio.archiveiterator import ArchiveIterator
from warcio.recordloader import ArcWarcRecord

from advertising.capture.taking import look_at
from cityweb.core.browsing import DESKTOP, PHONE, Exchange
from cityweb.core.fetch.failures import Failure, Fault
from cityweb.core.fetch.spelling import Target

SECONDS = 25.0
MOST_ARCHIVE = 256 * 1024 * 1024
# Pictures are compared in squares; a square differs when its mean colour is off by so much.
_SQUARE, _OFF = 16, 24
LEAST_ALIKE = 0.97
# So many further pictures of a page on which something moves.
_MOMENTS = 8
_VIEWS = {view.name: view for view in (DESKTOP, PHONE)}


@dataclass(frozen=True, slots=True)
class Replayed:
    """One look shown again, by its key; `alike` is the part of its squares that are as before."""

    view: str
    alike: float
    missing: tuple[str, ...]
    """Addresses that the page asked for and the archive does not hold."""
    picture: bytes

    @property
    def matches(self) -> bool:
        return self.alike >= LEAST_ALIKE


class Archive:
    """Answers a browser from one archive; nothing else is ever asked."""

    def __init__(self, warc: bytes) -> None:
        self.missing: list[str] = []
        self._answers: dict[tuple[str, str], list[Exchange]] = {}
        self._near: dict[tuple[str, str], list[Exchange]] = {}
        for exchange in _exchanges(warc):
            self._answers.setdefault((exchange.method, exchange.url), []).append(exchange)
            self._near.setdefault((exchange.method, _bare(exchange.url)), []).append(exchange)

    async def ask(self, exchange: Exchange, target: Target) -> AsyncIterator[bytes]:
        found = self._find(exchange)
        if found is None:
            self.missing.append(exchange.url)
            raise Fault(Failure.NOT_FOUND, "không có trong bản lưu")
        exchange.status, exchange.reason = found.status, found.reason
        exchange.headers = found.headers

        async def body() -> AsyncIterator[bytes]:
            yield bytes(found.body)
            exchange.is_whole = True

        return body()

    def _find(self, exchange: Exchange) -> Exchange | None:
        """Return the next answer to the same request, or to one that differs in its query alone."""
        rows = self._answers.get((exchange.method, exchange.url))
        rows = rows or self._near.get((exchange.method, _bare(exchange.url)))
        if not rows:
            return None
        return rows.pop(0) if len(rows) > 1 else rows[0]

    def close(self) -> None:
        """Do nothing: an archive has no connections."""


def replay(wacz: bytes, pictures: dict[str, bytes]) -> list[Replayed]:
    """Show every look of a capture again; `pictures` are the stored screens by view."""
    return asyncio.run(_replay(wacz, pictures))


async def _replay(wacz: bytes, pictures: dict[str, bytes]) -> list[Replayed]:
    found = []
    with zipfile.ZipFile(io.BytesIO(wacz)) as package:
        for name, picture in pictures.items():
            member = package.getinfo(f"archive/{name}.warc.gz")
            if member.file_size > MOST_ARCHIVE:
                raise ValueError("the archive is larger than any that we make")
            found.append(await _again(name, package.read(member), picture))
    return found


async def _again(name: str, warc: bytes, picture: bytes) -> Replayed:
    """Show one look again; where that differs, look longer: what moves comes round again."""
    found = await _at_moments(name, warc, picture, 0)
    return found if found.matches else await _at_moments(name, warc, picture, _MOMENTS)


async def _at_moments(name: str, warc: bytes, picture: bytes, moments: int) -> Replayed:
    archive = Archive(warc)
    first = next(_exchanges(warc), None)
    if first is None:
        return Replayed(name, 0.0, (), b"")
    back = datetime.now(UTC) - first.started_at
    look = await look_at(
        first.url,
        _VIEWS[name.rpartition("-")[2]],
        seconds=SECONDS,
        source=_Offline(archive),
        back_ms=round(back.total_seconds() * 1000),
        moments=moments,
    )
    screens = [data for key, data in look.pictures.items() if key.startswith("screen")] or [b""]
    best = max(screens, key=lambda seen: alike(picture, seen))
    return Replayed(name, alike(picture, best), tuple(archive.missing[:100]), best)


class _Offline:
    """An archive as a source of a proxy."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def link(self) -> Archive:
        return self._archive

    async def close(self) -> None:
        return None


def alike(first: bytes, second: bytes) -> float:
    """Return the part of two pictures, from 0 to 1, whose squares look the same."""
    if not first or not second:
        return 0.0
    with Image.open(io.BytesIO(first)) as one, Image.open(io.BytesIO(second)) as other:
        if one.size != other.size:
            return 0.0
        size = (max(one.width // _SQUARE, 1), max(one.height // _SQUARE, 1))
        squares = [
            picture.convert("RGB").resize(size, Image.Resampling.BOX).tobytes()
            for picture in (one, other)
        ]
    apart = [abs(a - b) for a, b in zip(*squares, strict=True)]
    same = sum(1 for at in range(0, len(apart), 3) if max(apart[at : at + 3]) <= _OFF)
    return same / (size[0] * size[1])


def _exchanges(warc: bytes) -> Iterator[Exchange]:
    """Yield the answers of an archive with the method that asked for each."""
    waiting: Exchange | None = None
    for record in ArchiveIterator(io.BytesIO(warc)):
        if record.rec_type == "response":
            waiting = _answer(record)
        elif record.rec_type == "request" and waiting is not None:
            waiting.method = record.http_headers.protocol
            yield waiting
            waiting = None


def _answer(record: ArcWarcRecord) -> Exchange:
    line = record.http_headers.statusline
    moment = datetime.fromisoformat(record.rec_headers["WARC-Date"].replace("Z", "+00:00"))
    return Exchange(
        number=0,
        method="GET",
        url=record.rec_headers["WARC-Target-URI"],
        sent=[],
        started_at=moment,
        status=int(line.partition(" ")[0]),
        reason=line.partition(" ")[2],
        headers=[
            (name.encode("latin-1", "replace"), value.encode("latin-1", "replace"))
            for name, value in record.http_headers.headers
        ],
        body=bytearray(record.raw_stream.read()),
    )


def _bare(url: str) -> str:
    return url.partition("?")[0]
