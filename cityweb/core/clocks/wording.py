"""A clock in words, as lists and case screens say it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from django.utils.module_loading import import_string

from cityweb.core.clocks.reading import colour as colour_of
from cityweb.core.models import Clock


@dataclass(frozen=True)
class Deadline:
    """A clock in words: how it stands, and the day behind it."""

    colour: str
    words: str
    detail: str = ""


def deadline(clock: Clock, name: str, now: datetime) -> Deadline:
    """Return the words for one clock; `name` is what it measures."""
    colour = colour_of(clock, now)
    due = f"hạn {name} {day(clock.due_on, now)}"
    if colour == "late":
        return Deadline(colour, f"Quá {span(_ended(clock, now) - clock.due_at)}", due)
    if colour == "paused":
        since = timezone.localdate(clock.paused_at)
        return Deadline(colour, "Tạm dừng", f"từ {day(since, now)}")
    if colour == "soon":
        return Deadline(colour, f"Còn {span(clock.due_at - now)}", due)
    if colour == "done":
        return Deadline(colour, "Đã xong", due)
    days = (clock.due_on - timezone.localdate(now)).days
    return Deadline(colour, f"Còn {days} ngày", due)


def name_of(clock: Clock) -> str:
    """Return what the clock measures, in the words of the app it belongs to."""
    app = ContentType.objects.get_for_id(clock.subject_type_id).app_label
    path = settings.CLOCK_NAMES.get(app)
    words = dict(import_string(path).choices) if path else {}
    return str(words.get(clock.name, clock.name))


def _ended(clock: Clock, now: datetime) -> datetime:
    return clock.stopped_at or clock.paused_at or now


def day(one: object, now: datetime) -> str:
    """Return a day without its year while that is this year."""
    return f"{one:%d/%m}" if one.year == timezone.localtime(now).year else f"{one:%d/%m/%Y}"


def span(length: timedelta) -> str:
    """Return a length of time in words."""
    hours, minutes = divmod(int(length.total_seconds()) // 60, 60)
    days, hours = divmod(hours, 24)
    if days:
        return f"{days} ngày {hours} giờ" if days < 3 and hours else f"{days} ngày"
    return f"{hours} giờ" if hours else f"{max(minutes, 1)} phút"
