"""Rules of law as rows: find the one in force on a day, and settle what is not yet certain."""

from cityweb.core.law.actions import CONFIRMERS, VERBS, confirm
from cityweb.core.law.reading import find, is_in_use, resolve

__all__ = ["CONFIRMERS", "VERBS", "confirm", "find", "is_in_use", "resolve"]
