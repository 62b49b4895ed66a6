"""Tells whether a letter may be a denunciation or a complaint, by the words it is written in.

A guess that errs on the side of care: what may be a denunciation is kept from all but its
appointed readers until one of them has looked; a complaint is only told where it goes.
"""

import re
import tomllib
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from cityweb.core.text import clean, fold, spoken

# Whoever accuses says so early; a text beyond this is an enclosure.
_READ_LETTERS = 12_000
_WORD = re.compile(r"[^\W_]+|,")
_SENTENCE = re.compile(r"[.!?;\n]+")
_CHOICE = re.compile(r"\{([^}]*)\}(\??) ?")
# How many words may lie between a wrong and the one it is said of.
_NEAR = 14
# A sentence in which fewer words bear marks was written without.
_MARKED_SHARE = 0.25
_LISTS: dict[str, list[str]] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
_Said = Callable[[str], str]


class Matter(StrEnum):
    """What a letter may be in the eyes of another law than that of feedback."""

    DENUNCIATION = "denunciation"
    COMPLAINT = "complaint"


class _Phrases:
    """One list of phrases as two patterns: for sentences with marks, and for those without."""

    def __init__(self, name: str) -> None:
        self.marked = _pattern(_LISTS[name], spoken)
        self.bare = _pattern(_LISTS[name], fold)

    def of(self, sentence: "_Sentence") -> re.Pattern[str]:
        return self.marked if sentence.is_marked else self.bare


class _Sentence:
    """The words of one sentence with single spaces around them, as the patterns read them."""

    def __init__(self, words: list[str]) -> None:
        marked = sum(not word.isascii() for word in words)
        self.is_marked = marked >= _MARKED_SHARE * max(len(words), 1)
        said = spoken if self.is_marked else fold
        self.text = f" {' '.join(map(said, words))} "

    def has(self, phrases: _Phrases) -> bool:
        return phrases.of(self).search(self.text) is not None

    def drop(self, phrases: _Phrases) -> None:
        self.text = phrases.of(self).sub("– ", self.text)

    def has_near(self, one: _Phrases, other: _Phrases) -> bool:
        """Tell whether both stand within a few words of each other."""
        near = {place + gap for place in self._places(other) for gap in range(-_NEAR, _NEAR + 1)}
        return not near.isdisjoint(self._places(one))

    def _places(self, phrases: _Phrases) -> set[int]:
        found = phrases.of(self).finditer(self.text)
        return {self.text.count(" ", 0, match.start()) for match in found}


def _pattern(phrases: list[str], said: _Said) -> re.Pattern[str]:
    found = "|".join(_phrase(phrase, said) for phrase in phrases)
    return re.compile(rf"(?<= )(?:{found})")


def _phrase(phrase: str, said: _Said) -> str:
    """Return a phrase as a pattern in which a space follows every word."""
    parts = _CHOICE.split(phrase)
    pattern = _words(parts[0], said)
    for choices, is_optional, plain in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        one = "|".join(_words(choice, said) for choice in choices.split("|"))
        pattern += f"(?:{one}){is_optional}{_words(plain, said)}"
    return pattern


def _words(plain: str, said: _Said) -> str:
    return "".join(f"{re.escape(said(word))} " for word in plain.split())


_GENERAL, _ACCUSED, _ACCUSING, _WRONGS, _NAMED = map(
    _Phrases, ("general", "accused", "accusing", "wrongs", "named")
)
_SECRECY, _ASKING, _TELLING, _COMPLAINING, _AFFAIR = map(
    _Phrases, ("secrecy", "asking", "telling", "complaining", "affair")
)


def matter(subject: str, body: str) -> Matter | None:
    """Return what the letter may be: a denunciation before a complaint, mostly neither.

    Questions about how either is handled, and what is told of the news, are neither.
    """
    sentences = _sentences(f"{subject}\n{body}"[:_READ_LETTERS])
    if _is_afraid(sentences) or any(map(_accuses, sentences)):
        return Matter.DENUNCIATION
    said = [one for one in sentences if not one.has(_ASKING)]
    return Matter.COMPLAINT if any(one.has(_COMPLAINING) for one in said) else None


def may_denounce(subject: str, body: str) -> bool:
    """Tell whether the letter may be a denunciation."""
    return matter(subject, body) == Matter.DENUNCIATION


def turns(subject: str, body: str, added: str) -> bool:
    """Tell whether what is `added` to a letter makes a denunciation of it, which it was not."""
    if may_denounce("", added):
        return True
    return may_denounce(subject, f"{added}\n{body}") and not may_denounce(subject, body)


def _sentences(letter: str) -> list[_Sentence]:
    words = (_WORD.findall(part.lower()) for part in _SENTENCE.split(clean(letter)))
    found = [_Sentence(some) for some in words if some]
    for one in found:
        one.drop(_GENERAL)
    return found


def _accuses(sentence: _Sentence) -> bool:
    if sentence.has(_ASKING):
        is_near = sentence.has(_AFFAIR) and sentence.has_near(_WRONGS, _ACCUSED)
        return is_near or sentence.has(_NAMED)
    if sentence.has(_ACCUSING):
        return True
    return not sentence.has(_TELLING) and sentence.has_near(_WRONGS, _ACCUSED)


def _is_afraid(sentences: list[_Sentence]) -> bool:
    """Tell whether the letter asks to keep a name from somebody in office whom it speaks of."""
    return any(one.has(_SECRECY) for one in sentences) and any(
        one.has(_ACCUSED) for one in sentences
    )
