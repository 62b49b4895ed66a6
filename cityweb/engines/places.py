"""Where the engines of this clone live: folders, sockets and the addresses made of them."""

import hashlib
import os
from pathlib import Path
from typing import Literal
from urllib.parse import quote

ROOT = Path(__file__).resolve().parents[2]
OWNER_ROLE = "cityweb"
APP_ROLE = "cityweb_app"
DATABASE = "cityweb"

Profile = Literal["demo", "test"]
Role = Literal["owner", "app"]


def var_dir() -> Path:
    """Return the folder of everything that changes: CITYWEB_VAR, else `var/` of the clone."""
    return Path(os.environ.get("CITYWEB_VAR") or ROOT / "var").resolve()


def engines_dir(profile: Profile) -> Path:
    """Return the folder of leases, logs and (where the engines may enter it) their data."""
    return var_dir() / "engines" / profile


def fingerprint(profile: Profile) -> str:
    """Return twelve letters that differ between any two clones and between demo and tests."""
    return hashlib.sha256(os.fsencode(engines_dir(profile))).hexdigest()[:12]


def socket_dir(profile: Profile) -> Path:
    """Return the folder of both sockets.

    It lies in /tmp and not below `var/`, whatever TMPDIR says: a socket's path must stay under 108
    bytes however deep the clone lies, and every process must find the same one.
    """
    return Path("/tmp") / f"cityweb-{var_owner()}-{fingerprint(profile)}"


def var_owner() -> int:
    """Return whose engines these are: ours, or for root those of the owner of `var/`."""
    user = os.geteuid()
    if user == 0 and var_dir().exists():
        return var_dir().stat().st_uid
    return user


def database_url(role: Role = "owner", profile: Profile = "demo") -> str:
    """Return the address of the embedded database, whether it runs or not.

    The owner migrates and administers; `app` is what web and workers use, without the right to
    alter tables or to touch what is written once.
    """
    user = OWNER_ROLE if role == "owner" else APP_ROLE
    return f"postgresql:///{DATABASE}?host={quote(str(socket_dir(profile)), safe='')}&user={user}"


def redis_url(profile: Profile = "demo") -> str:
    """Return the address of the embedded Redis as Celery reads it, whether it runs or not."""
    return f"redis+socket://{redis_socket(profile)}"


def redis_socket(profile: Profile) -> Path:
    """Return the path of the Redis socket."""
    return socket_dir(profile) / "redis.sock"
