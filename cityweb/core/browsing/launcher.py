"""Becomes Chromium: run alone as `python -I launcher.py`, imports nothing of the portal.

The first argument is a job in JSON. In order: a network of its own with nothing in it, the doors
to the proxy, an ordinary user, limits; then it becomes the browser. The listening sockets are made
inside that network and handed out through the socket `hand`: who made us answers at them, and
nothing else is there to be reached.
"""

import ctypes
import json
import os
import resource
import signal
import socket
import struct
import sys
from fcntl import ioctl

_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000
_GET_FLAGS, _SET_FLAGS, _UP = 0x8913, 0x8914, 0x1
_DIE_WITH_PARENT = 1
_FROM_US, _TO_US = 3, 4


def main() -> None:
    job = json.loads(sys.argv[1])
    libc = ctypes.CDLL(None, use_errno=True)
    is_alone = _leave_network(libc)
    doors = [_door() for _ in range(job["doors"])]
    facts = json.dumps({"alone": is_alone, "sandbox": _may_sandbox(libc, job)}).encode()
    with socket.socket(fileno=job["hand"]) as hand:
        socket.send_fds(hand, [facts], [door.fileno() for door in doors])
        # Ports are told to the browser by who reads them from the sockets.
        command = json.loads(hand.recv(65536))
    if job["uid"] is not None:
        os.setgroups([])
        os.setgid(job["gid"])
        os.setuid(job["uid"])
    libc.prctl(_DIE_WITH_PARENT, signal.SIGKILL, 0, 0, 0)
    _limit(job)
    # Both ends may lie where the browser expects the other one.
    reads, writes = _above(job["reads"]), _above(job["writes"])
    os.dup2(reads, _FROM_US)
    os.dup2(writes, _TO_US)
    os.closerange(5, 256)
    os.chdir(job["folder"])
    os.execve(command[0], command, job["environment"])


def _above(file: int) -> int:
    """Return a copy of an open file whose number is out of the way."""
    copies = [file]
    while copies[-1] <= _TO_US:
        copies.append(os.dup(file))
    return copies[-1]


def _leave_network(libc: ctypes.CDLL) -> bool:
    """Move into an empty network; tell whether the kernel let us."""
    uid, gid = os.getuid(), os.getgid()
    if uid == 0 and not libc.unshare(_NEW_NETWORK):
        _raise_loopback()
        return True
    if libc.unshare(_NEW_USER | _NEW_NETWORK):
        return False
    for name, text in (
        ("setgroups", "deny"),
        ("uid_map", f"{uid} {uid} 1"),
        ("gid_map", f"{gid} {gid} 1"),
    ):
        with open(f"/proc/self/{name}", "w") as file:
            file.write(text)
    _raise_loopback()
    return True


def _raise_loopback() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        request = struct.pack("16sh14x", b"lo", 0)
        flags = struct.unpack("16sh14x", ioctl(control, _GET_FLAGS, request))[1]
        ioctl(control, _SET_FLAGS, struct.pack("16sh14x", b"lo", flags | _UP))


def _door() -> socket.socket:
    door = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    door.bind(("127.0.0.1", 0))
    door.listen(128)
    return door


def _may_sandbox(libc: ctypes.CDLL, job: dict) -> bool:
    """Tell whether the browser, as the user it will be, can lock its own children up."""
    if job["uid"] is None and os.getuid() == 0:
        return False
    child = os.fork()
    if child == 0:
        try:
            if job["uid"] is not None:
                os.setgid(job["gid"])
                os.setuid(job["uid"])
            os._exit(1 if libc.unshare(_NEW_USER) else 0)
        finally:
            os._exit(1)
    return os.waitpid(child, 0)[1] == 0


def _limit(job: dict) -> None:
    for kind, limit in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_CPU, job["seconds"]),
        (resource.RLIMIT_FSIZE, job["file_bytes"]),
        (resource.RLIMIT_NOFILE, 4096),
    ):
        _, most = resource.getrlimit(kind)
        allowed = limit if most == resource.RLIM_INFINITY else min(limit, most)
        resource.setrlimit(kind, (allowed, allowed))


if __name__ == "__main__":
    main()
