"""Pictures: bombs, frames, places, profiles, scripts behind and inside."""

import io
import struct
import zlib

import pillow_heif
from PIL import Image, ImageCms, PngImagePlugin

from tests.core.hostile.sample import Sample

ORIENTATION, GPS, MAKER = 0x0112, 0x8825, 0x010F
SCRIPT = b"<script>alert(document.cookie)</script>"


def picture(kind="JPEG", size=(400, 300), mode="RGB", **options):
    out = io.BytesIO()
    Image.new(mode, size, options.pop("colour", "teal")).save(out, kind, **options)
    return out.getvalue()


def phone_exif(orientation=1):
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKER] = orientation, "Điện thoại"
    exif.get_ifd(GPS)[2] = (10.0, 46.0, 37.0)
    return exif


def heic(size=(400, 300), **options):
    pillow_heif.register_heif_opener()
    return picture("HEIF", size, **options)


def png_chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_claiming(width, height, bits=8, colour=2):
    """A PNG whose header promises a size and whose data is a few bytes."""
    header = struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + png_chunk(b"IHDR", header)
        + png_chunk(b"IDAT", zlib.compress(bytes(1000)))
        + png_chunk(b"IEND", b"")
    )


def png_with(kind, data):
    """An honest PNG with one more chunk behind its header."""
    whole = picture("PNG")
    return whole[:33] + png_chunk(kind, data) + whole[33:]


def png_bomb():
    return picture("PNG", (30_000, 30_000), "1", colour=0)


def jpeg_claiming(width, height):
    data = bytearray(picture())
    at = data.index(b"\xff\xc0")
    data[at + 5 : at + 9] = struct.pack(">HH", height, width)
    return bytes(data)


def frames(kind, count, size=(200, 200)):
    out = io.BytesIO()
    pages = [Image.new("RGB", size, (number % 250, number // 250, 9)) for number in range(count)]
    pages[0].save(out, kind, save_all=True, append_images=pages[1:], loop=0)
    return out.getvalue()


def gif_claiming_huge():
    data = bytearray(frames("GIF", 1))
    data[6:10] = struct.pack("<HH", 65_000, 65_000)
    at = data.index(b"\x2c")
    data[at + 5 : at + 9] = struct.pack("<HH", 65_000, 65_000)
    return bytes(data)


def webp_claiming_huge():
    body = b"VP8X" + struct.pack("<I", 10) + b"\x02\0\0\0" + b"\xff\x3f\0" * 2
    body += b"ANIM" + struct.pack("<I", 6) + bytes(6)
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def profile_bomb():
    return png_with(b"iCCP", b"x\0\0" + zlib.compress(bytes(80_000_000), 9))


def text_bomb():
    chunk = png_chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(20_000_000), 9))
    whole = picture("PNG")
    return whole[:33] + chunk * 40 + whole[33:]


def with_profile():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return picture(icc_profile=profile[:128] + b"\xff" * 200)


def comment():
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", "phone 0900000000")
    return picture("PNG", pnginfo=info)


def heic_claiming_huge():
    data = bytearray(heic())
    at = data.index(b"ispe")
    while at >= 0:
        data[at + 8 : at + 16] = struct.pack(">II", 60_000, 60_000)
        at = data.find(b"ispe", at + 4)
    return bytes(data)


CODES = ("unreadable", "too-many-pixels", "too-costly")
SAMPLES = [
    Sample("a place in a JPEG", "a.jpg", lambda: picture(exif=phone_exif()), gone=(b"Exif",),
           neutralised=("location", "metadata")),
    Sample("a place in a HEIC", "a.heic", lambda: heic(exif=phone_exif()), gone=(b"Exif",),
           neutralised=("location", "metadata", "extension"), stored_as="a.jpg"),
    Sample("a name in the comment of a PNG", "a.png", comment, gone=(b"0900000000",)),
    Sample("a broken colour profile", "a.jpg", with_profile, neutralised=("profile",),
           gone=(b"ICC_PROFILE",)),
    Sample("a colour profile that swells", "a.png", profile_bomb, refused=CODES),
    Sample("texts that swell in a PNG", "a.png", text_bomb, refused=CODES),
    Sample("a picture of 900 million points", "a.png", png_bomb, refused=CODES),
    Sample("a PNG that claims 4 billion points", "a.png", lambda: png_claiming(65_535, 65_535),
           refused=CODES),
    Sample("a PNG that claims the largest size", "a.png",
           lambda: png_claiming(0x7FFFFFFF, 0x7FFFFFFF), refused=CODES),
    Sample("a JPEG that claims 4 billion points", "a.jpg", lambda: jpeg_claiming(65_500, 65_500),
           refused=CODES),
    Sample("a GIF that claims 4 billion points", "a.gif", gif_claiming_huge, refused=CODES),
    Sample("a WebP that claims the largest size", "a.webp", webp_claiming_huge, refused=CODES),
    Sample("a HEIC that claims 3 billion points", "a.heic", heic_claiming_huge, refused=CODES),
    Sample("a GIF of 3,000 frames", "a.gif", lambda: frames("GIF", 3000, (64, 64)),
           neutralised=("frames",), stored_as="a.png", gone=(b"NETSCAPE",)),
    Sample("an animated PNG", "a.png", lambda: frames("PNG", 50), neutralised=("frames",),
           gone=(b"acTL", b"fdAT")),
    Sample("an animated WebP", "a.webp", lambda: frames("WEBP", 20), neutralised=("frames",),
           stored_as="a.jpg", gone=(b"ANMF",)),
    Sample("a JPEG cut off", "a.jpg", lambda: picture(size=(900, 900))[:-400], refused=CODES),
    Sample("a PNG cut off", "a.png", lambda: picture("PNG")[:-60], refused=CODES),
    Sample("a JPEG of noise", "a.jpg", lambda: b"\xff\xd8\xff\xe0" + bytes(range(256)) * 40,
           refused=CODES),
    Sample("a PNG with a wrong sum", "a.png",
           lambda: picture("PNG").replace(b"IDAT", b"IDAT\xff", 1), refused=CODES),
    Sample("unknown bytes behind a JPEG", "a.jpg", lambda: picture() + bytes(range(256)) * 9,
           neutralised=("trailing-data",), gone=(bytes(range(256)),)),
    Sample("a page behind a JPEG", "a.jpg", lambda: picture() + SCRIPT, refused=("disguised",)),
    Sample("a page inside a JPEG comment", "a.jpg", lambda: picture(comment=SCRIPT),
           refused=("disguised",)),
    Sample("PHP behind a PNG", "a.png", lambda: picture("PNG") + b"<?php system($_GET[0]);",
           refused=("disguised",)),
    Sample("PHP inside a PNG", "a.png", lambda: png_with(b"tEXt", b"a\0<?php eval($x);"),
           refused=("disguised",)),
    Sample("a page inside a GIF", "a.gif", lambda: frames("GIF", 1) + b"<html><body>",
           refused=("disguised",)),
]  # fmt: skip
