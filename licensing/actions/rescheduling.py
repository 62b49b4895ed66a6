"""Another day for the result: the one apology for a delay, and days that the calendar moved."""

from datetime import date, datetime

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import F, OuterRef, Q, Subquery
from django.utils import timezone

from cityweb.core import clocks, law, papers
from cityweb.core.errors import Refused
from cityweb.core.models import CalendarDay, Clock, Paper, Recount, User
from cityweb.core.models.calendar import WORKED
from licensing import procedures, slips
from licensing.actions import one_stop
from licensing.actions.moving import explained, lock, moment, note_step, tell
from licensing.life import TABLE, Verb
from licensing.models import ClockName, Dossier
from licensing.querysets import DossierQuerySet

_MOST_DAYS = 5


@transaction.atomic
def apologise(
    *,
    pk: int,
    actor: User,
    days: int,
    reason: str,
    at: datetime | None = None,
    with_slip: bool = True,
) -> Dossier:
    """Say sorry for being late and appoint another day, once.

    Who says so only after the appointed day stays late: the new day is a promise, no excuse.
    Raises `Refused`: "not-later" for a day no later than the one appointed, and "no-more" where
    the rule of the day of receipt allows no further appointment, or does not say so and one was
    made.
    """
    at = moment(at)
    dossier = lock(pk, Verb.APOLOGISE, actor)
    why = explained(reason, "Hãy ghi lý do chậm trễ.")
    _may_reschedule(dossier)
    old, clock = _appoint_anew(dossier, days, actor, at)
    if clock.due_at <= old.due_at:
        raise Refused(
            "not-later",
            f"Ngày hẹn mới {one_stop.due_words(clock)} không sau ngày đã hẹn "
            f"{one_stop.due_words(old)}: số ngày tính từ hôm nay, hãy ghi nhiều hơn.",
        )
    dossier.apologies += 1
    if old.due_at < at:
        dossier.late_since = old.due_at
    dossier.save(update_fields=["apologies", "late_since"])
    one_stop.promise(dossier, clock)
    due = one_stop.due_words(clock)
    words = f"Xin lỗi vì chậm trễ: {why} Hẹn lại {due}."
    note_step(dossier, Verb.APOLOGISE, actor=actor, at=at, public_note=words, reason=why)
    if with_slip:
        slips.apology(dossier, why, old.due_on, clock.due_on, actor=actor, at=at)
    tell(dossier, words, key=f"apology:{dossier.apologies}")
    return dossier


def moved() -> DossierQuerySet:
    """Return the open dossiers whose clock now ends after what the applicant was told."""
    clock = Clock.objects.filter(
        subject_type=ContentType.objects.get_for_model(Dossier), subject_id=OuterRef("pk"),
        name=ClockName.WHOLE, state=Clock.State.RUNNING,
    )  # fmt: skip
    states = [state for state, verb in TABLE if verb == Verb.TELL_MOVED]
    rows = Dossier.objects.filter(state__in=states, promised_at__isnull=False)
    return rows.annotate(due_at=Subquery(clock.values("due_at")[:1])).filter(
        due_at__gt=F("promised_at")
    )


def draft_moved(*, now: datetime | None = None) -> int:
    """Draft an apology for every dossier whose day the calendar moved; return how many are new.

    A draft that names another day than the clock does now is written anew; one whose day moved
    back is thrown away. Safe to run twice.
    """
    away = list(moved().values_list("pk", flat=True))
    for pk in (
        Dossier.objects.filter(is_moved=True).exclude(pk__in=away).values_list("pk", flat=True)
    ):
        _draw_back(pk)
    return sum(_draft_moved(pk, moment(now)) for pk in away)


@transaction.atomic
def _draw_back(pk: int) -> None:
    dossier = Dossier.objects.select_for_update().get(pk=pk)
    dossier.is_moved = False
    dossier.save(update_fields=["is_moved"])
    draft = drafted(dossier)
    if draft is not None:
        papers.discard(pk=draft.pk, actor=draft.created_by, reason="Ngày hẹn lại như đã báo.")


@transaction.atomic
def _draft_moved(pk: int, now: datetime) -> bool:
    dossier = (
        Dossier.objects.select_for_update(of=("self",), skip_locked=True)
        .select_related("procedure", "applicant", "specialist", "created_by")
        .filter(pk=pk, promised_at__isnull=False)
        .first()
    )
    clock = clocks.of(dossier, ClockName.WHOLE).open().first() if dossier else None
    if clock is None or clock.due_at <= dossier.promised_at:
        return False
    dossier.is_moved = True
    dossier.save(update_fields=["is_moved"])
    data = slips.apology_data(
        dossier, why_moved(dossier, clock.due_on), _promised(dossier), clock.due_on, at=now
    )
    actor = dossier.specialist or dossier.created_by
    draft = drafted(dossier)
    if draft is not None:
        if draft.data["lines"] != data["lines"]:
            papers.revise(pk=draft.pk, data=data, actor=actor)
        return False
    papers.draft(
        kind="licensing.apology_slip", owner=dossier, data=data, actor=actor,
        organisation=procedures.in_charge(timezone.localdate(now)),
    )  # fmt: skip
    return True


def why_moved(dossier: Dossier, due_on: date) -> str:
    """Return what the drafted apology says of the calendar: which days, and who said so.

    Those are the days not worked between receipt and `due_on` that were changed meanwhile.
    """
    begun = timezone.localdate(dossier.received_at)
    changes = Recount.objects.filter(
        asked_at__gte=dossier.received_at, first__lte=due_on, last__gte=begun
    )
    changed = Q(pk__in=[])
    for first, last in changes.values_list("first", "last"):
        changed |= Q(date__range=(max(first, begun), min(last, due_on)))
    days = CalendarDay.objects.filter(changed).exclude(kind__in=WORKED).order_by("date")
    told = "; ".join(
        f"{day}, theo {day.citation}" if day.citation else str(day) for day in days[:_MOST_DAYS]
    )
    named = f" ({told})" if told else ""
    return f"lịch làm việc được điều chỉnh{named}, ngày hẹn trả kết quả phải tính lại."


def drafted(dossier: Dossier) -> Paper | None:
    """Return the apology that waits for the office head."""
    rows = Paper.objects.about(dossier).filter(kind="licensing.apology_slip")
    return rows.filter(state=Paper.State.DRAFT).first()


@transaction.atomic
def tell_moved(
    *,
    pk: int,
    actor: User,
    reason: str = "",
    at: datetime | None = None,
    with_slip: bool = True,
) -> Dossier:
    """Issue the drafted apology for a day that the calendar moved, and tell the applicant.

    `reason` stands in place of the drafted one. It is no rescheduling of ours and does not count as
    one. Raises `Refused("not-moved")`.
    """
    at = moment(at)
    dossier = lock(pk, Verb.TELL_MOVED, actor)
    clock = clocks.of(dossier, ClockName.WHOLE).open().first()
    if clock is None or dossier.promised_at is None or clock.due_at <= dossier.promised_at:
        raise Refused("not-moved", "Ngày hẹn của hồ sơ này không đổi theo lịch.")
    before = _promised(dossier)
    draft = drafted(dossier)
    why = reason.strip() or why_moved(dossier, clock.due_on)
    data = slips.apology_data(dossier, why, before, clock.due_on, at=at)
    if draft is None:
        draft = papers.draft(
            kind="licensing.apology_slip", owner=dossier, data=data, actor=actor,
            organisation=procedures.in_charge(timezone.localdate(at)),
        )  # fmt: skip
    papers.revise(pk=draft.pk, data=data | slips.signed_by(actor), actor=actor)
    if with_slip:
        papers.issue(pk=draft.pk, actor=actor, signer=actor, now=at)
    one_stop.promise(dossier, clock)
    words = f"Lịch làm việc thay đổi, hẹn lại ngày trả kết quả: {one_stop.due_words(clock)}."
    note_step(dossier, Verb.TELL_MOVED, actor=actor, at=at, public_note=words)
    tell(dossier, words, key=f"moved:{clock.pk}:{clock.due_on:%Y%m%d}")
    return dossier


def _promised(dossier: Dossier) -> date:
    return timezone.localdate(dossier.promised_at)


def _appoint_anew(dossier: Dossier, days: int, actor: User, at: datetime) -> tuple[Clock, Clock]:
    """End the term that cannot be kept and start another; return both."""
    old = clocks.of(dossier, ClockName.WHOLE).open().first()
    if old is None:
        raise Refused("no-clock", "Hồ sơ này không có thời hạn đang chạy.")
    clocks.stop(old, at=at, actor=actor)
    clock = clocks.start(
        dossier, name=ClockName.WHOLE, amount=days, unit=old.unit, received_at=at, actor=actor,
        mode=old.mode,
    )  # fmt: skip
    return old, clock


def _may_reschedule(dossier: Dossier) -> None:
    rule = law.find("ONESTOP.RESCHEDULE.MAX", on=timezone.localdate(dossier.received_at))
    most = rule.value if rule is not None and rule.is_settled else 1
    if dossier.apologies >= most:
        raise Refused("no-more", "Hồ sơ này đã được hẹn lại; không hẹn thêm lần nữa.")
