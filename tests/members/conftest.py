"""What the tests of member sites share."""

import time
from contextlib import contextmanager

import pytest


@pytest.fixture
def cpu_seconds():
    """A context whose value tells the processor seconds spent inside, whatever else runs."""

    @contextmanager
    def measure():
        begin = time.process_time()
        end = []
        yield lambda: end[0] - begin
        end.append(time.process_time())

    return measure
