"""Takes the decisions of an existing register in, in their order, all or none."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from cityweb.core import audit
from cityweb.core.errors import Refused
from cityweb.core.models import Organisation, User
from licensing import clashes, rules
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
    # What was taken in and should be looked at again.
    warning: str = ""


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
            licence = _written(entry, actor)
    except Refused as refusal:
        return Outcome(entry, refusal.message, refusal.code)
    return Outcome(entry, warning=_warning(entry, licence))


def _warning(entry: Entry, licence: Licence) -> str:
    """Say of a licence in force that another one names the same domain; the register takes both."""
    if entry.event not in (Event.ISSUED, Event.AMENDED) or licence.state not in clashes.IN_FORCE:
        return ""
    found = clashes.of_domains(entry.contents.domains, but=licence)
    return "; ".join(map(str, found))


def _written(entry: Entry, actor: User) -> Licence:
    decision = entry.decision
    if entry.event == Event.ISSUED:
        return recording.issue(
            number=entry.number, issuer=entry.issuer,
            holder=recording.holder_named(entry.contents.holder_name), contents=entry.contents,
            decision=decision, actor=actor,
        )  # fmt: skip
    pk = _found(entry).pk
    if entry.event == Event.AMENDED:
        return recording.amend(pk=pk, contents=entry.contents, decision=decision, actor=actor)
    if entry.event == Event.EXTENDED:
        return recording.extend(pk=pk, valid_to=entry.valid_to, decision=decision, actor=actor)
    if entry.event == Event.REISSUED:
        return recording.reissue(pk=pk, decision=decision, actor=actor)
    if entry.event == Event.SUSPENDED:
        return recording.suspend(pk=pk, decision=decision, actor=actor, until=entry.until)
    return recording.revoke(pk=pk, decision=decision, actor=actor)


def _found(entry: Entry) -> Licence:
    licence = Licence.objects.filter(slug=rules.slug(entry.number, entry.year)).first()
    if licence is None:
        raise Refused(
            "no-licence",
            f"Sổ chưa có giấy phép số {entry.number} cấp năm {entry.year}; "
            "dòng cấp giấy phép phải đứng trước.",
        )
    return licence
