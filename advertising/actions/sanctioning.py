"""The sanction: drafted inside its bracket, reviewed by another person, issued by a third."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from advertising import casepapers, fines, fining
from advertising.actions import evidence, moving
from advertising.actions.pressing import lock, move
from advertising.fines import Bracket, Line, Reckoning
from advertising.life import CaseVerb
from advertising.models import EvidenceItem, Factor, Remedy, Sanction, Violation
from cityweb.core import clocks, text
from cityweb.core.errors import Refused
from cityweb.core.models import User


@dataclass(frozen=True)
class Weighed:
    """What the drafter decided: circumstances, perhaps another amount, who fines.

    `bracket` and its source are given only where no settled rule has them.
    """

    factors: Sequence[Factor] = ()
    amount_vnd: int | None = None
    why_amount: str = ""
    authority: str = ""
    authority_source: str = ""
    bracket: Bracket | None = None
    remedies: Sequence[str] = ()
    pay_to: str = ""


@transaction.atomic
def draft(*, pk: int, actor: User, weighed: Weighed, at: datetime | None = None) -> Sanction:
    """Write the sanction down as it is proposed, with every line of its reckoning.

    Raises `Refused`: "explaining" while the offender may still explain, "bracket-unsettled" where
    neither rule nor officer says the bracket, "out-of-field" beyond the field,
    "out-of-bracket", "no-reason" for another amount,
    "no-authority" where no settled rule says who may fine and the officer does not, and
    "limitation-passed".
    """
    at = moving.moment(at)
    violation = lock(pk, CaseVerb.DRAFT, actor)
    today = moving.day_of(at)
    fining.refuse_void(violation, today)
    _heard(violation, at)
    reckoned = _reckoned(violation, weighed)
    amount = _within(reckoned, weighed)
    authority, source = _authority(violation, reckoned.bracket, weighed)
    is_other = amount != reckoned.amount
    lines = [
        *reckoned.lines,
        *([Line(f"Mức phạt đề xuất: {fines.money(amount)}", weighed.why_amount)]
          if is_other else []),
        Line(f"Người có thẩm quyền: {authority}", source),
    ]  # fmt: skip
    facts = {
        "low_vnd": reckoned.bracket.low, "high_vnd": reckoned.bracket.high,
        "bracket_source": "" if fining.settled_bracket(violation) else weighed.bracket.citation,
        "amount_vnd": amount, "proposed_vnd": reckoned.amount,
        "why_amount": weighed.why_amount if is_other else "", "authority": authority,
        "authority_source": source, "pay_to": weighed.pay_to.strip(),
        "drafted_by": actor, "reviewed_by": None, "review_words": "",
        "lines": [{"text": one.text, "citation": one.citation} for one in lines],
    }  # fmt: skip
    sanction, _ = Sanction.objects.update_or_create(violation=violation, defaults=facts)
    sanction.factors.set(weighed.factors)
    violation.remedies.all().delete()
    Remedy.objects.bulk_create(Remedy(violation=violation, text=one) for one in weighed.remedies)
    said = fines.money(amount)
    move(violation, CaseVerb.DRAFT, actor=actor, at=at, words=f"Mức phạt {said}", sent_back="")
    return sanction


def _heard(violation: Violation, at: datetime) -> None:
    clock = clocks.of(violation, fining.EXPLAINING).open().first()
    if clock is not None and at <= clock.due_at:
        raise Refused(
            "explaining",
            f"Người vi phạm còn được giải trình đến hết ngày {clock.due_on:%d/%m/%Y}. "
            "Ghi giải trình hoặc việc không giải trình trước.",
        )


def _reckoned(violation: Violation, weighed: Weighed) -> Reckoning:
    """Reckon by the settled rule; by the officer's bracket only where there is none."""
    bracket = fining.settled_bracket(violation) or weighed.bracket
    if bracket is None or not bracket.citation.strip():
        raise Refused(
            "bracket-unsettled",
            "Khung phạt chưa được xác nhận: ghi mức thấp nhất, cao nhất, đối tượng và nguồn.",
        )
    if fining.settled_bracket(violation) is None:
        _sane(violation, bracket)
    return fining.reckoning(violation, bracket, weighed.factors)


def _sane(violation: Violation, bracket: Bracket) -> None:
    """Refuse a bracket beyond every one of the field: that is a slip of the hand."""
    top = fining.highest_known(violation.committed_on)
    if not 0 < bracket.low <= bracket.high <= top:
        raise Refused(
            "out-of-field",
            f"Khung phạt phải trên 0 và không quá {fines.money(top)}, mức cao nhất của lĩnh vực.",
        )


def _within(reckoned: Reckoning, weighed: Weighed) -> int:
    """Return the amount that was chosen; refuse one outside, or another one without a reason."""
    bracket = reckoned.bracket
    amount = reckoned.amount if weighed.amount_vnd is None else weighed.amount_vnd
    if not bracket.holds(amount):
        span = f"{fines.money(bracket.low)} đến {fines.money(bracket.high)}"
        raise Refused("out-of-bracket", f"Mức phạt phải nằm trong khung {span}.")
    if amount != reckoned.amount:
        words = f"Ghi vì sao khác mức tính {fines.money(reckoned.amount)}."
        moving.need(weighed.why_amount, "no-reason", words)
    return amount


def _authority(violation: Violation, bracket: Bracket, weighed: Weighed) -> tuple[str, str]:
    """Return who fines and by what: the lowest who may, or whom the officer names with a source."""
    found = [one for one in fining.authorities(violation) if one.may(bracket)]
    if weighed.authority.strip():
        words = "Ghi căn cứ thẩm quyền của người này."
        source = moving.need(weighed.authority_source, "no-authority", words)
        return weighed.authority.strip(), source
    if not found:
        raise Refused(
            "no-authority",
            "Chưa có quy tắc chắc chắn về người có thẩm quyền với mức này: ghi tên chức danh và "
            "căn cứ.",
        )
    return found[0].title, found[0].citation


@transaction.atomic
def review(*, pk: int, actor: User, words: str, at: datetime | None = None) -> Violation:
    """Say that the draft is lawful. Raises `Refused("same-person")` for who drafted it."""
    violation = lock(pk, CaseVerb.REVIEW, actor)
    said = moving.need(words, "no-words", "Ghi ý kiến thẩm định.")
    sanction = violation.sanction
    if sanction.drafted_by_id == actor.pk or violation.created_by_id == actor.pk:
        raise Refused("same-person", "Người thẩm định phải khác người lập hồ sơ, người dự thảo.")
    sanction.reviewed_by, sanction.review_words = actor, said
    sanction.save(update_fields=["reviewed_by", "review_words"])
    return move(violation, CaseVerb.REVIEW, actor=actor, at=moving.moment(at), words=said)


@transaction.atomic
def send_draft_back(*, pk: int, actor: User, reason: str, at: datetime | None = None) -> Violation:
    violation = lock(pk, CaseVerb.SEND_BACK, actor)
    why = moving.need(reason, "no-reason", "Ghi lý do trả lại.")
    sanction = violation.sanction
    sanction.reviewed_by = None
    sanction.save(update_fields=["reviewed_by"])
    return move(
        violation, CaseVerb.SEND_BACK, actor=actor, at=moving.moment(at), words=why, sent_back=why
    )


@transaction.atomic
def issue(*, pk: int, actor: User, at: datetime | None = None) -> Violation:
    """Number and sign the decision.

    Raises `Refused`: "same-person", "not-the-authority", "limitation-passed" or "term-passed" where
    it would be void, and as `papers.issue` does.
    """
    at = moving.moment(at)
    violation = lock(pk, CaseVerb.ISSUE, actor)
    sanction = violation.sanction
    if actor.pk in (sanction.drafted_by_id, sanction.reviewed_by_id):
        raise Refused("same-person", "Người ký phải khác người dự thảo và người thẩm định.")
    if not is_authority(actor, sanction):
        raise Refused(
            "not-the-authority",
            f"Người có thẩm quyền là {sanction.authority}: quyết định do người khác ký sẽ vô hiệu. "
            "Trình người đó ký, rồi ghi quyết định đã ký vào hồ sơ; hoặc trả lại dự thảo.",
        )
    today = moving.day_of(at)
    fining.refuse_void(violation, today)
    data = casepapers.sanction(sanction, signer=actor, on=today)
    paper = moving.issued(violation, casepapers.SANCTION_KIND, data, actor=actor, at=at)
    sanction.issued_by, sanction.paper, sanction.issued_on = actor, paper, today
    sanction.save(update_fields=["issued_by", "paper", "issued_on"])
    for clock in clocks.of(violation).open():
        clocks.stop(clock, at=at, actor=actor)
    words = f"Quyết định số {paper.number_text}"
    return move(violation, CaseVerb.ISSUE, actor=actor, at=at, words=words)


def is_authority(person: User, sanction: Sanction) -> bool:
    """Tell whether the post of this person is the one that may fine, by its name."""
    return text.fold(person.position.strip()).casefold() == (
        text.fold(sanction.authority.strip()).casefold()
    )


@transaction.atomic
def receive_decision(
    *,
    pk: int,
    actor: User,
    number: str,
    signer: str,
    signed_on: date,
    proof: EvidenceItem,
    at: datetime | None = None,
) -> Violation:
    """Write down the decision that somebody with the authority signed outside of the office.

    Raises `Refused`: "no-number", "wrong-day" outside of minutes and today, "other-case" and
    "evidence-broken" for its exhibit, "limitation-passed", "term-passed".
    """
    at = moving.moment(at)
    violation = lock(pk, CaseVerb.RECEIVE, actor)
    sanction = violation.sanction
    named = moving.need(number, "no-number", "Ghi số quyết định.")
    by = moving.need(signer, "no-number", "Ghi họ tên, chức vụ người ký.")
    if not violation.minutes.issued_on <= signed_on <= moving.day_of(at):
        raise Refused("wrong-day", "Ngày quyết định phải từ ngày biên bản đến hôm nay.")
    if proof.inspection_id != violation.inspection_id:
        raise Refused("other-case", "Bản quyết định phải ở trong kho chứng cứ của hồ sơ này.")
    if not evidence.is_whole(proof):
        raise Refused("evidence-broken", f"Chứng cứ {proof} không còn nguyên vẹn.")
    fining.refuse_void(violation, signed_on)
    sanction.outside_number, sanction.outside_signer = named, by
    sanction.outside_proof, sanction.issued_on = proof, signed_on
    sanction.save(update_fields=["outside_number", "outside_signer", "outside_proof", "issued_on"])
    for clock in clocks.of(violation).open():
        clocks.stop(clock, at=at, actor=actor)
    words = f"Quyết định số {named} ngày {signed_on:%d/%m/%Y}, {by} ký ({proof})"
    return move(violation, CaseVerb.RECEIVE, actor=actor, at=at, words=words)
