"""Terms worked out by hand: what is due when, by which article.

Holidays of 2026: Hùng Kings on Sunday 26 April, made up for on Monday 27 (Labour Code, art.
111(3)), 30 April and 1 May (art. 112(1)).
"""

from datetime import datetime

import pytest
from django.utils import timezone

from cityweb.core import clocks, law

pytestmark = pytest.mark.django_db
WORDS = {
    # Five working days after Thursday 23 April: 24, 28, 29 April, 4, 5 May.
    "explain over holidays": ("AD.EXPLAIN.WRITTEN", "", "2026-04-23 09:00", "2026-05-05 23:59"),
    # Two working days after Friday: Monday, Tuesday.
    "hearing over a weekend": ("AD.EXPLAIN.HEARING", "", "2026-07-03 09:00", "2026-07-07 23:59"),
    # Seven working days after Thursday 23 April: 24, 28, 29 April, 4, 5, 6, 7 May.
    "decide over holidays": ("AD.SANCTION.TIME", "", "2026-04-23 09:00", "2026-05-07 23:59"),
    # One month after Wednesday 4 March ends on Saturday 4 April; Civil Code, art. 148(5): Monday.
    "decide once explained": (
        "AD.SANCTION.TIME", "explained", "2026-03-04 09:00", "2026-04-06 23:59",
    ),
    # Ten days after 1 July end on Saturday 11; Civil Code, art. 148(5): Monday 13.
    "carry out": ("AD.EXECUTE", "", "2026-07-01 12:00", "2026-07-13 23:59"),
    # Law on Advertising, art. 23(7): 24 hours, nights and Sundays too.
    "take down": ("AD.TAKEDOWN", "", "2026-07-11 16:20", "2026-07-12 16:20"),
}  # fmt: skip


@pytest.mark.parametrize("case", WORDS)
def test_terms_worked_by_hand(case, inspector):
    code, applies_to, began, due = WORDS[case]
    at = timezone.make_aware(datetime.fromisoformat(began))
    rule = law.resolve(code, on=at.date(), applies_to=applies_to)
    assert rule.citation
    clock = clocks.start(inspector, name=case, rule=rule, received_at=at, actor=inspector)
    assert f"{timezone.localtime(clock.due_at):%Y-%m-%d %H:%M}" == due
