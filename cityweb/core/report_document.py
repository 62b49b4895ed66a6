"""A report in figures as a document of a word processor: the sheet, its head, its tables."""

from __future__ import annotations

import io
from collections.abc import Sequence

from django.conf import settings
from docx import Document
from docx.document import Document as Page
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from cityweb.core import report_files
from cityweb.core.report_files import Chapter, Head, Listed


def written(head: Head, chapters: Sequence[Chapter], listed: Listed | None) -> bytes:
    """Return the report as the bytes of a DOCX file."""
    title = f"Báo cáo {head.about[:1].lower()}{head.about[1:]}"
    page = _page(title)
    _letterhead(page, head.issuer, head.above)
    for text in (title.upper(), head.period):
        _line(page, text, bold=True, centred=True)
    _line(page, f"Số liệu đến {report_files.day(head.until)}.")
    for number, chapter in enumerate(chapters, start=1):
        _line(page, f"{number}. {chapter.title}", bold=True)
        _table(page, chapter)
    if listed and listed.sentences:
        _line(page, f"{len(chapters) + 1}. {listed.title}", bold=True)
        for sentence in listed.sentences:
            _line(page, f"- {sentence}")
    out = io.BytesIO()
    page.save(out)
    return out.getvalue()


def _page(title: str) -> Page:
    """Return an empty sheet in the margins and the typeface of administrative papers."""
    page = Document()
    side = page.sections[0]
    side.page_width, side.page_height = Mm(210), Mm(297)
    side.top_margin = side.bottom_margin = Mm(20)
    side.left_margin, side.right_margin = Mm(30), Mm(15)
    style = page.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(13)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "Times New Roman")
    page.core_properties.title, page.core_properties.author = title, ""
    page.core_properties.language = "vi-VN"
    return page


def _letterhead(page: Page, issuer: str, above: str) -> None:
    left, right = page.add_table(rows=1, cols=2).rows[0].cells
    for cell, lines in (
        (left, [above.upper(), issuer.upper(), "Số: ……/BC"]),
        (
            right,
            [
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "Độc lập - Tự do - Hạnh phúc",
                f"{settings.OFFICE_CITY}, ngày …… tháng …… năm ……",
            ],
        ),
    ):
        for place, text in enumerate(filter(None, lines)):
            said = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
            said.alignment = WD_ALIGN_PARAGRAPH.CENTER
            run = said.add_run(text)
            run.bold = "ngày" not in text and "Số" not in text
            run.font.size = Pt(12)


def _line(page: Page, text: str, *, bold: bool = False, centred: bool = False) -> None:
    said = page.add_paragraph()
    said.paragraph_format.space_after = Pt(6)
    said.alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else WD_ALIGN_PARAGRAPH.JUSTIFY
    said.add_run(text).bold = bold


def _table(page: Page, chapter: Chapter) -> None:
    # No column for parts of a whole where there are none.
    columns = 3 if any(one.in_percent for one in chapter.lines) else 2
    widths = (Mm(105), Mm(30), Mm(30)) if columns == 3 else (Mm(125), Mm(40))
    table = page.add_table(rows=1, cols=columns, style="Table Grid")
    heads = ("Chỉ tiêu", "Số lượng", "Tỷ lệ")[:columns]
    for cell, text in zip(table.rows[0].cells, heads, strict=True):
        cell.paragraphs[0].add_run(text).bold = True
    for one in chapter.lines:
        said = (one.label, str(one.value), one.in_percent)[:columns]
        for cell, text in zip(table.add_row().cells, said, strict=True):
            cell.text = text
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width
