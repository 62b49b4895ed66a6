"""Signals: written down, looked into, and ended by nothing, by a reminder, or by a case."""

from datetime import date, datetime

from django.db import transaction

from advertising import paperwork
from advertising.actions import inspecting, moving
from advertising.actions.inspecting import Subject
from advertising.life import SIGNAL_TABLE, SignalState, SignalVerb
from advertising.models import AdSite, Inspection, Signal
from cityweb.core import audit, clocks
from cityweb.core.errors import Refused
from cityweb.core.models import User
from cityweb.core.models.law import Unit
from feedback.models import Submission

TERM = "nhắc nhở"


@transaction.atomic
def note_signal(
    *,
    actor: User,
    source: str,
    site: AdSite,
    words: str,
    url: str = "",
    report_code: str = "",
    at: datetime | None = None,
) -> Signal:
    """Write a signal down; a citizen's report is tied to it by its code.

    Raises `Refused`: "no-words", "no-report" for a code that there is not, or that only appointed
    readers may see, "known-report", "known-signal" for the same words while they are looked into.
    """
    said = moving.need(words, "no-words", "Ghi nội dung tin báo.")
    code = report_code.strip().upper()
    if code:
        _refuse_report(code)
    same = Signal.objects.filter(site=site, words=said, report_code=code, ended_at=None).first()
    if same is not None:
        raise Refused("known-signal", f"Tin này đã ghi: {same}.")
    made = Signal.objects.create(
        source=source, site=site, words=said, url=url.strip(), report_code=code,
        created_by=actor, created_at=moving.moment(at),
    )  # fmt: skip
    audit.record(actor=actor, verb="advertising.signal_noted", target=made)
    return made


def _refuse_report(code: str) -> None:
    # Its code is all that is taken; what it says stays on the desk of the mailboxes.
    if not Submission.objects.filter(code=code, is_restricted=False).exists():
        raise Refused("no-report", f"Không tìm thấy phản ánh {code}.")
    known = Signal.objects.filter(report_code=code).first()
    if known is not None:
        raise Refused("known-report", f"Phản ánh {code} đã ghi ở tin báo {known}.")


@transaction.atomic
def triage(*, pk: int, actor: User) -> Signal:
    """Take a signal to look into it."""
    return _move(_lock(pk, SignalVerb.TRIAGE, actor), SignalVerb.TRIAGE, actor, taken_by=actor)


@transaction.atomic
def dismiss(*, pk: int, actor: User, reason: str, at: datetime | None = None) -> Signal:
    """End a signal without doing anything; the reason stays."""
    signal = _lock(pk, SignalVerb.DISMISS, actor)
    why = moving.need(reason, "no-reason", "Ghi lý do không xử lý.")
    end = moving.moment(at)
    return _move(signal, SignalVerb.DISMISS, actor, outcome=why, ended_at=end)


@transaction.atomic
def guide(*, pk: int, actor: User, words: str, due_on: date, at: datetime | None = None) -> Signal:
    """Remind whoever runs the website, by a signed letter with a last day; its clock begins.

    Raises `Refused`: "no-words", "wrong-day" for a last day that is not to come, or years away.
    """
    at = moving.moment(at)
    signal = _lock(pk, SignalVerb.GUIDE, actor)
    said = moving.need(words, "no-words", "Ghi nội dung nhắc nhở.")
    days = (due_on - moving.day_of(at)).days
    if days < 1:
        raise Refused("wrong-day", "Hạn khắc phục phải sau hôm nay.")
    if days > inspecting.LONGEST.days:
        raise Refused("wrong-day", "Hạn khắc phục cách hôm nay quá một năm; xem lại ngày.")
    data = paperwork.guidance(signal, signer=actor, words=said, due_on=due_on, at=at)
    letter = moving.issued(signal, paperwork.GUIDANCE_KIND, data, actor=actor, at=at)
    clocks.start(
        signal, name=TERM, amount=days, unit=Unit.CALENDAR_DAY, received_at=at, actor=actor
    )
    return _move(signal, SignalVerb.GUIDE, actor, outcome=said, letter=letter)


@transaction.atomic
def heed(*, pk: int, actor: User, words: str, at: datetime | None = None) -> Signal:
    """End a signal whose reminder was heeded."""
    signal = _lock(pk, SignalVerb.HEED, actor)
    said = moving.need(words, "no-words", "Ghi đã xem lại những gì, ngày nào.")
    at = moving.moment(at)
    _stop(signal, actor, at)
    outcome = f"{signal.outcome}\n{said}"
    return _move(signal, SignalVerb.HEED, actor, outcome=outcome, ended_at=at)


@transaction.atomic
def open_from_signal(
    *, pk: int, actor: User, subject: Subject, at: datetime | None = None
) -> Inspection:
    """Open an inspection for what a signal says. Raises `Refused` as `open_ad_hoc` does."""
    at = moving.moment(at)
    signal = _lock(pk, SignalVerb.OPEN, actor)
    made = inspecting.open_ad_hoc(
        actor=actor, site=signal.site, source=signal.source, subject=subject, at=at
    )
    _stop(signal, actor, at)
    _move(signal, SignalVerb.OPEN, actor, inspection=made, ended_at=at)
    return made


def _lock(pk: int, verb: SignalVerb, actor: User) -> Signal:
    rows = Signal.objects.visible_to(actor).select_for_update(of=("self",))
    found = rows.select_related("site__operator").filter(pk=pk).first()
    if found is None:
        raise Refused("not-found", "Không tìm thấy tin báo này.")
    cell = SIGNAL_TABLE.get((SignalState(found.state), verb))
    moving.check(cell, found.get_state_display(), verb, actor)
    return found


def _move(signal: Signal, verb: SignalVerb, actor: User, **changes: object) -> Signal:
    (signal.state,) = SIGNAL_TABLE[SignalState(signal.state), verb].targets
    for name, value in changes.items():
        setattr(signal, name, value)
    signal.save(update_fields=["state", *changes])
    name = f"advertising.signal_{verb.replace('-', '_')}"
    audit.record(actor=actor, verb=name, target=signal, reason=signal.outcome[:500])
    return signal


def _stop(signal: Signal, actor: User, at: datetime) -> None:
    for clock in clocks.of(signal).open():
        clocks.stop(clock, at=max(at, clock.received_at), actor=actor)
