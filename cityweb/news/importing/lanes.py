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
        # One thread a lane: the connection belongs to the thread, which closes it in the end.
        self._free = [ThreadPoolExecutor(1) for _ in range(count)] if count > 1 else []
        self._under_way: dict[Future[Outcome], tuple[ThreadPoolExecutor, set[str]]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            self._wait_for(list(self._under_way))
        finally:
            for lane in [*self._free, *(lane for lane, _ in self._under_way.values())]:
                lane.submit(connections.close_all)
                lane.shutdown()

    def put(self, articles: Sequence[Prepared]) -> None:
        """Have `articles` stored, now or soon. What went wrong with earlier ones is raised here."""
        if not self._free and not self._under_way:
            self.outcome += self._store(articles)
            return
        keys = {each.item.key for each in articles}
        self._wait_for([one for one, (_, held) in self._under_way.items() if held & keys])
        if not self._free:
            done, _ = wait(self._under_way, return_when=FIRST_COMPLETED)
            self._wait_for(list(done))
        lane = self._free.pop()
        self._under_way[lane.submit(self._store, articles)] = lane, keys

    def _wait_for(self, futures: Sequence[Future[Outcome]]) -> None:
        for one in futures:
            wait([one])
            lane, _ = self._under_way.pop(one)
            self._free.append(lane)
            self.outcome += one.result()
