"""What the office makes, as it is handed out: shown or saved, kept by nobody on the way."""

from django.http import FileResponse, HttpResponse

from cityweb.core.models import Paper
from cityweb.core.papers import reading

_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "zip": "application/zip",
    "eml": "message/rfc822",
}


def inline(pdf: bytes, name: str) -> HttpResponse:
    """Return the response that shows a PDF called `name`."""
    return _sent(pdf, "pdf", f'inline; filename="{name}.pdf"')


def attached(content: bytes, kind: str, name: str) -> HttpResponse:
    """Return the response that saves a file of that kind. Raises `KeyError` for another kind."""
    return _sent(content, kind, f'attachment; filename="{name}.{kind}"')


def paper(found: Paper) -> FileResponse:
    """Return the file of a paper; the caller has made sure that this reader may have it."""
    response = FileResponse(reading.open_file(found), content_type=_TYPES["pdf"])
    response.headers["Content-Disposition"] = f'inline; filename="{found.code}.pdf"'
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _sent(content: bytes, kind: str, disposition: str) -> HttpResponse:
    response = HttpResponse(content, content_type=_TYPES[kind])
    response.headers["Content-Disposition"] = disposition
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    return response
