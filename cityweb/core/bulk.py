"""One verb for many rows: each is checked anew and stands or falls alone."""

import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from cityweb.core.errors import Refused

logger = logging.getLogger(__name__)
Key = TypeVar("Key")
Row = TypeVar("Row")


@dataclass(frozen=True)
class Result(Generic[Key]):
    """What came of one: done, or why not."""

    code: Key
    subject: str
    is_done: bool
    words: str


def each(
    keys: Iterable[Key],
    found: Mapping[Key, Row],
    step: Callable[[Row], object],
    *,
    subject: Callable[[Row], str],
    missing: str,
) -> list[Result[Key]]:
    """Take the step for each row that was found; the step brings its own transaction."""
    return [_one(key, found.get(key), step, subject, missing) for key in dict.fromkeys(keys)]


def _one(
    key: Key,
    row: Row | None,
    step: Callable[[Row], object],
    subject: Callable[[Row], str],
    missing: str,
) -> Result[Key]:
    if row is None:
        return Result(key, "", False, missing)
    try:
        step(row)
    except Refused as refusal:
        logger.info("bulk step refused: %s", refusal.code)
        return Result(key, subject(row), False, refusal.message)
    return Result(key, subject(row), True, "Đã xong")
