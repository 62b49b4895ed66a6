"""Addresses of the net: mail, and pages of persons in social networks."""

import re
from collections.abc import Iterator

from feedback.privacy.kinds import Kind, Span
from feedback.privacy.sight import Sight

_AT = (
    r"(?: {0,2}@{1,2} {0,2}| {0,2}[\[({<] ?(?:at|a|a cong|@) ?[\])}>] {0,2}| a cong |"
    r" at(?= (?:gmail|"
    r"yahoo|"
    r"hotmail|outlook|icloud)) )"
)
_DOT = r"(?: {0,2}\. {0,2}| {0,2}[\[({<] ?(?:dot|cham|\.) ?[\])}>] {0,2}| cham | dot )"
_ENDING = r"(?:com|vn|net|org|edu|gov|info|example|me|io)"
_EMAIL = re.compile(
    rf"(?<![a-z0-9._%+\-])[a-z0-9][a-z0-9._%+\-]{{0,63}}{_AT}"
    rf"(?:[a-z0-9\-]{{1,63}}(?:(?:\.[a-z0-9\-]{{2,63}}){{1,4}}|(?:{_DOT}{_ENDING}(?![a-z])){{1,3}})"
    r"|(?:gmail|yahoo|hotmail|outlook|icloud|ymail)(?![a-z]))"
)
_NETWORKS = (
    r"(?:facebook\.com|fb\.com|m\.me|fb\.me|zalo\.me|t\.me|telegram\.me|tiktok\.com|instagram\.com|"
    r"twitter\.com|x\.com|threads\.net|linkedin\.com|youtube\.com|youtu\.be|wa\.me)"
)
_LINK = re.compile(rf"(?:https?://)?(?:[a-z]{{1,5}}\.)?{_NETWORKS}/[^\s<>\"')\]]{{2,200}}")
_UID = re.compile(
    r"(?<![a-z])(?:uid|id facebook|facebook id|profile\.php\?id=)[ :=]{0,3}(\d{6,20})"
)
_NAMED = re.compile(
    r"(?<![a-z])(?:facebook|fb|zalo|telegram|tiktok|instagram|insta|skype|viber|nick(?:name)?|"
    r"youtube)(?: cua (?:toi|em|minh)| ca nhan| ten| la)*(?: ?[:=] ?| la )"
    r"(@?[a-z0-9][a-z0-9._]{2,40})"
)
_NAMED_PERSON = re.compile(
    r"(?:[Ff]acebook|FB|[Ff]b|[Zz]alo|[Nn]ick)(?: [a-z]{2,4}){0,3}(?: ?[:=] ?| la )"
    r"((?:[A-Z][a-z]{0,7} ){1,4}[A-Z][a-z]{0,7})(?![a-z])"
)
_HANDLE = re.compile(r"(?<![a-z0-9._%+\-/])@[a-z0-9][a-z0-9._]{2,40}")


def emails(sight: Sight) -> Iterator[Span]:
    """Yield mail addresses, also those written to hide from machines."""
    for match in _EMAIL.finditer(sight.low):
        yield Span(Kind.EMAIL, match.start(), match.end())


def handles(sight: Sight) -> Iterator[Span]:
    """Yield links to pages in social networks, handles, and names that are called so."""
    for match in _LINK.finditer(sight.low):
        end = match.end() - len(match[0]) + len(match[0].rstrip(".,;:!?"))
        yield Span(Kind.HANDLE, match.start(), end)
    for pattern, text in ((_UID, sight.low), (_NAMED_PERSON, sight.cased)):
        for match in pattern.finditer(text):
            yield Span(Kind.HANDLE, match.start(1), match.end(1))
    for match in _NAMED.finditer(sight.low):
        word = match[1].rstrip(".")
        has_sign = any(letter in "@._" or letter.isdecimal() for letter in word)
        if has_sign and not word.replace(".", "").isdecimal():
            yield Span(Kind.HANDLE, match.start(1), match.start(1) + len(word))
    for match in _HANDLE.finditer(sight.low):
        yield Span(Kind.HANDLE, match.start(), match.start() + len(match[0].rstrip(".")))
