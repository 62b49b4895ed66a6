"""People for tests: four who live in `conftest.py`, and a maker for everyone else."""

import itertools
from datetime import timedelta

from django.utils import timezone

from cityweb.core.models import Role, User

PASSWORD = "mật khẩu chỉ để thử nghiệm"
_numbers = itertools.count(1)


def make_person(*roles: Role | str, ended: bool = False, **fields: object) -> User:
    """Return a saved person who holds `roles` today, or held them until yesterday."""
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
            valid_from=today - timedelta(days=30),
            valid_to=today - timedelta(days=1) if ended else None,
        )
    return person
