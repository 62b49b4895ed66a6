"""Numbers without gaps: taken at issue, in the transaction that issues, one after the other."""

from dataclasses import dataclass
from datetime import date

from django.db import connection

from cityweb.core.errors import Refused
from cityweb.core.models import NumberCounter, NumberPattern, Organisation


@dataclass(frozen=True)
class Taken:
    """A number that belongs to whoever took it, if the transaction commits."""

    number: int
    text: str
    period: str


def pattern_for(organisation: Organisation, kind: str, on: date) -> NumberPattern:
    """Return how that organisation numbers that kind on that day.

    Raises `Refused("no-number-pattern")` when nobody has said so yet.
    """
    found = NumberPattern.objects.in_force(on).filter(organisation=organisation, kind=kind).first()
    if found is None:
        raise Refused(
            "no-number-pattern",
            f"Chưa có cách đánh số cho loại văn bản này của {organisation}. "
            "Hãy khai báo ở mục “Cách đánh số văn bản” rồi ban hành lại.",
        )
    return found


def take(organisation: Organisation, kind: str, on: date) -> Taken:
    """Take the next number of the series; others wait for it until the caller's transaction ends.

    Kinds written alike are one series: two decisions of a year never have the same number. When the
    transaction rolls back the number was never taken. Raises `RuntimeError` outside a transaction.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("a number is taken in the transaction that issues the paper")
    pattern = pattern_for(organisation, kind, on)
    period = pattern.period_of(on)
    series = {"organisation": organisation, "kind": _series_of(pattern), "period": period}
    NumberCounter.objects.get_or_create(**series)
    counter = NumberCounter.objects.select_for_update().get(**series)
    counter.last_number += 1
    counter.save(update_fields=["last_number"])
    return Taken(counter.last_number, pattern.written(counter.last_number, on), period)


def _series_of(pattern: NumberPattern) -> str:
    """Return the kind that was first written like this: all that are written so count with it."""
    alike = NumberPattern.objects.filter(
        organisation=pattern.organisation, pattern=pattern.pattern, period=pattern.period
    )
    return alike.order_by("pk").values_list("kind", flat=True)[0]
