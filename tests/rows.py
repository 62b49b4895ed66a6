"""Rows of a matrix of which continuous integration tries all, and a quick run the first."""

from collections.abc import Iterable
from typing import Any

import pytest


def first_of(rows: Iterable[Any]) -> list[Any]:
    """Return the rows for `parametrize`; all but the first run with --slow only."""
    first, *others = rows
    return [first, *(pytest.param(row, marks=pytest.mark.slow) for row in others)]
