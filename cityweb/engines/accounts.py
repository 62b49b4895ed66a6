"""As whom the engines run: PostgreSQL refuses root, and that user may not enter every folder."""

import os
import pwd
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_ORDINARY_USERS = ("postgres", "nobody", "daemon")


@dataclass(frozen=True)
class Account:
    """A user of this machine."""

    name: str
    uid: int
    gid: int

    @property
    def is_us(self) -> bool:
        return self.uid == os.geteuid()

    def popen_options(self) -> dict[str, Any]:
        """Return what makes `subprocess.Popen` run as this user."""
        return {} if self.is_us else {"user": self.uid, "group": self.gid, "extra_groups": []}

    def may(self, wanted: Sequence[tuple[Path, int]]) -> bool:
        """Tell whether this user has these rights (as of `os.access`), asked as that very user.

        Reading mode bits would miss folders above, mounts and access lists, so a child becomes the
        user and tries.
        """
        if self.is_us:
            return all(os.access(path, mode) for path, mode in wanted)
        child = os.fork()
        if child == 0:
            refused = 1
            try:
                os.setgroups([])
                os.setgid(self.gid)
                os.setuid(self.uid)
                refused = int(not all(os.access(path, mode) for path, mode in wanted))
            finally:
                os._exit(refused)
        return os.waitpid(child, 0)[1] == 0


def of_uid(uid: int) -> Account | None:
    """Return the account of a user number, or None where the machine knows no such user."""
    try:
        entry = pwd.getpwuid(uid)
    except KeyError:
        return None
    return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)


def ordinary_users() -> list[Account]:
    """Return existing users without rights whom root may become, the fittest first."""
    found = []
    for name in _ORDINARY_USERS:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        if entry.pw_uid != 0:
            found.append(Account(entry.pw_name, entry.pw_uid, entry.pw_gid))
    return found
