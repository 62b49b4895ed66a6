"""Allowed moves between states, as a table that a person can read."""

from collections.abc import Iterable, Mapping
from typing import NoReturn

from django.db.models import TextChoices

from cityweb.core.errors import Refused


class Lifecycle:
    """A table of states and the states each may move to."""

    def __init__(self, moves: Mapping[TextChoices, Iterable[TextChoices]]) -> None:
        self.moves = {state: frozenset(targets) for state, targets in moves.items()}

    def allows(self, state: str, target: str) -> bool:
        """Tell whether the table holds the move."""
        return target in self.moves.get(state, frozenset())

    def check(self, state: TextChoices | str, target: TextChoices) -> None:
        """Raise `Refused("illegal-move")` unless the table holds the move."""
        if not self.allows(state, target):
            self.refuse(state, target)

    def refuse(self, state: TextChoices | str, target: TextChoices) -> NoReturn:
        """Raise `Refused("illegal-move")`, in the words a person reads."""
        known = {member.value: member.label for member in type(target)}
        label = known.get(str(state), str(state))
        raise Refused(
            "illegal-move",
            f"Không thể chuyển từ “{label}” sang “{target.label}”. "
            "Có thể người khác vừa xử lý; hãy tải lại trang.",
        )
