"""A clock in words, as lists and case screens say it."""

from collections.abc import Iterable
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


def subjects_of(clocks: Iterable[Clock]) -> dict[int, str]:
    """Return by the key of each clock what it runs for, as its app calls it: "ý kiến XD26-…"."""
    clocks = list(clocks)
    keys: dict[int, set[int]] = {}
    for clock in clocks:
        keys.setdefault(clock.subject_type_id, set()).add(clock.subject_id)
    kinds = {key: ContentType.objects.get_for_id(key) for key in keys}
    rows = {
        key: kind.model_class()._base_manager.select_related().in_bulk(keys[key])
        for key, kind in kinds.items()
        if kind.model_class() is not None
    }
    found = {}
    for clock in clocks:
        kind = kinds[clock.subject_type_id]
        row = rows.get(clock.subject_type_id, {}).get(clock.subject_id)
        path = settings.CLOCK_SUBJECTS.get(kind.app_label)
        words_for = import_string(path) if path else str
        name = f"số {clock.subject_id}" if row is None else words_for(row)
        found[clock.pk] = f"{kind.name} {name}"
    return found


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
