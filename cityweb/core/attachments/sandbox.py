"""Runs the child process that opens foreign bytes, and bounds all that it may use."""

import json
import logging
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

logger = logging.getLogger(__name__)

# Start-up, the processor seconds of `child/limits.py` and a busy machine.
PATIENCE_SECONDS = 8
MEMORY_BYTES = 416 * 1024 * 1024
MOST_OUTPUT = 64 * 1024 * 1024
_CHILD = Path(__file__).parent / "child"


@dataclass(frozen=True)
class Opened:
    """What the child said: a kind or a code of refusal, what it took out, and new bytes if any."""

    kind: str
    refused: str
    neutralised: tuple[str, ...]
    more: dict[str, Any]
    blobs: tuple[bytes, ...]


_GONE = Opened(kind="", refused="too-costly", neutralised=(), more={}, blobs=())


def run(what: str, source: IO[bytes], **job: Any) -> Opened:
    """Let a child process do one job (`picture`, `pdf`, …) with an open file.

    The child gets the file and nothing else: no environment, no network, no other file, limited
    processor time, memory and output, and it is killed when it takes too long. A child that dies is
    a refusal: "too-costly".
    """
    source.seek(0)
    job |= {"what": what, "memory": MEMORY_BYTES, "output": MOST_OUTPUT}
    with tempfile.TemporaryFile() as answer:
        try:
            done = subprocess.run(  # noqa: S603  our own script, no shell, no words of strangers
                [sys.executable, "-I", "-B", str(_CHILD), json.dumps(job)],
                stdin=source,
                stdout=answer,
                stderr=subprocess.DEVNULL,
                timeout=PATIENCE_SECONDS,
                env={"MALLOC_ARENA_MAX": "1", "LC_ALL": "C.UTF-8"},
                cwd="/",
                check=False,
            )
        except subprocess.TimeoutExpired:
            logger.warning("%s: killed after %d s", what, PATIENCE_SECONDS)
            return _GONE
        if done.returncode != 0:
            logger.warning("%s: the child ended with %d", what, done.returncode)
            return _GONE
        return _read(answer)


def run_on_bytes(what: str, data: bytes, **job: Any) -> Opened:
    """Do the same with bytes that are in memory already."""
    with tempfile.TemporaryFile() as source:
        source.write(data)
        return run(what, source, **job)


def _read(answer: IO[bytes]) -> Opened:
    answer.seek(0)
    facts = json.loads(answer.readline())
    blobs = tuple(answer.read(length) for length in facts.pop("blobs"))
    return Opened(**facts | {"neutralised": tuple(facts["neutralised"]), "blobs": blobs})
