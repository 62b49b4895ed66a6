"""The law of a day as a violation meets it: bracket, reckoning, who may fine, terms, limitation."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from advertising import fines
from advertising.fines import Bracket, Line, Reckoning
from advertising.models import Factor, Penalty, Sanction, Violation
from cityweb.core import clocks, law
from cityweb.core.errors import Refused
from cityweb.core.models import LegalRule
from licensing import rules as months

AUTHORITY, PLACE = "AD.FINE.AUTHORITY", "AD.FINE.PLACE"
# The clocks of a violation.
EXPLAINING, DECIDING, EXECUTING = "giải trình", "ra quyết định", "thi hành"


@dataclass(frozen=True)
class Authority:
    """Somebody who may fine up to a ceiling; without one nobody has confirmed how far."""

    title: str
    ceiling: int | None
    citation: str

    def may(self, bracket: Bracket) -> bool:
        return self.ceiling is not None and bracket.high <= self.ceiling


def bracket_on(penalty: Penalty, day: date) -> LegalRule | None:
    """Return the rule with the bracket of that day, settled or not."""
    return law.find(penalty.rule_code, on=day)


def highest_known(day: date) -> int:
    """Return the highest fine that any act of the field has by the rules of the day, in đồng."""
    codes = Penalty.objects.values("rule_code")
    rows = LegalRule.objects.in_force(day).filter(code__in=codes)
    return max((row.value[1] for row in rows if row.value), default=0)


def settled_bracket(violation: Violation) -> Bracket | None:
    """Return the bracket pinned on the case; none where nobody has confirmed it."""
    rule = violation.rule
    if rule is None or not rule.is_settled:
        return None
    low, high = rule.value
    return Bracket(low, high, rule.fine_basis, rule.citation)


def reckoning(violation: Violation, bracket: Bracket, factors: Iterable[Factor]) -> Reckoning:
    """Reckon the fine. Raises `Refused("rule-unsettled")` where a rule may not decide."""
    day = violation.committed_on
    regime = violation.penalty.regime
    multiple = law.resolve("AD.FINE.MULTIPLE", on=day, applies_to=regime)
    places = law.resolve(PLACE, on=day)
    lines = {
        kind: [Line(one.text, one.citation) for one in factors if one.kind == kind]
        for kind in Factor.Kind
    }
    return fines.reckon(
        bracket, kind=violation.offender.kind, multiple=int(multiple.value),
        multiple_citation=multiple.citation, mitigating=lines[Factor.Kind.MITIGATING],
        aggravating=lines[Factor.Kind.AGGRAVATING], places=places.value,
        places_citation=places.citation,
    )  # fmt: skip


def authorities(violation: Violation) -> list[Authority]:
    """Return who may fine by the decree of this act, the lowest first; a doubt has no ceiling."""
    prefix = f"{violation.penalty.regime}: "
    rows = LegalRule.objects.in_force(violation.committed_on).filter(
        code=AUTHORITY, applies_to__startswith=prefix
    )
    found = [_authority(row, violation, prefix) for row in rows]
    return sorted(found, key=lambda one: (one.ceiling is None, one.ceiling or 0, one.title))


def _authority(row: LegalRule, violation: Violation, prefix: str) -> Authority:
    title = row.applies_to.removeprefix(prefix)
    if not row.is_settled:
        return Authority(title, None, row.citation)
    day, regime = violation.committed_on, violation.penalty.regime
    multiple = law.resolve("AD.FINE.MULTIPLE", on=day, applies_to=regime)
    whole = Bracket(0, row.value, row.fine_basis, row.citation)
    own = fines.for_offender(whole, violation.offender.kind, int(multiple.value))
    return Authority(title, own.high, row.citation)


def may_explain(violation: Violation, bracket: Bracket | None) -> bool:
    """Tell whether the offender may explain: always where the bracket is in doubt."""
    if bracket is None:
        return True
    floor = law.resolve(
        "AD.EXPLAIN.FLOOR", on=violation.committed_on, applies_to=violation.offender.kind
    )
    day, regime = violation.committed_on, violation.penalty.regime
    multiple = law.resolve("AD.FINE.MULTIPLE", on=day, applies_to=regime)
    own = fines.for_offender(bracket, violation.offender.kind, int(multiple.value))
    return own.high >= floor.value


def limitation_end(violation: Violation) -> date:
    """Return the last day on which this may still be sanctioned."""
    start = violation.evaded_on or violation.committed_on
    rule = law.resolve("AD.LIMITATION", on=start)
    return months.months_after(start, 12 * int(rule.value))


def refuse_void(violation: Violation, today: date) -> None:
    """Raise `Refused` where a decision of today would be void.

    "limitation-passed" after the limitation period, "term-passed" after the term for deciding.
    """
    end = limitation_end(violation)
    if today > end:
        raise Refused(
            "limitation-passed",
            f"Thời hiệu xử phạt đã hết ngày {end:%d/%m/%Y}: quyết định sẽ vô hiệu. "
            "Chỉ còn áp dụng được biện pháp khắc phục.",
        )
    clock = clocks.of(violation, DECIDING).first()
    if clock is not None and today > clock.due_on:
        raise Refused(
            "term-passed",
            f"Thời hạn ra quyết định đã hết ngày {clock.due_on:%d/%m/%Y}: quyết định phạt sẽ vô "
            "hiệu. Ghi hết thời hiệu và áp dụng biện pháp khắc phục.",
        )


def lapse_of(sanction: Sanction) -> date:
    """Return the last day on which a decision may be carried out."""
    rule = law.resolve("AD.SANCTION.LAPSE", on=sanction.issued_on)
    return months.months_after(sanction.issued_on, 12 * int(rule.value))


def earlier(violation: Violation) -> QuerySet[Sanction]:
    """Return earlier sanctions of the same offender or on the same website, the newest first."""
    rows = Sanction.objects.filter(
        issued_on__isnull=False, issued_on__lt=violation.committed_on
    ).exclude(Q(violation__standing="cancelled") | Q(violation=violation.pk))
    same = rows.filter(violation__offender=violation.offender_id) | rows.filter(
        violation__site=violation.site_id
    )
    return same.select_related("violation__penalty", "violation__site").order_by("-issued_on")


def is_repeat(violation: Violation, sanction: Sanction) -> bool:
    """Tell whether the earlier sanction is near enough for a repetition, for the same act."""
    rule = law.resolve("AD.REPEAT.PERIOD", on=violation.committed_on)
    until = months.months_after(sanction.issued_on, 12 * int(rule.value))
    is_same = sanction.violation.penalty_id == violation.penalty_id
    return is_same and violation.committed_on <= until


def owed(violation: Violation, today: date) -> tuple[int, int]:
    """Return what is still to pay of the fine, and the interest on it until today, in đồng."""
    sanction = violation.sanction
    left = sanction.amount_vnd - sum(one.amount_vnd for one in violation.payments.all())
    clock = clocks.of(violation, EXECUTING).first()
    late = (today - clock.due_on).days if clock else 0
    rate = law.resolve("AD.LATE.INTEREST", on=sanction.issued_on)
    return left, fines.interest(left, late, rate.value)
