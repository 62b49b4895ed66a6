"""The verbs of the watch."""

from members.actions.accepting import accept_look
from members.actions.doors import send_link
from members.actions.escalating import escalate
from members.actions.explaining import decide, explain
from members.actions.incidents import acknowledge, keep_quiet, notify
from members.actions.judging import judge
from members.actions.lettering import drop_letter, preview_letter, send_letter
from members.actions.listing import decide_domain, note_list_export, take_in_list
from members.actions.outages import OUTAGE_NOTICE, announce_outage
from members.actions.picturing import claim_pictures, take_picture
from members.actions.registering import (
    note_directive_export,
    note_export,
    note_report,
    take_in,
)
from members.actions.replaying import follow_lists, judge_all, read_again
from members.actions.rolling import forget_old, roll
from members.actions.rounds import check_for_unit, check_now, claim_due, claim_sites, run

__all__ = [
    "OUTAGE_NOTICE",
    "accept_look",
    "acknowledge",
    "announce_outage",
    "check_for_unit",
    "check_now",
    "claim_due",
    "claim_pictures",
    "claim_sites",
    "decide",
    "drop_letter",
    "escalate",
    "decide_domain",
    "explain",
    "forget_old",
    "follow_lists",
    "judge",
    "judge_all",
    "keep_quiet",
    "note_directive_export",
    "note_export",
    "note_list_export",
    "note_report",
    "notify",
    "preview_letter",
    "read_again",
    "roll",
    "run",
    "send_letter",
    "send_link",
    "take_in",
    "take_picture",
    "take_in_list",
]
