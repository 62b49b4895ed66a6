"""The people of the sample data: all sign in with the password that `make demo` prints."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any

from django.contrib.auth.hashers import make_password

from cityweb.core.models import User


def person(
    email: str, *, password: str, roles: Iterable[str], since: date | None = None, **facts: Any
) -> tuple[User, bool]:
    """Return the person of that address, and whether they are new.

    Who is new gets the password, the other fields of `facts`, and the roles from `since` on.
    """
    made, is_new = User.objects.get_or_create(
        email=email, defaults={**facts, "password": _hashed(password)}
    )
    if is_new:
        for role in roles:
            made.grants.create(role=role, **({"valid_from": since} if since else {}))
    return made, is_new


@cache
def _hashed(password: str) -> str:
    # One costly hash for all of them.
    return make_password(password)
