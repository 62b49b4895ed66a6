"""The verbs of licensing."""

from licensing.actions.recording import (
    Contents,
    Decision,
    amend,
    extend,
    issue,
    reissue,
    revoke,
    suspend,
)
from licensing.actions.sealing import seal
from licensing.actions.taking_in import take_in
from licensing.actions.turning import turn

__all__ = [
    "Contents",
    "Decision",
    "amend",
    "extend",
    "issue",
    "reissue",
    "revoke",
    "seal",
    "suspend",
    "take_in",
    "turn",
]
