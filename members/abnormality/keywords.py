"""The learned words: what is planted, what lures, what only reports; and how a text weighs."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.db import models

from members.abnormality import names, words
from members.abnormality.weights import NOTHING, REPORT_WEIGHT, TELLING, Weight

DEFAULT = Path(__file__).parents[1] / "data" / "planted_words.toml"
# Read while files can still be opened: the child that reads pages cannot open any later.
SHIPPED = DEFAULT.read_text("utf-8")
SHORTEST_IN_A_HOST = 6
SHORTEST_BRAND = 5
MOST_LURES_OF_CHANCE = 1
MOST_DEFUSED = 4
SHORTEST_GUEST = 40
LONGEST_GUEST = 600
FEWEST_WORDS_OF_A_LONG_PITCH = 4
# Addresses written so that nobody can follow them, as only those who warn do.
_DEFUSED = re.compile(r"\w\[\.\]\w|\bhxxps?:")
_BRAND = re.compile(r"^(?:([a-z]{1,8})(\d{1,4})|(\d{1,4})([a-z]{2,8}))$")

Phrase = tuple[str, ...]


class Kind(models.TextChoices):
    """What words of the lists are: the last two speak against a finding."""

    PITCH = "pitch", "Lời chào mời, một mình đủ để kết luận"
    TOPIC = "topic", "Nói về thứ bị chèn, một mình chưa đủ"
    BRAND = "brand", "Tên thương hiệu"
    FOREIGN = "foreign", "Chữ nước ngoài"
    LURE = "lure", "Lời mời gọi đi kèm"
    REPORT = "report", "Lời của người tường thuật"


@dataclass(frozen=True)
class Changes:
    """What the office changes in the lists of the house: words with their kinds, and domains."""

    added: tuple[tuple[str, str], ...] = ()
    dropped: tuple[tuple[str, str], ...] = ()
    blocked: frozenset[str] = frozenset()
    harmless: frozenset[str] = frozenset()


UNCHANGED = Changes()
OWN_LABEL = "danh sách của Phòng"
_WEIGHTS = {Kind.PITCH: TELLING, Kind.TOPIC: 1, Kind.LURE: 0, Kind.REPORT: -1}


@dataclass
class Keywords:
    """The lists of one data file, ordered for looking up word by word."""

    phrases: dict[str, list[tuple[Phrase, int, str]]] = field(default_factory=dict)
    unmarked: dict[str, list[tuple[Phrase, int, str]]] = field(default_factory=dict)
    closed_up: dict[str, tuple[str, int]] = field(default_factory=dict)
    openers: dict[str, set[Phrase]] = field(default_factory=dict)
    """What is offered, by the first word of each phrase."""
    brands: set[str] = field(default_factory=set)
    long_brands: set[str] = field(default_factory=set)
    """Those that no other name would hold by chance."""
    brand_letters: set[str] = field(default_factory=set)
    brand_digits: set[str] = field(default_factory=set)
    foreign: dict[str, str] = field(default_factory=dict)
    unclear: frozenset[str] = frozenset()
    """Phrases that mean something harmless when written without marks and spaces."""
    ordinary_hosts: frozenset[str] = frozenset()
    measuring_hosts: frozenset[str] = frozenset()
    daily: frozenset[str] = frozenset()
    """Words of a report that offices use of everything."""
    seller: dict[str, list[tuple[Phrase, int, str]]] = field(default_factory=dict)
    """How a seller speaks, and an office: phrases by first word, each with its manner."""
    office_words: frozenset[str] = frozenset()
    foreign_reports: re.Pattern[str] = field(default_factory=lambda: re.compile(r"(?!)"))
    foreign_pattern: re.Pattern[str] = field(default_factory=lambda: re.compile(r"(?!)"))

    def weigh(self, text: str) -> Weight:
        """Return the weight of plain text; longest phrases count, each once."""
        read = words.tokens(text)
        found = self._phrases_in(read, self._table_for(text))
        if not text.isascii() and not found and words.has_lookalikes(text):
            clear = words.undisguised(text)
            table = self.phrases if words.is_marked(clear) else self.unmarked
            found = self._phrases_in(words.tokens(clear), table)
        if not text.isascii() and not found:
            for said in words.unmarked_runs(text):
                found |= self._phrases_in(words.tokens(said), self.unmarked)
        for closed in words.spelled_out(text):
            for name, (label, _) in self.closed_up.items():
                if name in closed:
                    found[name] = (REPORT_WEIGHT, label)
        if words.is_foreign(text):
            for name in self.foreign_pattern.findall(text):
                found[name] = (TELLING, self.foreign[name])
            for name in self.foreign_reports.findall(text) if found else ():
                found[name] = (-1, "")
        self._add_suspects(read, found)
        defused = len(_DEFUSED.findall(text)) if found else 0
        for place in range(min(MOST_DEFUSED, defused)):
            found[f"[.] {place}"] = (-1, "")
        return self._summed(found) if found else NOTHING

    def weigh_guest(self, text: str) -> Weight:
        """Return the weight of a line of plain text that is not Vietnamese; of others nothing."""
        if not text.isascii() or not SHORTEST_GUEST < len(text) < LONGEST_GUEST:
            return NOTHING
        found = self._phrases_in(words.tokens(text), self.unmarked)
        return self._summed(found) if found else NOTHING

    def worth_a_look(self, page: str) -> tuple[str, ...]:
        """Return words of which a text of this page holds one, or else it offers nothing.

        Most pages hold none, and are spared the closer look at every text. The empty word, which
        every text holds, stands for a page whose disguises only that look undoes.
        """
        has_others = words.has_other_letters(page)
        if (has_others and words.has_lookalikes(page)) or words.is_spelled_out(page):
            return ("",)
        here = words.vocabulary(page)
        near = here.intersection(self.openers)
        known = (
            max(phrase, key=len)
            for word in near
            for phrase in self.openers[word]
            if here.issuperset(phrase)
        )
        alike = (
            word
            for word in here
            if self._is_built_like_a_brand(word)
            or names.is_suspect(word)
            or names.says_the_trade(word)
        )
        foreign = self.foreign_pattern.findall(page) if has_others else ()
        return tuple({*known, *alike, *foreign})

    def is_a_name(self, term: str) -> bool:
        """Tell whether a term that was found is a trade's name, or built like one."""
        return term in self.brands or self._is_built_like_a_brand(term) or names.is_suspect(term)

    def reports_in(self, text: str) -> int:
        """Return how many words of a report plain text holds, whether or not it offers."""
        found = self._phrases_in(words.tokens(text), self._table_for(text))
        return sum(weight < 0 for weight, _ in found.values())

    def reports_of(self, title: str) -> int:
        """Return how many words of a report the plain title of a page speaks of it with.

        What offices always write of tells of a trade only where the title names one.
        """
        found = self._phrases_in(words.tokens(title), self._table_for(title))
        told = [phrase for phrase, (weight, _) in found.items() if weight < 0]
        if any(weight > 0 for weight, _ in found.values()):
            return len(told)
        return sum(phrase not in self.daily for phrase in told)

    def manners_in(self, text: str) -> list[str]:
        """Return the manners of speaking that plain text shows, one for each phrase of them."""
        found = self._phrases_in(words.tokens(text), self.seller)
        return [manner for _, manner in found.values() if manner]

    def in_a_name(self, name: str) -> str:
        """Return the term that a host or a path without spaces contains, or ""."""
        if "casino" in name and names.is_a_hotel(name):
            return ""
        spaced = re.split(r"[^a-z0-9]+", name.lower())
        for part in spaced:
            if part in self.brands:
                return part
            if len(part) >= SHORTEST_BRAND:
                if self._is_built_like_a_brand(part):
                    return part
                if brand := next((one for one in self.long_brands if one in part), ""):
                    return brand
        if names.is_of_the_trade(name):
            return name
        closed = [re.sub(r"[^a-z0-9]+", "", one) for one in re.split(r"[./]", name.lower())]
        terms = (term for term, (_, weight) in self.closed_up.items() if weight)
        return next((term for term in terms if any(term in one for one in closed)), "")

    def _summed(self, found: dict[str, tuple[int, str]]) -> Weight:
        offers = {term: weight for term, (weight, _) in found.items() if weight > 0}
        labels = [label for _, (weight, label) in found.items() if weight > 0 and label]
        return Weight(
            offers=sum(offers.values()),
            reports=sum(weight < 0 for weight, _ in found.values()),
            lures=sum(weight == 0 for weight, _ in found.values()),
            terms=tuple(offers)[:6],
            label=labels[0] if labels else "",
            named=sum(one for term, one in offers.items() if self.is_a_name(term)),
            is_pitch=any(
                one >= TELLING and (len(term) >= SHORTEST_BRAND or not term.isascii())
                for term, one in offers.items()
            ),
        )

    def _add_suspects(self, read: list[str], found: dict[str, tuple[int, str]]) -> None:
        """Count names built like a trade's where words of the trade or several lures stand by."""
        weights = [weight for weight, _ in found.values()]
        if any(one > 0 for one in weights) or weights.count(0) > MOST_LURES_OF_CHANCE:
            for word in read:
                if names.is_suspect(word):
                    found.setdefault(word, (1, ""))
                elif names.says_the_trade(word):
                    found.setdefault(word, (TELLING, ""))

    def _table_for(self, text: str) -> dict[str, list[tuple[Phrase, int, str]]]:
        return self.unmarked if text.isascii() else self.phrases

    def _phrases_in(
        self, read: list[str], table: dict[str, list[tuple[Phrase, int, str]]]
    ) -> dict[str, tuple[int, str]]:
        found: dict[str, tuple[int, str]] = {}
        place = 0
        while place < len(read):
            word = read[place]
            step = 1
            for phrase, weight, label in table.get(word, ()):
                if len(phrase) == 1 or tuple(read[place : place + len(phrase)]) == phrase:
                    found[" ".join(phrase)] = (weight, label)
                    step = len(phrase)
                    break
            else:
                if self._is_built_like_a_brand(word):
                    found[word] = (1, "")
            place += step
        return found

    def _is_built_like_a_brand(self, word: str) -> bool:
        if word.isalpha() or word.isdigit() or not (match := _BRAND.match(word)):
            return False
        letters, digits = match[1] or match[4], match[2] or match[3]
        return letters in self.brand_letters and digits in self.brand_digits

    def add(self, phrase: str, weight: int, label: str, *, in_names: bool) -> None:
        """Put a phrase into the tables; weight 0 lures, below 0 reports."""
        marked = tuple(words.tokens(words.plain(phrase)))
        if weight == TELLING and len(marked) >= FEWEST_WORDS_OF_A_LONG_PITCH:
            weight += 1
        unmarked = tuple(words.bare(word) for word in marked)
        self.phrases.setdefault(marked[0], []).append((marked, weight, label))
        self.unmarked.setdefault(unmarked[0], []).append((unmarked, weight, label))
        if weight > 0:
            for phrase_said in (marked, unmarked):
                self.openers.setdefault(phrase_said[0], set()).add(phrase_said)
        closed = "".join(unmarked)
        if (
            in_names
            and phrase not in self.unclear
            and len(closed) >= SHORTEST_IN_A_HOST
            and len(marked) > 1
        ):
            self.closed_up[closed] = (label, weight if weight > 0 else 0)
            self.closed_up.setdefault("".join(marked), (label, 0))

    def learn(self, phrase: str, kind: Kind, label: str) -> None:
        """Take words of one kind."""
        if kind is Kind.BRAND:
            self.learn_brand(phrase, label)
        elif kind is Kind.FOREIGN:
            self.foreign[words.plain(phrase)] = label
        else:
            told = kind in {Kind.PITCH, Kind.TOPIC}
            self.add(phrase, _WEIGHTS[kind], label if told else "", in_names=told)

    def learn_brand(self, name: str, label: str) -> None:
        """Take a trade name, and what names built like it are made of."""
        name = name.lower()
        self.brands.add(name)
        if len(name) >= SHORTEST_BRAND + name.isalpha():
            self.long_brands.add(name)
        self.add(name, TELLING, label, in_names=False)
        if match := _BRAND.match(name):
            self.brand_letters.add(match[1] or match[4])
            if len(digits := match[2] or match[3]) > 1:
                self.brand_digits.add(digits)


def read(text: str, changes: Changes = UNCHANGED) -> Keywords:
    """Return the keywords that a data file in TOML holds, with the changes of the office."""
    data = tomllib.loads(text)
    keywords = Keywords(
        ordinary_hosts=frozenset(data["ordinary_hosts"]) | changes.harmless,
        measuring_hosts=frozenset(data["measuring_hosts"]),
        unclear=frozenset(data["unclear_in_names"]),
        daily=frozenset(map(words.plain, data["daily_reports"])),
        office_words=frozenset(one for one in data["seller"]["offices"] if " " not in one),
    )
    dropped = {(words.plain(phrase), kind) for phrase, kind in changes.dropped}
    own = ((phrase, kind, OWN_LABEL) for phrase, kind in changes.added)
    for phrase, kind, label in (*_listed(data), *own):
        if words.tokens(words.plain(phrase)) and (words.plain(phrase), kind) not in dropped:
            keywords.learn(phrase, Kind(kind), label)
    for manner, phrases in data["seller"].items():
        for phrase in phrases:
            said = tuple(words.tokens(words.plain(phrase)))
            keywords.seller.setdefault(said[0], []).append((said, 0, manner))
    for table in (keywords.phrases, keywords.unmarked, keywords.seller):
        for entries in table.values():
            entries.sort(key=lambda entry: -len(entry[0]))
    keywords.foreign_reports = re.compile("|".join(map(re.escape, data["foreign_reports"])))
    longest_first = sorted(keywords.foreign, key=len, reverse=True)
    keywords.foreign_pattern = re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")
    return keywords


def _listed(data: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield the words of a data file with their kind and label."""
    yield from ((phrase, Kind.LURE, "") for phrase in data["lures"])
    reports = (*data["reports"], *data["daily_reports"])
    yield from ((phrase, Kind.REPORT, "") for phrase in reports)
    for group in data["kinds"].values():
        names = {"pitch": Kind.PITCH, "topic": Kind.TOPIC, "brands": Kind.BRAND}
        for name, kind in (names | {"foreign": Kind.FOREIGN}).items():
            yield from ((phrase, kind, group["label"]) for phrase in group.get(name, ()))


@lru_cache(maxsize=1)
def default() -> Keywords:
    """Return the words that come with the house."""
    return read(SHIPPED)
