"""People for tests: four who live in `conftest.py`, and a maker for everyone else."""

import itertools
from datetime import date, timedelta

from django.test import Client
from django.utils import timezone

from cityweb.core.models import Role, User

LONG_AGO = date(2020, 1, 1)
PASSWORD = "mật khẩu chỉ để thử nghiệm"
_numbers = itertools.count(1)


def make_person(*roles: Role | str, ended: bool = False, **fields: object) -> User:
    """Return a saved person who has held `roles` for years, perhaps only until yesterday.

    For years: tests that travel to a day of their own go on passing while time goes by.
    """
    number = next(_numbers)
    fields = {
        "email": f"nguoi{number}@cityweb.example",
        "full_name": f"Người Thứ {number}",
    } | fields
    person = User.objects.create_user(password=PASSWORD, **fields)
    today = timezone.localdate()
    for role in roles:
        person.grants.create(
            role=role,
            valid_from=LONG_AGO,
            valid_to=today - timedelta(days=1) if ended else None,
        )
    return person


def client_of(person: User) -> Client:
    """Return a browser in which `person` has signed in as everybody does."""
    client = Client()
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client
