"""Statistics: the public's page, the office's with the rows behind every number, and downloads."""

from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from cityweb.core import exports, keyset, pages
from cityweb.core.models import Organisation
from feedback.models import Category, Mailbox, Submission
from feedback.querysets import READERS, SubmissionQuerySet
from feedback.reports import bodies, periods, statistics
from feedback.reports.periods import Period
from feedback.views import row_tables
from feedback.views.citizen import home
from feedback.views.desk_frame import sidebar

PAGE_SIZE = 50
GROUPS = {"mailbox": "mailbox__short_name", "category": "category__name"}
# In an address: those that have none.
NONE = "0"
TITLE = "Số liệu góp ý và trả lời"
_Row = TypeVar("_Row", bound=Model)


def public(request: HttpRequest) -> HttpResponse:
    """Show everybody how the mailboxes work: received, answered, on time, by body and matter."""
    facts = _numbers(request)
    if "tai" in request.GET:
        return _download(request.GET["tai"], facts)
    return pages.page(
        request,
        "feedback/statistics.html",
        {
            **facts,
            "title": TITLE,
            "description": "Số ý kiến nhận, đã trả lời, đúng hạn, theo cơ quan và lĩnh vực.",
            "path": reverse("feedback:statistics"),
            "line": [home()],
        },
    )


def internal(request: HttpRequest) -> HttpResponse:
    """Show the office the same numbers, each the way to its rows for those who may read them.

    Readers of denunciations alone may read none of what is counted here.
    """
    facts = _numbers(request)
    if "tai" in request.GET:
        return _download(request.GET["tai"], facts)
    opens_rows = request.user.has_role(*READERS)
    context = {**sidebar(request), **facts, "title": TITLE, "opens_rows": opens_rows}
    return render(request, "feedback/desk/statistics.html", context)


def rows(request: HttpRequest) -> HttpResponse:
    """Show, or hand out as a table, the submissions that one number counts."""
    asked = _asked_rows(request)
    found = asked.rows.filter(pk__in=Submission.objects.visible_to(request.user))
    if "tai" in request.GET:
        kind = request.GET["tai"]
        return row_tables.handed_out(request.user, kind, title=asked.title, found=found)
    turn = keyset.read_turn(request.GET.get("after", ""), request.GET.get("before", ""))
    shown = found.select_related("mailbox", "category", "unit")
    leaf = keyset.leaf(
        [(shown, "received_at", "pk")],
        turn or keyset.Turn(),
        size=PAGE_SIZE,
        place_of=lambda one: (one.received_at, one.pk),
    )
    kept = {key: value for key, value in request.GET.items() if key not in ("after", "before")}
    context = {**sidebar(request), "title": asked.title, "leaf": leaf, "kept": kept}
    return render(request, "feedback/desk/statistics_rows.html", context)


@dataclass(frozen=True)
class _Asked:
    title: str
    rows: SubmissionQuerySet


def _asked_rows(request: HttpRequest) -> _Asked:
    period, now, name = _period(request), timezone.now(), request.GET.get("measure", "")
    if organisation := _named(request, "body", Organisation):
        if name not in bodies.MEASURES:
            raise Http404("no such number of a body")
        found = bodies.rows(statistics.countable(), organisation.pk, name, period, now)
        label = bodies.MEASURES[name].label
        return _Asked(f"{organisation.name}: {label}, {period}", found)
    measure = statistics.MEASURES.get(name)
    if measure is None:
        raise Http404("no such measure")
    found = measure.rows(statistics.countable(), period, now)
    titles = [f"{measure.label}, {period}"]
    if box := _named(request, "mailbox", Mailbox):
        found = found.filter(mailbox=box)
        titles.insert(0, box.short_name)
    if request.GET.get("category") == NONE:
        found = found.filter(category=None)
        titles.insert(0, statistics.UNSORTED)
    elif category := _named(request, "category", Category):
        found = found.filter(category=category)
        titles.insert(0, category.name)
    return _Asked(": ".join(titles), found)


def _numbers(request: HttpRequest) -> dict[str, Any]:
    now, recent = timezone.now(), periods.recent(timezone.localdate())
    period = _period(request, recent)
    shown = recent[::-1]
    trend = list(zip(shown, statistics.received_counts(shown), strict=True))

    def by(group: str) -> list[statistics.Line]:
        return statistics.by(group, GROUPS[group], period, now)

    mailboxes = by("mailbox")
    most = max((count for _, count in trend), default=0) or 1
    return {
        "period": period,
        "periods": recent,
        "measures": statistics.MEASURES,
        "body_measures": bodies.MEASURES,
        "rate": statistics.RATE,
        "whole": [statistics.summed(mailboxes)],
        "matters": [
            ("mailbox", "Theo hộp thư", mailboxes),
            ("category", "Theo lĩnh vực", by("category")),
        ],
        "bodies": bodies.lines(period, now),
        "bars": [
            {
                "period": one,
                "count": count,
                "x": 8 + place * 60,
                "y": 150 - round(120 * count / most),
                "height": round(120 * count / most),
                "label_y": 150 - round(120 * count / most) - 6,
                "middle": 8 + place * 60 + 20,
            }
            for place, (one, count) in enumerate(trend)
        ],
    }


def _period(request: HttpRequest, recent: list[Period] | None = None) -> Period:
    """Return the period the address names, or the one that runs now.

    Raises `Http404` for what names no period: other numbers than those asked for would be a lie.
    """
    known = recent or periods.recent(timezone.localdate())
    asked = request.GET.get("ky", "")
    if not asked:
        return known[0]
    found = next((period for period in known if period.key == asked), None)
    found = found or periods.named(asked, today=timezone.localdate())
    if found is None:
        raise Http404("no such period")
    return found


def _named(request: HttpRequest, name: str, model: type[_Row]) -> _Row | None:
    """Return the row that the address names by its key; nothing where it names none.

    Raises `Http404` for what is no such row: the rows of all would be a lie.
    """
    value = request.GET.get(name, "")
    if not value:
        return None
    is_key = value.isascii() and value.isdigit() and len(value) < 15
    found = model._default_manager.filter(pk=int(value)).first() if is_key else None
    if found is None:
        raise Http404(f"no such {name}")
    return found


def _download(kind: str, facts: dict[str, Any]) -> HttpResponse:
    if kind not in (exports.CSV, exports.XLSX):
        raise Http404("no such kind of table")
    columns = {name: one.label for name, one in facts["measures"].items()}
    columns["returned"] = facts["body_measures"]["returned"].label
    header = ["Nhóm", "Tên", *columns.values(), f"Tỉ lệ đúng hạn (%) = {facts['rate']}"]
    groups = [("Tất cả", facts["whole"])]
    groups += [(title, found) for _, title, found in facts["matters"]]
    groups += [("Theo cơ quan trả lời", facts["bodies"])]
    lines = [
        [title, line.label, *map(line.numbers.get, columns), line.on_time_percent]
        for title, found in groups
        for line in found
    ]
    name = f"gop-y-{facts['period'].key}"
    return exports.table(kind, name=name, header=header, rows=lines)
