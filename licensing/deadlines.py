"""The clock of a dossier in words, for lists, case screens and applicants."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.utils import timezone

from cityweb.core import clocks
from cityweb.core.clocks import wording
from cityweb.core.clocks.wording import Deadline
from cityweb.core.models import Clock
from cityweb.core.models.clocks import ClockQuerySet, end_of_day
from licensing.life import State
from licensing.models import ClockName, Dossier

HOW = {"early": "trước hạn", "in_time": "đúng hạn", "late": "trễ hạn"}
COLOURS = {"late": "Quá hạn", "soon": "Hạn hôm nay", "fine": "Còn hạn", "paused": "Tạm dừng"}


def coloured(colour: str, now: datetime) -> QuerySet[Clock]:
    """Return the open clocks of whole dossiers that have this colour now."""
    rows: ClockQuerySet = Clock.objects.filter(
        subject_type=ContentType.objects.get_for_model(Dossier), name=ClockName.WHOLE
    )
    if colour == "late":
        return rows.late(now)
    if colour == "soon":
        return rows.soon(now)
    return rows.paused() if colour == "paused" else rows.fine(now)


def timing(ended_at: datetime, due_at: datetime) -> str:
    """Return how something ended: "late", or by the day "early" or "in_time"."""
    if ended_at > due_at:
        return "late"
    early = timezone.localdate(ended_at) < timezone.localdate(due_at)
    return "early" if early else "in_time"


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
        day = f"{timezone.localdate(ended):%d/%m/%Y}"
        if dossier.state == State.STOPPED:
            return Deadline("done", "Đã dừng, rút", f"từ {day}")
        if timing(ended, clock.due_at) == "late":
            return Deadline("late", f"Trễ {wording.span(ended - clock.due_at)}", f"xong {day}")
        return Deadline("done", HOW[timing(ended, clock.due_at)].capitalize(), f"xong {day}")
    words = wording.deadline(clock, "trả", now)
    if words.colour not in ("fine", "late"):
        return words
    return replace(words, words=to_the_hour(clock.due_at, clock.paused_at or now))


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


def whole(dossier: Dossier) -> Clock | None:
    """Return the last clock of the whole dossier."""
    return clocks.of(dossier, ClockName.WHOLE).first()
