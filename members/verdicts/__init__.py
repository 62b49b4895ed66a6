"""Verdicts: pure functions over stored observations, each with its rule and its evidence.

No database, no network, no clock: what is stored can be judged again after a rule has changed.
"""
