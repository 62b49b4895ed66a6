"""The life of one licence as the desk and its holder see it, and what waits there for the desk."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from cityweb.core import attachments, clocks, keyset, law
from cityweb.core.clocks import wording
from cityweb.core.clocks.wording import Deadline
from cityweb.core.models import Attachment, Clock, Paper, Role, User
from licensing import handling
from licensing.models import (
    AnnualReport,
    ClockName,
    Complaint,
    Inquiry,
    Licence,
    LicenceVersion,
    Proceeding,
    Reminder,
    SourceAgreement,
    TakedownRequest,
)

SIZE = 30
MOST = 50
MOST_OPEN = 300


@dataclass(frozen=True)
class Asked:
    """What a licensee was asked to explain, with its clock in words and the files it sent."""

    inquiry: Inquiry
    due: Deadline
    files: list[Attachment]

    @property
    def is_recorded(self) -> bool:
        """Whether the desk wrote the answer down for the licensee."""
        by = self.inquiry.answered_by
        return by is not None and not by.has_role(Role.APPLICANT)


@dataclass(frozen=True)
class Life:
    """Everything of one licence beside its contents."""

    versions: list[LicenceVersion]
    proceedings: list[Proceeding]
    takedowns: list[tuple[TakedownRequest, Deadline | None]]
    agreements: list[SourceAgreement]
    reports: list[tuple[AnnualReport, list[Attachment]]]
    reminders: list[Reminder]
    complaints: list[Complaint]
    inquiries: list[Asked]
    least_sources: int | None
    in_force: int

    @property
    def has_too_few(self) -> bool:
        """Whether fewer agencies have an agreement today than the law asks for."""
        return self.least_sources is not None and self.in_force < self.least_sources


def of(licence: Licence, now: datetime) -> Life:
    """Return the life of a licence, the newest of everything first."""
    today = timezone.localdate(now)
    agreements = list(licence.agreements.all())
    least = law.find("LIC.SOURCE.MIN_AGENCIES", on=today)
    return Life(
        versions=list(licence.versions.select_related("paper").order_by("-ordinal")),
        proceedings=list(licence.proceedings.all()),
        takedowns=_with_clocks(licence.takedowns.select_related("sent_by")[:MOST], now),
        agreements=agreements,
        reports=[(one, attachments.of(one)) for one in licence.annual_reports.all()],
        reminders=list(licence.reminders.all()[:MOST]),
        inquiries=inquiries(licence.proceedings.all(), now),
        complaints=list(Complaint.objects.filter(_about(licence))[:MOST]),
        least_sources=least.value if least is not None and least.is_settled else None,
        in_force=_agencies(agreements, today),
    )


def _about(licence: Licence) -> Q:
    return Q(licence=licence) | Q(dossier__licence=licence)


def _agencies(agreements: list[SourceAgreement], today: date) -> int:
    return len(
        {
            one.agency
            for one in agreements
            if one.valid_from <= today and (one.valid_to is None or today <= one.valid_to)
        }
    )


def _with_clocks(
    rows: QuerySet[TakedownRequest], now: datetime
) -> list[tuple[TakedownRequest, Deadline | None]]:
    asked = list(rows)
    kind = ContentType.objects.get_for_model(TakedownRequest)
    found = Clock.objects.filter(subject_type=kind, subject_id__in=[one.pk for one in asked])
    by_row = {clock.subject_id: clock for clock in found}
    return [
        (one, wording.deadline(by_row[one.pk], "gỡ", now) if one.pk in by_row else None)
        for one in asked
    ]


def inquiries(cases: Iterable[Proceeding], now: datetime) -> list[Asked]:
    """Return what licensees were asked to explain in these proceedings, the newest first."""
    rows = Inquiry.objects.filter(proceeding__in=[one.pk for one in cases]).order_by("-id")
    found = list(rows.select_related("proceeding", "paper", "answered_by"))
    kind = ContentType.objects.get_for_model(Inquiry)
    running = Clock.objects.filter(subject_type=kind, subject_id__in=[one.pk for one in found])
    by_row = {clock.subject_id: clock for clock in running}
    return [
        Asked(one, wording.deadline(by_row[one.pk], "giải trình", now), attachments.of(one))
        for one in found
    ]


def letters(licence: Licence) -> QuerySet[Paper]:
    """Return what went out to the licensee in proceedings, the newest first."""
    kind = ContentType.objects.get_for_model(Proceeding)
    cases = licence.proceedings.values("pk")
    return Paper.objects.issued().filter(owner_type=kind, owner_id__in=cases).order_by("-id")


def to_remedy(licence: Licence, now: datetime) -> list[tuple[Proceeding, Deadline]]:
    """Return what the licensee was asked to put right and still may, with its term."""
    cases = list(licence.proceedings.all())
    terms = remedy_terms(cases, now)
    return [(one, terms[one.pk]) for one in cases if one.pk in terms]


def proceedings(user: User, state: str, turn: keyset.Turn) -> keyset.Leaf:
    """Return one page of proceedings, the newest first; open ones alone unless a state is asked."""
    rows = Proceeding.objects.visible_to(user).select_related("licence__current", "opened_by")
    if state in handling.Stage.values:
        rows = rows.filter(state=state)
    elif state != "all":
        rows = rows.filter(state__in=handling.OPEN)
    return keyset.leaf(
        [(rows, "opened_at", "id")], turn, size=SIZE, place_of=lambda one: (one.opened_at, one.pk)
    )


def remedy_terms(cases: Iterable[Proceeding], now: datetime) -> dict[int, Deadline]:
    """Return how the term to put things right stands, for those of the cases that wait for it."""
    waiting = [one.pk for one in cases if one.state == handling.Stage.REMEDY]
    kind = ContentType.objects.get_for_model(Proceeding)
    running = Clock.objects.filter(subject_type=kind, subject_id__in=waiting, name=ClockName.REMEDY)
    return {one.subject_id: wording.deadline(one, "khắc phục", now) for one in running}


def remedy_clock(case: Proceeding) -> Clock | None:
    """Return the clock of what the licensee was asked to put right."""
    return clocks.of(case, ClockName.REMEDY).first()


def late_takedowns(now: datetime) -> QuerySet[Clock]:
    """Return the clocks of removals that are late."""
    kind = ContentType.objects.get_for_model(TakedownRequest)
    return Clock.objects.filter(subject_type=kind, name=ClockName.TAKEDOWN).late(now)


def open_takedowns(now: datetime) -> list[tuple[TakedownRequest, Deadline | None]]:
    """Return what nobody has seen gone, the oldest first."""
    rows = TakedownRequest.objects.filter(done_at=None).select_related("licence")
    return _with_clocks(rows.order_by("sent_at")[:MOST_OPEN], now)


def complaints() -> list[Complaint]:
    """Return complaints and suits, the open ones first, then the newest."""
    rows = Complaint.objects.select_related("licence", "dossier", "recorded_by")
    return list(rows.order_by(F("settled_on").desc(nulls_first=True), "-received_on")[:MOST_OPEN])
