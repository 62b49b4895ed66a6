"""Rows that hold from one day to another, of which one series never has two on the same day.

Such a model has the fields `effective_from` and `effective_to`: the first day counts, the last does
not, and without a last day the row holds until further notice.
"""

from datetime import date
from typing import Self, TypeVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import BigIntegerRangeField, DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Cast, Concat

Row = TypeVar("Row", bound=models.Model)

_SAME_TIME = Func(
    F("effective_from"), F("effective_to"), Value("[)"),
    function="daterange", output_field=DateRangeField(),
)  # fmt: skip


class DatedQuerySet(models.QuerySet[Row]):
    def in_force(self, on: date) -> Self:
        """Keep the rows of that day."""
        return self.filter(
            Q(effective_to__isnull=True) | Q(effective_to__gt=on), effective_from__lte=on
        )


def never_overlapping(name: str, series: Concat | Cast, message: str) -> ExclusionConstraint:
    """Return what refuses two rows of one series, told apart by the text `series`, on one day."""
    # A range of one number, the hash of the text, spares the extension btree_gist.
    hashed = Func(series, Value(0), function="hashtextextended")
    is_same = Func(
        hashed, hashed, Value("[]"), function="int8range", output_field=BigIntegerRangeField()
    )
    return ExclusionConstraint(
        name=name,
        expressions=[
            (is_same, RangeOperators.OVERLAPS),
            (_SAME_TIME, RangeOperators.OVERLAPS),
        ],
        violation_error_message=message,
    )


def ends_after_it_begins(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(effective_to__isnull=True) | Q(effective_to__gt=F("effective_from")),
        name=name,
        violation_error_message="Ngày kết thúc phải sau ngày bắt đầu áp dụng.",
    )
