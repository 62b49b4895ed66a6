"""How a passage speaks: as intruders do on a page they took, and an office never does.

No phrase is enough alone. What tells are several manners in one place: somebody boasts, chides the
admin, calls his friends, threatens, curses. The lists are data; each finding names what it heard.
"""

import re
import tomllib
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from members.abnormality import words

DEFAULT = Path(__file__).parents[1] / "data" / "intruder_words.toml"
# Read while files can still be opened: the child that reads pages cannot open any later.
_SHIPPED = DEFAULT.read_text("utf-8")
FEWEST_WORDS_UNMARKED = 2
FEWEST_LETTERS_OF_A_SCRIPT = 8
FEWEST_WORDS_OF_A_TONGUE = 4
FEWEST_BARE_WORDS = 6
MOSTLY = 0.5
OWN_ENOUGH = 0.75
MOST_MORE = 2
# Manners of which three words weigh more than two.
_TELLING_BY_MANY = frozenset({"slang", "insult", "taunt"})
FEWEST_OF_ENGLISH = 2
OTHER_SCRIPT, OTHER_TONGUE = "chữ của nước khác", "tiếng nước khác"
ENGLISH, UNMARKED = "tiếng Anh", "viết không dấu"
NICK = "chỉ một biệt danh"
TONGUES = {OTHER_SCRIPT: 4, OTHER_TONGUE: 3, ENGLISH: 2, NICK: 2, UNMARKED: 1}
MOST_HEARD = 8
_ENGLISH = frozenset(
    [
        "the",
        "and",
        "for",
        "with",
        "are",
        "from",
        "that",
        "this",
        "was",
        "has",
        "you",
        "your",
        "we",
        "our",
        "is",
        "in",
        "of",
        "to",
        "be",
        "not",
        "no",
        "all",
        "will",
        "by",
        "it",
        "have",
        "been",
        "my",
        "i",
        "at",
        "on",
        "us",
    ]
)
# Faces drawn with signs, as in talk.
_FACES = re.compile(
    r"[:=;][-']?[)(dpv3o]{1,6}(?![\w/])|(?<!\w)xd+(?!\w)|\^[_.]?\^|[t;]_[t;]|<3(?!\d)|[!?]{3,}"
    "|[\U0001f480\u2620\U0001f602\U0001f608\U0001f595\U0001f47b\U0001f923\U0001f60e\U0001f47e\U0001f525]"
)
_OWN_WORD = re.compile(
    r"^(?:ngh|ng|nh|kh|gh|gi|ch|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?$"
)
# Letters with marks that no other tongue has.
_OURS_ALONE = re.compile("[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉĩịọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ]")
# Letters with marks that Vietnamese never writes.
_OTHER_MARKS = re.compile("[çşğıöüñßøåäëïîûœæłśżźćńęąščřžőű]")
# "x_Kid_x", "~name~", "Mr.Fox", "sh4d0w", "n1ght": how intruders call themselves.
_HANDLE = re.compile(
    r"(?<![\w@./-])(?:[~=\[<|]{1,2}\s?-?\s?[a-z][\w .'-]{2,24}-?\s?[~=\]>|]{1,2}"
    r"|(?=[a-z\d]{0,20}[a-z][0134579][a-z])[a-z\d]{4,20}|[a-z\d]{2,20}_[a-z\d_]{2,20}"
    r"|mr[._][a-z\d]{2,20}|x{1,2}_?[a-z\d]{3,20}_?x{1,2}|0x[a-z\d]{2,16}|@[a-z_][\w.]{3,24})(?![\w@./-])"
)

Phrase = tuple[str, ...]


@dataclass(frozen=True)
class Heard:
    """What a passage sounds like; `weight` is that of its manners."""

    weight: int = 0
    manners: tuple[str, ...] = ()
    found: tuple[tuple[str, str], ...] = ()
    """The phrases, each with its manner."""

    @property
    def terms(self) -> list[str]:
        """The phrases, as many as a proof needs."""
        return [one for one, _ in self.found[:MOST_HEARD]]


@dataclass
class Voices:
    """The manners of a data file, ordered for looking up word by word."""

    phrases: dict[str, list[tuple[Phrase, str]]] = field(default_factory=dict)
    unmarked: dict[str, list[tuple[Phrase, str]]] = field(default_factory=dict)
    scripts: dict[str, str] = field(default_factory=dict)
    """Phrases in scripts that are not parted into words."""
    weights: dict[str, int] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    everybodys: dict[str, list[Phrase]] = field(default_factory=dict)

    def heard(self, text: str) -> Heard:
        """Return what plain text sounds like: each manner once, a second phrase of it adds one."""
        found = self._found(words.tokens(text))
        if (clear := words.unleet(text)) != text:
            found |= self._found(words.tokens(clear))
        if face := _FACES.search(text):
            found[face[0]] = "slang"
        if words.is_foreign(text):
            found |= {one: manner for one, manner in self.scripts.items() if one in text}
        return self._summed(found)

    def without(self, heard: Heard, manners: frozenset[str]) -> Heard:
        """Return what was heard but for some manners."""
        return self._summed({one: kind for one, kind in heard.found if kind not in manners})

    def _summed(self, found: dict[str, str]) -> Heard:
        counts = Counter(found.values())
        weight = sum(
            self.weights[one] + min(count - 1, MOST_MORE if one in _TELLING_BY_MANY else 1)
            for one, count in counts.items()
        )
        return Heard(weight, tuple(counts), tuple(found.items()))

    def is_everybodys(self, text: str) -> bool:
        """Tell whether plain text is a notice or a name of a tool that any site may show."""
        read = words.tokens(text)
        return any(
            tuple(read[place : place + len(phrase)]) == phrase
            for place, word in enumerate(read)
            for phrase in self.everybodys.get(word, ())
        )

    def _found(self, read: list[str]) -> dict[str, str]:
        found: dict[str, str] = {}
        table = self.unmarked if all(map(str.isascii, read)) else self.phrases
        for place, word in enumerate(read):
            for phrase, manner in table.get(word, ()):
                if tuple(read[place : place + len(phrase)]) == phrase:
                    found[" ".join(phrase)] = manner
                    break
        return found


@lru_cache(maxsize=1)
def default() -> Voices:
    """Return the manners that ship with the app."""
    return read(_SHIPPED)


def read(text: str) -> Voices:
    """Return the manners that a data file in TOML holds."""
    data = tomllib.loads(text)
    voices = Voices()
    for name, manner in data["manners"].items():
        voices.weights[name], voices.labels[name] = manner["weight"], manner["label"]
        for phrase in map(words.plain, manner["marked"]):
            if words.is_foreign(phrase):
                voices.scripts[phrase] = name
                continue
            said = tuple(words.tokens(phrase))
            voices.phrases.setdefault(said[0], []).append((said, name))
            bare = tuple(map(words.bare, said))
            if bare == said or len(bare) >= FEWEST_WORDS_UNMARKED:
                voices.unmarked.setdefault(bare[0], []).append((bare, name))
    for phrase in data["everybodys"]["marked"]:
        said = tuple(words.tokens(words.plain(phrase)))
        voices.everybodys.setdefault(said[0], []).append(said)
    for table in (voices.phrases, voices.unmarked):
        for entries in table.values():
            entries.sort(key=lambda entry: -len(entry[0]))
    return voices


def handle_in(text: str) -> str:
    """Return a name of the kind that intruders give themselves, or ""."""
    match = _HANDLE.search(text)
    return match[0] if match else ""


def tongue_of(text: str) -> str:
    """Return in what way plain text is not written as an office of this country writes, or ""."""
    foreign = words.foreign_letters(text)
    if foreign >= FEWEST_LETTERS_OF_A_SCRIPT and 2 * foreign > sum(map(str.isalpha, text)):
        return OTHER_SCRIPT
    said = [one for one in words.tokens(text) if one.isalpha()]
    if _OURS_ALONE.search(text):
        return ""
    if len(said) < FEWEST_WORDS_OF_A_TONGUE:
        return NICK if text.count(" ") < FEWEST_WORDS_OF_A_TONGUE and handle_in(text) else ""
    own = sum(_OWN_WORD.match(one) is not None for one in map(words.bare, said))
    if words.is_marked(text) and own >= len(said) * OWN_ENOUGH:
        return ""
    english = sum(one in _ENGLISH for one in said)
    if own <= len(said) * MOSTLY or english >= FEWEST_OF_ENGLISH or _OTHER_MARKS.search(text):
        return ENGLISH if english else OTHER_TONGUE
    return UNMARKED if own >= len(said) * 0.8 and len(said) >= FEWEST_BARE_WORDS else ""
