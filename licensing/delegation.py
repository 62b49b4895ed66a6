"""Standing in: whose work a person does today beside their own, and in whose place."""

from collections.abc import Callable, Iterable

from django.utils import timezone

from cityweb.core.errors import Refused
from cityweb.core.models import Role, User
from licensing import signing
from licensing.models import StandIn
from licensing.querysets import DESK

_KEPT = "_stands_in_for"


def principals(person: User) -> list[User]:
    """Return the people whose work this person does today; one query, remembered as roles are."""
    kept = person.__dict__.get(_KEPT)
    if kept is None:
        rows = StandIn.objects.on(timezone.localdate()).filter(stand_in=person)
        kept = [one.person for one in rows.select_related("person") if one.person.is_active]
        person.__dict__[_KEPT] = kept
    return kept


def roles(person: User) -> frozenset[Role]:
    """Return the roles held today, and those of the desk that are held for others.

    Only who works on dossiers anyway may do so for another.
    """
    if not person.has_role(*DESK):
        return person.roles
    lent = (one.roles & frozenset(DESK) for one in principals(person))
    return person.roles.union(*lent)


def stands_for(person: User, other: int | None) -> bool:
    """Tell whether the person does the work of the other today."""
    return other is not None and any(one.pk == other for one in principals(person))


def behalf(person: User, needed: Iterable[Role], owner: int | None = None) -> User | None:
    """Return in whose place the person acts, None in their own.

    `owner` is whose work it is, where it is one person's; else what counts is who holds the role.
    """
    if owner is not None:
        return None if owner == person.pk else _first(person, lambda one: one.pk == owner)
    held = frozenset(needed)
    if person.roles & held:
        return None
    return _first(person, lambda one: bool(one.roles & held))


def may_sign(person: User, principal: User | None) -> None:
    """Raise `Refused("may-not-sign")` for who acts for somebody in whose place they cannot sign."""
    if principal is None:
        return
    of_unit = not principal.has_role(Role.DIRECTOR)
    if not signing.manner(person.position, person.roles, of_unit=of_unit):
        raise Refused(
            "may-not-sign",
            f"{person} ({person.position or 'chưa ghi chức danh'}) không có thẩm quyền ký KT. hoặc "
            f"TUQ. {signing.post(principal.position)} (Điều 13 Nghị định 30/2020/NĐ-CP).",
        )


def _first(person: User, fits: Callable[[User], bool]) -> User | None:
    return next((one for one in principals(person) if fits(one)), None)
