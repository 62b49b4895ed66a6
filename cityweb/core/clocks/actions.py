"""What is done to a clock. Callers say when (`at`), and bring the transaction of their own step."""

from datetime import datetime
from typing import NoReturn

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils import timezone

from cityweb.core import workdays
from cityweb.core.clocks import reading
from cityweb.core.errors import Refused
from cityweb.core.models import Clock, ClockSpan, LegalRule, User
from cityweb.core.models.clocks import TERM_UNITS

Kind = ClockSpan.Kind


@transaction.atomic
def start(
    subject: models.Model,
    *,
    name: str,
    rule: LegalRule | None = None,
    amount: int | None = None,
    unit: str | None = None,
    received_at: datetime,
    actor: User | None,
    mode: str = Clock.Mode.RESUME,
) -> Clock:
    """Start a term for `subject`, as long as a settled rule says or as `amount` and `unit` do.

    Length and cut-off hour are kept on the clock: a later change of rules leaves it alone. One open
    clock of a name a subject. Raises `Refused("rule-unsettled")` for a rule that may not decide.
    """
    if rule is not None:
        if not rule.is_settled:
            raise Refused("rule-unsettled", f"Quy tắc {rule} chưa được xác nhận giá trị và nguồn.")
        amount, unit = rule.value, rule.unit
    if unit not in TERM_UNITS or not isinstance(amount, int):
        raise ValueError(f"{amount} {unit} is no term")
    workdays.hold_still()
    clock = Clock(
        subject_type=ContentType.objects.get_for_model(subject),
        subject_id=subject.pk,
        name=name,
        rule=rule,
        amount=amount,
        unit=unit,
        mode=mode,
        cutoff=workdays.cutoff(timezone.localdate(received_at)),
        received_at=received_at,
        next_mark_at=received_at,
    )
    _count_anew(clock, [])
    clock.save(force_insert=True)
    clock.spans.create(kind=Kind.RUNNING, began_at=received_at, actor=actor)
    return clock


@transaction.atomic
def pause(clock: Clock, *, at: datetime, reason: str, actor: User | None) -> Clock:
    """Stop counting: somebody else has the next step. After the due moment it excuses nothing.

    Raises `Refused("clock-not-running")`.
    """
    clock, spans = _take(clock, at)
    if clock.state != Clock.State.RUNNING:
        _refuse("clock-not-running", "Thời hạn này đang tạm dừng hoặc đã xong.")
    clock.state, clock.paused_at = Clock.State.PAUSED, at
    return _record(clock, spans, Kind.PAUSED, at, reason, actor)


@transaction.atomic
def resume(clock: Clock, *, at: datetime, actor: User | None) -> Clock:
    """Go on counting, or count anew where the mode says so.

    Raises `Refused("clock-not-paused")`.
    """
    clock, spans = _take(clock, at)
    if clock.state != Clock.State.PAUSED:
        _refuse("clock-not-paused", "Thời hạn này không ở trạng thái tạm dừng.")
    clock.state, clock.paused_at = Clock.State.RUNNING, None
    return _record(clock, spans, Kind.RUNNING, at, "", actor)


@transaction.atomic
def stop(clock: Clock, *, at: datetime, actor: User | None) -> Clock:
    """End the clock: what it measures is done. Raises `Refused("clock-stopped")`."""
    clock, spans = _take(clock, at)
    if clock.state == Clock.State.STOPPED:
        _refuse("clock-stopped", "Thời hạn này đã xong.")
    clock.state, clock.paused_at, clock.stopped_at = Clock.State.STOPPED, None, at
    return _record(clock, spans, Kind.STOPPED, at, "", actor)


def _take(clock: Clock, at: datetime) -> tuple[Clock, list[ClockSpan]]:
    """Lock the clock and return it as it is now, with its ledger; time only goes forward."""
    workdays.hold_still()
    clock = Clock.objects.select_for_update().get(pk=clock.pk)
    spans = list(clock.spans.all())
    if at < spans[-1].began_at:
        _refuse("clock-backwards", "Thời điểm này trước lần ghi gần nhất của thời hạn.")
    if clock.state != Clock.State.STOPPED:
        # The calendar may have changed, and this clock's turn to be counted anew not come yet.
        _count_anew(clock, spans)
    return clock, spans


def _record(
    clock: Clock,
    spans: list[ClockSpan],
    kind: ClockSpan.Kind,
    at: datetime,
    reason: str,
    actor: User | None,
) -> Clock:
    spans.append(clock.spans.create(kind=kind, began_at=at, reason=reason, actor=actor))
    if kind == Kind.RUNNING:
        _count_anew(clock, spans)
        clock.next_mark_at = clock.received_at
    clock.save()
    return clock


def _count_anew(clock: Clock, spans: list[ClockSpan]) -> None:
    calendar = workdays.calendar(timezone.localdate(clock.received_at))
    result = reading.due(clock, reading.pauses(spans), calendar)
    clock.due_at, clock.is_provisional = result.due_at, result.is_provisional


def _refuse(code: str, message: str) -> NoReturn:
    raise Refused(code, message + " Hãy tải lại trang.")
