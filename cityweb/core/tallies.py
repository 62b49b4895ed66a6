"""Many counts in one question, none of which counts further than a person reads."""

from collections.abc import Mapping
from typing import Any

from django.db.models import IntegerField, QuerySet, Subquery

from cityweb.core.models import User

# Beyond this a screen says "more than".
MOST_COUNTED = 999


class CappedCount(Subquery):
    """How many rows a question finds, at most one more than `MOST_COUNTED`."""

    template = "(SELECT count(*) FROM (%(subquery)s) capped)"
    output_field = IntegerField()

    def __init__(self, rows: QuerySet[Any]) -> None:
        super().__init__(rows.order_by().values("pk")[: MOST_COUNTED + 1])


def count(user: User, questions: Mapping[str, QuerySet[Any]]) -> dict[str, int]:
    """Return the capped count of every question, by its name, in one query for this person."""
    if not questions:
        return {}
    names = list(questions)
    counts = {f"count_{place}": CappedCount(questions[name]) for place, name in enumerate(names)}
    row = User.objects.filter(pk=user.pk).values_list(*counts.values()).get()
    return dict(zip(names, row, strict=True))
