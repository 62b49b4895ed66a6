"""What is to be said of a number, a code or a file that somebody holds in hand."""

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date

from cityweb.core import papers
from cityweb.core.models import Paper
from cityweb.core.papers.kinds import kind_of
from licensing import result_paper, rules, slips
from licensing.models import Licence, LicenceVersion
from licensing.reports import register
from licensing.states import Standing

_ADDRESS = re.compile(r".*/xac-minh/", re.DOTALL)
_CODE_LETTERS = 12
# What anybody finds by number beside the decisions of the register, which stand there as versions;
# other kinds, and what they are about, are found by their code alone.
_NUMBERED = (*slips.KINDS, *result_paper.KINDS)
_BY_NUMBER = [f"licensing.{kind}" for kind in _NUMBERED if kind != "licence"]
_BROKEN = frozenset({"altered", "changed", "added", "partial", "malformed", "seal-missing"})
# Each judging takes a process of its own and half a second; others wait for their turn.
_TURN = threading.BoundedSemaphore(1)
_PATIENCE = 4.0


@dataclass(frozen=True)
class Known:
    """A paper of ours; what it is about is shown only where that is public."""

    paper: Paper
    kind: str
    licence: Licence | None = None
    version: LicenceVersion | None = None
    standing: Standing | None = None

    @property
    def is_in_force(self) -> bool:
        """Whether the paper says what holds today."""
        return self.paper.state == Paper.State.ISSUED and self.standing in (None, Standing.VALID)

    @property
    def is_last(self) -> bool:
        return self.licence is None or self.licence.current_id == self.version.pk


@dataclass(frozen=True)
class Said:
    """The answer to a number or a code."""

    known: Known | None = None
    licences: list[tuple[register.Numbered, Standing]] = field(default_factory=list)
    # Other papers of that number, which are not public: that there is one, and when.
    papers: list[Known] = field(default_factory=list)
    # The day that was typed beside the number, where nothing of that number bears it.
    no_such_day: date | None = None

    @property
    def is_found(self) -> bool:
        return bool(self.known or self.licences or self.papers)


@dataclass(frozen=True)
class Judged:
    """The answer to a file. It is genuine only if it is valid and ours to the last byte."""

    verdict: papers.Verdict
    known: Known | None

    @property
    def is_genuine(self) -> bool:
        return self.verdict.is_valid and self.known is not None

    @property
    def is_broken(self) -> bool:
        """Whether it was signed once, and is not what was signed."""
        return self.verdict.code in _BROKEN


def look_up(typed: str, *, today: date) -> Said:
    """Return what stands behind a number, a code, or the address that a QR leads to."""
    words = _ADDRESS.sub("", typed).strip(" /")
    if sum(letter.isalnum() for letter in words) == _CODE_LETTERS:
        paper = papers.by_code(words)
        if paper is not None:
            return Said(known=_known(paper, today))
    found = register.numbered(words)
    licences = [(one, one.licence.current.standing(today)) for one in found]
    number, day = rules.written_number(words)
    others = _papers(number)
    days = {one.signed_on for one in found} | {one.paper.issued_on for one in others}
    return Said(licences=licences, papers=others, no_such_day=day if day not in days else None)


def judge(data: bytes, *, today: date) -> Judged:
    """Return the verdict on a file, and the paper of ours that it is."""
    paper = papers.issued_as(data)
    verdict = papers.verify(data, at=paper.issued_at if paper else None)
    return Judged(verdict, _known(paper, today) if paper else None)


@contextmanager
def turn() -> Iterator[bool]:
    """Wait a moment for the one place where files of this process are judged; tell whether."""
    is_ours = _TURN.acquire(timeout=_PATIENCE)
    try:
        yield is_ours
    finally:
        if is_ours:
            _TURN.release()


def _papers(number: str) -> list[Known]:
    """Return the papers of that number that stand in no version of the register."""
    rows = papers.numbered(rules.number_spellings(number), kinds=_BY_NUMBER)
    return [Known(one, kind_of(one.kind).label) for one in rows]


def _known(paper: Paper, today: date) -> Known:
    kind = kind_of(paper.kind).label
    rows = LicenceVersion.objects.select_related("licence__current", "licence__issuer")
    version = rows.filter(paper=paper).first()
    if version is None:
        return Known(paper, kind)
    licence = version.licence
    return Known(paper, kind, licence, version, licence.current.standing(today))
