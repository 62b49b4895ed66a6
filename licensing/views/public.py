"""The public register: search, a page for each licence, its signed papers, the feed of changes."""

from xml.sax.saxutils import escape

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import conditional_page

from cityweb.core import keyset, pages, papers
from licensing.forms.asked import AskedForm, DayForm
from licensing.models import Licence, LicenceVersion
from licensing.reports import open_data, register
from licensing.states import Standing

PATH = "/giay-phep/"
_TITLE = gettext_noop("Sổ giấy phép")
_DESCRIPTION = gettext_noop(
    "Giấy phép thiết lập trang thông tin điện tử tổng hợp do Thành phố cấp: tình trạng, nội dung, "
    "lịch sử và bản ký số."
)


def step() -> pages.Step:
    """Return the way to the register, in the language of the page."""
    return pages.Step(_(_TITLE), pages.in_languages(PATH)["path"])


@conditional_page
def licences(request: HttpRequest) -> HttpResponse:
    """Show the newest licences, or those a reader asks for by address alone."""
    given = request.GET
    turn = keyset.read_turn(given.get("truoc", ""), given.get("sau", ""))
    if turn is None:
        return HttpResponseRedirect(pages.in_languages(PATH)["path"])
    form = AskedForm(given)
    asked = form.asked
    kept = given.copy()
    for name in ("truoc", "sau"):
        kept.pop(name, None)
    facts = {
        "title": f"{_('Giấy phép')}: {asked.words}" if asked.words else _(_TITLE),
        "description": _(_DESCRIPTION),
        **pages.in_languages(PATH),
        "asked": asked,
        "mistaken": [name for name in form.errors if name != "q"],
        "too_long": "q" in form.errors,
        "states": Standing.choices,
        "issuers": register.issuers(),
        "years": register.years(),
        "leaf": register.page(asked, turn),
        "columns": open_data.COLUMNS.items(),
        "here": kept.urlencode(),
        "is_narrowed": any(kept.values()),
    }
    return pages.page(request, "licensing/licences.html", facts)


@conditional_page
def licence(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one licence with its history, as of today or of the day a reader asks for."""
    found = get_object_or_404(
        Licence.objects.select_related("issuer").defer("words", "search"), slug=slug
    )
    versions = register.history(found)
    today = timezone.localdate()
    form = DayForm(request.GET)
    asked = form.cleaned_data["ngay"] if form.is_valid() else None
    now = register.on_day(versions, today)
    facts = {
        "title": _("Giấy phép số %(number)s") % {"number": found.number},
        "description": f"{now.version.holder_name}: {now.version.site_name}. "
        f"{_(now.standing.label)}.",
        **pages.in_languages(found.path),
        "line": [step()],
        "found": found,
        "versions": _told(versions),
        "now": now,
        "then": register.on_day(versions, asked) if asked else None,
        "shown": register.on_day(versions, asked or today),
        "today": today,
        "typed_day": request.GET.get("ngay", "")[:10],
        "day_errors": form.errors.get("ngay", []),
    }
    return pages.page(request, "licensing/licence.html", facts)


def _told(versions: list[LicenceVersion]) -> list[tuple[LicenceVersion, list[register.Change]]]:
    """Return the versions, newest first, each with what it changed of the one before."""
    earlier = [*versions[1:], None]
    return [
        (one, register.changes(before, one) if before else [])
        for one, before in zip(versions, earlier, strict=True)
    ]


@conditional_page
def paper(request: HttpRequest, slug: str, ordinal: int) -> HttpResponse | FileResponse:
    """Send the signed paper of a version, byte for byte as it was issued."""
    rows = LicenceVersion.objects.select_related("paper__file").exclude(paper=None)
    version = get_object_or_404(rows, licence__slug=slug, ordinal=ordinal)
    if version.paper.file is None:
        raise Http404("not issued")
    response = FileResponse(
        papers.open_file(version.paper),
        content_type="application/pdf",
        filename=f"{slug}-{ordinal}.pdf",
    )
    response.headers["Cache-Control"] = pages.KEEP_LONG
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


@conditional_page
def feed(request: HttpRequest) -> HttpResponse:
    """Return what was written into the register last, as RSS 2.0."""
    origin = request.site.origin
    found = Rss201rev2Feed(
        title=f"Thay đổi trong sổ giấy phép – {request.site.name}",
        link=f"{origin}{PATH}",
        description=_DESCRIPTION,
        language="vi",
        feed_url=f"{origin}{request.path}",
    )
    for one in register.newest_changes():
        found.add_item(
            title=f"{one.get_event_display()}: {one.licence.number}",
            link=f"{origin}{one.licence.path}",
            description=escape(f"{one.holder_name} – {one.site_name} ({', '.join(one.domains)})"),
            unique_id=f"{origin}{one.licence.path}#lan-{one.ordinal}",
            unique_id_is_permalink=False,
            pubdate=timezone.localtime(one.recorded_at),
        )
    response = HttpResponse(content_type="application/rss+xml; charset=utf-8")
    found.write(response, "utf-8")
    response.headers["Cache-Control"] = pages.KEEP_FEED
    return response
