"""The verbs of the watch."""

from members.actions.accepting import accept_look
from members.actions.incidents import keep_quiet, notify
from members.actions.judging import judge
from members.actions.observing import forget_old
from members.actions.registering import note_export, take_in
from members.actions.replaying import read_again
from members.actions.rounds import check_now, claim_due, claim_sites, run

__all__ = [
    "accept_look",
    "check_now",
    "claim_due",
    "claim_sites",
    "forget_old",
    "judge",
    "keep_quiet",
    "note_export",
    "notify",
    "read_again",
    "run",
    "take_in",
]
