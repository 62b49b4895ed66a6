"""Files that people really send: all of them must pass."""

import io

import openpyxl
import pikepdf
from PIL import Image

from tests.core.hostile.films import film, track
from tests.core.hostile.office import odt, office, relation, relations
from tests.core.hostile.pdfs import pdf
from tests.core.hostile.pictures import frames, heic, phone_exif, picture
from tests.core.hostile.sample import Sample
from tests.core.hostile.signing import signed

PHOTO = ("location", "metadata")


def photograph(size):
    out = io.BytesIO()
    noise = Image.effect_noise((1000, 750), 60).resize(size).convert("RGB")
    noise.save(out, "JPEG", quality=85, exif=phone_exif(6))
    return out.getvalue()


def motion_photograph():
    """A phone's photograph with a few seconds of film behind it."""
    return photograph((1200, 900)) + film()


def workbook():
    book = openpyxl.Workbook()
    page = book.active
    page.append(["Họ tên", "Số tiền", "Ghi chú"])
    for row in range(200):
        page.append(["Nguyễn Văn Ân", row, f"=B{row + 2}*2"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def report():
    """A text as Word writes it: links to the web, a chart's workbook, a printer's settings."""
    links = relations(
        relation("hyperlink", "https://hochiminhcity.example/", external=True),
        relation("hyperlink", "mailto:phong@example.vn", external=True),
        relation("image", "media/image1.png"),
    )
    return office(
        extra={
            "word/_rels/document.xml.rels": links,
            "word/media/image1.png": picture("PNG"),
            "word/embeddings/Microsoft_Excel_Sheet1.xlsx": workbook(),
            "word/printerSettings/printerSettings1.bin": bytes(200),
            "docProps/core.xml": "<cp:x xmlns:cp='urn:cp'/>",
        }
    )


def linked(made):
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Link,
        Rect=[0, 0, 9, 9],
        A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String("https://hcm.example/a?b=c:d")),
    )
    made.pages[0].Annots = pikepdf.Array([note])


def long_document(made):
    for _ in range(300):
        made.add_blank_page()
        made.pages[-1].Contents = made.make_stream(b"BT ET " * 2000)


def clear():
    return picture("PNG", mode="RGBA", colour=(0, 0, 0, 0))


SAMPLES = [
    Sample("a phone's JPEG", "IMG_2026.JPG", lambda: photograph((4032, 3024)), neutralised=PHOTO,
           stored_as="IMG_2026.jpg"),
    Sample("a JPEG of 50 million points", "a.jpeg", lambda: photograph((8160, 6120)),
           neutralised=PHOTO, stored_as="a.jpg", is_heavy=True),
    Sample("a phone's HEIC", "IMG_0001.HEIC", lambda: heic((1200, 900)),
           neutralised=("extension",), stored_as="IMG_0001.jpg"),
    Sample("a photograph that moves", "PXL.jpg", motion_photograph, stored_as="PXL.jpg",
           neutralised=(*PHOTO, "trailing-data")),
    Sample("a screenshot", "Ảnh chụp màn hình 2026-11-23.png", lambda: picture("PNG", (1080, 2400)),
           stored_as="Ảnh chụp màn hình 2026-11-23.png"),
    Sample("a PNG one can see through", "con dấu.png", clear, stored_as="con dấu.png"),
    Sample("a WebP", "anh.webp", lambda: picture("WEBP"), neutralised=("extension",),
           stored_as="anh.jpg"),
    Sample("a GIF", "anh.gif", lambda: frames("GIF", 1), neutralised=("extension",),
           stored_as="anh.png"),
    Sample("a CMYK JPEG", "in.jpg", lambda: picture(mode="CMYK", colour=(9, 9, 9, 9)),
           stored_as="in.jpg"),
    Sample("a PDF", "Công văn số 12.pdf", pdf, stored_as="Công văn số 12.pdf"),
    Sample("a PDF with a link", "a.pdf", lambda: pdf(linked)),
    Sample("a PDF of 301 pages", "a.pdf", lambda: pdf(long_document), is_heavy=True),
    Sample("a signed PDF", "Quyết định (ký số).pdf", lambda: signed(pdf()), kept_as_it_came=True,
           stored_as="Quyết định (ký số).pdf"),
    Sample("a small DOCX", "Đơn kiến nghị.docx", office, kept_as_it_came=True,
           stored_as="Đơn kiến nghị.docx"),
    Sample("a DOCX with links, pictures, a chart", "Báo cáo.docx", report, kept_as_it_came=True),
    Sample("a workbook", "Bảng kê.xlsx", workbook, kept_as_it_came=True, stored_as="Bảng kê.xlsx"),
    Sample("slides", "a.pptx", lambda: office("pptx"), kept_as_it_came=True),
    Sample("an ODT", "a.odt", odt, kept_as_it_came=True),
    Sample("a text", "ghi chú.txt", lambda: "Kính gửi: số 5 < số 6".encode(), kept_as_it_came=True),
    Sample("a text in UTF-16", "a.txt", lambda: "Kính gửi".encode("utf-16"),
           neutralised=("encoding",)),
    Sample("a table", "a.csv", lambda: "\ufefftên,nợ\nÂn,-5\n".encode(), kept_as_it_came=True),
    Sample("a film", "VID_1.mp4", lambda: film(tracks=[track(), track(b"soun")]),
           kept_as_it_came=True, stored_as="VID_1.mp4"),
    Sample("a film of QuickTime", "IMG_2.MOV", lambda: film(brand=b"qt  "), kept_as_it_came=True,
           stored_as="IMG_2.mov"),
]  # fmt: skip
