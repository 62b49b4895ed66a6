"""One file of the corpus and what must become of it."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Sample:
    """`refused`: the codes it may be refused with; with `may_pass` a reader that drops the harm
    while it opens the file is as good. Otherwise it is accepted, `neutralised` names
    what was taken out, and none of `gone` stands in the bytes that are kept. `is_heavy` ones run
    only with the slow tests.
    """

    title: str
    name: str
    make: Callable[[], bytes]
    refused: tuple[str, ...] = ()
    neutralised: tuple[str, ...] = ()
    gone: tuple[bytes, ...] = ()
    stored_as: str = ""
    is_heavy: bool = False
    may_pass: bool = False
    kept_as_it_came: bool = False

    def __str__(self) -> str:
        return self.title
