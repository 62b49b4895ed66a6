"""The list behind a digest, one line a version, in the form that `sha256sum` writes and reads."""

import hashlib
from collections.abc import Iterator
from datetime import date

from licensing.models import LicenceVersion
from licensing.reports import open_data


def lines() -> Iterator[str]:
    """Yield the line of every version, in the order of licences and versions."""
    rows = LicenceVersion.objects.select_related("licence__issuer", "paper__file")
    rows = rows.defer("licence__words", "licence__search").order_by("licence__slug", "ordinal")
    for version in rows.iterator(chunk_size=2000):
        digest = hashlib.sha256(open_data.written(open_data.record(version))).hexdigest()
        yield f"{digest}  {version.licence.slug}/{version.ordinal}.json\n"


def lost(before: str, now: str) -> list[str]:
    """Return the names in the lines of an older list that a newer one lacks."""
    kept = set(now.splitlines())
    return [line.partition("  ")[2] for line in before.splitlines() if line not in kept]


def link(chain_before: str, day: date, sha256: str) -> str:
    """Return what binds a day's list to all days before it."""
    return hashlib.sha256(f"{chain_before} {day.isoformat()} {sha256}\n".encode()).hexdigest()
