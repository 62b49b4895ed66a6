"""Which pictures move, told from the marks in their bytes without opening them."""

from __future__ import annotations

from collections.abc import Iterable

from cityweb.core.browsing import Exchange

_FRAME_OF_GIF = b"\x21\xf9\x04"


def addresses(exchanges: Iterable[Exchange]) -> list[str]:
    """Return the addresses of moving pictures, with and without their query."""
    found = {each.url for each in exchanges if moves(bytes(each.body))}
    return sorted(found | {url.partition("?")[0] for url in found})


def moves(data: bytes) -> bool:
    """Tell an animated GIF, PNG or WebP from a still one."""
    if data.startswith(b"GIF8"):
        return data.count(_FRAME_OF_GIF) > 1
    if data.startswith(b"\x89PNG"):
        return b"acTL" in data[:4096]
    return data[:4] == b"RIFF" and data[8:12] == b"WEBP" and b"ANIM" in data[:256]
