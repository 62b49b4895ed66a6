"""What questions took, and whether that is within the limits."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

T = TypeVar("T")


@dataclass
class Figures:
    """What asking took by the clock, what it cost web and database in CPU, and the queries."""

    milliseconds: list[float] = field(default_factory=list)
    cpu_seconds: float = 0.0
    queries: int = 0

    def add(self, other: Figures) -> None:
        self.milliseconds += other.milliseconds
        self.cpu_seconds += other.cpu_seconds
        self.queries = max(self.queries, other.queries)

    def __str__(self) -> str:
        times = self.milliseconds
        cpu_ms = self.cpu_seconds * 1000 / len(times)
        return (
            f"{statistics.median(times):8.1f}{at(times, 0.95):8.1f}{max(times):8.1f}"
            f"{cpu_ms:8.1f}  {self.queries}"
        )


class Table:
    """Prints a line a question, then all of them together against the limits."""

    def __init__(self, most_ms: float, most_queries: int | None = None) -> None:
        self.every = Figures()
        self._most_ms, self._most_queries = most_ms, most_queries
        print(f"{'câu hỏi':44}{'p50':>8}{'p95':>8}{'max':>8}{'CPU':>8}  truy vấn")

    def rows(self, questions: Iterable[tuple[str, T]], ask: Callable[[T], Figures]) -> None:
        """Ask every question and print its line at once."""
        for name, asked in questions:
            figures = ask(asked)
            self.every.add(figures)
            print(f"{name:44}{figures}", flush=True)

    def end(self) -> None:
        print(f"{'tất cả':44}{self.every}")
        is_held = at(self.every.milliseconds, 0.95) <= self._most_ms
        limits = f"p95 ≤ {self._most_ms} ms"
        if self._most_queries is not None:
            is_held = is_held and self.every.queries <= self._most_queries
            limits += f", ≤ {self._most_queries} truy vấn"
        print("ĐẠT" if is_held else "KHÔNG ĐẠT", f"({limits})")


def at(times: Sequence[float], share: float) -> float:
    """Return the value below which `share` of all lie."""
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]
