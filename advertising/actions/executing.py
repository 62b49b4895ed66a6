"""After the decision: served, paid, put right, or late and enforced."""

from collections.abc import Collection
from datetime import date, datetime, time

from django.db import transaction
from django.utils import timezone

from advertising import fines, fining
from advertising.actions import capturing, evidence, moving
from advertising.actions.pressing import lock, move, tell
from advertising.life import CaseVerb
from advertising.models import Capture, EvidenceItem, Exhibit, Payment, Remedy, Violation
from cityweb.core import clocks, law
from cityweb.core.errors import Refused
from cityweb.core.models import User


@transaction.atomic
def serve(*, pk: int, actor: User, on: date, how: str, at: datetime | None = None) -> Violation:
    """Write down that the decision was handed over; the term for carrying it out begins.

    Raises `Refused`: "wrong-day" before the decision or in days to come, "no-way".
    """
    at = moving.moment(at)
    violation = lock(pk, CaseVerb.SERVE, actor)
    words = moving.need(how, "no-way", "Ghi cách giao và người nhận.")
    if not violation.sanction.issued_on <= on <= moving.day_of(at):
        raise Refused("wrong-day", "Ngày giao phải từ ngày quyết định đến hôm nay.")
    rule = law.resolve("AD.EXECUTE", on=on)
    received = timezone.make_aware(datetime.combine(on, time(12)))
    clock = clocks.start(
        violation, name=fining.EXECUTING, rule=rule, received_at=min(received, at), actor=actor
    )
    violation.remedies.update(due_on=clock.due_on)
    return move(
        violation, CaseVerb.SERVE, actor=actor, at=at, served_on=on, served_how=words,
        words=f"{on:%d/%m/%Y}: {words}",
    )  # fmt: skip


@transaction.atomic
def pay(
    *,
    pk: int,
    actor: User,
    paid_on: date,
    amount_vnd: int,
    receipt: str,
    at: datetime | None = None,
) -> Payment:
    """Write down money that came in, or, below nothing, what sets a wrong line right.

    Raises `Refused`: "wrong-day" before the decision or in days to come, "known-receipt",
    "too-much" for more than is owed with its interest, "too-little" for less than nothing.
    """
    at = moving.moment(at)
    violation = lock(pk, CaseVerb.PAY, actor)
    if not violation.sanction.issued_on <= paid_on <= moving.day_of(at):
        raise Refused("wrong-day", "Ngày nộp phải từ ngày quyết định đến hôm nay.")
    if violation.payments.filter(receipt=receipt).exists():
        raise Refused("known-receipt", f"Chứng từ {receipt} đã ghi.")
    left, interest = fining.owed(violation, paid_on)
    if amount_vnd > left + interest:
        owed = fines.money(max(left + interest, 0))
        raise Refused("too-much", f"Còn phải nộp {owed}, kể cả tiền chậm nộp; xem lại số tiền.")
    if amount_vnd == 0 or amount_vnd < left - violation.sanction.amount_vnd:
        raise Refused("too-little", "Số điều chỉnh không thể hơn số đã nộp.")
    made = Payment.objects.create(
        violation=violation, paid_on=paid_on, amount_vnd=amount_vnd, receipt=receipt, by=actor,
        at=at,
    )  # fmt: skip
    words = f"{fines.money(amount_vnd)}, chứng từ {receipt}"
    tell(violation, CaseVerb.PAY, actor=actor, at=at, words=words)
    return made


@transaction.atomic
def prove(
    *,
    pk: int,
    actor: User,
    remedy: Remedy,
    proof: EvidenceItem,
    done_on: date,
    note: str = "",
    at: datetime | None = None,
) -> Remedy:
    """Write down that something was put right, with the exhibit that shows it, and look again.

    Raises `Refused`: "other-case" for an exhibit of another case, "old-proof" for one from before
    the minutes, "wrong-day" outside of minutes and today, "evidence-broken".
    """
    at = moving.moment(at)
    violation = lock(pk, CaseVerb.PROVE, actor)
    if proof.inspection_id != violation.inspection_id or remedy.violation_id != violation.pk:
        raise Refused("other-case", "Chứng cứ phải thuộc hồ sơ này.")
    if proof.captured_at < violation.proof_from:
        raise Refused("old-proof", "Chứng cứ phải được thu sau biên bản vi phạm.")
    if not violation.minutes.issued_on <= done_on <= moving.day_of(at):
        raise Refused("wrong-day", "Ngày thực hiện phải từ ngày biên bản đến hôm nay.")
    if not evidence.is_whole(proof):
        raise Refused("evidence-broken", f"Chứng cứ {proof} không còn nguyên vẹn.")
    remedy.proof, remedy.done_on, remedy.note = proof, done_on, note
    remedy.save(update_fields=["proof", "done_on", "note"])
    tell(violation, CaseVerb.PROVE, actor=actor, at=at, words=f"{remedy}: {proof}")
    order_recapture([remedy], actor=actor, at=at)
    return remedy


def order_recapture(remedies: Collection[Remedy], *, actor: User, at: datetime) -> Capture | None:
    """Order the page of the violation to be captured again; the remedies name that capture.

    Where none can be ordered now the diary says why.
    """
    violation = next(iter(remedies)).violation
    try:
        with transaction.atomic():
            made = capturing.recapture(
                pk=violation.inspection_id, url=page_of(violation), actor=actor, at=at,
                purpose=f"Kiểm tra lại việc khắc phục ({violation})",
            )  # fmt: skip
    except Refused as refusal:
        title = f"Chưa chụp lại được ({violation})"
        moving.note(
            violation.inspection, "case_recapture", title, actor=actor, at=at,
            words=refusal.message,
        )  # fmt: skip
        return None
    Remedy.objects.filter(pk__in=[one.pk for one in remedies]).update(recapture=made)
    return made


def page_of(violation: Violation) -> str:
    """Return the page on which the violation was seen, or else the first one of the website."""
    shown = Exhibit.objects.filter(finding__violation=violation).exclude(item__url="")
    first = shown.values_list("item__url", flat=True).order_by("item__number").first()
    return first or violation.site.home_url


def seen_again(violation: Violation) -> list[str]:
    """Return the lines of the checklist that fail anew on pages captured after the remedy."""
    codes = set(violation.findings.values_list("item__code", flat=True))
    captures = Capture.objects.filter(
        pk__in=violation.remedies.exclude(recapture=None).values("recapture")
    )
    return sorted({row["code"] for one in captures for row in one.failures} & codes)


@transaction.atomic
def comply(*, pk: int, actor: User, words: str = "", at: datetime | None = None) -> Violation:
    """End the violation as carried out.

    Raises `Refused`: "not-paid", "not-put-right", "looking-again" while the page is being captured
    anew, "seen-again" where that shows the same failure and nobody says why it is none.
    """
    at = moving.moment(at)
    violation = lock(pk, CaseVerb.COMPLY, actor)
    left, _ = fining.owed(violation, moving.day_of(at))
    if left > 0:
        raise Refused("not-paid", f"Còn phải nộp {fines.money(left)}.")
    open_remedies = violation.remedies.filter(done_on=None)
    if open_remedies.exists():
        names = "; ".join(map(str, open_remedies))
        raise Refused("not-put-right", f"Chưa khắc phục: {names}.")
    under_way = (Capture.State.ASKED, Capture.State.RUNNING)
    if violation.remedies.filter(recapture__state__in=under_way).exists():
        raise Refused("looking-again", "Trang đang được chụp lại để kiểm tra; đợi chụp xong.")
    again = seen_again(violation)
    if again:
        message = f"Bản chụp lại còn dấu hiệu vi phạm ({', '.join(again)}): ghi vì sao vẫn là xong."
        moving.need(words, "seen-again", message)
    return move(violation, CaseVerb.COMPLY, actor=actor, at=at, words=words.strip())


@transaction.atomic
def overdue(*, pk: int, actor: User, at: datetime | None = None) -> Violation:
    """Write down that the term passed. Raises `Refused("not-late")` before it has."""
    at = moving.moment(at)
    violation = lock(pk, CaseVerb.OVERDUE, actor)
    clock = clocks.of(violation, fining.EXECUTING).first()
    if at <= clock.due_at:
        raise Refused("not-late", f"Hạn thi hành còn đến hết ngày {clock.due_on:%d/%m/%Y}.")
    return move(violation, CaseVerb.OVERDUE, actor=actor, at=at)


@transaction.atomic
def enforce(*, pk: int, actor: User, words: str, at: datetime | None = None) -> Violation:
    """End the violation as enforced. Raises `Refused("decision-lapsed")` once it is too late."""
    at = moving.moment(at)
    violation = lock(pk, CaseVerb.ENFORCE, actor)
    said = moving.need(words, "no-words", "Ghi việc cưỡng chế đã thực hiện.")
    end = fining.lapse_of(violation.sanction)
    if moving.day_of(at) > end:
        raise Refused("decision-lapsed", f"Quyết định hết thời hiệu thi hành từ {end:%d/%m/%Y}.")
    return move(violation, CaseVerb.ENFORCE, actor=actor, at=at, words=said)
