"""The clock of a dossier in words, for lists, case screens and applicants."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.utils import timezone

from cityweb.core import clocks
from cityweb.core.clocks import wording
from cityweb.core.clocks.wording import Deadline
from cityweb.core.models import Clock
from cityweb.core.models.clocks import ClockQuerySet
from licensing.models import ClockName, Dossier

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
        if ended > clock.due_at:
            return Deadline("late", f"Trễ {wording.span(ended - clock.due_at)}", f"xong {day}")
        return Deadline("done", "Đúng hạn", f"xong {day}")
    return wording.deadline(clock, "trả", now)


def whole(dossier: Dossier) -> Clock | None:
    """Return the last clock of the whole dossier."""
    return clocks.of(dossier, ClockName.WHOLE).first()
