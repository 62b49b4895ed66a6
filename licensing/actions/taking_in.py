"""Takes the decisions of an existing register in, in their order, all or none."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from cityweb.core import audit
from cityweb.core.errors import Refused
from cityweb.core.models import Organisation, User
from licensing import rules
from licensing.actions import recording
from licensing.actions.recording import Contents, Decision
from licensing.models import Licence
from licensing.states import Event


@dataclass(frozen=True)
class Entry:
    """One decision as a row says it. `year` tells licences of one number apart."""

    event: Event
    number: str
    year: int
    decision: Decision
    issuer: Organisation | None = None
    contents: Contents | None = None
    valid_to: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class Outcome:
    """What became of one row: done, or why not."""

    entry: Entry
    refusal: str = ""
    code: str = ""


def take_in(*, entries: Sequence[Entry], actor: User, is_trial: bool = False) -> list[Outcome]:
    """Write the decisions down and return what became of each.

    A row may build on the rows before it. When one is refused, or it was only a trial, nothing
    stays: neither rows nor numbers nor the trail.
    """
    with transaction.atomic():
        outcomes = [_tried(entry, actor) for entry in entries]
        audit.record(actor=actor, verb="licensing.imported", target=None, rows=len(entries))
        if is_trial or any(outcome.refusal for outcome in outcomes):
            transaction.set_rollback(True)
    return outcomes


def _tried(entry: Entry, actor: User) -> Outcome:
    try:
        with transaction.atomic():
            _written(entry, actor)
    except Refused as refusal:
        return Outcome(entry, refusal.message, refusal.code)
    return Outcome(entry)


def _written(entry: Entry, actor: User) -> None:
    decision = entry.decision
    if entry.event == Event.ISSUED:
        recording.issue(
            number=entry.number, issuer=entry.issuer,
            holder=recording.holder_named(entry.contents.holder_name), contents=entry.contents,
            decision=decision, actor=actor,
        )  # fmt: skip
        return
    pk = _found(entry).pk
    if entry.event == Event.AMENDED:
        recording.amend(pk=pk, contents=entry.contents, decision=decision, actor=actor)
    elif entry.event == Event.EXTENDED:
        recording.extend(pk=pk, valid_to=entry.valid_to, decision=decision, actor=actor)
    elif entry.event == Event.REISSUED:
        recording.reissue(pk=pk, decision=decision, actor=actor)
    elif entry.event == Event.SUSPENDED:
        recording.suspend(pk=pk, decision=decision, actor=actor, until=entry.until)
    else:
        recording.revoke(pk=pk, decision=decision, actor=actor)


def _found(entry: Entry) -> Licence:
    licence = Licence.objects.filter(slug=rules.slug(entry.number, entry.year)).first()
    if licence is None:
        raise Refused(
            "no-licence",
            f"Sổ chưa có giấy phép số {entry.number} cấp năm {entry.year}; "
            "dòng cấp giấy phép phải đứng trước.",
        )
    return licence
