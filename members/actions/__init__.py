"""The verbs of the watch."""

from members.actions.accepting import accept_look
from members.actions.doors import send_link
from members.actions.explaining import decide, explain
from members.actions.incidents import keep_quiet, notify
from members.actions.judging import judge
from members.actions.observing import forget_old
from members.actions.outages import OUTAGE_NOTICE, announce_outage
from members.actions.registering import note_export, take_in
from members.actions.replaying import read_again
from members.actions.rounds import check_for_unit, check_now, claim_due, claim_sites, run

__all__ = [
    "OUTAGE_NOTICE",
    "accept_look",
    "announce_outage",
    "check_for_unit",
    "check_now",
    "claim_due",
    "claim_sites",
    "decide",
    "explain",
    "forget_old",
    "judge",
    "keep_quiet",
    "note_export",
    "notify",
    "read_again",
    "run",
    "send_link",
    "take_in",
]
