"""The words of a text as the finder of names sees them: how each is written, what joins them."""

import re
from dataclasses import dataclass

from cityweb.core.text import spoken
from feedback.privacy.families import (
    CLANS,
    FAMILIES,
    FOLDED_CLANS,
    FOLDED_FAMILIES,
    HONORIFICS,
    PAIRS,
    SURELY_ADDRESSED,
    TITLES,
)
from feedback.privacy.sight import Sight

LONGEST = 5
CONTEXT = 48
_WORD = re.compile(r"[^\W\d_]{1,12}(?:['’][^\W\d_]{1,12})?")


@dataclass(frozen=True)
class Word:
    start: int
    end: int
    marked: str
    cased: str

    @property
    def is_cap(self) -> bool:
        rest = self.cased[1:]
        is_name = self.cased.isupper() or rest.islower() or "'" in rest
        return self.cased[0].isupper() and is_name

    @property
    def said(self) -> str:
        return spoken(self.marked.lower())

    @property
    def is_family(self) -> bool:
        if self.marked.isascii():
            return self.cased.lower() in FOLDED_FAMILIES
        return self.said in FAMILIES or self.is_of_clan

    @property
    def is_of_clan(self) -> bool:
        """Whether it is a name of the peoples of the highlands, or begins one: "Kpă", "H'Hen"."""
        if not self.is_cap:
            return False
        low = self.cased.lower()
        is_named = low in FOLDED_CLANS if self.marked.isascii() else self.said in CLANS
        return is_named or low.startswith(("h'", "k'"))


class Words:
    """The words of a text, and which of them stand side by side."""

    def __init__(self, sight: Sight) -> None:
        self.sight = sight
        self.all = [
            Word(match.start(), match.end(), match[0], sight.cased[match.start() : match.end()])
            for match in _WORD.finditer(sight.marked)
        ]

    def gap(self, place: int) -> str:
        """Return what stands between a word and the next."""
        return self.sight.marked[self.all[place].end : self.all[place + 1].start]

    def run(self, place: int) -> int:
        """Return how many words from here on could be one name: capitals, a space between."""
        count = 0
        while place + count < len(self.all) and count < LONGEST:
            word = self.all[place + count]
            if not word.is_cap or (count and not self._joins(place + count - 1)):
                break
            if self._is_no_name(place + count):
                break
            count += 1
        return count

    def _is_no_name(self, place: int) -> bool:
        word = self.all[place]
        if len(word.marked) > 1 and word.said in TITLES:
            return not self._is_called(place)
        following = self.all[place + 1].marked if place + 1 < len(self.all) else ""
        return f"{word.marked} {following}".lower() in PAIRS and not following[:1].isupper()

    def _is_called(self, place: int) -> bool:
        """Tell whether a word that may be a title is a name: "chị Hội,", not "bà Hội trưởng"."""
        after = self.sight.marked[self.all[place].end :][:1]
        is_addressed = place > 0 and self.all[place - 1].said in SURELY_ADDRESSED
        return is_addressed and after != " " and self.all[place].said not in HONORIFICS

    def is_loud_around(self, place: int, count: int) -> bool:
        """Tell whether these words stand in capitals in a line of capitals, as a heading does."""
        if not self.all[place].marked.isupper():
            return False
        around = [*self.all[max(0, place - 1) : place], *self.all[place + count :][:1]]
        return any(each.marked.isupper() for each in around)

    def _joins(self, place: int) -> bool:
        gap = self.gap(place)
        is_short = len(self.all[place].marked) <= 2
        return gap in (" ", "  ") or (is_short and gap in (".", ". ", "' "))

    def said(self, place: int, count: int) -> str:
        """Return words side by side, as lists of words are compared."""
        return " ".join(each.said for each in self.all[place : place + count])

    def before(self, place: int, length: int = CONTEXT) -> str:
        start = self.all[place].start
        return self.sight.low[max(0, start - length) : start]
