"""Pictures for our own pages: WebP in the widths that the pages ask for."""

import io
from typing import Any

import images
from PIL import Image
from verdict import Result

QUALITY = 80

prepare = images.prepare


def run(data: bytes, job: dict[str, Any]) -> Result:
    """Return one blob a width; `more` tells the widths, and the size of the largest."""
    steps: list[int] = job["widths"]
    # Twice as wide as needed keeps edges sharp; a tall drawing keeps its width.
    image, left = images.open_upright(data, job["kind"], (2 * steps[-1], 12 * steps[-1]))
    widths = _widths(image.width, steps)
    more = {
        "widths": widths,
        "width": widths[-1],
        "height": round(image.height * widths[-1] / image.width),
    }
    blobs = [_render(image, width) for width in widths]
    return Result(kind="webp", neutralised=left, more=more, blobs=blobs)


def _widths(width: int, steps: list[int]) -> list[int]:
    """Return the widths to draw: never wider than the picture itself."""
    fitting = [step for step in steps if step <= width]
    if width < steps[-1] and width not in fitting:
        fitting.append(width)
    return fitting


def _render(image: Image.Image, width: int) -> bytes:
    height = max(1, round(image.height * width / image.width))
    out = io.BytesIO()
    resized = image.resize((width, height), Image.Resampling.LANCZOS)
    resized.save(out, "WEBP", quality=QUALITY, method=4)
    return out.getvalue()
