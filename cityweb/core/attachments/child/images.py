"""Opening a foreign picture: first frame, upright, sRGB, within bounds of memory."""

import io
import warnings

import pillow_heif
from PIL import Image, ImageCms, ImageOps
from verdict import Refusal

FORMATS = {"jpeg": "JPEG", "png": "PNG", "webp": "WEBP", "gif": "GIF", "heic": "HEIF"}
# A JPEG can be decoded at a half, a quarter or an eighth of its size, so it may be larger.
MOST_PIXELS_JPEG = 220_000_000
MOST_PIXELS_HEIC = 26_000_000
MOST_BYTES_DECODED = 100_000_000
# Of the whole process; what it uses of it was measured at most 330 MB.
_DECODED_AT_ONCE = 30_000_000
_LYING = {5, 6, 7, 8}
_GPS, _ORIENTATION = 0x8825, 0x0112


def prepare() -> None:
    """Load every plugin while files can still be opened."""
    pillow_heif.options.DECODE_THREADS = 1
    pillow_heif.options.THUMBNAILS = False
    pillow_heif.options.DEPTH_IMAGES = False
    pillow_heif.options.AUX_IMAGES = False
    pillow_heif.register_heif_opener()
    warnings.simplefilter("ignore")
    Image.MAX_IMAGE_PIXELS = None
    for name in ("JPEG", "PNG", "WEBP"):
        out = io.BytesIO()
        Image.new("RGB", (8, 8)).save(out, name)
        Image.open(out, formats=[name]).load()
    Image.init()
    ImageCms.createProfile("sRGB")


def open_upright(data: bytes, kind: str, box: tuple[int, int]) -> tuple[Image.Image, list[str]]:
    """Return the picture, no larger than `box`, and what was left behind of it.

    Raises `Refusal`: "unreadable", "too-many-pixels".
    """
    try:
        image = Image.open(io.BytesIO(data), formats=[FORMATS[kind]])
        # Before anything else: asking a PNG for its metadata decodes it.
        _bound(image, kind)
        left = _left_behind(image, data, kind)
        image.load()
        profile = image.info.get("icc_profile")
        has_alpha = image.has_transparency_data
        upright = image.getexif().get(_ORIENTATION, 1) if kind != "heic" else 1
        # Palettes and 16-bit greys cannot be scaled as they are.
        if image.mode not in {"RGB", "RGBA", "CMYK", "L"}:
            image = image.convert("RGBA" if has_alpha else "RGB")
        lying = box[::-1] if upright in _LYING else box
        image.thumbnail(lying, Image.Resampling.LANCZOS, reducing_gap=2.0)
        image = _to_srgb(image, profile)
        image = _turned(image, upright)
        return image.convert("RGBA" if has_alpha else "RGB"), left
    except (OSError, ValueError, SyntaxError, EOFError, IndexError, TypeError) as problem:
        raise Refusal("unreadable") from problem


def _bound(image: Image.Image, kind: str) -> None:
    """Refuse what would not fit into memory, from the sizes in the header alone."""
    width, height = image.size
    pixels = width * height
    if kind == "jpeg":
        if pixels > MOST_PIXELS_JPEG:
            raise Refusal("too-many-pixels")
        scale = next((by for by in (1, 2, 4) if pixels / by**2 <= _DECODED_AT_ONCE), 8)
        image.draft(None, (width // scale, height // scale))
        return
    if kind == "heic" and pixels > MOST_PIXELS_HEIC:
        raise Refusal("too-many-pixels")
    if pixels * len(image.getbands()) > MOST_BYTES_DECODED:
        raise Refusal("too-many-pixels")


def _left_behind(image: Image.Image, data: bytes, kind: str) -> list[str]:
    """Tell what the sent picture held besides the pixels that are drawn again."""
    found = []
    exif = image.getexif()
    if exif or any(image.info.get(key) for key in ("xmp", "exif", "comment")):
        found.append("metadata")
    if exif.get_ifd(_GPS):
        found.append("location")
    if image.info.get("icc_profile"):
        found.append("profile")
    if getattr(image, "n_frames", 1) > 1:
        found.append("frames")
    end = {"jpeg": b"\xff\xd9", "png": b"IEND\xaeB`\x82", "gif": b";"}.get(kind)
    if end and not data.endswith(end):
        found.append("trailing-data")
    return found


def _turned(image: Image.Image, orientation: int) -> Image.Image:
    image.getexif().clear()
    image.getexif()[_ORIENTATION] = orientation
    turned = ImageOps.exif_transpose(image)
    turned.info.clear()
    return turned


def _to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    if not profile or image.mode not in {"RGB", "CMYK"}:
        return image
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(
            image, source, ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image
