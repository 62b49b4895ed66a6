"""Work that a browser does in a second and a flood cannot afford; without a script, patience.

A challenge is bound to one ticket, and one ticket is one submission: a solution is worth one
sending, so nothing has to be remembered about it.
"""

import hashlib
import time
from dataclasses import dataclass

from django.core import signing

_SALT = "feedback.proof"
LIFE_SECONDS = 3600
# By risk: leading zero bits of the digest, and the seconds to wait where no script runs.
BITS = (0, 14, 17, 19)
WAIT = (0, 5, 15, 40)


@dataclass(frozen=True)
class Challenge:
    """Find a number whose SHA-256 together with `text` begins with `bits` zero bits."""

    text: str
    bits: int
    wait: int
    issued_at: int

    @property
    def seconds_left(self) -> int:
        """Return how long one who does not solve it must still wait."""
        return max(0, self.issued_at + self.wait - int(time.time()))


def challenge(subject: str, level: int) -> Challenge:
    """Return a fresh challenge for what `subject` names."""
    now = int(time.time())
    text = signing.Signer(salt=_SALT).sign(f"{subject}.{now:x}.{level}")
    return Challenge(text, BITS[level], WAIT[level], now)


def read(text: str, subject: str) -> Challenge | None:
    """Return the challenge that was given for this subject; nothing when forged or too old."""
    try:
        found, issued, level = signing.Signer(salt=_SALT).unsign(text[:300]).rsplit(".", 2)
    except (signing.BadSignature, ValueError):
        return None
    given = Challenge(text, BITS[int(level)], WAIT[int(level)], int(issued, 16))
    is_young = time.time() - given.issued_at < LIFE_SECONDS
    return given if found == subject and is_young else None


def is_met(given: Challenge, answer: str) -> bool:
    """Tell whether the work was done, or the time waited."""
    return is_solved(given, answer) or given.seconds_left == 0


def is_solved(given: Challenge, answer: str) -> bool:
    """Tell whether `answer` is a solution."""
    digest = hashlib.sha256(f"{given.text}:{answer[:20]}".encode()).digest()
    return int.from_bytes(digest, "big") >> (256 - given.bits) == 0
