"""Two people take a step at once: one does, the other is told; no number is lost."""

import pytest

from tests.licensing import pairs

PAIRS = 24


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_one_does_and_the_other_is_told():
    # Five hundred: `make bench ARGS=pairs`.
    outcome = pairs.run(PAIRS)
    assert outcome.wrong() == {}
    assert len(outcome.won) == len(outcome.refused) == PAIRS
