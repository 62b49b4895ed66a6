"""Tables of which role may do what in which state; actions and screens read the same one.

Where no roles decide, `lifecycle` is enough.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import TextChoices

from cityweb.core.errors import Refused
from cityweb.core.models import Role, User

Place = TypeVar("Place")


@dataclass(frozen=True)
class Move(Generic[Place]):
    """One cell of a table: who may, and where the case may stand afterwards."""

    roles: frozenset[Role]
    targets: frozenset[Place]


def cells(
    verb: Any, sources: Iterable[Place], roles: Iterable[Role], *targets: Place
) -> dict[tuple[Place, Any], Move[Place]]:
    """Return the cells of a verb; without a target the case stays where it is."""
    held = frozenset(roles)
    return {(one, verb): Move(held, frozenset(targets or [one])) for one in sources}


def may(cell: Move[Any] | None, roles: Iterable[str]) -> bool:
    """Tell whether the table holds the cell and somebody with these roles may use it."""
    return cell is not None and not cell.roles.isdisjoint(roles)


def check(
    cell: Move[Any] | None,
    verb: TextChoices,
    actor: User,
    *,
    where: str,
    roles: Iterable[str] | None = None,
) -> None:
    """Refuse unless the table holds the cell and the person has one of its roles.

    `where` says how the case stands, as the beginning of a sentence. `roles` are those of the
    person, where they hold more than their own. Raises `Refused`: "illegal-move",
    "not-your-role".
    """
    if cell is None:
        raise Refused(
            "illegal-move",
            f"{where}, không thể “{verb.label}”. Có thể người khác vừa xử lý; hãy tải lại trang.",
        )
    if not actor.is_active or not may(cell, actor.roles if roles is None else roles):
        names = ", ".join(role.label for role in Role if role in cell.roles)
        raise Refused("not-your-role", f"Việc này dành cho: {names}.")
