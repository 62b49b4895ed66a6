"""Starts Chromium where it can harm nobody, watches what it takes, and ends it with all its own."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import psutil
from django.conf import settings

from cityweb.core.browsing.options import Bounds
from cityweb.core.browsing.problems import BrowserGone, BrowserMissing
from cityweb.core.browsing.switches import SWITCHES
from cityweb.engines.accounts import Account, ordinary_users

_LAUNCHER = Path(__file__).with_name("launcher.py")
_USUAL_PLACES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
_LOOK_SECONDS = 0.1
_HAND_SECONDS = 10
_MOST_FILE_BYTES = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Confinement:
    """How far the machine let us lock the browser up: goes into the record of a visit."""

    user: str
    own_network: bool
    own_sandbox: bool


def executable() -> str:
    """Return where Chromium lies; raise `BrowserMissing` where there is none."""
    wanted = [settings.BROWSER_EXECUTABLE] if settings.BROWSER_EXECUTABLE else _USUAL_PLACES
    found = next((path for name in wanted if (path := shutil.which(name))), None)
    if found is None:
        raise BrowserMissing(
            "Máy này chưa có Chromium; hãy cài gói chromium của hệ điều hành, "
            "hoặc đặt BROWSER_EXECUTABLE là đường dẫn tới tệp chạy của nó."
        )
    return found


def version(path: str) -> str:
    """Return what Chromium calls itself, as in "Chromium 130.0.6723.58"."""
    done = subprocess.run(  # noqa: S603  our own setting, no shell
        [path, "--version"], capture_output=True, timeout=20, check=False, text=True
    )
    return " ".join(done.stdout.split()[:2]) or "Chromium"


class Process:
    """One running Chromium: its pipes, its doors to the proxy, and the watch over it."""

    def __init__(self, bounds: Bounds) -> None:
        self._bounds = bounds
        self.ended_for = ""
        """Why we ended it; empty while it runs or when it simply was no longer needed."""
        self.most_memory = 0

    async def start(self, mark: str) -> tuple[IO[bytes], IO[bytes], socket.socket]:
        """Start it; return where it is read, where it is told, and the door it comes to."""
        self.folder = Path(tempfile.mkdtemp(prefix="cityweb-chromium-"))
        try:
            return await asyncio.to_thread(self._start, mark)
        except (OSError, ValueError, subprocess.SubprocessError) as problem:
            await self.stop()
            raise BrowserGone(f"Không khởi động được Chromium: {problem}.") from problem

    def _start(self, mark: str) -> tuple[IO[bytes], IO[bytes], socket.socket]:
        path = executable()
        account = _account()
        if account is not None:
            os.chown(self.folder, account.uid, account.gid)
        from_us, our_words = os.pipe()
        its_words, to_us = os.pipe()
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with ours:
            with theirs:
                job = self._job(account, reads=from_us, writes=to_us, hand=theirs.fileno())
                self._popen = subprocess.Popen(  # noqa: S603  our own script, no shell
                    [sys.executable, "-I", "-B", str(_LAUNCHER), json.dumps(job)],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    pass_fds=(from_us, to_us, theirs.fileno()),
                    start_new_session=True,
                    env={},
                )
            os.close(from_us)
            os.close(to_us)
            ours.settimeout(_HAND_SECONDS)
            word, files, _, _ = socket.recv_fds(ours, 4096, 1)
            if not files:
                raise ValueError("tiến trình con dừng ngay")
            door = socket.socket(fileno=files[0])
            said = json.loads(word)
            self.confinement = Confinement(
                user=account.name if account else "",
                own_network=said["alone"],
                own_sandbox=said["sandbox"],
            )
            if settings.BROWSER_OWN_NETWORK_REQUIRED and not said["alone"]:
                raise ValueError("nhân hệ điều hành không cho lập mạng riêng")
            port = door.getsockname()[1]
            ours.send(json.dumps([path, *self._options(port, mark, said["sandbox"])]).encode())
        door.setblocking(False)
        return os.fdopen(its_words, "rb"), os.fdopen(our_words, "wb"), door

    def _job(self, account: Account | None, **pipes: int) -> dict[str, object]:
        home = str(self.folder)
        return {
            **pipes,
            "doors": 1,
            "uid": account.uid if account else None,
            "gid": account.gid if account else None,
            "folder": home,
            "seconds": int(self._bounds.seconds) + 30,
            "file_bytes": _MOST_FILE_BYTES,
            "environment": {
                "HOME": home,
                "TMPDIR": home,
                "XDG_RUNTIME_DIR": home,
                "PATH": "/usr/local/bin:/usr/bin:/bin",
                "LANG": "C.UTF-8",
                "TZ": settings.TIME_ZONE,
            },
        }

    def _options(self, port: int, mark: str, has_sandbox: bool) -> list[str]:
        return [
            *SWITCHES,
            *([] if has_sandbox else ["--no-sandbox"]),
            *(["--disable-web-security"] if self._bounds.opens_frames else []),
            f"--user-data-dir={self.folder}/profile",
            f"--proxy-server=http://127.0.0.1:{port}",
            f"--ignore-certificate-errors-spki-list={mark}",
            f"--js-flags=--max-old-space-size={self._bounds.script_mebibytes}",
            "about:blank",
        ]

    async def watch(self) -> None:
        """Look at its memory again and again; end it when it takes too much or too long."""
        due = asyncio.get_running_loop().time() + self._bounds.seconds
        while self._popen.poll() is None:
            taken = await asyncio.to_thread(_memory, self._popen.pid)
            self.most_memory = max(self.most_memory, taken)
            if taken > self._bounds.memory_bytes:
                self._end("Trang dùng quá nhiều bộ nhớ nên trình duyệt bị dừng.")
            elif asyncio.get_running_loop().time() > due:
                self._end("Trang chạy quá lâu nên trình duyệt bị dừng.")
            await asyncio.sleep(_LOOK_SECONDS)

    def _end(self, why: str) -> None:
        self.ended_for = why
        self.kill()

    def kill(self) -> None:
        for child in _family(self._popen.pid):
            with contextlib.suppress(psutil.Error):
                child.kill()
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self._popen.pid, signal.SIGKILL)

    async def stop(self) -> None:
        """End it with its children, and take its folder away."""
        if hasattr(self, "_popen"):
            self.kill()
            await asyncio.to_thread(self._popen.wait)
        await asyncio.to_thread(shutil.rmtree, self.folder, ignore_errors=True)


def _account() -> Account | None:
    """Return whom root becomes; None where we are nobody special already."""
    if os.geteuid() != 0:
        return None
    users = [user for user in ordinary_users() if user.name != "postgres"]
    if not users:
        raise BrowserMissing(
            "Chromium không được chạy bằng root mà máy này không có người dùng nobody; "
            "hãy chạy bằng một người dùng thường."
        )
    return users[0]


def _family(pid: int) -> list[psutil.Process]:
    try:
        first = psutil.Process(pid)
        return [first, *first.children(recursive=True)]
    except psutil.Error:
        return []


def _memory(pid: int) -> int:
    """Return the bytes a process and its children hold; what they share counts once."""
    own, shared = 0, 0
    for each in _family(pid):
        with contextlib.suppress(psutil.Error):
            facts = each.memory_info()
            own += facts.rss - facts.shared
            shared = max(shared, facts.shared)
    return own + shared
