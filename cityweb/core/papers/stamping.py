"""How a signature is seen on the paper: drawn by the same typesetter, or a picture of the real one.

Decree 30/2020, appendix I: the person's signature between post and name, the organisation's seal
over its left third.
"""

import io
from datetime import datetime

from PIL import Image
from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.images import PdfImage
from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.stamp import StaticStampStyle

from cityweb.core.papers.keys import SigningKey
from cityweb.core.papers.rendering import Place, typeset

_TEMPLATE = "cityweb/core/papers/typst/stamp.typ"


def style(key: SigningKey, place: Place, *, at: datetime, beside_seal: bool) -> StaticStampStyle:
    """Return the look of a signature of `key` in `place`, made at that moment."""
    if key.picture:
        content: PdfContent = PdfImage(Image.open(io.BytesIO(key.picture)))
    else:
        facts = {
            "kind": place.name,
            "width": place.width,
            "height": place.height,
            "signed-at": f"{at:%d/%m/%Y %H:%M:%S} {at.isoformat()[-6:]}",
            "is-test": key.is_test,
            "beside-seal": beside_seal,
        }
        data = {"signer": key.holder, "organisation": key.organisation}
        content = _Drawn(typeset(_TEMPLATE, facts, data, made_at=at).pdf)
    return StaticStampStyle(border_width=0, background=content)


class _Drawn(PdfContent):
    """The first page of a small PDF of ours, as a picture in another."""

    def __init__(self, pdf: bytes) -> None:
        super().__init__()
        self._pdf = pdf

    def render(self) -> bytes:
        page = self._ensure_writer.import_page_as_xobject(PdfFileReader(io.BytesIO(self._pdf)))
        self.resources.xobject["/Drawn"] = page
        left, low, right, high = page.get_object()["/BBox"]
        self.box = BoxConstraints(width=abs(right - left), height=abs(high - low))
        return b"/Drawn Do"
