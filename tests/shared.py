"""Rows made once for all tests of a file: a way through five desks costs more than most tests.

They live in a transaction around the file. Each test works in a savepoint of its own, so what it
does to them is undone before the next one begins, and it gets the objects as they were made. Not
for files with tests that commit.
"""

import contextlib
import copy
import inspect

import pytest
from django.db import models, transaction


class Kept:
    """The transaction around one file, and the objects that belong to its rows."""

    def __init__(self, blocker):
        self._blocker = blocker
        self._made = []
        self._around = contextlib.ExitStack()

    def __enter__(self):
        with self._blocker.unblock():
            self._around.enter_context(transaction.atomic())
        return self

    def __exit__(self, *problem):
        with self._blocker.unblock():
            transaction.set_rollback(True)
            self._around.close()

    def make(self, maker, **given):
        with self._blocker.unblock():
            made = maker(**given)
        rows = made if isinstance(made, list | tuple) else [made]
        self._made += [(row, copy.deepcopy(row.__dict__)) for row in rows if is_row(row)]
        return made

    def begin(self):
        """Give every object back what it held when it was made."""
        for row, held in self._made:
            row.__dict__.clear()
            row.__dict__.update(copy.deepcopy(held))


def is_row(one):
    return isinstance(one, models.Model)


def shared(maker):
    """Make of a function a fixture that all tests of its file share.

    It may ask for other shared fixtures, and returns a row, several, or what is never changed.
    """
    first = inspect.Parameter("kept_rows", inspect.Parameter.POSITIONAL_OR_KEYWORD)
    own = inspect.signature(maker)

    def made(kept_rows, **given):
        return kept_rows.make(maker, **given)

    made.__name__, made.__doc__ = maker.__name__, maker.__doc__
    made.__signature__ = own.replace(parameters=[first, *own.parameters.values()])
    return pytest.fixture(scope="module")(made)
