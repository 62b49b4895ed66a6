"""Limits a child process lays on itself; imports nothing of ours, runs isolated."""

import resource

CPU_SECONDS = 15
MEMORY_BYTES = 1024 * 1024 * 1024


def lay_on() -> None:
    """Bound processor time and memory, forbid writing files, starting processes and core dumps."""
    for kind, limit in (
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NPROC, 0),
    ):
        _, most = resource.getrlimit(kind)
        allowed = limit if most == resource.RLIM_INFINITY else min(limit, most)
        resource.setrlimit(kind, (allowed, allowed))
