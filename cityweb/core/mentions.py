"""Colleagues named in notes as "@name": the part of their office address before the "@"."""

import re
from collections.abc import Iterable

from cityweb.core.errors import Refused
from cityweb.core.models import User

# An address of mail in a note mentions nobody.
_MENTION = re.compile(r"(?<![\w.+-])@([\w.-]{1,60})")


def handle(person: User) -> str:
    """Return the name by which a note mentions a colleague."""
    return person.email.partition("@")[0]


def named(body: str, people: Iterable[User], *, what: str) -> list[User]:
    """Return those of `people` whom the words mention, each once.

    Raises `Refused("nobody-of-that-name")` for a name that none of them bears; `what` says of what
    they could have been told ("ý kiến này").
    """
    by_handle = {handle(person): person for person in people}
    found = []
    for name in sorted(set(_MENTION.findall(body))):
        person = by_handle.get(name.lower().rstrip(".-"))
        if person is None:
            raise Refused("nobody-of-that-name", f"Không có ai tên “@{name}” được xem {what}.")
        found.append(person)
    return found
