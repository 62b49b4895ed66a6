"""Runs one management command; starts this clone's own PostgreSQL when the command needs one."""

import contextlib
import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line
from django.db.utils import OperationalError

from cityweb import engines

_PROFILES = {"cityweb.settings.demo": "demo", "cityweb.settings.test": "test"}
# These read no table; `demo` starts what it needs itself, and says so better.
_WITHOUT_DATABASE = {
    "help", "version", "check", "check_upload", "check_url", "demo", "diffsettings", "makemessages",
    "compilemessages", "collectstatic", "findstatic", "startapp",
    "verify_paper",
}  # fmt: skip


def engine_for(arguments: list[str]) -> contextlib.AbstractContextManager[None]:
    """Return what keeps PostgreSQL running for this command, or nothing where none is needed."""
    profile = _PROFILES.get(os.environ["DJANGO_SETTINGS_MODULE"])
    arguments = options_of(arguments)
    command = next((word for word in arguments[1:] if not word.startswith("-")), "help")
    if not profile or os.environ.get("DATABASE_URL") or command in _WITHOUT_DATABASE:
        return contextlib.nullcontext()
    if {"-h", "--help"} & set(arguments):
        return contextlib.nullcontext()
    return engines.running("postgres", profile=profile)


def options_of(arguments: list[str]) -> list[str]:
    """Return what stands before "--": nothing after it is for us, whatever it looks like."""
    return arguments[: arguments.index("--")] if "--" in arguments else arguments


def main(arguments: list[str]) -> int:
    for word in options_of(arguments):
        if word.startswith("--settings="):
            os.environ["DJANGO_SETTINGS_MODULE"] = word.partition("=")[2]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cityweb.settings.demo")
    try:
        with engine_for(arguments):
            execute_from_command_line(arguments)
    except (engines.EngineError, ImproperlyConfigured) as problem:
        sys.stderr.write(f"{problem}\n")
        return 1
    except OperationalError as problem:
        first_line = str(problem).partition("\n")[0]
        sys.stderr.write(f"Không dùng được cơ sở dữ liệu: {first_line}\n")
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
