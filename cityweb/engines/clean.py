"""`python -m cityweb.engines.clean`: takes away all data that `make demo` and `make test` made."""

import fcntl
import shutil
import sys
from pathlib import Path

from cityweb.engines import homes, keeper
from cityweb.engines.errors import EngineError
from cityweb.engines.keeper import ENGINES, taken
from cityweb.engines.places import Profile, engines_dir, socket_dir, var_dir

_OURS = (
    "engines",
    "static",
    "media",
    "private",
    "mail",
    "test",
    "celerybeat-schedule*",
    "demo.lock",
)


def main() -> int:
    """Remove what we made in `var/` and, for root, away from it; refuse while anything runs."""
    profiles: tuple[Profile, ...] = ("demo", "test")
    try:
        for profile in profiles:
            _refuse_while_running(profile)
        outside = [place for profile in profiles for place in _outside(profile)]
    except EngineError as problem:
        sys.stderr.write(f"{problem}\n")
        return 1
    # By name, one by one: CITYWEB_VAR may be a folder where others keep things too.
    for path in [*outside, *(found for name in _OURS for found in var_dir().glob(name))]:
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
    return 0


def _refuse_while_running(profile: Profile) -> None:
    if not engines_dir(profile).exists():
        return
    for name in ENGINES:
        with keeper.keeper_file(name, profile).open("a+b") as file:
            if not taken(file, fcntl.LOCK_EX):
                raise EngineError("Bản này đang chạy; hãy dừng nó trước khi xóa dữ liệu.")


def _outside(profile: Profile) -> list[Path]:
    """Return folders outside `var/` that this clone made: sockets, and data moved for root."""
    return [path for path in (socket_dir(profile), *homes.outside(profile)) if path.exists()]


if __name__ == "__main__":
    sys.exit(main())
