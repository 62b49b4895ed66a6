"""The people of the sample newsroom, their roles and what each may work on."""

from datetime import timedelta

from django.utils import timezone

from cityweb.core import demo_people
from cityweb.core.models import Role, User
from cityweb.news import actions
from cityweb.news.demo import data
from cityweb.news.models import Column, EditorialRight, Site

_IN_OFFICE_FOR = timedelta(days=400)


class Staff:
    """Who works in the sample newsroom, by the short name the articles use."""

    def __init__(self, people: dict[str, User], rows: list[data.Row]) -> None:
        self.people = people
        self.boards: dict[str, list[User]] = {}
        for row in rows:
            if row["role"] == Role.EDITORIAL_BOARD:
                for right in row["rights"]:
                    self.boards.setdefault(right["site"], []).append(people[row["key"]])

    def __getitem__(self, key: str) -> User:
        return self.people[key]

    def board(self, site: str, *, besides: User | None = None) -> User:
        """Return a member of a site's editorial board other than `besides`."""
        return next(person for person in self.boards[site] if person != besides)


def load(password: str) -> Staff:
    """Return the people, made with their roles and rights where they are missing."""
    listed = data.rows("people")
    people: dict[str, User] = {}
    missing: list[data.Row] = []
    for row in listed:
        people[row["key"]], is_new = demo_people.person(
            row["email"],
            password=password,
            roles=[row["role"]],
            since=timezone.localdate() - _IN_OFFICE_FOR,
            full_name=row["full_name"],
            position=row["position"],
        )
        if is_new:
            missing.append(row)
    administrator = next(people[row["key"]] for row in listed if row["role"] == Role.ADMINISTRATOR)
    for row in missing:
        _give_rights(people[row["key"]], row["rights"], administrator)
    return Staff(people, listed)


def _give_rights(person: User, rights: list[data.Row], administrator: User) -> None:
    for right in rights:
        site = Site.objects.get(code=right["site"])
        column = None
        if "column" in right:
            language = right.get("language", "vi")
            column = Column.objects.get(site=site, language=language, slug=right["column"])
        actions.give_right(
            actor=administrator, right=EditorialRight(user=person, site=site, column=column)
        )
