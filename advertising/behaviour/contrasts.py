"""How far a sign stands out from what lies around and behind it, as people see it (WCAG 2.2)."""

from __future__ import annotations

import io

from PIL import Image

# A thin sign is few pixels of its box; single stray ones do not count.
_EDGE = 0.01


def of_picture(png: bytes) -> float:
    """Return the contrast between the lightest and the darkest part of a picture, from 1 to 21."""
    with Image.open(io.BytesIO(png)) as picture:
        raw = picture.convert("RGB").resize((32, 32), Image.Resampling.BILINEAR).tobytes()
    lights = sorted(_light(*raw[at : at + 3]) for at in range(0, len(raw), 3))
    skip = max(int(len(lights) * _EDGE), 1)
    return round((lights[-skip] + 0.05) / (lights[skip - 1] + 0.05), 2)


def _light(red: int, green: int, blue: int) -> float:
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def _linear(value: int) -> float:
    part = value / 255
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
