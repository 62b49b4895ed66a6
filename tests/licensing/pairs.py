"""Two people do something to the same dossier at the same moment: many pairs, and what is left."""

import threading
from dataclasses import dataclass, field

from django.db import connection

from cityweb.core.errors import Refused
from cityweb.core.models import Role
from licensing import actions
from licensing.life import State, Verb
from licensing.models import Dossier, Step
from tests.licensing import dossiers

# Whichever of the two comes first, the other finds the dossier where their verb has no place.
KINDS = (("receive", "receive"), ("receive", "refuse"), ("withdraw", "receive"))
ENDS = {"receive": State.RECEIVED, "refuse": State.NOT_ACCEPTED, "withdraw": State.STOPPED}


@dataclass
class Outcome:
    """What came of all pairs: who won which, how the others were told, what was never foreseen."""

    pairs: int
    won: dict[int, str] = field(default_factory=dict)
    twice: list[int] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    problems: list[Exception] = field(default_factory=list)

    def wrong(self) -> dict[str, object]:
        """Return what should not be, by name; nothing where all is well."""
        rows = {one.pk: one for one in Dossier.objects.all()}
        numbers = sorted(int(one.code[-4:]) for one in rows.values() if one.code)
        steps = dict.fromkeys(rows, 0)
        for pk in Step.objects.exclude(verb=Verb.SUBMIT).values_list("dossier", flat=True):
            steps[pk] += 1
        found = {
            "unforeseen": self.problems,
            "done twice": self.twice,
            "never done": [pk for pk in rows if pk not in self.won],
            "illegal states": [pk for pk, verb in self.won.items() if rows[pk].state != ENDS[verb]],
            "lost updates": [pk for pk, count in steps.items() if count != 1],
            "numbers": [] if numbers == list(range(1, len(numbers) + 1)) else numbers,
            "told otherwise": [code for code in self.refused if code != "illegal-move"],
        }
        return {name: what for name, what in found.items() if what}


def run(pairs: int) -> Outcome:
    """Send so many dossiers, and let two people act on each at once."""
    office = dossiers.Office()
    sent = [dossiers.walk(office, dossiers.begin(office), Verb.SUBMIT) for _ in range(pairs)]
    outcome, start, own = Outcome(pairs), threading.Barrier(2), threading.Lock()

    def work(side: int) -> None:
        for place, one in enumerate(sent):
            verb = KINDS[place % len(KINDS)][side]
            start.wait(timeout=60)
            try:
                _act(verb, office, one.pk)
            except Refused as refusal:
                outcome.refused.append(refusal.code)
            except Exception as problem:  # noqa: BLE001  it is told, whatever happens
                outcome.problems.append(problem)
            else:
                with own:
                    (outcome.twice.append(one.pk) if one.pk in outcome.won
                     else outcome.won.update({one.pk: verb}))  # fmt: skip
        connection.close()

    threads = [threading.Thread(target=work, args=(side,)) for side in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcome


def _act(verb: str, office: dossiers.Office, pk: int) -> None:
    clerk = office.of(Role.ONE_STOP_CLERK)
    if verb == "receive":
        actions.receive(pk=pk, actor=clerk, with_slip=False, **dossiers.UNSETTLED)
    elif verb == "refuse":
        actions.refuse(pk=pk, actor=clerk, with_slip=False, reason="Không thuộc thẩm quyền")
    else:
        actions.withdraw(pk=pk, actor=office.of(Role.APPLICANT), reason="Thay đổi kế hoạch")
