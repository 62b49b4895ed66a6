"""`make bench ARGS=intake_drill`: submissions over HTTP while every process is shot at random.

A demo of its own is started in a folder of its own. Citizens send their letters, every tenth with a
file, and press again where the answer got lost; meanwhile web worker, celery worker, beat, Redis
and PostgreSQL are killed with SIGKILL in random order. Then it is counted what became of what was
accepted: whoever saw a receipt has a row, once, with an intact file, and gets the mail.
"""

import argparse
import hashlib
import http.client
import itertools
import os
import random
import signal
import socket
import sys
import tempfile
import threading
import time
import uuid
from collections import defaultdict
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from pathlib import Path

import psutil
import psycopg
from lxml import html

from cityweb import engines
from tests.engines.conftest import COLD_START, HEALING, eventually, is_ready, start_demo
from tests.engines.test_drill import VICTIMS, victim

FORM = "/gop-y/xay-dung-thanh-pho/"
CALM = 300
CITIZENS = 4
EVERY = 10
TITLE = "Diễn tập nhận ý kiến số"

# The citizens of the drill sit behind one address and write faster than people do.
UNCOUNTED = {"UNCOUNTED_NETWORKS": "127.0.0.0/8,::1/128", "OUTBOX_LEASE_SECONDS": "15"}


@dataclass
class Citizens:
    """Threads that send `goal` letters; each letter is sent until its receipt was seen."""

    port: int
    goal: int
    accepted: dict[int, str] = field(default_factory=dict)
    presses: int = 0

    def __post_init__(self) -> None:
        self._numbers = itertools.count(1)
        self._threads = [threading.Thread(target=self._work, daemon=True) for _ in range(CITIZENS)]

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    @property
    def are_done(self) -> bool:
        return len(self.accepted) >= self.goal

    def _work(self) -> None:
        while (number := next(self._numbers)) <= self.goal:
            self.accepted[number] = self._send(number)

    def _send(self, number: int) -> str:
        ticket = ""
        while True:
            try:
                ticket = ticket or _ticket(self.port)
                self.presses += 1
                return _receipt(self.port, _letter(number, ticket), _file(number))
            except (OSError, http.client.HTTPException, LookupError):
                # What a person does who sees an error: wait a little and press again.
                time.sleep(0.3)


@dataclass(frozen=True)
class Count:
    """What became of the letters."""

    accepted: int
    presses: int
    kills: dict[str, int]
    lost: list[str]
    doubled: list[str]
    damaged: list[str]
    unmailed: list[str]
    second_copies: int
    two_names: list[str]

    @property
    def faults(self) -> list[str]:
        """Everything that must not be."""
        return [*self.lost, *self.doubled, *self.damaged, *self.unmailed, *self.two_names]

    def __str__(self) -> str:
        return (
            f"{self.accepted} đã nhận ({self.presses} lần bấm), "
            f"{sum(self.kills.values())} lần giết {self.kills}: "
            f"mất {len(self.lost)}, trùng {len(self.doubled)}, tệp hỏng {len(self.damaged)}, "
            f"thiếu thư {len(self.unmailed)}, thư có hai mã {len(self.two_names)}, "
            f"bản chép thứ hai cùng mã {self.second_copies}"
        )


def drill(
    demo: object, var: Path, port: int, *, submissions: int, kills: int, seed: int = 2026
) -> Count:
    """Send, shoot, wait for calm, count."""
    chance, shot = random.Random(seed), dict.fromkeys(VICTIMS, 0)
    citizens = Citizens(port, submissions)
    citizens.start()
    for number in range(1, kills + 1):
        # Spread over the whole sending, each at a random moment of its share.
        due = submissions * (number - chance.random()) / (kills + 1)
        _wait(lambda due=due: len(citizens.accepted) >= due)
        _shoot(chance, shot, demo, var)
    _wait(lambda: citizens.are_done)
    # Not "ready": that waits for the mails, which have their own time to be counted in.
    eventually(lambda: is_ready(port, "/"), within=HEALING)
    return _count(citizens, shot, var)


def _wait(true: Callable[[], bool]) -> None:
    """Wait for the next letter as long as the healing of everything may take."""
    eventually(true, within=2 * HEALING)


def _shoot(chance: random.Random, shot: dict[str, int], demo: object, var: Path) -> None:
    # Who was shot least goes before the others, so that each kind has its share.
    fewest = min(shot.values())
    name = chance.choice([one for one, count in shot.items() if count == fewest])
    deadline = time.monotonic() + HEALING
    why: Exception | None = None
    while time.monotonic() < deadline:
        try:
            victim(name, demo, var).kill()
        except (ValueError, psutil.Error) as problem:
            # Not up again yet after the shot before.
            why = problem
            time.sleep(0.2)
        else:
            shot[name] += 1
            return
    raise AssertionError(f"{name} never came back") from why


def _count(citizens: Citizens, shot: dict[str, int], var: Path) -> Count:
    rows = _ask("SELECT subject, code FROM feedback_submission WHERE subject LIKE %s", f"{TITLE}%")
    by_subject = defaultdict(set)
    for subject, code in rows:
        by_subject[subject].add(code)
    wanted = {_title(number): code for number, code in citizens.accepted.items()}
    deadline = time.monotonic() + CALM
    while (missing := set(wanted.values()) - set(found := _mails(var))) and (
        time.monotonic() < deadline
    ):
        time.sleep(1)
    return Count(
        accepted=len(citizens.accepted),
        presses=citizens.presses,
        kills=shot,
        lost=[title for title, code in wanted.items() if code not in by_subject[title]],
        doubled=[title for title, codes in by_subject.items() if len(codes) > 1],
        damaged=_damaged(citizens, var),
        unmailed=sorted(missing),
        second_copies=sum(len(ids) - len(set(ids)) for ids in found.values()),
        two_names=[code for code, ids in found.items() if len(set(ids)) > 1],
    )


def _damaged(citizens: Citizens, var: Path) -> list[str]:
    """Return the letters with a file whose file is not there exactly once, byte by byte."""
    kept = defaultdict(list)
    for subject, sha256 in _ask(
        "SELECT s.subject, f.sha256 FROM core_attachment a"
        " JOIN core_storedfile f ON f.id = a.file_id"
        " JOIN django_content_type t ON t.id = a.owner_type_id"
        " AND t.app_label = 'feedback' AND t.model = 'submission'"
        " JOIN feedback_submission s ON s.id = a.owner_id WHERE s.subject LIKE %s",
        f"{TITLE}%",
    ):
        kept[subject].append(sha256)
    return [
        _title(number)
        for number in citizens.accepted
        if not _is_whole(kept[_title(number)], _file(number), var)
    ]


def _is_whole(hashes: list[str], sent: bytes, var: Path) -> bool:
    if not sent or len(hashes) != 1:
        return not sent and not hashes
    path = var / "private" / hashes[0][:2] / hashes[0]
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == hashes[0]


def _mails(var: Path) -> dict[str, list[str]]:
    """Return the Message-IDs of the receipts mailed, by the code each speaks of."""
    found = defaultdict(list)
    for path in (var / "mail").glob("*.eml"):
        mail = message_from_bytes(path.read_bytes(), policy=policy.default)
        if "Đã nhận" in mail["Subject"]:
            # A folded header begins with a blank.
            code = mail["Subject"].partition("]")[0].strip().removeprefix("[")
            found[code].append(mail["Message-ID"])
    return found


def _ask(question: str, *values: object) -> list[tuple[str, ...]]:
    with psycopg.connect(engines.database_url("owner")) as connection:
        return connection.execute(question, values).fetchall()


def _title(number: int) -> str:
    return f"{TITLE} {number:06d}"


def _letter(number: int, ticket: str) -> dict[str, str]:
    return {
        "ticket": ticket,
        "category": "giao-thong",
        "subject": _title(number),
        "body": f"Nắp cống số {number} vỡ một nửa, xe máy dễ sụp bánh.",
        "sender_kind": "person",
        "sender_email": f"dien-tap-{number}@nguoidan.example",
    }


def _file(number: int) -> bytes:
    return b"" if number % EVERY else f"Biên bản số {number}.\n".encode() * 400


def _ticket(port: int) -> str:
    page = html.fromstring(_speak(port, "GET", FORM).decode())
    return page.xpath("//input[@name='ticket']/@value")[0]


def _receipt(port: int, letter: dict[str, str], file: bytes) -> str:
    """Send a letter and return the code on its receipt; `LookupError` on any other page."""
    mark = uuid.uuid4().hex
    parts = [
        f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in letter.items()
    ]
    if file:
        head = f'--{mark}\r\nContent-Disposition: form-data; name="files"; filename="bb.txt"\r\n'
        parts.append(f"{head}Content-Type: text/plain\r\n\r\n".encode() + file + b"\r\n")
    parts.append(f"--{mark}--\r\n".encode())
    kind = {"Content-Type": f"multipart/form-data; boundary={mark}"}
    page = html.fromstring(_speak(port, "POST", FORM, b"".join(parts), kind).decode())
    codes = page.xpath("//dl[contains(@class, 'codes')]//dd")
    return codes[0].text_content().strip()


def _speak(
    port: int, method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None
) -> bytes:
    """Return the answer. Raises `OSError`, `HTTPException`, or `LookupError` when it is no page."""
    with closing(http.client.HTTPConnection("localhost", port, timeout=20)) as link:
        link.request(method, path, body or None, headers or {})
        answer = link.getresponse()
        said = answer.read()
    if answer.status != http.HTTPStatus.OK or not said:
        raise LookupError(answer.status)
    return said


def main(options: Sequence[str]) -> None:
    """Run the long form in a folder that is thrown away; exit with 1 where anything is wrong."""
    parser = argparse.ArgumentParser(prog="make bench ARGS=intake_drill")
    parser.add_argument("--submissions", type=int, default=10_000)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=2026)
    asked = parser.parse_args(options)
    with tempfile.TemporaryDirectory(prefix="cityweb-drill-") as folder, socket.socket() as probe:
        Path(folder).chmod(0o711)
        var = Path(folder) / "var"
        os.environ |= {"CITYWEB_VAR": str(var), **UNCOUNTED}
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        probe.close()
        demo = start_demo(port)
        try:
            eventually(lambda: is_ready(port), within=COLD_START)
            found = drill(
                demo, var, port,
                submissions=asked.submissions, kills=asked.kills, seed=asked.seed,
            )  # fmt: skip
        finally:
            demo.send_signal(signal.SIGTERM)
            demo.wait(60)
    sys.stdout.write(f"{found}\n")
    if found.faults:
        sys.exit(1)
