"""Who is told of an incident, and when the next rung of the ladder is due. Pure."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from django.db import models

from members.rhythm import WorkedDays, worked_between


class Rung(models.IntegerChoices):
    """The ladder of responsibility: who is told first, and who when nothing happens."""

    CONTACT = 1, "Đầu mối của đơn vị"
    HEAD = 2, "Lãnh đạo đơn vị"
    OFFICE = 3, "Phụ trách của Phòng"


@dataclass(frozen=True)
class Steps:
    """After how many working days without recovery the upper rungs are told."""

    head: int
    office: int


def highest_due(opened: date, *, today: date, calendar: WorkedDays, steps: Steps) -> Rung:
    """Return the highest rung whose day has come; the day of opening is not counted."""
    worked = worked_between(opened, today, calendar=calendar)
    if worked >= steps.office:
        return Rung.OFFICE
    return Rung.HEAD if worked >= steps.head else Rung.CONTACT


def tell(
    due: Rung, people: Mapping[Rung, list[str]], *, settled: Collection[str] = ()
) -> list[tuple[Rung, str]]:
    """Return everybody up to the rung that is due, each address once, by its lowest rung.

    No rung is passed over: the next one waits until everybody below was told on an earlier working
    day, as the addresses in `settled` were. Where nobody up to the rung that is due is known, the
    next rung that has somebody is told at once.
    """
    known = [rung for rung in Rung if people.get(rung)]
    told: dict[str, Rung] = {}
    for rung in [rung for rung in known if rung <= due] or known[:1]:
        addresses = [address.lower() for address in people[rung]]
        for address in addresses:
            told.setdefault(address, rung)
        if not all(address in settled for address in addresses):
            break
    return [(rung, address) for address, rung in told.items()]


def is_climbed(people: Mapping[Rung, list[str]], *, settled: Collection[str]) -> bool:
    """Tell whether every rung that has somebody was told on an earlier working day."""
    return all(address.lower() in settled for rung in people.values() for address in rung)
