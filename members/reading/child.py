"""The child process that parses foreign pages: one line of JSON in, one line out, until its end.

Run as `python -m members.reading.child`. It gets no environment, loads what it needs, then bounds
and locks itself up like the child that opens attachments, whose locks it borrows.
"""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

from members.abnormality.keywords import default
from members.reading import facts
from members.reading.facts import Lists

MEMORY = 640 * 1024 * 1024
OUTPUT = 256 * 1024 * 1024
_LOCKS = Path(__file__).parents[2] / "cityweb" / "core" / "attachments" / "child"
_SAMPLE = (
    '<html><body><h1>Tin</h1><a href="/a">Tin ngày 01/01/2026</a><script>1</script></body></html>'
)


def main() -> None:
    lists = Lists(default())
    _warm_up(lists)
    _lock_up()
    for line in sys.stdin.buffer:
        said = json.loads(line)
        if "changes" in said:
            lists, answer = Lists.changed(said["changes"]), {}
        else:
            answer = _read(said, lists)
        sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n")
        sys.stdout.buffer.flush()


def _warm_up(lists: Lists) -> None:
    """Read once, so that whatever loads late is there before no file can be opened any more."""
    for kind in (facts.HOME, facts.FEED, facts.BELOW, facts.SEARCH, facts.SITEMAP):
        job = facts.Job(kind, "https://a.vn/", "https://a.vn/", date(2026, 1, 2), _SAMPLE)
        facts.read(job, lists=lists)


def _lock_up() -> None:
    sys.path.append(str(_LOCKS))
    import limits  # noqa: PLC0415  a folder of scripts, not a package
    import lockdown  # noqa: PLC0415  a folder of scripts, not a package

    limits.CPU_SECONDS = 300
    limits.lay_on(MEMORY, OUTPUT)
    lockdown.lay_on()


def _read(said: dict[str, Any], lists: Lists) -> dict[str, Any] | None:
    try:
        return facts.read(facts.Job.unpacked(said), lists=lists).packed()
    except (MemoryError, RecursionError):
        return None


if __name__ == "__main__":
    main()
