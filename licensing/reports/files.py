"""The report on dossiers as files: a workbook with the rows, a document, a PDF."""

from datetime import datetime

from cityweb.core import exports, report_files
from cityweb.core.models import Organisation
from cityweb.core.report_files import Chapter, Head, Line
from licensing.reports import statistics
from licensing.reports.statistics import Report

ABOUT = "Tình hình giải quyết hồ sơ cấp phép"


def made(kind: str, report: Report, body: Organisation, now: datetime) -> bytes:
    """Return the file of that kind. Raises `KeyError` for another kind."""
    return {"xlsx": _workbook, "docx": _document, "pdf": _pdf}[kind](report, body, now)


def _workbook(report: Report, body: Organisation, now: datetime) -> bytes:
    figures = [one for _, figures in report.chapters() for one in figures]
    numbers = [
        [one.kind.label, one.value, None if one.share is None else round(one.share, 1)]
        for one in figures
    ]
    heads = ("", *(statistics.KINDS[key].label for key in statistics.COLUMNS))
    tables = [
        (title, heads, [[row.label, *(number for _, number in row.numbers)] for row in rows])
        for title, rows in (
            ("Theo thủ tục", report.by_procedure()),
            ("Theo chuyên viên", report.by_specialist()),
        )
    ]
    behind = [
        (one.kind.label, statistics.HEADER, [case.cells() for case in report.of(one.kind.key)])
        for one in figures
        if one.value
    ]
    return exports.book(
        [("Số liệu", ("Chỉ tiêu", "Số lượng", "Tỷ lệ (%)"), numbers), *tables, *behind]
    )


def _document(report: Report, body: Organisation, now: datetime) -> bytes:
    return report_files.document(_head(report, body), _chapters(report), None)


def _pdf(report: Report, body: Organisation, now: datetime) -> bytes:
    return report_files.pdf(_head(report, body), _chapters(report), None, made_at=now)


def _head(report: Report, body: Organisation) -> Head:
    above = body.parent.name if body.parent else ""
    return Head(ABOUT, str(report.period), report.until, body.name, above)


def _chapters(report: Report) -> list[Chapter]:
    chapters = [
        Chapter(title, [Line(one.kind.label, one.value, one.share) for one in figures])
        for title, figures in report.chapters()
    ]
    by_procedure = [
        Line(f"{row.label}: tiếp nhận", dict(row.numbers)["tiep-nhan"])
        for row in report.by_procedure()
    ]
    return [*chapters, Chapter("Tiếp nhận theo thủ tục", by_procedure)]
