"""The words inside a document, for whoever must know what it says before others read it.

Knows PDF, Open XML, OpenDocument and plain text. A page without words is a picture of something.
"""

import re
from typing import Any

import markup
import pypdfium2
from archive import Container
from verdict import Refusal, Result

# As much as a person would look through; of more only that there is more is said.
MOST_LETTERS = 200_000
MOST_PAGES = 300
_SMALLEST = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)
# Where documents, sheets and slides keep what people read, and who wrote it.
_PARTS = re.compile(
    r"word/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml"
    r"|xl/(?:sharedStrings|comments\d*|(?:worksheets|comments|threadedComments)/[^/]+)\.xml"
    r"|ppt/(?:slides|notesSlides|comments)/[^/]+\.xml"
    r"|docProps/(?:core|app)\.xml|(?:content|styles|meta)\.xml",
    re.IGNORECASE,
)
# Behind these the line ends; runs inside a paragraph grow together as they are read.
_ENDS = frozenset(
    {"p", "h", "si", "c", "row", "tr", "tc", "comment", "annotation", "list-item", "creator"}
    | {"lastModifiedBy", "title", "subject", "Company", "Manager", "initial-creator"}
)
_SPACES = frozenset({"tab", "br", "cr", "s", "line-break"})


def prepare() -> None:
    """Load the engine while files may still be opened."""
    _of_pdf(_SMALLEST)


def run(data: bytes, job: dict[str, Any]) -> Result:
    """Return the words as the one blob; `more` says whether they are all, and of pages without."""
    kind = job["kind"]
    if kind == "pdf":
        pages, beside = _of_pdf(data)
    elif kind in {"docx", "xlsx", "pptx", "odt"}:
        pages, beside = [_of_office(data)], ""
    else:
        pages, beside = [data.decode("utf-8", "replace")], ""
    text = "\n".join(part for part in (*pages[:MOST_PAGES], beside) if part.strip())
    more = {
        "is_whole": len(text) <= MOST_LETTERS and len(pages) <= MOST_PAGES,
        "pages": len(pages),
        "wordless_pages": sum(not page.strip() for page in pages),
    }
    return Result(kind=kind, more=more, blobs=[text[:MOST_LETTERS].encode("utf-8", "replace")])


def _of_pdf(data: bytes) -> tuple[list[str], str]:
    """Return the words of each page, one page more than are read, and what stands beside them."""
    try:
        pdf = pypdfium2.PdfDocument(data)
        count = min(len(pdf), MOST_PAGES + 1)
        pages = [pdf[number].get_textpage().get_text_bounded() for number in range(count)]
        beside = "\n".join(str(value) for value in pdf.get_metadata_dict().values() if value)
    except pypdfium2.PdfiumError as problem:
        raise Refusal("unreadable") from problem
    return [page.replace("\r", "") for page in pages], beside


def _of_office(data: bytes) -> str:
    container = Container(data)
    names = sorted(name for name in container.parts if _PARTS.fullmatch(name))
    return "\n".join(markup.words(container.read(name), _ENDS, _SPACES) for name in names)
