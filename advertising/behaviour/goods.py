"""What an advertisement sells, guessed by words that stand in it: leads to special goods.

Words are data of their own: files in `goods_words/`, and those that the operator lays into a folder
beside the filter lists. A lead names the very word; an officer looks at the advertisement.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.models import Prefetch

from advertising.models import CheckItem, ProductCategory, ProductCondition
from advertising.models.checklists import CheckKind
from cityweb.core import text

_OURS = Path(__file__).with_name("goods_words")
_THEIRS = "hang-hoa"
# Words that need proof, whatever is sold.
SUPERLATIVE = "so-sanh-nhat"
_LINES = {"prohibited": "P1", "conditional": "C4", SUPERLATIVE: "P11"}
_MOST = 4000


@dataclass(frozen=True, slots=True)
class Sign:
    """A word that is met in advertisements of one group of goods."""

    group: str
    word: str


def leads(ads: Iterable[dict[str, Any]], *, on: date) -> list[dict[str, str]]:
    """Return what the words of advertisements point to, with what the law of that day asks.

    Each is a dict as a verdict of the measuring is, with the result "lead".
    """
    found = [(ad["name"], sign) for ad in ads for sign in signs_in(ad["text"], installed())]
    return [row for name, sign in found for row in _lead(name, sign, on)] if found else []


def signs_in(words: str, signs: Iterable[Sign]) -> list[Sign]:
    """Return for each group the first of its words that stands in a text as a whole word.

    A text that somebody typed without any marks is compared without marks.
    """
    said = unicodedata.normalize("NFC", words[:_MOST]).lower()
    has_marks = text.fold(said) != said
    found: dict[str, Sign] = {}
    for sign in signs:
        word = sign.word.lower() if has_marks else text.fold(sign.word)
        if sign.group not in found and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", said):
            found[sign.group] = sign
    return list(found.values())


def installed() -> tuple[Sign, ...]:
    """Return the words of this installation; read again when a file changed."""
    folders = [_OURS, Path(settings.AD_FILTER_FOLDER) / _THEIRS]
    files = [file for folder in folders if folder.is_dir() for file in sorted(folder.glob("*.txt"))]
    return _read(tuple((file, file.stat().st_mtime_ns) for file in files))


@lru_cache(maxsize=1)
def _read(files: tuple[tuple[Path, int], ...]) -> tuple[Sign, ...]:
    return tuple(sign for file, _ in files for sign in parse(file.read_text("utf-8", "replace")))


def parse(words: str) -> Iterator[Sign]:
    """Yield the signs of a file: `group = word; word`, a line each; `!` begins a comment."""
    for line in words.splitlines():
        group, mark, said = line.partition("=")
        if mark and not line.startswith("!"):
            for word in filter(None, map(str.strip, said.split(";"))):
                yield Sign(group.strip(), unicodedata.normalize("NFC", word))


def _lead(name: str, sign: Sign, on: date) -> Iterator[dict[str, str]]:
    asked = _of_superlatives(on) if sign.group == SUPERLATIVE else _of_group(sign.group, on)
    for code, said, citation in asked:
        yield {
            "code": code, "ad": name, "result": "lead", "measure": f"có lời “{sign.word}”: {said}",
            "limit": "", "margin": "", "citation": citation,
        }  # fmt: skip


def _of_superlatives(on: date) -> Iterator[tuple[str, str, str]]:
    rows = CheckItem.objects.filter(
        code=_LINES[SUPERLATIVE], version__kind=CheckKind.WEBSITE, version__effective_from__lte=on
    ).exclude(version__effective_to__lte=on)
    for row in rows[:1]:
        yield row.code, "phải có tài liệu chứng minh", row.citation


def _of_group(code: str, on: date) -> Iterator[tuple[str, str, str]]:
    in_force = Prefetch("conditions", ProductCondition.objects.in_force(on), to_attr="now")
    for group in ProductCategory.objects.filter(code=code).prefetch_related(in_force):
        for one in group.now[:1]:
            yield _LINES[group.kind], f"{group.name} – {one.text.rstrip('.').lower()}", one.citation
