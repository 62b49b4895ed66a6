"""Which files of the sender a body and its units see: set when it is sent, mended later."""

from collections.abc import Iterable

from cityweb.core.models import Attachment
from feedback.actions.reading import read_files
from feedback.models import Hop
from feedback.reports import veiled


def show_to(hop: Hop, shown: Iterable[Attachment] | None) -> dict[str, list[int]]:
    """Let a new hop see these files of the sender and no others; return what the trail says of it.

    Where nobody has chosen, it sees what gives nothing away. A unit never sees more than its body.
    """
    out_of_reach = _kept_above(hop)
    sent = veiled.sent(hop.submission)
    files = [one for one in veiled.all_of(sent) if one.pk not in out_of_reach]
    if shown is None:
        read_files(files)
        found = veiled.files(sent, but=out_of_reach)
        shown = veiled.usual(found, shares_sender=hop.shares_sender)
    chosen = {one.pk for one in shown}
    kept = [one.pk for one in files if one.pk not in chosen]
    hop.kept_back.set([*out_of_reach, *kept])
    return told(chosen & {one.pk for one in files}, kept)


def told(shown: Iterable[int], kept: Iterable[int]) -> dict[str, list[int]]:
    """Return what the trail says of files; nothing where there are none."""
    facts = {"files_shown": sorted(shown), "files_kept": sorted(kept)}
    return {name: keys for name, keys in facts.items() if keys}


def _kept_above(hop: Hop) -> set[int]:
    if hop.parent is None:
        return set()
    return set(hop.parent.kept_back.values_list("pk", flat=True))
