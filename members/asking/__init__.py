"""Asks the sites of one round: all input and output of a round, and no database."""

from members.asking.asker import Answer, Asker, Errand, Wish

__all__ = ["Answer", "Asker", "Errand", "Wish"]
