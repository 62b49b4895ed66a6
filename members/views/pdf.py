"""A PDF of ours as it is handed out: shown in the browser, kept by nobody on the way."""

from django.http import HttpResponse


def inline(pdf: bytes, name: str) -> HttpResponse:
    """Return the response that shows a PDF called `name`."""
    response = HttpResponse(pdf, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    return response
