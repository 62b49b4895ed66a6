"""PostgreSQL 18 from the wheel: made once, started in a tenth of a second, on a socket only."""

import os
import shutil
import signal
import subprocess
from pathlib import Path

from cityweb.engines.errors import EngineError
from cityweb.engines.homes import Home
from cityweb.engines.places import APP_ROLE, DATABASE, OWNER_ROLE

NAME = "postgres"
PROCESS_NAMES = ("postgres",)
STOP_SIGNAL = signal.SIGINT  # "fast": sessions are cut, everything committed is on disk
LEAST_FREE_MB = 300

_MAJOR = "18"
_SETTINGS = {
    "listen_addresses": "",
    "max_connections": "100",
    "shared_buffers": "256MB",
    "work_mem": "24MB",
    "maintenance_work_mem": "256MB",
    "effective_cache_size": "1GB",
    "random_page_cost": "1.1",
    "jit": "off",
    "wal_level": "minimal",  # no replica here; backups are taken with pg_dump
    "max_wal_senders": "0",
    "max_wal_size": "1GB",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "lc_messages": "C",
}
_NO_WAITING_FOR_DISKS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
}
_CLEAN_ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C"}
_BIRTH = f"CREATE DATABASE {DATABASE};\nCREATE ROLE {APP_ROLE} LOGIN;\n"


def data_dir(home: Home) -> Path:
    return home.folder / "postgres"


def prepare(home: Home) -> None:
    """Make the cluster if there is none. Raises `EngineError` when it is of another version."""
    data = data_dir(home)
    if not data.exists():
        _make_cluster(home)
    version = (data / "PG_VERSION").read_text().strip()
    if version != _MAJOR:
        raise EngineError(
            f"Dữ liệu ở {data} là của PostgreSQL {version}, không phải {_MAJOR}; "
            "hãy sao lưu rồi `make clean` để tạo lại."
        )


def command(home: Home) -> list[str | Path]:
    """Settings stand on the command line: as root we write into no folder of another user."""
    settings = {**_SETTINGS, "unix_socket_directories": str(home.sockets)}
    if home.profile == "test":
        settings |= _NO_WAITING_FOR_DISKS
    options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    return [home.postgres_bin / "postgres", "-D", data_dir(home), *options]


def environment() -> dict[str, str]:
    """No PG* variable and no library path of whoever started us may reach the server."""
    return dict(_CLEAN_ENVIRONMENT)


def is_ready(home: Home, pid: int) -> bool:
    """Tell whether the server with this process number takes connections, as pg_ctl does."""
    try:
        lines = (data_dir(home) / "postmaster.pid").read_text().splitlines()
    except OSError:
        return False
    return len(lines) >= 8 and lines[0].strip() == str(pid) and lines[7].strip() == "ready"


def _make_cluster(home: Home) -> None:
    """Run initdb beside the final place and move the result there: half a cluster is never seen."""
    fresh = home.folder / "postgres.new"
    shutil.rmtree(fresh, ignore_errors=True)
    home.own_folder(fresh.name)
    locale = ["--locale=C.UTF-8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    initdb = [home.postgres_bin / "initdb", "-D", fresh, "-U", OWNER_ROLE, "--encoding=UTF8"]
    initdb += ["--auth=trust", "--no-sync", "--no-instructions"]
    try:
        _run_as(home, [*initdb, *locale])
        _run_as(home, [home.postgres_bin / "postgres", "--single", "-D", fresh, "postgres"], _BIRTH)
        fresh.rename(data_dir(home))
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise


def _run_as(home: Home, command: list[str | Path], text: str = "") -> None:
    done = subprocess.run(
        [str(part) for part in command],
        input=text,
        capture_output=True,
        text=True,
        errors="replace",
        env=_CLEAN_ENVIRONMENT,
        cwd=home.folder,
        start_new_session=True,
        **home.account.popen_options(),
    )
    if done.returncode != 0 or "FATAL" in done.stderr or "ERROR" in done.stderr:
        raise EngineError(explain(done.stderr + done.stdout, os.fspath(home.folder)))


def explain(output: str, where: str) -> str:
    """Return one sentence for what the server's own words mean."""
    if "No space left on device" in output:
        return f"Đĩa chứa {where} đã đầy; hãy giải phóng chỗ rồi chạy lại."
    lines = [line for line in output.splitlines() if line.strip()]
    telling = [line for line in lines if "FATAL" in line or "PANIC" in line or "error:" in line]
    reason = (telling or lines or ["không rõ lý do"])[-1].strip()
    return f"PostgreSQL ở {where} không chạy được: {reason}"
