"""The verbs of the watch."""

from members.actions.registering import note_export, take_in

__all__ = ["note_export", "take_in"]
