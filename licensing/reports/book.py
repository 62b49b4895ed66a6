"""Papers that follow dossiers: the process-control slip of one, the register book of a period."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.conf import settings
from django.db.models.functions import TruncDate
from django.utils import timezone

from cityweb.core.models import Clock, Organisation
from cityweb.core.papers import rendering
from licensing import deadlines, slips
from licensing.licence_paper import own_name
from licensing.life import Verb
from licensing.models import Dossier, Result, Step
from licensing.reports import shown

HEADER = (
    *("TT", "Mã hồ sơ", "Thủ tục", "Số bộ", "Tổ chức", "Địa chỉ, điện thoại", "Nhận", "Hẹn trả"),
    *("Trả kết quả", "Nơi nhận kết quả", "Ghi chú"),
)
MOST_LINES = 5000


@dataclass(frozen=True)
class Period:
    """A month, or a whole year where no month is given."""

    year: int
    month: int | None = None

    def __str__(self) -> str:
        return f"Tháng {self.month} năm {self.year}" if self.month else f"Năm {self.year}"

    @property
    def first(self) -> date:
        return date(self.year, self.month or 1, 1)

    @property
    def after(self) -> date:
        """The first day after it."""
        if self.month is None or self.month == 12:
            return date(self.year + 1, 1, 1)
        return date(self.year, self.month + 1, 1)


def midnight(day: date) -> datetime:
    """Return when a day begins in the city."""
    return timezone.make_aware(datetime.combine(day, time.min))


def lines(period: Period) -> list[list[str]]:
    """Return the register of what was received in the period, in that order.

    Lines are counted through the year, so that each is the one that the receipt slip names.
    """
    rows = list(
        Dossier.objects.filter(
            received_at__gte=midnight(period.first), received_at__lt=midnight(period.after)
        )
        .select_related("procedure", "version")
        .annotate(day=TruncDate("received_at"))
        .order_by("day", "code", "id")[:MOST_LINES]
    )
    clocks = deadlines.by_dossier(one.pk for one in rows)
    steps = Step.objects.filter(dossier__in=rows, verb=Verb.HAND_OUT)
    handed_out = dict(steps.values_list("dossier", "at"))
    return [
        [str(place), *_line(one, clocks.get(one.pk), handed_out.get(one.pk))]
        for place, one in enumerate(rows, start=slips.lines_before(period.first) + 1)
    ]


def _line(one: Dossier, clock: Clock | None, handed_out: datetime | None) -> list[str]:
    who = one.sent["applicant"]
    is_online = one.channel == Dossier.Channel.ONLINE
    return [
        one.code, one.procedure.short_name, f"{one.version.sets:02}", who["name"],
        f"{who['address']}; {who['phone']}", _day(one.received_at),
        f"{clock.due_on:%d/%m/%Y}" if clock else "", _day(handed_out),
        "Trực tuyến" if is_online else settings.ONE_STOP_DESK, one.get_state_display(),
    ]  # fmt: skip


def book_pdf(period: Period, body: Organisation, now: datetime) -> bytes:
    """Return the register book of a period."""
    form, title = slips.form_of("register_book", min(period.after - timedelta(1), now.date()))
    data = {**_head(body, form, title), "period": str(period), "rows": lines(period)}
    return _set("licensing/papers/register_book.typ", data, body, now)


def control_pdf(dossier: Dossier, body: Organisation, now: datetime) -> bytes:
    """Return the slip that shows who had the dossier, from when to when."""
    form, title = slips.form_of("control_slip", timezone.localdate(dossier.received_at or now))
    clock = deadlines.whole(dossier)
    stays = shown.stays(dossier, now)
    facts = [
        ["Tổ chức nộp hồ sơ", dossier.sent["applicant"]["name"]],
        ["Thủ tục", dossier.procedure.name],
        ["Hẹn trả kết quả", f"{clock.due_on:%d/%m/%Y}" if clock else "chưa tiếp nhận"],
    ]
    due = deadlines.of(dossier, clock, now)
    data = {
        **_head(body, form, title),
        "dossier_code": str(dossier),
        "facts": facts,
        "rows": [_row(one) for one in stays],
        "endings": [
            *_approval(dossier),
            f"Tình trạng đến {_minute(now)}: {due.words.lower()} ({due.detail}).",
        ],
    }
    return _set("licensing/papers/control_slip.typ", data, body, now)


def _approval(dossier: Dossier) -> list[str]:
    """Say who agreed to the result, when, and to what; the paper itself is signed at its issue."""
    result = Result.objects.filter(dossier=dossier).exclude(approved_at=None).first()
    if result is None:
        return []
    for_whom = f" (thay {result.signed_for})" if result.signed_for else ""
    return [
        f"Ký duyệt kết quả: {result.signed_by}{for_whom}, {_minute(result.approved_at)}. "
        f"SHA-256 của nội dung duyệt: {result.approved_sha256}."
    ]


def _row(stay: shown.Stay) -> dict[str, str]:
    note = f"{stay.judged}. " if stay.judged else ""
    note += f"Giữ {stay.length}. " if stay.length else ""
    return {
        "step": stay.state,
        "giver": stay.entered_by,
        "at": _minute(stay.since),
        "due": _minute(stay.due_at) if stay.due_at else "",
        "taker": stay.left_by,
        "note": f"{note}{stay.reason}"[:200],
    }


def _head(body: Organisation, form: str, title: str) -> dict[str, Any]:
    return {"body": own_name(body), "desk": settings.ONE_STOP_DESK, "form": form, "title": title}


def _set(template: str, data: dict[str, Any], body: Organisation, now: datetime) -> bytes:
    sheet = rendering.Sheet(
        template=template, data=data, number="……", issuer=body.name, place=settings.OFFICE_CITY,
        made_at=timezone.localtime(now).replace(microsecond=0), day=timezone.localdate(now),
    )  # fmt: skip
    return rendering.render(sheet).pdf


def _day(at: datetime | None) -> str:
    return f"{timezone.localdate(at):%d/%m/%Y}" if at else ""


def _minute(at: datetime) -> str:
    return f"{timezone.localtime(at):%H:%M %d/%m/%Y}"
