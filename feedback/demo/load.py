"""Loads the sample mailboxes: bodies, people, routing, and submissions walked by verbs."""

import json
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from cityweb.core import committees, demo_people
from cityweb.core.models import AdminUnit, Organisation, User
from feedback.demo.walk import Walk
from feedback.models import AgencyContact, Category, Mailbox, RoutingRule, Snippet, Submission

Row = dict[str, Any]
_HERE = Path(__file__).parent
_SINCE = date(2025, 3, 1)


def load(*, password: str, now: datetime) -> int:
    """Load what is missing and return how many submissions are new."""
    bodies = _bodies()
    committees.make_missing()
    _contacts_of_committees()
    people = _people(password, bodies)
    _routing(bodies)
    _snippets()
    walk = Walk(people, bodies, now=now)
    new = [row for row in _rows("submissions") if not _is_there(row)]
    for row in sorted(new, key=lambda row: -row["days"]):
        walk.go(row, token=_token(row))
    return len(new)


@cache
def _rows(name: str) -> list[Row]:
    return json.loads((_HERE / f"{name}.json").read_text("utf-8"))


def _token(row: Row) -> Any:
    return uuid5(NAMESPACE_URL, f"cityweb-demo:{row['subject']}")


def _is_there(row: Row) -> bool:
    return Submission.objects.filter(token=_token(row)).exists()


def _bodies() -> dict[str, Organisation]:
    made: dict[str, Organisation] = {}
    for row in _rows("bodies"):
        made[row["key"]], _ = Organisation.objects.get_or_create(
            name=row["name"],
            defaults={
                "short_name": row["short"],
                "kind": row["kind"],
                "parent": made.get(row.get("parent", "")),
                "successor": made.get(row.get("successor", "")),
                "valid_to": row.get("valid_to"),
            },
        )
        if "email" in row:
            AgencyContact.objects.get_or_create(
                organisation=made[row["key"]], email=row["email"], defaults={"valid_from": _SINCE}
            )
    return made


def _contacts_of_committees() -> None:
    """Give every committee without a contact one that sample mail goes to."""
    reached = AgencyContact.objects.values("organisation")
    waiting = Organisation.objects.filter(unit__isnull=False).exclude(pk__in=reached)
    AgencyContact.objects.bulk_create(
        AgencyContact(
            organisation=body,
            email=f"ubnd.{body.unit.search_key.replace(' ', '-')}@demo.cityweb.example",
            valid_from=_SINCE,
        )
        for body in waiting.select_related("unit")
    )


def _people(password: str, bodies: dict[str, Organisation]) -> dict[str, User]:
    made: dict[str, User] = {}
    for row in _rows("people"):
        made[row["key"]], _ = demo_people.person(
            row["email"],
            password=password,
            roles=row["roles"],
            since=_SINCE,
            full_name=row["full_name"],
            position=row["position"],
            organisation=bodies[row["body"]],
        )
    return made


def _routing(bodies: dict[str, Organisation]) -> None:
    for row in _rows("routing"):
        RoutingRule.objects.get_or_create(
            mailbox=Mailbox.objects.get(code=row["mailbox"]),
            category=category(row.get("category")),
            unit=unit(row.get("unit")),
            organisation=bodies[row["body"]],
            defaults={"valid_from": _SINCE, "basis": row["basis"]},
        )


def _snippets() -> None:
    for row in _rows("snippets"):
        box = row.get("mailbox")
        Snippet.objects.get_or_create(
            title=row["title"],
            defaults={
                "use": row["use"],
                "body": row["body"],
                "mailbox": Mailbox.objects.get(code=box) if box else None,
            },
        )


def category(code: str | None) -> Category | None:
    return Category.objects.get(code=code) if code else None


def unit(name: str | None) -> AdminUnit | None:
    """Return the ward or commune of today that bears this name in the city."""
    if not name:
        return None
    present = AdminUnit.objects.filter(valid_to__isnull=True)
    return present.get(name__in=[f"Phường {name}", f"Xã {name}", name])
