"""What every test of feedback needs."""

import pytest

from cityweb.core import places
from feedback.reports import boxes, promises


@pytest.fixture(autouse=True)
def _nothing_remembered_of_mailboxes():
    """What a process remembers must not outlive the rows of one test."""
    boxes.forget()
    promises.forget()
    places.forget()
