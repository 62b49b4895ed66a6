"""A violation: opened from findings, written down in minutes, explained by the offender."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from advertising import casepapers, fining
from advertising.actions import moving
from advertising.actions.pressing import lock, move, tell
from advertising.life import CaseVerb, CheckVerb, Standing
from advertising.models import Explanation, Finding, Penalty, Violation
from cityweb.core import attachments, clocks, law
from cityweb.core.errors import Refused
from cityweb.core.models import User


@transaction.atomic
def charge(
    *,
    pk: int,
    actor: User,
    findings: Iterable[Finding],
    penalty: Penalty,
    committed_on: date,
    is_ongoing: bool = False,
    why_penalty: str = "",
    at: datetime | None = None,
) -> Violation:
    """Open a violation of the inspected from failures of the inspection.

    The bracket in force on the day of the act is pinned. Raises `Refused`: "no-findings" without a
    failure that is nobody else's, "no-reason" where another act would fit too, "days-to-come",
    "no-bracket".
    """
    at = moving.moment(at)
    inspection = moving.lock(pk, CheckVerb.CHARGE, actor)
    rows = [one for one in findings if one.inspection_id == inspection.pk]
    if not rows or any(one.result != "fail" or one.violation_id for one in rows):
        raise Refused("no-findings", "Chọn ít nhất một kết quả vi phạm chưa lập hồ sơ.")
    _chosen_for_a_reason(penalty, rows, why_penalty)
    if committed_on > moving.day_of(at):
        raise Refused("days-to-come", "Ngày vi phạm không thể sau hôm nay.")
    rule = fining.bracket_on(penalty, committed_on)
    if rule is None:
        raise Refused("no-bracket", f"Ngày {committed_on:%d/%m/%Y} hành vi này chưa có khung phạt.")
    made = Violation.objects.create(
        inspection=inspection, offender=inspection.inspected, site=inspection.site,
        penalty=penalty, why_penalty=why_penalty, rule=rule, committed_on=committed_on,
        is_ongoing=is_ongoing, created_by=actor, created_at=at,
        description="\n".join(f"{one.item.code}. {one.note}" for one in rows),
    )  # fmt: skip
    Finding.objects.filter(pk__in=[one.pk for one in rows]).update(violation=made)
    moving.note(
        inspection, "check_charge", f"Lập hồ sơ vi phạm {made}", actor=actor, at=at,
        words=f"{penalty.text}. {why_penalty}".strip(),
    )  # fmt: skip
    return made


def _chosen_for_a_reason(penalty: Penalty, rows: list[Finding], why: str) -> None:
    if penalty.rivals or penalty.code not in {one.item.penalty_code for one in rows}:
        moving.need(
            why, "no-reason",
            "Hành vi này có điều khoản khác cũng phù hợp, hoặc khác gợi ý của bảng kiểm: "
            "ghi vì sao chọn.",
        )  # fmt: skip


@transaction.atomic
def minute_violation(
    *, pk: int, actor: User, place: str = "", at: datetime | None = None
) -> Violation:
    """Number and sign the minutes of violation, and start the clocks of deciding and explaining.

    Raises `Refused`: "limitation-passed", and as `papers.issue` does.
    """
    at = moving.moment(at)
    violation = lock(pk, CaseVerb.MINUTE, actor)
    fining.refuse_void(violation, moving.day_of(at))
    may_explain = fining.may_explain(violation, fining.settled_bracket(violation))
    data = casepapers.minutes(violation, signer=actor, at=at, place=place, may_explain=may_explain)
    kind = casepapers.MINUTES_KIND
    paper = moving.issued(violation, kind, data, actor=actor, at=at)
    day = moving.day_of(at)
    term = law.resolve("AD.SANCTION.TIME", on=day)
    clocks.start(violation, name=fining.DECIDING, rule=term, received_at=at, actor=actor)
    if may_explain:
        written = law.resolve("AD.EXPLAIN.WRITTEN", on=day)
        clocks.start(violation, name=fining.EXPLAINING, rule=written, received_at=at, actor=actor)
    words = f"Biên bản số {paper.number_text}"
    return move(
        violation, CaseVerb.MINUTE, actor=actor, at=at, minutes=paper, may_explain=may_explain,
        words=words,
    )  # fmt: skip


@transaction.atomic
def explain(
    *,
    pk: int,
    actor: User,
    way: str,
    received_on: date,
    words: str = "",
    assessment: str = "",
    files: Sequence[UploadedFile] = (),
    at: datetime | None = None,
) -> Explanation:
    """Write down what the offender said, or that they waive it; the term for deciding grows.

    Raises `Refused`: "no-right", "no-words", "wrong-day" before the minutes or in days to
    come, "too-late" after the term for explaining, "explained" for waiving what was done or saying
    the same again, and as `attachments.take` does for a file that may not come in.
    """
    at = moving.moment(at)
    violation = lock(pk, CaseVerb.EXPLAIN, actor)
    if not violation.may_explain:
        raise Refused("no-right", "Vụ này không thuộc trường hợp được giải trình.")
    clock = clocks.of(violation, fining.EXPLAINING).first()
    _not_before_the_minutes(violation, received_on, moving.day_of(at))
    _not_said_before(violation, way, received_on, words)
    if way != Explanation.Way.WAIVED:
        moving.need(words, "no-words", "Ghi nội dung giải trình.")
        if received_on > clock.due_on:
            raise Refused("too-late", f"Hạn giải trình đã hết ngày {clock.due_on:%d/%m/%Y}.")
    made = Explanation.objects.create(
        violation=violation, way=way, received_on=received_on, words=words, assessment=assessment,
        by=actor, at=at,
    )  # fmt: skip
    _take(files, made, actor)
    if clock.state != "stopped":
        clocks.stop(clock, at=at, actor=actor)
        if way != Explanation.Way.WAIVED:
            _lengthen(violation, actor)
    tell(violation, CaseVerb.EXPLAIN, actor=actor, at=at, words=str(made))
    return made


def _not_said_before(violation: Violation, way: str, day: date, words: str) -> None:
    said = violation.explanations.all()
    if way == Explanation.Way.WAIVED and said.exists():
        raise Refused("explained", "Đã ghi giải trình của người vi phạm.")
    if said.filter(way=way, received_on=day, words=words).exists():
        raise Refused("explained", "Giải trình này đã ghi.")


def _not_before_the_minutes(violation: Violation, day: date, today: date) -> None:
    if not violation.minutes.issued_on <= day <= today:
        raise Refused("wrong-day", "Ngày giải trình phải từ ngày biên bản đến hôm nay.")


def _take(files: Sequence[UploadedFile], explanation: Explanation, actor: User) -> None:
    for file in files:
        attachments.take(
            file, name=file.name or "tep", kinds=attachments.MAILBOX, owner=explanation,
            uploaded_by=actor,
        )  # fmt: skip


def _lengthen(violation: Violation, actor: User) -> None:
    """Count the term for deciding anew, as long as an explained case may take, from the minutes."""
    old = clocks.of(violation, fining.DECIDING).first()
    clocks.stop(old, at=max(old.received_at, moving.moment(None)), actor=actor)
    on = violation.minutes.issued_on
    rule = law.resolve("AD.SANCTION.TIME", on=on, applies_to="explained")
    clocks.start(
        violation, name=fining.DECIDING, rule=rule, received_at=violation.minutes.issued_at,
        actor=actor,
    )  # fmt: skip


@transaction.atomic
def transfer_violation(
    *, pk: int, actor: User, receiver: str, reason: str, at: datetime | None = None
) -> Violation:
    """Give the violation to a person or body that may fine."""
    violation = lock(pk, CaseVerb.TRANSFER, actor)
    to = moving.need(receiver, "no-receiver", "Ghi người, cơ quan nhận hồ sơ.")
    why = moving.need(reason, "no-reason", "Ghi lý do chuyển.")
    return move(
        violation, CaseVerb.TRANSFER, actor=actor, at=moving.moment(at), words=f"{to}: {why}"
    )


@transaction.atomic
def cancel_violation(*, pk: int, actor: User, reason: str, at: datetime | None = None) -> Violation:
    violation = lock(pk, CaseVerb.CANCEL, actor)
    why = moving.need(reason, "no-reason", "Ghi lý do hủy.")
    if violation.standing == Standing.WRITING:
        violation.findings.update(violation=None)
    return move(violation, CaseVerb.CANCEL, actor=actor, at=moving.moment(at), words=why)


@transaction.atomic
def lapse(*, pk: int, actor: User, at: datetime | None = None) -> Violation:
    """Write down that it is too late to fine. Raises `Refused("not-lapsed")` while it is not."""
    at = moving.moment(at)
    violation = lock(pk, CaseVerb.LAPSE, actor)
    try:
        fining.refuse_void(violation, moving.day_of(at))
    except Refused as refusal:
        return move(violation, CaseVerb.LAPSE, actor=actor, at=at, words=refusal.message)
    raise Refused("not-lapsed", "Chưa hết thời hiệu, chưa hết thời hạn ra quyết định.")
