"""Rules of law as apps may cite them: how one stands today, and which answer to some words."""

from django.utils import timezone

from cityweb.core import text
from cityweb.core.citations import Found, Standing
from cityweb.core.law import reading
from cityweb.core.models import LegalRule


def standing(rule_id: int) -> Standing | None:
    """Return how a rule of law stands; its version is the day it began and what it says."""
    rule = LegalRule.objects.filter(pk=rule_id, is_law=True).first()
    return _standing(rule) if rule else None


def find(words: str, *, most: int) -> list[Found]:
    """Return the rules of law in force in whose source or name all these words stand, by source."""
    wanted = text.fold(words).split()
    rows = LegalRule.objects.in_force(timezone.localdate()).settled().filter(is_law=True)
    by_source: dict[str, LegalRule] = {}
    for rule in rows.order_by("citation", "pk"):
        said = text.fold(f"{rule.citation} {rule.code}")
        if wanted and all(word in said for word in wanted):
            by_source.setdefault(rule.citation, rule)
    return [Found(rule.pk, _standing(rule)) for rule in list(by_source.values())[:most]]


def _standing(rule: LegalRule) -> Standing:
    today = timezone.localdate()
    is_good = rule.effective_from <= today and (
        rule.effective_to is None or today < rule.effective_to
    )
    return Standing(
        title=rule.citation[:300],
        # The texts of law are not kept here.
        address="",
        version=f"{rule.effective_from.isoformat()}: {rule.value_text}"[:80],
        is_good=is_good,
        why_not="" if is_good else _why_not(rule),
    )


def _why_not(rule: LegalRule) -> str:
    if rule.effective_to is None or timezone.localdate() < rule.effective_from:
        return "Quy định chưa có hiệu lực."
    said = f"Quy định hết hiệu lực từ ngày {rule.effective_to:%d/%m/%Y}"
    now = reading.find(rule.code, on=timezone.localdate(), applies_to=rule.applies_to)
    return f"{said}; nay áp dụng {now.citation}."[:300] if now else f"{said}."
