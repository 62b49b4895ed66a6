"""How far a dossier is, as its page and the public look-up show it."""

import pytest

from licensing.life import PublicState, State
from licensing.models import Dossier
from licensing.reports import shown


@pytest.mark.parametrize(
    ("state", "here"),
    [
        (State.SUBMITTED, PublicState.REGISTERED),
        (State.INTAKE, PublicState.REGISTERED),
        (State.SUPPLEMENT, PublicState.IN_WORK),
        (State.WITHDRAWING, PublicState.IN_WORK),
        (State.RETURNED, PublicState.RETURNED),
    ],
)
def test_what_waits_stands_where_it_was_asked(state, here):
    assert [one for one, is_here in shown.way(Dossier(state=state)) if is_here] == [here]


@pytest.mark.parametrize("state", [State.STOPPED, State.NOT_ACCEPTED])
def test_what_left_the_way_stands_nowhere_on_it(state):
    assert shown.way(Dossier(state=state)) == []
