"""The verbs of the watch."""

from members.actions.observing import forget_old
from members.actions.registering import note_export, take_in
from members.actions.rounds import check_now, claim_due, claim_sites, run

__all__ = ["check_now", "claim_due", "claim_sites", "forget_old", "note_export", "run", "take_in"]
