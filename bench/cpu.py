"""CPU time as the operating system counted it, for whole families of processes.

A family is a process and everything under it by parent. PostgreSQL's backends leave the session of
their postmaster but keep it as parent, so this finds them where counting by session does not.
"""

from __future__ import annotations

import os
from pathlib import Path

TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK")
# Positions in /proc/PID/stat after the name: ppid, then user, system and reaped children's time.
PPID, TIMES = 1, slice(11, 15)


def seconds_used(*roots: int) -> float:
    """Return the CPU seconds of `roots` and all under them, dead children included."""
    processes = snapshot()
    return sum(processes[pid][1] for pid in family(roots, processes)) / TICKS_PER_SECOND


def snapshot() -> dict[int, tuple[int, int]]:
    """Return parent and ticks of every process that can be read."""
    found = {}
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            stat = (entry / "stat").read_text()
        except OSError:  # it ended while we looked
            continue
        fields = stat.rpartition(")")[2].split()
        found[int(entry.name)] = (int(fields[PPID]), sum(map(int, fields[TIMES])))
    return found


def family(roots: tuple[int, ...], processes: dict[int, tuple[int, int]]) -> set[int]:
    """Return `roots` and their descendants among `processes`."""
    members = set(roots) & processes.keys()
    while True:
        more = {pid for pid, (parent, _) in processes.items() if parent in members} - members
        if not more:
            return members
        members |= more
