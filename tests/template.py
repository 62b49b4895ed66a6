"""The test database as all migrations leave it, kept for the next run.

Running the migrations is a third of a short run; copying what they made takes a moment. The copy's
name tells what it was made of, so an edited migration makes a new one.
"""

import hashlib
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import connection

_MADE_OF = ("migrations/*.py", "data/*", "triggers.py")
_ANY_LOCK = 7_204_511


def use():
    """Let the test database be a copy of the template, which is made when there is none yet."""
    usual = connection.settings_dict["TEST"]
    prefix = f"{connection.settings_dict['NAME']}_made_of_"
    name = f"{prefix}{_digest()}"
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [_ANY_LOCK])
        cursor.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [prefix])
        found = {row[0] for row in cursor.fetchall()}
        for old in found - {name}:
            cursor.execute(f'DROP DATABASE "{old}" WITH (FORCE)')
        if name not in found:
            made = _make(f"{prefix}unfinished")
            cursor.execute(f'ALTER DATABASE "{made}" RENAME TO "{name}"')
    usual.update(TEMPLATE=name, MIGRATE=False)


def copy_again():
    """Throw the test database away, with what was committed to it, and copy the template anew."""
    settings_dict = connection.settings_dict
    name = settings_dict["NAME"]
    connection.close()
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{settings_dict["TEST"]["TEMPLATE"]}"')


def _make(name):
    before = connection.settings_dict["NAME"]
    usual = connection.settings_dict["TEST"]["NAME"]
    connection.settings_dict["TEST"]["NAME"] = name
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    connection.close()
    connection.settings_dict["TEST"]["NAME"] = usual
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = before
    return name


def _digest():
    """Return a short name for everything that decides what the migrations make."""
    found = hashlib.blake2b(digest_size=6)
    files = [settings.ROOT / "requirements.txt"]
    for app in apps.get_app_configs():
        if settings.ROOT in (folder := Path(app.path)).parents and ".venv" not in folder.parts:
            files += [file for pattern in _MADE_OF for file in sorted(folder.glob(pattern))]
    for file in files:
        found.update(f"{file.name}\0".encode() + file.read_bytes())
    return found.hexdigest()
