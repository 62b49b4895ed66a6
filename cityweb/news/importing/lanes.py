"""Prepares and stores bundles of lines in processes side by side.

What a bundle was made into stays in the process that made it: handed from process to process it
would cost as much as storing it.
"""

from __future__ import annotations

import gc
import multiprocessing
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from signal import SIGKILL
from types import TracebackType
from typing import Any, Protocol, Self

from billiard.util import set_pdeathsig
from django.db import connections

from cityweb.news.actions.importing import Outcome
from cityweb.news.importing.preparing import Bundle, Prepared

Numbered = Sequence[tuple[int, bytes]]

_AHEAD = 2
"""Bundles that each lane prepares before the first of them must be stored."""


class Work(Protocol):
    """What is done to a bundle: first without, then with the database."""

    def prepare(self, numbered: Numbered) -> Bundle: ...

    def store(self, articles: Sequence[Prepared]) -> Outcome: ...


class Stopped(Exception):
    """A process of the import was killed. What it had not finished is not stored."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """A prepared bundle as seen from outside its lane: (line, key) of articles, and bad lines."""

    place: int
    articles: list[tuple[int, str]]
    bad: list[tuple[int, str]]


class Lanes:
    """Does `work` on bundles, up to `count` at a time; with one lane, here and at once.

    Bundles that hold the same article are stored in the order they came. Several lanes are forks,
    for which this thread's database connections are closed.
    """

    def __init__(self, work: Work, count: int) -> None:
        self.outcome = Outcome()
        self._lanes: list[Executor] = _forks(work, count) if count > 1 else [_Here(work)]
        self._under_way: deque[tuple[Future[Outcome], set[str]]] = deque()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            self._collect(len(self._under_way))
        finally:
            for lane in self._lanes:
                lane.shutdown(cancel_futures=True)

    def prepared(self, bundles: Iterable[Numbered]) -> Iterator[Sketch]:
        """Yield what became of each bundle, in their order; `store` each before the next."""
        waiting: deque[Future[Sketch]] = deque()
        for place, numbered in enumerate(bundles):
            waiting.append(self._submit(place, _prepare, numbered))
            if len(waiting) >= _AHEAD * len(self._lanes):
                yield _result(waiting.popleft())
        while waiting:
            yield _result(waiting.popleft())

    def store(self, sketch: Sketch, lines: Collection[int]) -> None:
        """Have the articles of these lines stored, now or soon; others are forgotten.

        Raises what went wrong with earlier ones.
        """
        mine = {key for line, key in sketch.articles if line in lines}
        alike = [place for place, (_, keys) in enumerate(self._under_way, 1) if keys & mine]
        self._collect(max(alike, default=0))
        self._under_way.append((self._submit(sketch.place, _store, set(lines)), mine))
        while self._under_way and self._under_way[0][0].done():
            self._collect(1)

    def _submit(self, place: int, step: Callable[..., Any], given: object) -> Future[Any]:
        return self._lanes[place % len(self._lanes)].submit(step, place, given)

    def _collect(self, count: int) -> None:
        """Wait for the oldest `count` that are under way."""
        for _ in range(count):
            self.outcome += _result(self._under_way.popleft()[0])


class _Here(Executor):
    """A lane in this process: all is done when it is asked for."""

    def __init__(self, work: Work) -> None:
        _take(work)

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        done: Future[Any] = Future()
        done.set_result(fn(*args, **kwargs))
        return done


def _forks(work: Work, count: int) -> list[Executor]:
    connections.close_all()
    # The program stays for good: the collector need not walk through it for every bundle, nor the
    # lanes take copies of its memory because of that.
    gc.freeze()
    fork = multiprocessing.get_context("fork")
    return [
        ProcessPoolExecutor(1, mp_context=fork, initializer=_begin, initargs=[work])
        for _ in range(count)
    ]


def _result(future: Future[Any]) -> Any:
    try:
        return future.result()
    except BrokenProcessPool:
        raise Stopped from None


# In the lane: its work, and the bundles that wait to be stored.
_work: Work
_waiting: dict[int, list[Prepared]] = {}


def _begin(work: Work) -> None:
    set_pdeathsig(SIGKILL)  # nobody would give it anything more to do
    _take(work)


def _take(work: Work) -> None:
    global _work  # noqa: PLW0603  a process has one import at a time
    _work = work
    _waiting.clear()


def _prepare(place: int, numbered: Numbered) -> Sketch:
    bundle = _work.prepare(numbered)
    _waiting[place] = bundle.articles
    return Sketch(place, [(each.line, each.item.key) for each in bundle.articles], bundle.bad)


def _store(place: int, lines: Collection[int]) -> Outcome:
    return _work.store([each for each in _waiting.pop(place) if each.line in lines])
