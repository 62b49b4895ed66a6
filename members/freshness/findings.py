"""What reading a page, a feed or a sitemap yields: a day, the words it stands on, and the rule."""

from dataclasses import dataclass
from datetime import date

LONGEST_EVIDENCE = 240


@dataclass(frozen=True)
class NewsDate:
    """The newest day of news that a document proves.

    `evidence` quotes what was read and says where; `rule` is the short code of how it was read.
    """

    day: date
    evidence: str
    rule: str


@dataclass(frozen=True)
class Piece:
    """One piece of news as a list shows it, its address made whole."""

    day: date
    title: str
    address: str


def found(day: date, rule: str, *words: str) -> NewsDate:
    """Return a finding whose evidence is `words` joined and cut to a readable length."""
    text = " · ".join(" ".join(part.split()) for part in words if part)
    return NewsDate(day=day, evidence=text[:LONGEST_EVIDENCE], rule=rule)
