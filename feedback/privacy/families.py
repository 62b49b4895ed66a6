"""Family names, and the words that tell a person's name from a road's: read from `words.toml`."""

import tomllib
from pathlib import Path

from cityweb.core.text import fold, spoken

_LISTS: dict[str, str] = tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))


def _words(name: str) -> list[str]:
    return [" ".join(word.split()) for word in _LISTS[name].lower().split(",")]


def _spoken(phrase: str) -> str:
    return " ".join(map(spoken, phrase.split()))


FAMILIES = frozenset(map(spoken, _words("families")))
FOLDED_FAMILIES = frozenset(map(fold, _words("families")))
RARE = frozenset(map(spoken, _words("rare")))
CLANS = frozenset(map(spoken, _words("clans")))
FOLDED_CLANS = frozenset(word for word in map(fold, _words("clans")) if len(word) > 2)
NOBODY = frozenset(map(_spoken, _words("nobody")))
SURE = frozenset(map(spoken, _words("sure")))
TITLES = frozenset(map(spoken, _words("titles")))
PAIRS = frozenset(_words("pairs"))
PLACES = frozenset(map(_spoken, _words("places")))
FOLDED_PLACES = frozenset(map(fold, _words("places")))
BEINGS = frozenset(map(_spoken, _words("beings")))
NAMED_AFTER = frozenset(_words("named_after"))
ROADS = frozenset(map(fold, _words("roads")))
HONORIFICS = frozenset(map(spoken, _words("honorifics")))
AMBIGUOUS = frozenset(_words("ambiguous"))
SURELY_ADDRESSED = HONORIFICS - AMBIGUOUS
PLAIN_FAMILIES = frozenset(map(spoken, _words("plain_families")))
EVERYDAY_NAMES = frozenset(_words("everyday_names"))
SMALL_STOPS = frozenset(_words("small_stops"))
