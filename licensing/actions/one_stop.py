"""The one-stop desk: receive or refuse, hand over, hand the result out."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from cityweb.core import clocks, law, workdays
from cityweb.core.errors import Refused
from cityweb.core.models import Clock, Role, User
from cityweb.core.models.law import Unit
from cityweb.core.papers import numbering
from licensing import procedures, slips
from licensing.actions.moving import explained, lock, moment, move, need, note_step, tell
from licensing.life import State, Verb
from licensing.models import (
    ClockName,
    Component,
    ComponentMark,
    Dossier,
    Supplement,
    SupplementItem,
)
from licensing.procedures import NO_PAUSE, PAUSE_MODES, RESTART, Terms

CODE_SERIES = "licensing.dossier"


class Checked(NamedTuple):
    """How one paper stands, as it was ticked."""

    component: Component
    verdict: str
    comment: str = ""


@transaction.atomic
def receive(
    *,
    pk: int,
    actor: User,
    days: int | None = None,
    source: str = "",
    pause_mode: str = "",
    at: datetime | None = None,
    with_slip: bool = True,
) -> Dossier:
    """Take the dossier in: bind it to the law of today, number it, start its clock, issue the slip.

    Where the rule of the time limit or of pauses is not settled, the clerk gives `days` (working
    days) or `pause_mode`, and the `source`. Raises `Refused("rule-unsettled")` without them.
    """
    at = moment(at)
    dossier = lock(pk, Verb.RECEIVE, actor)
    day = timezone.localdate(at)
    body = procedures.in_charge(day)
    version = procedures.version_on(dossier.procedure, day)
    terms = procedures.terms_on(version, day)
    mode = _settled(terms, days, source, pause_mode)
    code = numbering.take(body, CODE_SERIES, day).text
    move(
        dossier, Verb.RECEIVE, State.RECEIVED, actor=actor, at=at, version=version, code=code,
        received_at=at, term_source=source.strip(), pause_mode=mode,
        public_note=f"Đã tiếp nhận, mã hồ sơ {code}.",
    )  # fmt: skip
    clock = _start(dossier, terms, days, mode, at)
    _start_notice(dossier, at)
    promise(dossier, clock)
    if with_slip:
        slips.receipt(dossier, clock, body=body, actor=actor, at=at)
    tell(
        dossier,
        f"Hồ sơ đã được tiếp nhận, mã hồ sơ {code}, hẹn trả kết quả {due_words(clock)}.",
        key="received",
    )
    return dossier


def _settled(terms: Terms, days: int | None, source: str, pause_mode: str) -> str:
    """Return how pauses count; what no settled rule says the clerk must have given, with source."""
    mode = pause_mode if terms.needs_mode else terms.pause.value
    if (terms.needs_length and not days) or mode not in PAUSE_MODES:
        raise Refused(
            "rule-unsettled",
            "Quy định về thời hạn chưa được xác nhận: hãy ghi số ngày làm việc, cách tính khi bổ "
            "sung và nguồn.",
        )
    if terms.needs_length or terms.needs_mode:
        need(source, "no-source", "Hãy ghi nguồn của thời hạn: văn bản, điều khoản đã đọc.")
    return mode


def _start(dossier: Dossier, terms: Terms, days: int | None, mode: str, at: datetime) -> Clock:
    given = (
        {"amount": days, "unit": Unit.WORKING_DAY} if terms.needs_length else {"rule": terms.time}
    )
    return clocks.start(
        dossier,
        name=ClockName.WHOLE,
        received_at=at,
        actor=None,
        mode=Clock.Mode.RESTART if mode == RESTART else Clock.Mode.RESUME,
        **given,
    )


def _start_notice(dossier: Dossier, at: datetime) -> None:
    """Start the term for asking for more, where the law of the day sets one."""
    rule = law.find("ONESTOP.SUPPLEMENT.NOTICE", on=timezone.localdate(at))
    if rule is not None and rule.is_settled:
        clocks.start(dossier, name=ClockName.NOTICE, rule=rule, received_at=at, actor=None)


def promise(dossier: Dossier, clock: Clock) -> None:
    """Keep the due moment that the applicant is told now."""
    dossier.promised_at, dossier.is_moved = clock.due_at, False
    dossier.save(update_fields=["promised_at", "is_moved"])


def due_words(clock: Clock) -> str:
    """Return the last day of a term as people say it."""
    return f"{workdays.WEEKDAYS[clock.due_on.weekday()]} {clock.due_on:%d/%m/%Y}"


@transaction.atomic
def refuse(
    *, pk: int, actor: User, reason: str, at: datetime | None = None, with_slip: bool = True
) -> Dossier:
    """Turn the dossier down at the desk, with the reason and the slip that says it."""
    at = moment(at)
    dossier = lock(pk, Verb.REFUSE, actor)
    why = explained(reason, "Hãy ghi lý do từ chối tiếp nhận.")
    move(
        dossier, Verb.REFUSE, State.NOT_ACCEPTED, actor=actor, at=at, reason=why,
        public_note=f"Không tiếp nhận: {why}",
    )  # fmt: skip
    if with_slip:
        slips.refusal(dossier, why, actor=actor, at=at)
    tell(dossier, f"Hồ sơ không được tiếp nhận. Lý do: {why}", key="refused")
    return dossier


@transaction.atomic
def hand_over(*, pk: int, actor: User, to: User, at: datetime | None = None) -> Dossier:
    """Give the dossier to a specialist. Raises `Refused("no-officer")` when it is none."""
    at = moment(at)
    dossier = lock(pk, Verb.HAND_OVER, actor)
    move(
        dossier, Verb.HAND_OVER, State.ASSIGNED, actor=actor, at=at, specialist=_officer(to),
        public_note="Đã chuyển phòng chuyên môn giải quyết.", reason=f"Giao {to.full_name}.",
    )  # fmt: skip
    return dossier


@transaction.atomic
def reassign(*, pk: int, actor: User, to: User, reason: str, at: datetime | None = None) -> Dossier:
    """Give the work to another specialist, with the reason; the state stays."""
    at = moment(at)
    dossier = lock(pk, Verb.REASSIGN, actor)
    why = need(reason, "no-reason", "Hãy ghi lý do chuyển người khác.")
    dossier.specialist = _officer(to)
    dossier.save(update_fields=["specialist"])
    said = f"Giao {to.full_name}. {why}"
    note_step(dossier, Verb.REASSIGN, actor=actor, at=at, reason=said)
    return dossier


@transaction.atomic
def hand_out(*, pk: int, actor: User, note: str = "", at: datetime | None = None) -> Dossier:
    """Write down that the applicant has the result."""
    dossier = lock(pk, Verb.HAND_OUT, actor)
    move(
        dossier, Verb.HAND_OUT, State.RETURNED, actor=actor, at=moment(at),
        public_note="Đã trả kết quả.", reason=note.strip(),
    )  # fmt: skip
    return dossier


@transaction.atomic
def ask_at_intake(
    *,
    pk: int,
    actor: User,
    papers: Iterable[Checked],
    at: datetime | None = None,
    with_slip: bool = True,
) -> Supplement:
    """Ask for what is missing before the receipt; the answer brings the dossier back to the desk.

    No clock runs yet. Raises `Refused("nothing-to-ask")` when every paper is good.
    """
    at = moment(at)
    dossier = lock(pk, Verb.ASK_INTAKE, actor)
    wrong = [one for one in papers if one.verdict in ComponentMark.WANTING]
    if not wrong:
        raise Refused("nothing-to-ask", "Hãy ghi giấy tờ nào thiếu hoặc chưa đúng.")
    supplement = Supplement.objects.create(
        dossier=dossier, ordinal=dossier.supplements.count() + 1, state=Supplement.State.SENT,
        asked_by=actor, at=at,
    )  # fmt: skip
    SupplementItem.objects.bulk_create(
        SupplementItem(
            supplement=supplement, component=one.component, verdict=one.verdict,
            comment=need(one.comment, "no-comment", f"Hãy ghi nội dung: {one.component.name}."),
        )
        for one in wrong
    )  # fmt: skip
    words = "Hồ sơ chưa đủ để tiếp nhận, đề nghị bổ sung."
    move(dossier, Verb.ASK_INTAKE, State.INTAKE, actor=actor, at=at, public_note=words)
    if with_slip:
        slips.supplement(dossier, supplement, actor=actor, at=at)
    tell(dossier, f"{words} Xem từng nội dung ở trang hồ sơ.",
         key=f"supplement:{supplement.ordinal}")  # fmt: skip
    return supplement


def pauses(dossier: Dossier) -> bool:
    """Tell whether the clock of this dossier rests while the applicant has the next step."""
    return dossier.pause_mode != NO_PAUSE


def _officer(person: User) -> User:
    if not person.has_role(Role.SPECIALIST):
        raise Refused("no-officer", "Hãy chọn một chuyên viên.")
    return person
