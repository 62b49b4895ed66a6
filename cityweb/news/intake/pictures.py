"""Pictures: what comes in as JPG, PNG or WebP leaves as our own WebP in a few widths."""

from cityweb.core import attachments
from cityweb.core.errors import Refused

MOST_BYTES = 15 * 1024 * 1024
WIDTHS = (360, 720, 1280, 1600)
KINDS = frozenset({"jpeg", "png", "webp"})
# A WebP can be no larger than this on either side.
LONGEST_SHAPE = 6

_SIGNATURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF")


def render_picture(data: bytes) -> attachments.Renditions:
    """Return the picture redrawn, upright, without metadata.

    Raises `Refused` with a code and a sentence that says what to do: "too-large", "not-a-picture",
    "odd-shape", or one of the codes of the platform's intake ("disguised", "unreadable", …).
    """
    if len(data) > MOST_BYTES:
        raise Refused("too-large", "Hình quá lớn: tối đa 15 MB. Hãy thu nhỏ rồi tải lại.")
    if not data.startswith(_SIGNATURES) or (data[:4] == b"RIFF" and data[8:12] != b"WEBP"):
        raise Refused(
            "not-a-picture", "Chỉ nhận hình JPG, PNG hoặc WebP; hình SVG không dùng được."
        )
    drawn = attachments.redraw(data, kinds=KINDS, widths=WIDTHS)
    if max(drawn.width, drawn.height) > LONGEST_SHAPE * min(drawn.width, drawn.height):
        raise Refused("odd-shape", "Hình quá dài so với bề ngang, hãy cắt lại trước khi tải lên.")
    return drawn
