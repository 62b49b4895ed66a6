"""Stores bundles of articles on several connections side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from types import TracebackType
from typing import Self

from django.db import connections

from cityweb.news.actions.importing import Outcome
from cityweb.news.importing.preparing import Prepared

Store = Callable[[Sequence[Prepared]], Outcome]


class Lanes:
    """Hands bundles to `store`, up to `count` at a time; with one lane, here and at once.

    Bundles that hold the same article follow each other in the order they came.
    """

    def __init__(self, store: Store, count: int) -> None:
        self.outcome = Outcome()
        self._store = store
        self._count = count
        self._threads = ThreadPoolExecutor(count) if count > 1 else None
        self._under_way: dict[Future[Outcome], set[str]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._threads:
            self._wait_for(set(self._under_way))
            for _ in range(self._count):
                self._threads.submit(connections.close_all)
            self._threads.shutdown()

    def put(self, articles: Sequence[Prepared]) -> None:
        """Have `articles` stored, now or soon. What went wrong with earlier ones is raised here."""
        if self._threads is None:
            self.outcome += self._store(articles)
            return
        keys = {each.item.key for each in articles}
        self._wait_for({one for one, held in self._under_way.items() if held & keys})
        while len(self._under_way) >= self._count:
            done, _ = wait(self._under_way, return_when=FIRST_COMPLETED)
            self._wait_for(done)
        self._under_way[self._threads.submit(self._store, articles)] = keys

    def _wait_for(self, futures: set[Future[Outcome]]) -> None:
        for one in futures:
            del self._under_way[one]
            self.outcome += one.result()
