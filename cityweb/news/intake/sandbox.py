"""Runs one of our small scripts over foreign bytes in a child process that can harm nothing."""

import logging
import subprocess
import sys
from pathlib import Path

from cityweb.core.errors import Refused

logger = logging.getLogger(__name__)

PATIENCE_SECONDS = 20
MOST_OUTPUT = 32 * 1024 * 1024
_HERE = Path(__file__).parent


def run(script: str, data: bytes, *, refusal: str) -> bytes:
    """Return what `script` wrote about `data`.

    The child gets no environment, limits itself (`_limits.py`) before it reads a byte, and is
    killed when it takes too long. Raises `Refused("unreadable")` with `refusal` when it fails.
    """
    try:
        done = subprocess.run(  # noqa: S603  our own script, no shell, no words of strangers
            [sys.executable, "-I", str(_HERE / script)],
            input=data,
            capture_output=True,
            timeout=PATIENCE_SECONDS,
            env={},
            cwd="/",
            check=False,
        )
    except subprocess.TimeoutExpired as problem:
        logger.warning("%s took too long over %d bytes", script, len(data))
        raise Refused("unreadable", refusal) from problem
    if done.returncode != 0 or not done.stdout or len(done.stdout) > MOST_OUTPUT:
        logger.warning("%s gave up (%d) over %d bytes", script, done.returncode, len(data))
        raise Refused("unreadable", refusal)
    return done.stdout
