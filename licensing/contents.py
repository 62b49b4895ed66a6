"""What a licence says, apart from any row."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Contents:
    """What a licence says."""

    valid_to: date
    holder_name: str
    site_name: str
    domains: list[str]
    manager: str
    address: str = ""
    sections: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    servers: str = ""
