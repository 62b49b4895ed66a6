"""A page with the day that it proves, and pieces of pages that prove none."""

from dataclasses import dataclass
from datetime import date

from tests.members.composed import page


@dataclass(frozen=True)
class Case:
    name: str
    html: str
    url: str
    day: date | None
    is_trap: bool = False


def traps_of(parts, *, undated, dated, old, label="trap", alone_at="https://t.gov.vn/", **given):
    """Yield each piece beside headlines without a day, and beside news of the day `old`.

    Nothing may be read out of it as newer than that.
    """
    for name, part in parts.items():
        alone, beside = page(part + undated, **given), page(part + dated, **given)
        yield Case(f"{label} {name}, alone", alone, alone_at, None, is_trap=True)
        yield Case(f"{label} {name}, old news", beside, "https://t.gov.vn/", old, is_trap=True)
