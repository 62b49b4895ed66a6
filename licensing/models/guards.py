"""What the database itself refuses about signatures, whoever writes."""

import pgtrigger

from cityweb.core.models import history


class GuardStandIn(history.OwnFunction):
    """Lets only a director, or an administrator by a paper, hand on what a director signs.

    And only to who may sign for one: a deputy, or in writing the head of a unit.
    """

    name = "signatures_are_handed_on_by_right"
    when = pgtrigger.Before
    operation = pgtrigger.Insert | pgtrigger.Update
    function = "licensing_guard_stand_in"


class GuardSigner(history.OwnFunction):
    """Refuses a signature of somebody who is no director and stands in for none."""

    name = "signers_have_the_right"
    when = pgtrigger.Before
    operation = pgtrigger.Insert | pgtrigger.Update
    function = "licensing_guard_signer"
