"""The clock of a dossier in words, for lists, case screens and applicants."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.utils import timezone

from cityweb.core import clocks, law
from cityweb.core.clocks import wording
from cityweb.core.clocks.wording import Deadline
from cityweb.core.models import Clock
from cityweb.core.models.clocks import ClockQuerySet, end_of_day
from licensing.life import State
from licensing.models import ClockName, Dossier

HOW = {"early": "trước hạn", "in_time": "đúng hạn", "late": "trễ hạn"}
COLOURS = {"late": "Quá hạn", "soon": "Hạn hôm nay", "fine": "Còn hạn", "paused": "Tạm dừng"}


def coloured(colour: str, now: datetime) -> QuerySet[Clock]:
    """Return the open clocks of whole dossiers that have this colour now.

    What was late before its apology stays late, whatever day was appointed then.
    """
    rows: ClockQuerySet = Clock.objects.filter(
        subject_type=ContentType.objects.get_for_model(Dossier), name=ClockName.WHOLE
    )
    before = Dossier.objects.filter(late_since__isnull=False).values("pk")
    if colour == "late":
        return rows.late(now) | rows.open().filter(subject_id__in=before)
    rows = rows.exclude(subject_id__in=before)
    if colour == "soon":
        return rows.soon(now)
    return rows.paused() if colour == "paused" else rows.fine(now)


def timing(ended_at: datetime, due_at: datetime) -> str:
    """Return how something ended: "late", or by the day "early" or "in_time"."""
    if ended_at > due_at:
        return "late"
    early = timezone.localdate(ended_at) < timezone.localdate(due_at)
    return "early" if early else "in_time"


def due_of(dossier: Dossier, clock: Clock) -> datetime:
    """Return the moment by which the dossier had to be done: a late apology moves none."""
    return min(clock.due_at, dossier.late_since or clock.due_at)


def by_dossier(keys: Iterable[int]) -> dict[int, Clock]:
    """Return the last clock of each dossier."""
    rows = Clock.objects.filter(
        subject_type=ContentType.objects.get_for_model(Dossier),
        name=ClockName.WHOLE,
        subject_id__in=list(keys),
    )
    return {clock.subject_id: clock for clock in rows.order_by("id")}


def of(dossier: Dossier, clock: Clock | None, now: datetime) -> Deadline:
    """Return how urgent a dossier is; what ended says whether it was in time."""
    if clock is None:
        return Deadline("none", "Chưa tính hạn", "chưa tiếp nhận")
    if dossier.is_ended:
        ended = clock.stopped_at or dossier.closed_at or now
        due_at = due_of(dossier, clock)
        day = f"{timezone.localdate(ended):%d/%m/%Y}"
        if dossier.state == State.STOPPED:
            return Deadline("done", "Đã dừng, rút", f"từ {day}")
        if timing(ended, due_at) == "late":
            return Deadline("late", f"Trễ {wording.span(ended - due_at)}", f"xong {day}")
        return Deadline("done", HOW[timing(ended, due_at)].capitalize(), f"xong {day}")
    if dossier.late_since is not None:
        return _late_before(dossier.late_since, clock, now)
    words = wording.deadline(clock, "trả", now)
    if words.colour not in ("fine", "late"):
        return words
    return replace(words, words=to_the_hour(clock.due_at, clock.paused_at or now))


def _late_before(since: datetime, clock: Clock, now: datetime) -> Deadline:
    """Say of what was late before its apology since when, and what was promised then."""
    again = wording.day(clock.due_on, now)
    ended = clock.paused_at or now
    too = " cũng đã quá" if clock.due_at < ended else ""
    return Deadline("late", to_the_hour(since, ended), f"đã xin lỗi, hẹn lại {again}{too}")


def of_step(dossier: Dossier, now: datetime) -> Deadline | None:
    """Return how the present step stands, None where it has no term."""
    due_at = dossier.step_due_at
    if due_at is None:
        return None
    is_today = due_at <= end_of_day(now)
    colour = "late" if due_at < now else "soon" if is_today else "fine"
    day = wording.day(timezone.localdate(due_at), now)
    return Deadline(colour, to_the_hour(due_at, now), f"hạn bước này {day}")


def to_the_hour(due_at: datetime, now: datetime) -> str:
    """Say how much is left, or by how much it is over, in days and hours."""
    left = due_at - now
    hours, minutes = divmod(int(abs(left).total_seconds()) // 60, 60)
    days, hours = divmod(hours, 24)
    length = f"{days} ngày {hours} giờ" if days else f"{hours} giờ {minutes} phút"
    return f"{'Còn' if left >= timedelta(0) else 'Quá'} {length}"


def caution(dossier: Dossier, clock: Clock, now: datetime) -> str:
    """Return what who is about to say sorry should know of the law's day for it."""
    if clock.due_at < now:
        return (
            f"Ngày hẹn {clock.due_on:%d/%m/%Y} đã qua. Vẫn xin lỗi và hẹn lại được, nhưng hồ sơ "
            "vẫn tính là quá hạn trong hàng việc và trong báo cáo."
        )
    rule = law.find("ONESTOP.LATE.NOTICE", on=timezone.localdate(dossier.received_at))
    if rule is None or not rule.is_settled:
        return (
            f"Xin lỗi trước ngày hẹn {clock.due_on:%d/%m/%Y}: sau ngày ấy hồ sơ vẫn tính là quá "
            "hạn. Quy định phải báo trước mấy ngày chưa được xác nhận."
        )
    last = clock.due_on - timedelta(days=rule.value)
    if timezone.localdate(now) <= last:
        return ""
    return (
        f"Quy định báo trước ngày hẹn ít nhất {rule.value_text} ({rule.citation}), tức chậm nhất "
        f"ngày {last:%d/%m/%Y}: nay đã muộn."
    )


def whole(dossier: Dossier) -> Clock | None:
    """Return the last clock of the whole dossier."""
    return clocks.of(dossier, ClockName.WHOLE).first()
