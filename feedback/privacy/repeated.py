"""A name that was given away once is a name wherever it comes again in the same text."""

from collections.abc import Iterator, Mapping

from cityweb.core.text import fold
from feedback.privacy.families import EVERYDAY_NAMES, NAMED_AFTER, SURELY_ADDRESSED
from feedback.privacy.words import LONGEST, Words


def again(words: Words, found: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Yield where names come again, and how many words long: in whole, or the given name alone.

    `found` says where names stand, by place, and how long each is.
    """
    whole: set[tuple[str, ...]] = set()
    given: set[str] = set()
    taken: set[int] = set()
    for place, count in found.items():
        name = words.all[place : place + count]
        taken.update(range(place, place + count))
        if count > 1:
            whole.add(_folded(words, place, count))
        # In small letters nobody knows where the name ends: "nguyễn văn tèo ngoài chợ".
        last = name[-1:] if name[-1].is_cap else name[2:] or name[-1:]
        given.update(one.marked.lower() for one in last)
    given -= EVERYDAY_NAMES
    # "Tr. Văn Bình" does not stand side by side, and nothing else is like it.
    whole.discard(())
    if not given:
        return
    small = {one.marked for at, one in enumerate(words.all) if at not in taken}
    for place, word in enumerate(words.all):
        if place in taken:
            continue
        sizes = range(LONGEST, 1, -1)
        count = next((size for size in sizes if _folded(words, place, size) in whole), 0)
        if count:
            yield place, count
            taken.update(range(place, place + count))
        elif word.marked.lower() in given and _is_alone(words, place, small):
            yield place, 1


def _folded(words: Words, place: int, count: int) -> tuple[str, ...]:
    """Return words that stand side by side without marks and case; nothing where they do not."""
    if place + count > len(words.all):
        return ()
    inside = range(place, place + count - 1)
    if not all(words.gap(one) in (" ", "  ") for one in inside):
        return ()
    return tuple(fold(one.marked) for one in words.all[place : place + count])


def _is_alone(words: Words, place: int, small: set[str]) -> bool:
    """Tell whether a given name stands for a person here, not in the name of a place or a thing."""
    word = words.all[place]
    is_joined = place > 0 and words.gap(place - 1) == " "
    before = words.all[place - 1] if is_joined else None
    if before is not None and before.said in SURELY_ADDRESSED:
        return True
    if not word.is_cap or len(word.marked) < 2 or words.run(place) > 1:
        return False
    if before is None:
        # At the beginning of a sentence every word has a capital.
        return word.marked.lower() not in small
    return not before.is_cap and fold(before.marked) not in NAMED_AFTER
