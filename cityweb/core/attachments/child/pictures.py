"""Pictures that people send: drawn again in their own size, with a thumbnail."""

import io
from typing import Any

import images
from PIL import Image
from verdict import Result

LONGEST_SIDE = 4096
THUMBNAIL_SIDE = 480
_MOST_PNG = 8 * 1024 * 1024
_LOSSLESS = {"png", "gif"}

prepare = images.prepare


def run(data: bytes, job: dict[str, Any]) -> Result:
    """Return the pixels of the first frame, upright, as JPEG, or as PNG where that fits better."""
    image, left = images.open_upright(data, job["kind"], (LONGEST_SIDE, LONGEST_SIDE))
    kind, kept = _drawn(image, lossless=job["kind"] in _LOSSLESS)
    image.thumbnail((THUMBNAIL_SIDE, THUMBNAIL_SIDE))
    return Result(kind=kind, neutralised=left, blobs=[kept, _saved(image, "WEBP", quality=75)])


def _drawn(image: Image.Image, *, lossless: bool) -> tuple[str, bytes]:
    if image.mode == "RGBA" or lossless:
        data = _saved(image, "PNG", compress_level=6)
        if image.mode == "RGBA" or len(data) <= _MOST_PNG:
            return "png", data
    return "jpeg", _saved(image, "JPEG", quality=88)


def _saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()
