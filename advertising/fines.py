"""How a fine is reckoned: pure functions of plain values, every line with its citation.

No number of the law stands here: brackets, the multiple for the other kind of offender, the place
inside the bracket and the ceilings of those who may fine are handed in.
"""

from collections.abc import Sequence
from dataclasses import dataclass

ORGANISATION, INDIVIDUAL = "organisation", "individual"
WHOLE = 100


@dataclass(frozen=True)
class Bracket:
    """From the lowest to the highest fine, in đồng, for one kind of offender."""

    low: int
    high: int
    basis: str
    citation: str

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.high:
            raise ValueError(f"{self.low}–{self.high} is no bracket")

    def holds(self, amount: int) -> bool:
        return self.low <= amount <= self.high


@dataclass(frozen=True)
class Line:
    """One step of the reckoning, in words, with what it rests on."""

    text: str
    citation: str


@dataclass(frozen=True)
class Reckoning:
    """The bracket as it meets this offender, what is proposed, and how it came about."""

    bracket: Bracket
    amount: int
    lines: tuple[Line, ...]


def for_offender(bracket: Bracket, kind: str, multiple: int) -> Bracket:
    """Return the bracket for this kind of offender: times `multiple`, or that part of it.

    Halves of a đồng fall to the inside of the bracket.
    """
    if kind == bracket.basis:
        return bracket
    if kind == ORGANISATION:
        return Bracket(bracket.low * multiple, bracket.high * multiple, kind, bracket.citation)
    low = -(-bracket.low // multiple)
    return Bracket(low, max(low, bracket.high // multiple), kind, bracket.citation)


def place(net: int, places: Sequence[Sequence[int]]) -> int:
    """Return how far into the bracket, in percent, for aggravating less mitigating circumstances.

    `places` are pairs (net, percent); beyond the ends the last one holds.
    """
    known = dict(map(tuple, places))
    within = min(max(net, min(known)), max(known))
    return known[max(step for step in known if step <= within)]


def inside(bracket: Bracket, percent: int) -> int:
    """Return the amount that lies so far into the bracket, never outside."""
    amount = bracket.low + (bracket.high - bracket.low) * percent // WHOLE
    return min(max(amount, bracket.low), bracket.high)


def reckon(
    bracket: Bracket,
    *,
    kind: str,
    multiple: int,
    multiple_citation: str,
    mitigating: Sequence[Line],
    aggravating: Sequence[Line],
    places: Sequence[Sequence[int]],
    places_citation: str,
) -> Reckoning:
    """Return what is proposed for one act of one offender."""
    own = for_offender(bracket, kind, multiple)
    percent = place(len(aggravating) - len(mitigating), places)
    amount = inside(own, percent)
    lines = [Line(f"Khung phạt: {money(bracket.low)} đến {money(bracket.high)}", bracket.citation)]
    if own.basis != bracket.basis:
        by = "nhân" if kind == ORGANISATION else "chia"
        words = f"Người vi phạm là {_KIND[kind]}, {by} {multiple}: {money(own.low)} đến "
        lines.append(Line(words + money(own.high), multiple_citation))
    lines += [Line(f"Giảm nhẹ: {one.text}", one.citation) for one in mitigating]
    lines += [Line(f"Tăng nặng: {one.text}", one.citation) for one in aggravating]
    lines.append(Line(f"Lấy mức {percent} % của khung: {money(amount)}", places_citation))
    return Reckoning(own, amount, tuple(lines))


def interest(owed: int, days: int, percent_a_day: float) -> int:
    """Return what a late payment costs more, in whole đồng, rounded down."""
    return int(max(owed, 0) * max(days, 0) * round(percent_a_day * 1000) // 100_000)


def money(amount: int) -> str:
    return f"{amount:,}".replace(",", ".") + " đồng"


def in_words(amount: int) -> str:
    """Return an amount as papers spell it out: "mười hai triệu năm trăm nghìn đồng"."""
    parts, rest, scale = [], amount, 0
    while rest:
        rest, group = divmod(rest, 1000)
        if group:
            parts.append(f"{_three_digits(group, is_inner=rest > 0)} {_SCALES[scale]}".strip())
        scale += 1
    return " ".join([*reversed(parts or [_DIGITS[0]]), "đồng"])


def _three_digits(number: int, *, is_inner: bool) -> str:
    """Spell out up to 999; inside of a longer number its hundreds are said even where 0."""
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    words = [_DIGITS[hundreds], "trăm"] if hundreds or is_inner else []
    if tens > 1:
        words += [_DIGITS[tens], "mươi"]
    elif tens == 1:
        words.append("mười")
    elif ones and words:
        words.append("lẻ")
    if ones:
        after_tens = {1: "mốt"} if tens > 1 else {}
        words.append((after_tens | ({5: "lăm"} if tens else {})).get(ones, _DIGITS[ones]))
    return " ".join(words)


_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_SCALES = ("", "nghìn", "triệu", "tỷ", "nghìn tỷ", "triệu tỷ")
_KIND = {ORGANISATION: "tổ chức", INDIVIDUAL: "cá nhân"}
