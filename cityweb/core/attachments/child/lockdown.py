"""A seccomp filter: from here on the process may read and write what is open, allocate, and end.

Opening any file, any socket, any new process is answered with EPERM; threads of this process may
be made, because a decoder of pictures needs one. A parser that is taken over can then neither read
a secret nor send one, nor leave anything behind.
"""

import ctypes
import os
import struct

# read write close fstat lseek mmap mprotect munmap brk rt_sigaction rt_sigprocmask rt_sigreturn
# ioctl pread64 readv writev sched_yield mremap madvise getpid exit fcntl sigaltstack gettid futex
# sched_getaffinity clock_gettime exit_group set_robust_list getrandom rseq
_ALLOWED = {
    "x86_64": (
        0xC000003E,
        56,
        (0, 1, 3, 5, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 19, 20, 24, 25, 28, 39, 60, 72, 131)
        + (186, 202, 204, 228, 231, 273, 318, 334),
    ),
    "aarch64": (
        0xC00000B7,
        220,
        (63, 64, 57, 80, 62, 222, 226, 215, 214, 134, 135, 139, 29, 67, 65, 66, 124, 216, 233)
        + (172, 93, 25, 132, 178, 98, 123, 113, 94, 99, 278, 293),
    ),
}
_LOAD, _EQUAL, _ANY_BIT, _RETURN = 0x20, 0x15, 0x45, 0x06
_ALLOW, _FAIL, _KILL = 0x7FFF0000, 0x00050000, 0x80000000
_NUMBER_AT, _MACHINE_AT, _FIRST_ARGUMENT_AT = 0, 4, 16
_EPERM, _ENOSYS = 1, 38
# The newer call takes its flags from memory, where a filter cannot look; without it the C library
# falls back to the older one.
_CLONE3, _CLONE_THREAD = 435, 0x00010000
_NO_NEW_PRIVILEGES, _SET_SECCOMP, _FILTER_MODE = 38, 22, 2


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def lay_on() -> None:
    """Lock the process up for good. Raises `OSError` where the kernel cannot: fail closed."""
    code = _filter(*_ALLOWED[os.uname().machine])
    program = _Program(len(code) // 8, code)
    libc = ctypes.CDLL(None, use_errno=True)
    _prctl(libc, _NO_NEW_PRIVILEGES, 1, 0)
    _prctl(libc, _SET_SECCOMP, _FILTER_MODE, ctypes.byref(program))


def _prctl(libc: ctypes.CDLL, option: int, first: int, second: object) -> None:
    if libc.prctl(option, first, second, 0, 0):
        raise OSError(ctypes.get_errno(), "seccomp is not available")


def _filter(machine: int, clone: int, numbers: tuple[int, ...]) -> bytes:
    """Return the program: another machine's calls kill, listed ones pass, all others fail."""
    steps = [
        (_LOAD, 0, 0, _MACHINE_AT),
        (_EQUAL, 1, 0, machine),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, _NUMBER_AT),
        (_EQUAL, 0, 1, _CLONE3),
        (_RETURN, 0, 0, _FAIL | _ENOSYS),
        (_EQUAL, 0, 4, clone),
        (_LOAD, 0, 0, _FIRST_ARGUMENT_AT),
        (_ANY_BIT, 0, 1, _CLONE_THREAD),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _FAIL | _EPERM),
    ]
    for left, number in zip(range(len(numbers), 0, -1), numbers, strict=True):
        steps.append((_EQUAL, left, 0, number))
    steps += [(_RETURN, 0, 0, _FAIL | _EPERM), (_RETURN, 0, 0, _ALLOW)]
    return b"".join(struct.pack("HBBI", *step) for step in steps)
