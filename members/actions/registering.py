"""Takes the rows of a checked workbook into the register."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from cityweb.core import audit
from cityweb.core.models import User
from members.models import Contact, Directive, MaintenanceWindow, MemberSite, Section


@dataclass(frozen=True)
class Entry:
    """One checked row: a site, saved or not, and whether anything of it is new."""

    site: MemberSite
    is_changed: bool


@transaction.atomic
def take_in(
    *, entries: Sequence[Entry], more: Sequence[Contact | Section | MaintenanceWindow], actor: User
) -> int:
    """Save all rows or none, the sites first and then what hangs on them; return how many are new.

    Nothing is taken away; what is as it was is not stored again.
    """
    new = 0
    for entry in entries:
        new += entry.site.pk is None
        if entry.is_changed:
            entry.site.save()
    for row in more:
        row.save()
    audit.record(
        actor=actor,
        verb="members.imported",
        target=None,
        rows=len(entries),
        new_rows=new,
        rows_beside=len(more),
    )
    return new


@transaction.atomic
def note_export(*, actor: User) -> None:
    """Write down that somebody took the register out of the house."""
    audit.record(actor=actor, verb="members.exported", target=None)


@transaction.atomic
def note_report(*, actor: User, kind: str, period: str) -> None:
    """Write down that somebody took a periodic report out of the house."""
    audit.record(actor=actor, verb="members.report_taken", target=None, kind=kind, period=period)


@transaction.atomic
def note_directive_export(*, directive: Directive, actor: User) -> None:
    """Write down that somebody took out who carries a directive and who does not."""
    audit.record(actor=actor, verb="members.directive_exported", target=directive)
