"""The periodic report as files: a workbook, a document to go on writing in, a PDF to hand over.

All three are made from the same `Report`, so that no figure differs between them.
"""

from __future__ import annotations

import io
from datetime import datetime

from django.conf import settings
from django.utils import timezone
from docx import Document
from docx.document import Document as Page
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from cityweb.core import exports
from cityweb.core.papers import rendering
from members.reports import periodic
from members.reports.periodic import Chapter, Figure, Line, Report

TITLE = "Báo cáo theo dõi website thành viên"
TEMPLATE = "members/papers/report.typ"
LISTED = "kien-nghi"
"""The figure whose rows stand in the text itself."""
MOST_LISTED = 60


def workbook(report: Report) -> bytes:
    """Return the figures on a first sheet, and behind it a sheet with the rows of each."""
    figures = [one for chapter in report.chapters for one in chapter.figures]
    sheets = [("Số liệu", ("Chỉ tiêu", "Số lượng", "Tỷ lệ (%)"), periodic.rows(figures))]
    sheets += [
        (one.label, periodic.HEADER, [line.cells() for line in one.lines])
        for one in figures
        if one.lines
    ]
    return exports.book(sheets)


def pdf(report: Report, *, issuer: str, above: str, made_at: datetime) -> bytes:
    """Return the report set by Decree 30/2020, its number and day left open for the signer."""
    sheet = rendering.Sheet(
        template=TEMPLATE,
        data=_data(report, issuer, above),
        number="……/BC",
        issuer=issuer,
        place=settings.OFFICE_CITY,
        made_at=made_at,
    )
    return rendering.render(sheet).pdf


def _data(report: Report, issuer: str, above: str) -> dict[str, object]:
    return {
        "above": above,
        "body": issuer,
        "period": str(report.period).lower(),
        "until": _day(report.until),
        "chapters": [
            {
                "title": chapter.title,
                "figures": [
                    {"label": one.label, "value": str(one.value), "share": _share(one)}
                    for one in chapter.figures
                ],
            }
            for chapter in report.chapters
        ],
        "listed": [_said(line) for line in _listed(report)],
    }


def document(report: Report, *, issuer: str, above: str) -> bytes:
    """Return the report as a document of a word processor, to be finished by hand."""
    page = _page()
    _letterhead(page, issuer, above)
    for text in (TITLE.upper(), str(report.period)):
        _line(page, text, bold=True, centred=True)
    _line(page, f"Số liệu đến {_day(report.until)}.")
    for number, chapter in enumerate(report.chapters, start=1):
        _line(page, f"{number}. {chapter.title}", bold=True)
        _table(page, chapter)
    if listed := _listed(report):
        _line(page, f"{len(report.chapters) + 1}. Kiến nghị chỉ đạo xử lý", bold=True)
        for line in listed:
            _line(page, f"- {_said(line)}")
    out = io.BytesIO()
    page.save(out)
    return out.getvalue()


def _page() -> Page:
    """Return an empty sheet in the margins and the typeface of administrative papers."""
    page = Document()
    side = page.sections[0]
    side.page_width, side.page_height = Mm(210), Mm(297)
    side.top_margin = side.bottom_margin = Mm(20)
    side.left_margin, side.right_margin = Mm(30), Mm(15)
    style = page.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(13)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "Times New Roman")
    page.core_properties.title, page.core_properties.author = TITLE, ""
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
    table = page.add_table(rows=1, cols=3, style="Table Grid")
    for cell, text in zip(table.rows[0].cells, ("Chỉ tiêu", "Số lượng", "Tỷ lệ"), strict=True):
        cell.paragraphs[0].add_run(text).bold = True
    for one in chapter.figures:
        cells = table.add_row().cells
        for cell, text in zip(cells, (one.label, str(one.value), _share(one)), strict=True):
            cell.text = text
    for row in table.rows:
        for cell, width in zip(row.cells, (Mm(105), Mm(30), Mm(30)), strict=True):
            cell.width = width


def _listed(report: Report) -> list[Line]:
    figure = report.figure(LISTED)
    return figure.lines[:MOST_LISTED] if figure else []


def _said(line: Line) -> str:
    since = f" Từ {_day(line.since)}." if line.since else ""
    return f"{line.site.organisation.name}: {line.text}{since}"


def _share(one: Figure) -> str:
    return "" if one.share is None else f"{one.share:.1f} %".replace(".", ",")


def _day(at: datetime) -> str:
    return f"{timezone.localtime(at):%d/%m/%Y}"
