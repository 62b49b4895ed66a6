"""How much a text offers, lures and reports."""

from dataclasses import dataclass

TELLING = 2
REPORT_WEIGHT = 3


@dataclass(frozen=True)
class Weight:
    """How much a text offers what strangers plant, and how much it reports about it."""

    offers: int = 0
    reports: int = 0
    lures: int = 0
    terms: tuple[str, ...] = ()
    label: str = ""
    named: int = 0
    """How much of what it offers are names."""
    is_pitch: bool = False
    """Whether any of its words is said by sellers alone; a sign and two digits are said by all."""

    @property
    def is_telling(self) -> bool:
        """Tell whether the text offers more than a report would name."""
        # Who reports names many; who sells names himself.
        offers = self.offers - max(0, self.named - TELLING) if self.reports else self.offers
        return offers + bool(self.lures and offers) >= TELLING + REPORT_WEIGHT * self.reports


NOTHING = Weight()
