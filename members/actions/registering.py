"""Takes the rows of a checked workbook into the register."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from cityweb.core import audit
from cityweb.core.models import User
from members.models import Contact, Directive, MemberSite, Rung


@dataclass(frozen=True)
class Entry:
    """One checked row: a site, saved or not, and its contact where one is given."""

    site: MemberSite
    contact_name: str = ""
    contact_email: str = ""
    contact_phone: str = ""


@transaction.atomic
def take_in(*, entries: Sequence[Entry], actor: User) -> int:
    """Save all rows or none, add the contacts that are not there yet; return how many are new."""
    new = 0
    for entry in entries:
        new += entry.site.pk is None
        entry.site.save()
        if entry.contact_email:
            _add_contact(entry)
    audit.record(actor=actor, verb="members.imported", target=None, rows=len(entries), new_rows=new)
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


def _add_contact(entry: Entry) -> None:
    rung = entry.site.contacts.in_force(timezone.localdate()).filter(rung=Rung.CONTACT)
    if not rung.filter(email__iexact=entry.contact_email).exists():
        Contact.objects.create(
            site=entry.site,
            full_name=entry.contact_name,
            email=entry.contact_email,
            phone=entry.contact_phone,
        )
