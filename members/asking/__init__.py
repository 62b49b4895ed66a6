"""Asks the sites of one round: all input and output of a round, and no database."""

from members.asking.asker import Answer, Asker, Errand, Wish, shows_something
from members.asking.hasty import HastyAsker

__all__ = ["Answer", "Asker", "Errand", "HastyAsker", "Wish", "shows_something"]
