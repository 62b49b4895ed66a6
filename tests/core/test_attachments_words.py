"""The words inside documents are read by the locked child; what has none is told from what has."""

import io

import pytest
import typst

from cityweb.core import attachments
from cityweb.core.attachments import sandbox
from tests.core.hostile.office import docx, odt, office, sheet
from tests.core.hostile.pdfs import pdf
from tests.core.hostile.pictures import picture

pytestmark = pytest.mark.django_db
WORDS = "Bà Trần Thị Bê, số 0903 123 456, ở 45/2 đường Lê Lai"


def paper(words):
    return typst.compile(f"#set page(width: 12cm, height: 8cm)\n{words}".encode())


def words_of(data, name):
    kinds = attachments.MAILBOX
    data = data() if callable(data) else data
    taken = attachments.take(io.BytesIO(data), name=name, kinds=kinds, draft_token="x" * 20)
    return attachments.words_in(taken)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("data", "name"),
    [
        (paper(WORDS), "don.pdf"),
        (docx(f"<w:p><w:r><w:t>{WORDS[:10]}</w:t></w:r><w:r><w:t>{WORDS[10:]}</w:t></w:r></w:p>"),
         "don.docx"),
        (odt(f"<text:p>{WORDS[:9]}<text:span>{WORDS[9:]}</text:span></text:p>"), "don.odt"),
        (sheet(f'<c r="A1" t="inlineStr"><is><t>{WORDS}</t></is></c>'), "bang.xlsx"),
        (WORDS.encode(), "don.txt"),
    ],
    ids=["pdf", "docx", "odt", "xlsx", "txt"],
)  # fmt: skip
def test_the_words_of_each_kind_are_read(data, name):
    found = words_of(data, name)
    assert WORDS in " ".join(found.text.split())
    assert found.is_all


@pytest.mark.slow
def test_a_page_without_words_needs_eyes():
    scan = words_of(pdf(), "quet.pdf")
    assert (scan.text, scan.wordless_pages, scan.is_all) == ("", 1, False)
    half = words_of(paper(f"{WORDS}\n#pagebreak()\n#rect()"), "nua.pdf")
    assert "Trần Thị Bê" in half.text
    assert (half.wordless_pages, half.is_all) == (1, False)


def test_a_picture_has_no_words_for_a_machine():
    assert words_of(picture("png"), "anh.png") == attachments.Words()


def test_what_cannot_be_opened_says_nothing():
    for kind in ("pdf", "docx"):
        opened = sandbox.run_on_bytes("words", b"%PDF-1.4 broken", kind=kind)
        assert opened.refused


def test_paragraphs_do_not_grow_together_and_deleted_words_are_read():
    inner = "<w:p><w:r><w:t>Một</w:t></w:r></w:p><w:p><w:del><w:r><w:delText>Hai</w:delText>"
    found = words_of(docx(f"{inner}</w:r></w:del></w:p>"), "a.docx")
    assert found.text.split("\n")[:2] == ["Một", "Hai"]


def test_of_a_very_long_text_it_is_said_that_there_is_more():
    found = words_of(("chữ " * 60_000).encode(), "dai.txt")
    assert len(found.text) == 200_000 and not found.is_whole


def test_an_office_file_says_its_author():
    core = '<cp:c xmlns:cp="c" xmlns:dc="d"><dc:creator>Trần Bê</dc:creator></cp:c>'
    data = office("docx", {"docProps/core.xml": core})
    assert "Trần Bê" in words_of(data, "a.docx").text
