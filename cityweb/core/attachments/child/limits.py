"""Limits that the child lays on itself: processor, memory, output, core dumps."""

import resource

CPU_SECONDS = 6


def lay_on(memory: int, output: int) -> None:
    """Bound memory to `memory` bytes of address space and whatever is written to `output` bytes."""
    for kind, limit in (
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, output),
        (resource.RLIMIT_CORE, 0),
    ):
        _, most = resource.getrlimit(kind)
        allowed = limit if most == resource.RLIM_INFINITY else min(limit, most)
        resource.setrlimit(kind, (allowed, allowed))
