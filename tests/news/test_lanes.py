"""Bundles of an import in processes side by side: their order, and what goes wrong in one."""

import os
import signal
from types import SimpleNamespace

import pytest

from cityweb.news.actions.importing import Outcome
from cityweb.news.importing.lanes import Lanes, Stopped
from tests.engines.conftest import eventually


def prepared(numbered):
    articles = [SimpleNamespace(line=at, item=SimpleNamespace(key=key)) for at, key in numbered]
    return SimpleNamespace(articles=articles, bad=[])


class Slow:
    """Work that stores line 1 only after line 2."""

    def __init__(self, folder):
        self.done = folder / "done"
        self.done.touch()

    def prepare(self, numbered):
        return prepared(numbered)

    def store(self, articles):
        (line,) = [each.line for each in articles]
        eventually(lambda: line != 1 or "2" in self.done.read_text())
        with self.done.open("a") as done:
            done.write(f"{line} ")
        return Outcome(added=1)


def test_lanes_keep_the_order_of_what_comes_twice(tmp_path):
    work = Slow(tmp_path)
    with Lanes(work, 2) as lanes:
        for sketch in lanes.prepared([[(1, "a")], [(2, "b")], [(3, "b"), (4, "a")]]):
            lanes.store(sketch, {1, 2, 4})
    assert work.done.read_text() == "2 1 4 "
    assert lanes.outcome.added == 3


@pytest.mark.parametrize("count", [1, 2])
def test_what_goes_wrong_in_a_lane_is_not_lost(count):
    work = SimpleNamespace(prepare=prepared, store=None)
    with pytest.raises(TypeError), Lanes(work, count) as lanes:
        for sketch in lanes.prepared([[(1, "a")]]):
            lanes.store(sketch, {1})


def test_a_lane_that_is_killed_is_named():
    work = SimpleNamespace(prepare=lambda numbered: os.kill(os.getpid(), signal.SIGKILL))
    with pytest.raises(Stopped), Lanes(work, 2) as lanes:
        list(lanes.prepared([[(1, "a")]]))
