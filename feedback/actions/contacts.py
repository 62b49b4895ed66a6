"""Loading where bodies take what is forwarded to them, many at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from cityweb.core import audit
from cityweb.core.models import Organisation
from cityweb.core.text import clean, fold
from feedback.models import AgencyContact

ADDED = "feedback.agencycontact_added"


@dataclass(frozen=True)
class Line:
    """One line of a table: which body, by its full or short name, and who takes its mail."""

    body: str
    email: str
    name: str = ""


class Unusable(Exception):
    """Some lines cannot be taken; says which and why, a sentence each."""


@transaction.atomic
def add_contacts(lines: Iterable[Line], *, on: date) -> int:
    """Add the contacts that are not there yet, from that day on; return how many are new.

    All or nothing: raises `Unusable` with every wrong line.
    """
    bodies = _by_name(on)
    made, problems = [], []
    for number, line in enumerate(lines, start=1):
        body = bodies.get(fold(clean(line.body)))
        if body is None:
            problems.append(f"Dòng {number}: không có cơ quan “{line.body}” đang hoạt động.")
            continue
        contact = AgencyContact(
            organisation=body, email=line.email.strip(), name=clean(line.name), valid_from=on
        )
        try:
            contact.full_clean()
        except ValidationError as problem:
            problems.append(f"Dòng {number}: {' '.join(problem.messages)}")
            continue
        made.append(contact)
    if problems:
        raise Unusable("\n".join(problems))
    return sum(_add(contact, on) for contact in made)


def _add(contact: AgencyContact, on: date) -> bool:
    known = AgencyContact.objects.in_force(on).filter(
        organisation=contact.organisation_id, email__iexact=contact.email
    )
    if known.exists():
        return False
    contact.save()
    audit.record(actor=None, verb=ADDED, target=contact)
    return True


def _by_name(on: date) -> dict[str, Organisation]:
    present = Organisation.objects.exclude(valid_to__lt=on)
    named = {fold(body.short_name): body for body in present if body.short_name}
    return named | {fold(body.name): body for body in present}
