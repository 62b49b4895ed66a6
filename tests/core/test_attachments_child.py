"""The child that opens foreign bytes can reach nothing, and what it may use has an end."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.core.management import call_command

from cityweb.core.attachments import sandbox
from tests.core.hostile.office import office
from tests.core.hostile.pdfs import pdf
from tests.core.hostile.pictures import picture

CHILD = Path(sandbox.__file__).parent / "child"
LOCKED = """
import ctypes, os, resource, socket, subprocess, sys, threading
sys.path.insert(0, sys.argv[1])
import limits, lockdown
limits.lay_on(300 * 2**20, 1000)
lockdown.lay_on()
def attempt(deed):
    try:
        deed()
    except (OSError, MemoryError, RuntimeError) as problem:
        return type(problem).__name__
    return "done"
"""


def locked(deed, prepared=""):
    """Return what came of one deed in a process that has locked itself up."""
    script = f"{prepared}\n{LOCKED}\nsys.stderr.write(attempt(lambda: {deed}))"
    done = subprocess.run(
        [sys.executable, "-c", script, str(CHILD)],
        capture_output=True,
        text=True,
        cwd="/",
        timeout=30,
    )
    return done.stderr.strip()


@pytest.mark.parametrize(
    "deed",
    [
        'open("/etc/passwd")',
        'open(f"/proc/{os.getppid()}/environ")',
        'open("/tmp/cityweb-child", "w")',
        'os.mkdir("/tmp/cityweb-child")',
        'os.unlink("/tmp/cityweb-child")',
        'os.listdir("/")',
        "socket.socket()",
        "socket.socket(socket.AF_UNIX)",
        "os.fork()",
        'os.execv("/bin/true", ["true"])',
        "os.kill(1, 0)",
        'os.symlink("/", "/tmp/cityweb-child")',
    ],
)
def test_a_locked_process_can_open_send_start_and_leave_nothing(deed):
    assert locked(deed) == "PermissionError"


def test_a_locked_process_can_still_work_and_start_threads():
    assert locked("sum(range(1000))") == "done"
    assert locked("threading.Thread(target=print).start()") == "done"


def test_memory_has_an_end():
    assert locked("bytearray(400 * 2**20)") == "MemoryError"


def run_child(source, **job):
    job = {"memory": sandbox.MEMORY_BYTES, "output": sandbox.MOST_OUTPUT, "kind": ""} | job
    return subprocess.run(
        [sys.executable, "-I", str(CHILD), json.dumps(job)],
        input=source,
        capture_output=True,
        timeout=30,
    )


def test_a_child_that_cannot_be_locked_opens_nothing(tmp_path):
    """On a machine whose calls are not known the child ends before it reads a byte."""
    script = "import os, runpy, sys; os.uname = lambda: type('U', (), {'machine': 'odd'})(); "
    script += f"sys.path.insert(0, {str(CHILD)!r}); "
    script += f"sys.argv[1:] = [{json.dumps({'what': 'office', 'memory': 2**29, 'output': 9})!r}]; "
    script += f"runpy.run_path({str(CHILD / '__main__.py')!r}, run_name='__main__')"
    done = subprocess.run([sys.executable, "-c", script], input=office(), capture_output=True)
    assert done.returncode != 0
    assert done.stdout == b""


@pytest.mark.parametrize(
    ("what", "kind", "make"),
    [("picture", "jpeg", picture), ("pdf", "", pdf), ("office", "", office)],
)
def test_the_child_needs_nothing_from_its_surroundings(what, kind, make):
    done = run_child(make(), what=what, kind=kind)
    facts = json.loads(done.stdout.partition(b"\n")[0])
    assert (done.returncode, facts["refused"]) == (0, "")


def test_a_child_that_takes_too_long_is_killed_and_refused(monkeypatch, tmp_path):
    monkeypatch.setattr(sandbox, "PATIENCE_SECONDS", 0.01)
    began = time.monotonic()
    assert sandbox.run_on_bytes("office", office(), kind="").refused == "too-costly"
    assert time.monotonic() - began < 5


@pytest.mark.slow
def test_too_little_memory_is_a_refusal_not_a_crash(monkeypatch):
    monkeypatch.setattr(sandbox, "MEMORY_BYTES", 120 * 2**20)
    opened = sandbox.run_on_bytes("picture", picture(size=(6000, 5000)), kind="jpeg")
    assert opened.refused == "too-costly"


@pytest.mark.slow
def test_the_command_prints_one_verdict_a_line_in_order(tmp_path, capsys):
    names = ["Đơn.pdf", "anh.jpg", "rong.txt", "khong-co", "trống trơn.docx"]
    (tmp_path / names[0]).write_bytes(pdf())
    (tmp_path / names[1]).write_bytes(picture())
    (tmp_path / names[2]).write_bytes(b"")
    (tmp_path / names[4]).mkdir()
    os.mkfifo(tmp_path / "ong")
    paths = [str(tmp_path / name) for name in [*names, "ong"]]
    call_command("check_upload", *paths)
    verdicts = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [verdict["file"] for verdict in verdicts] == paths
    told = [(verdict["accepted"], verdict["reason"]) for verdict in verdicts]
    assert told[:3] == [(True, "ok"), (True, "ok"), (False, "empty")]
    assert told[3:] == [(False, "no-file")] * 3
    assert verdicts[0]["media_type"] == "application/pdf"
    assert len(verdicts[0]["stored_sha256"]) == 64
    assert verdicts[2]["stored_sha256"] is None
    assert all(verdict["message"].endswith(".") for verdict in verdicts)
