"""Three people decide: who drafts, who reviews and who signs are never the same."""

from django.db import models
from django.db.models import F, Q


def three_people(*, reviews: str, signs: str, stands_in: str) -> list[models.CheckConstraint]:
    """Return what keeps the three of a row apart; the words are the names of the constraints.

    Of rows with `drafted_by`, `reviewed_by`, `signed_by`, and `…_for` in whose place each did it.
    """
    return [
        models.CheckConstraint(
            condition=Q(reviewed_by__isnull=True) | ~Q(reviewed_by=F("drafted_by")), name=reviews
        ),
        models.CheckConstraint(
            condition=Q(signed_by__isnull=True)
            | (
                Q(reviewed_by__isnull=False)
                & ~Q(signed_by=F("drafted_by"))
                & ~Q(signed_by=F("reviewed_by"))
            ),
            name=signs,
        ),
        models.CheckConstraint(
            condition=_apart("drafted", "reviewed")
            & _apart("drafted", "signed")
            & _apart("reviewed", "signed"),
            name=stands_in,
        ),
    ]


def _apart(one: str, other: str) -> Q:
    """Say that nobody did both, neither themselves nor by somebody who stood in for them."""
    return ~(
        Q(**{f"{one}_by": F(f"{other}_for")})
        | Q(**{f"{one}_for": F(f"{other}_by")})
        | Q(**{f"{one}_for": F(f"{other}_for")})
    )
