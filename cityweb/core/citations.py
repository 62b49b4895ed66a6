"""How one app tells another whether a thing it published still stands."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Standing:
    """A published thing as it is today. `version` changes whenever its meaning may have."""

    title: str
    address: str
    version: str
    is_good: bool
    # In a sentence, when it is not good any more: withdrawn, replaced by what, revised.
    why_not: str = ""


@dataclass(frozen=True)
class Found:
    """Something that answers a search for what may be cited."""

    target_id: int
    standing: Standing
