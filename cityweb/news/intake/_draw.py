"""Child process: reads a picture from standard input, writes its renditions to standard output.

Output: one line of JSON {"width", "height", "renditions": [[width, bytes], …]}, then the bytes of
each rendition. Metadata (EXIF, GPS, XMP) never leaves: only the pixels are written again.
"""

import io
import json
import sys
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import _limits  # noqa: E402  found beside this script, which runs isolated
from PIL import Image, ImageCms, ImageOps  # noqa: E402

WIDTHS = (360, 720, 1280, 1600)
FORMATS = ("JPEG", "PNG", "WEBP")
MOST_PIXELS = 60_000_000
QUALITY = 80


def main() -> None:
    _limits.lay_on()
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    image = _read(sys.stdin.buffer.read())
    drawn = [(width, _render(image, width)) for width in _widths(image.width)]
    largest = drawn[-1][0]
    facts = {
        "width": largest,
        "height": round(image.height * largest / image.width),
        "renditions": [(width, len(data)) for width, data in drawn],
    }
    out = sys.stdout.buffer
    out.write(json.dumps(facts).encode() + b"\n")
    for _, data in drawn:
        out.write(data)
    out.flush()


def _read(data: bytes) -> Image.Image:
    """Return the upright picture in sRGB, with transparency only where it has some."""
    image = Image.open(io.BytesIO(data), formats=FORMATS)
    # JPEG can be decoded at a fraction of its size: less memory, the same result.
    image.draft("RGB", (2 * WIDTHS[-1], 2 * WIDTHS[-1]))
    image.load()
    image = ImageOps.exif_transpose(image)
    has_alpha = image.has_transparency_data
    profile = image.info.get("icc_profile")
    if profile and image.mode in {"RGB", "CMYK"}:
        image = _to_srgb(image, profile)
    return image.convert("RGBA" if has_alpha else "RGB")


def _to_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(
            image, source, ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    except ImageCms.PyCMSError:
        return image


def _widths(width: int) -> list[int]:
    """Return the widths to draw: never wider than the picture itself."""
    fitting = [step for step in WIDTHS if step <= width]
    if width < WIDTHS[-1] and width not in fitting:
        fitting.append(width)
    return fitting


def _render(image: Image.Image, width: int) -> bytes:
    height = max(1, round(image.height * width / image.width))
    out = io.BytesIO()
    resized = image.resize((width, height), Image.Resampling.LANCZOS)
    resized.save(out, "WEBP", quality=QUALITY, method=4)
    return out.getvalue()


if __name__ == "__main__":
    main()
