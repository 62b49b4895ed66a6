"""CPU time as the operating system counted it, for whole families of processes.

A family is a process and everything under it by parent. PostgreSQL's backends leave the session of
their postmaster but keep it as parent, so this finds them where counting by session does not.
"""

from __future__ import annotations

from collections.abc import Iterable

import psutil


def seconds_used(roots: Iterable[int]) -> float:
    """Return the CPU seconds of `roots` and all under them, ended and awaited children included."""
    return sum(seconds_of(member) for root in roots for member in family(root))


def family(root: int) -> list[psutil.Process]:
    """Return the process and all its descendants that live now."""
    first = psutil.Process(root)
    return [first, *first.children(recursive=True)]


def seconds_of(process: psutil.Process) -> float:
    try:
        times = process.cpu_times()
    except psutil.NoSuchProcess:  # it ended while we looked; its parent holds its time
        return 0.0
    return times.user + times.system + times.children_user + times.children_system
