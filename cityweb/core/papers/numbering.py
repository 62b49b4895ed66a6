"""Numbers without gaps: taken at issue, in the transaction that issues, one after the other."""

from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.db.models import Max

from cityweb.core.errors import Refused
from cityweb.core.models import NumberCounter, NumberPattern, Organisation
from cityweb.core.models.numbers import COMES_AGAIN


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
    transaction rolls back the number was never taken. Raises `Refused`: "no-number-pattern",
    "number-comes-again"; `RuntimeError` outside a transaction.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("a number is taken in the transaction that issues the paper")
    pattern = pattern_for(organisation, kind, on)
    if pattern.comes_again:
        raise Refused("number-comes-again", COMES_AGAIN)
    period = pattern.period_of(on)
    alike = _written_alike(pattern)
    series = {"organisation": organisation, "kind": alike[0], "period": period}
    NumberCounter.objects.get_or_create(**series)
    counter = NumberCounter.objects.select_for_update().get(**series)
    # A kind that came to be written like another one brings the numbers it had given by itself;
    # the database lets a counter go one step a time.
    given = NumberCounter.objects.filter(organisation=organisation, kind__in=alike, period=period)
    for number in range(counter.last_number, given.aggregate(last=Max("last_number"))["last"] + 1):
        counter.last_number = number + 1
        counter.save(update_fields=["last_number"])
    return Taken(counter.last_number, pattern.written(counter.last_number, on), period)


def _written_alike(pattern: NumberPattern) -> list[str]:
    """Return the kinds written like this one, the first of them first."""
    alike = NumberPattern.objects.filter(
        organisation=pattern.organisation, pattern=pattern.pattern, period=pattern.period
    )
    return list(dict.fromkeys(alike.order_by("pk").values_list("kind", flat=True)))
