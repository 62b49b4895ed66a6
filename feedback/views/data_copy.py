"""The copy of what we hold about a sender, for who was granted one: a page to print, or JSON."""

import json

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from cityweb.core import pages
from cityweb.core.errors import Refused
from feedback import actions
from feedback.forms import keys
from feedback.models import Submission
from feedback.reports.held import held
from feedback.views import lookup
from feedback.views.citizen import home
from feedback.views.receipts import SECRET


# As on the page it is asked from: the key in the form is the right, no cookie carries one.
@csrf_exempt
def copy(request: HttpRequest, asked: int) -> HttpResponse:
    """Show the copy, or send it as JSON where `form` says so."""
    pk = keys.read(request.POST.get("key", ""))
    if pk is None:
        return lookup.over(request)
    is_json = request.POST.get("form") == "json"
    try:
        actions.copy_data(pk=pk, asked=asked, form="json" if is_json else "page")
    except Refused as refusal:
        return lookup.show(request, pk, problem=refusal.message, status=409)
    rows = Submission.objects.select_related("mailbox", "unit", "category", "duplicate_of__mailbox")
    submission = rows.get(pk=pk)
    now = timezone.now()
    sections = held(submission, now=now, whole=request.build_absolute_uri)
    response = (
        _json(submission, sections) if is_json else _page(request, submission, asked, sections)
    )
    response.headers["Cache-Control"] = SECRET
    return response


def _json(submission: Submission, sections: dict) -> HttpResponse:
    made = {"Bản sao lập lúc": timezone.localtime().isoformat(timespec="seconds")}
    body = json.dumps(made | sections, ensure_ascii=False, indent=2)
    response = HttpResponse(body, content_type="application/json; charset=utf-8")
    name = f"du-lieu-{submission.code}.json"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _page(request: HttpRequest, submission: Submission, asked: int, sections: dict) -> HttpResponse:
    where = pages.in_languages(lookup.PATH)
    facts = {
        "title": _("Bản sao dữ liệu, ý kiến %(code)s") % {"code": submission.code},
        **where,
        "line": [home(), pages.Step(_("Tra cứu"), where["path"])],
        "submission": submission,
        "asked": asked,
        "made_at": timezone.now(),
        "key": keys.issue(submission.pk),
        # A section is one row of facts, or several.
        "sections": [
            (name, rows if isinstance(rows, list) else [rows]) for name, rows in sections.items()
        ],
    }
    return pages.page(request, "feedback/data_copy.html", facts)
