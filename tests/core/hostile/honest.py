"""Files that people really send: all of them must pass."""

import io

import openpyxl
import pikepdf
from openpyxl.workbook.defined_name import DefinedName
from PIL import Image

from tests.core.hostile.films import film, track
from tests.core.hostile.office import body, odt, office, relation, relations
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


def composed():
    """A text as Word makes it of fields: a table of contents, the hour, sources, a web address."""
    fields = [
        r'TOC \o "1-3" \h \z \u',
        r"PAGEREF _Toc1 \h",
        r'TIME \@ "H:mm"',
        'ADDIN ZOTERO_ITEM CSL_CITATION {"id":1}',
        r'HYPERLINK "https://hcm.example/link" \o "Ghi chú: xem"',
        r'HYPERLINK \l "muc-1"',
        "=SUM(ABOVE)",
    ]
    runs = "".join(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {one} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        for one in (command.replace('"', "&quot;") for command in fields)
    )
    letterhead = '<v:shape xmlns:v="urn:v" href="https://hcm.example"><v:imagedata src="cid:1@x"/>'
    return office(
        extra={
            "word/document.xml": body(f"<w:p>{runs}<w:pict>{letterhead}</v:shape></w:pict></w:p>"),
            "word/media/a.svg": '<svg xmlns="http://www.w3.org/2000/svg"><use href="#a"/></svg>',
            "word/fonts/font1.odttf": b"<" + bytes(range(200)),
        }
    )


def reckoned():
    """A workbook with links and names as people write them."""
    book = openpyxl.Workbook()
    page = book.active
    page["A1"] = '=HYPERLINK("https://hcm.example/","Cổng")'
    page["A2"] = '=HYPERLINK("#Sheet!A1","Lên đầu")'
    page["A3"] = '=IFERROR(VLOOKUP(B1,C:D,2,FALSE),"không: có")'
    page["A4"] = '=TEXT(TODAY(),"dd/mm/yyyy")&" – "&SUBSTITUTE(B2,"/","\\")'
    book.defined_names["Kỳ"] = DefinedName("Kỳ", attr_text="Sheet!$A$1:$A$9")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def written_in_writer():
    """What LibreOffice adds: an empty form, the path of its template, a preview, its layout."""
    template = '<m:template xlink:href="../../Users/an/Mau/cong-van.ott"/>'
    return odt(
        '<office:forms><form:form xmlns:form="urn:form" xlink:href=""/></office:forms>'
        '<text:p><text:a xlink:href="https://hcm.example/">Cổng</text:a>'
        '<draw:image xlink:href="Pictures/1.png"/></text:p>',
        {
            "Pictures/1.png": picture("PNG"),
            "Thumbnails/thumbnail.png": picture("PNG"),
            "Configurations2/accelerator/current.xml": "",
            "layout-cache": bytes(20),
            "meta.xml": '<m:x xmlns:m="urn:m" xmlns:xlink="http://www.w3.org/1999/xlink">'
            f"{template}</m:x>",
        },
    )


def outlined(made):
    """Bookmarks one behind the other, a button that turns the page, a fade between pages."""
    second = made.make_indirect(pikepdf.Dictionary(Title=pikepdf.String("Chương 2")))
    action = pikepdf.Dictionary(S=pikepdf.Name.GoTo, D=pikepdf.Array([made.pages[0].obj]))
    first = pikepdf.Dictionary(Title=pikepdf.String("Chương 1"), A=action, Next=second)
    made.Root.Outlines = made.make_indirect(pikepdf.Dictionary(First=made.make_indirect(first)))
    made.pages[0].Trans = pikepdf.Dictionary(S=pikepdf.Name.Fade)
    turning = pikepdf.Dictionary(S=pikepdf.Name.Named, N=pikepdf.Name.NextPage)
    note = pikepdf.Dictionary(Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=turning)
    made.pages[0].Annots = pikepdf.Array([note])


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
    Sample("a DOCX with fields", "a.docx", composed, kept_as_it_came=True),
    Sample("a workbook with links", "a.xlsx", reckoned, kept_as_it_came=True),
    Sample("an ODT out of Writer", "a.odt", written_in_writer, kept_as_it_came=True),
    Sample("a PDF with bookmarks", "a.pdf", lambda: pdf(outlined)),
    Sample("a signed PDF with bookmarks", "a.pdf", lambda: signed(pdf(outlined)),
           kept_as_it_came=True),
    Sample("a table with signs of all sorts", "a.csv",
           lambda: "số;ghi chú\n-5,5;a|b - c, +84 9\n+84901;x<y & <z>\n".encode(),
           kept_as_it_came=True),
    Sample("a letter with signs", "a.txt",
           lambda: "a<b, giá <100; <xem sau>; id;p; http://x?a=<1>".encode(), kept_as_it_came=True),
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
