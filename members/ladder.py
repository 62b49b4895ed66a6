"""Who is told of an incident, and when the next rung of the ladder is due. Pure."""

from collections.abc import Mapping
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


def tell(due: Rung, people: Mapping[Rung, list[str]]) -> list[tuple[Rung, str]]:
    """Return everybody up to the rung that is due, each address once, by its lowest rung.

    Where nobody up to there is known, the next rung that has somebody is told at once.
    """
    known = [rung for rung in Rung if people.get(rung)]
    reached = [rung for rung in known if rung <= due] or known[:1]
    told: dict[str, Rung] = {}
    for rung in reached:
        for address in people[rung]:
            told.setdefault(address.lower(), rung)
    return [(rung, address) for address, rung in told.items()]
