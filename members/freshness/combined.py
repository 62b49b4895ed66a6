"""One answer for a site and for each of its sections from everything that was read of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from members.freshness.findings import NewsDate

# A change is no news: it speaks only where nothing else does.
WEAK_RULES = frozenset({"sitemap", "address"})


@dataclass(frozen=True)
class Observation:
    """What one address yielded. `section` is empty for what speaks of the whole site."""

    url: str
    found: NewsDate | None
    section: str = ""


@dataclass(frozen=True)
class Freshness:
    """The newest news of a site and of its sections, each with the address it was read at."""

    site: Observation | None
    sections: dict[str, Observation | None]

    def age(self, *, today: date) -> int | None:
        """Return the days since the newest news, or None where none was proved."""
        if self.site is None or self.site.found is None:
            return None
        return (today - self.site.found.day).days


def combine(observations: Iterable[Observation]) -> Freshness:
    """Return the newest proof for the site and for each section named by an observation.

    A section that was looked at without proof is there with None, so that it can be told from one
    that was not looked at.
    """
    seen = list(observations)
    sections = {one.section for one in seen if one.section}
    return Freshness(
        site=_newest(seen),
        sections={
            section: _newest([one for one in seen if one.section == section])
            for section in sorted(sections)
        },
    )


def _newest(observations: list[Observation]) -> Observation | None:
    proofs = [one for one in observations if one.found is not None]
    strong = [one for one in proofs if one.found and one.found.rule not in WEAK_RULES]
    return max(
        strong or proofs, key=lambda one: one.found.day if one.found else date.min, default=None
    )
