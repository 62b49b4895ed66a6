"""Text as spammers write it, brought back to words."""

import re
import unicodedata

_UNSEEN = re.compile(
    "[\u00ad\u0304\u0305\u0307\u0308\u030a-\u031a\u031c-\u0322\u0324-\u036f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_WORD = re.compile(r"[^\W_]{1,60}")
# Single letters kept apart by signs or spaces: "n.h.à c.á.i", "t à i x ỉ u".
_SPELLED = re.compile(r"(?<![^\W_])(?:[^\W\d_][\s.\-_*·•|/~+,]{1,3}){3,40}[^\W\d_](?![^\W_])")
# Found at a third of the cost, and seldom; only then is it worth looking closer.
_LONE_LETTERS = re.compile(
    r"[\s.\-_*·•|/~+,][^\W\d_][\s.\-_*·•|/~+,]{1,3}[^\W\d_][\s.\-_*·•|/~+,]{1,3}[^\W\d_][\s.\-_*·•|/~+,]"
)
_OTHER_LETTERS = re.compile("[\u0261\u0370-\u1dff\u2e80-\ud7ff]")
_UNMARKED = re.compile(r"(?<![^\W_])[a-z0-9]{1,30}(?:[ ,.:-]{1,3}[a-z0-9]{1,30}){3,60}(?![^\W_])")
_NOT_LETTERS = re.compile(r"[\W\d_]+")
_LOOKALIKES = str.maketrans(
    "аеорсхуіѕјһԁɡοανρτικχυηβкмтвнԛԝʟɴ", "aeopcxyisjhdgoavptikxunbkmtbhqwln"
)
MARKED = re.compile("[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]")
_DISGUISES = re.compile("[\u0261\u0370-\u052f]")
_MARKS = re.compile("[\u0300-\u036f]+")
_FOREIGN = re.compile(
    "[\u0370-\u04ff\u0590-\u05ff\u0900-\u0dff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0600-\u06ff]"
)
# "h4ck3d", "y0ur s1te": digits among letters.
_LEET = re.compile(r"[a-z][013457]|[013457][a-z]")
_LEET_WORD = re.compile(r"[a-z013457_]{2,40}")
_LEET_LETTERS = str.maketrans("013457", "oieast")


def plain(text: str) -> str:
    """Return text composed, in lower case, without unseen characters and wide or maths letters."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize(
        "NFC", unicodedata.normalize("NFKC", _UNSEEN.sub("", text)).lower()
    )


def undisguised(text: str) -> str:
    """Return plain text with letters of other alphabets that pass for Latin ones put right.

    Words that are foreign all through stay foreign: only a Latin neighbour makes a disguise.
    """
    return text if text.isascii() else text.translate(_LOOKALIKES)


def is_spelled_out(text: str) -> bool:
    """Tell whether plain text holds a word written letter by letter."""
    if _LONE_LETTERS.search(f" {text}") is None:
        return False
    return _SPELLED.search(text) is not None


def unmarked_runs(text: str) -> list[str]:
    """Return the runs of plain text that are written without marks though its rest has them."""
    return _UNMARKED.findall(text)


def has_other_letters(text: str) -> bool:
    """Tell whether text has letters that are neither Latin nor Vietnamese."""
    return not text.isascii() and _OTHER_LETTERS.search(text) is not None


def has_lookalikes(text: str) -> bool:
    """Tell whether text has letters of the alphabets that Latin ones are disguised with."""
    return not text.isascii() and _DISGUISES.search(text) is not None


def is_foreign(text: str) -> bool:
    """Tell whether text has letters of scripts that Vietnamese is never written in."""
    return not text.isascii() and _FOREIGN.search(text) is not None


def vocabulary(text: str) -> set[str]:
    """Return the distinct words of plain text, for less than it costs to list them all."""
    return set(_WORD.findall(" ".join(set(text.split()))))


def tokens(text: str) -> list[str]:
    """Return the words of plain text, whatever signs stand between them."""
    return _WORD.findall(text)


def spelled_out(text: str) -> list[str]:
    """Return the words of plain text that are written letter by letter, closed up."""
    return [_NOT_LETTERS.sub("", match) for match in _SPELLED.findall(text)]


def closed_up(text: str) -> str:
    """Return plain text with words written letter by letter closed up, all else as it is."""
    return _SPELLED.sub(lambda match: _NOT_LETTERS.sub("", match[0]), text)


def unleet(text: str) -> str:
    """Return plain text with digits that stand for letters inside a word read as those letters."""
    if _LEET.search(text) is None:
        return text
    return _LEET_WORD.sub(lambda match: match[0].translate(_LEET_LETTERS), text)


def bare(text: str) -> str:
    """Return plain text without diacritics."""
    if text.isascii():
        return text
    return _MARKS.sub("", unicodedata.normalize("NFD", text)).replace("đ", "d")


def is_marked(text: str) -> bool:
    """Tell whether plain text is written with Vietnamese marks, so that they can be relied on."""
    return MARKED.search(text) is not None


def foreign_letters(text: str) -> int:
    """Return how many letters belong to scripts that Vietnamese is never written in."""
    return 0 if text.isascii() else len(_FOREIGN.findall(text))
