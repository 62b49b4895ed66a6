"""What a step on a submission is: its button, its form, its action, and when it is offered."""

from collections.abc import Callable
from dataclasses import dataclass

from feedback.forms.desk_case import CaseForm
from feedback.views.desk_case_facts import Case
from feedback.views.desk_steps import Facts


@dataclass(frozen=True)
class Verb:
    """One step. `key` is its word in the address, `done` what is said afterwards."""

    key: str
    label: str
    done: str | Callable[[Case], str]
    do: Callable[[Case, Facts], object]
    offered: Callable[[Case], bool]
    form: type[CaseForm] = CaseForm
    # What pressing the button means, where it asks for nothing.
    meaning: str | Callable[[Case], str] = ""
    # What stands on its button, where that is not its label.
    button: str = ""
    # Drawn inside its panel, not in the list of steps.
    is_in_panel: bool = False
    is_grave: bool = False

    def meaning_for(self, case: Case) -> str:
        """Return what pressing the button means in this case."""
        return self.meaning if isinstance(self.meaning, str) else self.meaning(case)

    def done_for(self, case: Case) -> str:
        """Return what is said of this case after the step."""
        return self.done if isinstance(self.done, str) else self.done(case)
