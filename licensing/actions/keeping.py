"""What is told to licensees, what they hand in, what is asked of them: each once, each recorded."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import IO

from django.conf import settings
from django.core.files import File
from django.db import models, transaction
from django.utils import timezone

from cityweb.core import attachments, audit, law, outbox
from cityweb.core.errors import Refused
from cityweb.core.models import Role, User
from licensing.actions.moving import lock, moment, need, note_step
from licensing.life import Verb
from licensing.models import (
    AnnualReport,
    Applicant,
    Complaint,
    Licence,
    Reminder,
    SourceAgreement,
)
from licensing.querysets import KEEPERS

KINDS = attachments.DOCUMENTS | attachments.PICTURES
_REPORT_FILE = "report"


def address_of(licence: Licence) -> str:
    """Return where mail to the licensee goes: the account of that name, else its last dossier."""
    rows = Applicant.objects.filter(name=licence.current.holder_name)
    found = rows.order_by(models.F("account").asc(nulls_last=True), "-pk").first()
    return found.email if found else ""


def tell(
    licence: Licence,
    what: str,
    *,
    about: models.Model,
    key: str,
    template: str = "licence",
    facts: Mapping[str, object] | None = None,
) -> str:
    """Put a mail to the licensee into the outbox, once for each `key`; return where it goes.

    `facts` are what `template` wants to know beside the licence, its addresses and `what`.
    """
    address = address_of(licence)
    if address:
        outbox.mail(
            to=address,
            template=f"licensing/mail/{template}",
            about=about,
            context={
                "licence": licence,
                "what": what,
                "address": f"{settings.PORTAL_ORIGIN}{licence.path}",
                "own": f"{settings.PORTAL_ORIGIN}/nop-ho-so/giay-phep/{licence.slug}/",
                **(facts or {}),
            },
            dedupe_key=f"licensing:{key}",
        )
    return address


@transaction.atomic
def remind(
    *,
    licence: Licence,
    kind: str,
    about_on: date,
    days: Iterable[int],
    words: str,
    today: date,
    about: str = "",
    template: str = "licence",
    facts: Mapping[str, object] | None = None,
    at: datetime | None = None,
) -> Reminder | None:
    """Remind of a day once for the nearest of the steps that have come; None where it was done.

    `days` are the steps before the day, in days.
    """
    left = (about_on - today).days
    passed = [step for step in days if left <= step]
    if not passed:
        return None
    step = min(passed)
    made, is_new = Reminder.objects.get_or_create(
        licence=licence, kind=kind, about=about, about_on=about_on, days_before=step,
        defaults={"at": moment(at)},
    )  # fmt: skip
    if not is_new:
        return None
    made.email = tell(
        licence, words, about=licence, key=f"reminder:{made.pk}", template=template, facts=facts
    )
    made.save(update_fields=["email"])
    return made


@transaction.atomic
def hand_in_report(
    *,
    licence: int,
    actor: User,
    year: int,
    items: int,
    visits: int,
    changes: str = "",
    violations: str = "",
    upload: File | IO[bytes] | None = None,
    at: datetime | None = None,
) -> AnnualReport:
    """Take the report of a year in, from the licensee or from paper.

    Raises `Refused`: "not-yours", "too-early" for a year that is not over, "reported" for one that
    was reported.
    """
    at = moment(at)
    found = own_or_kept(licence, actor)
    if year >= timezone.localdate(at).year:
        raise Refused("too-early", f"Năm {year} chưa hết, chưa báo cáo cả năm được.")
    if found.annual_reports.filter(year=year).exists():
        raise Refused("reported", f"Đã có báo cáo năm {year} của giấy phép này.")
    made = AnnualReport.objects.create(
        licence=found, year=year, received_at=at, filed_by=actor, items=items, visits=visits,
        changes=changes.strip(), violations=violations.strip(),
    )  # fmt: skip
    if upload is not None:
        attachments.take(
            upload, name=upload.name, kinds=KINDS, owner=made, uploaded_by=actor,
            purpose=_REPORT_FILE,
        )  # fmt: skip
    record(actor, "report_handed_in", found, year=year)
    return made


@transaction.atomic
def note_agreement(
    *,
    licence: int,
    actor: User,
    agency: str,
    valid_from: date,
    valid_to: date,
    at: datetime | None = None,
) -> SourceAgreement:
    """Write down an agreement with a press agency.

    Raises `Refused`: "not-yours", "wrong-days", "overlaps" for days that another one covers.
    """
    found = own_or_kept(licence, actor)
    if valid_to < valid_from:
        raise Refused("wrong-days", "Ngày cuối của thỏa thuận phải sau ngày đầu.")
    name = need(agency, "no-agency", "Hãy ghi tên cơ quan báo chí.")
    # The days take the place of an agreement of which only the agency was known.
    found.agreements.filter(agency=name, valid_to=None).delete()
    rows = found.agreements.filter(agency=name, valid_from__lte=valid_to, valid_to__gte=valid_from)
    other = rows.exclude(valid_from=valid_from).first()
    if other is not None:
        raise Refused(
            "overlaps",
            f"Đã có thỏa thuận với {name} từ {other.valid_from:%d/%m/%Y} đến "
            f"{other.valid_to:%d/%m/%Y}: hai thỏa thuận trùng ngày.",
        )
    made, _ = SourceAgreement.objects.update_or_create(
        licence=found, agency=name, valid_from=valid_from,
        defaults={"valid_to": valid_to, "recorded_by": actor, "recorded_at": moment(at)},
    )  # fmt: skip
    record(actor, "agreement_noted", found)
    return made


def carry_over_agreements(
    licence: Licence, sources: Iterable[str], *, on: date, actor: User, at: datetime
) -> None:
    """Let the sources whose agreements a dossier proved stand beside the licence it led to.

    Their last days are not in the dossier's words: they stay open until somebody writes them down.
    """
    known = set(licence.agreements.values_list("agency", flat=True))
    SourceAgreement.objects.bulk_create(
        SourceAgreement(
            licence=licence, agency=name, valid_from=on, recorded_by=actor, recorded_at=at
        )
        for name in dict.fromkeys(sources)
        if name not in known
    )


@transaction.atomic
def record_complaint(
    *, actor: User, licence: int, kind: str, about: str, received_on: date, content: str
) -> Complaint:
    """Write a complaint or suit about a licence down. Raises as `_complained` does."""
    keeper(actor)
    found = Licence.objects.get(pk=licence)
    made = _complained(Complaint(licence=found), kind, about, received_on, content, actor)
    record(actor, "complaint_recorded", found)
    return made


@transaction.atomic
def complain(
    *,
    pk: int,
    actor: User,
    kind: str,
    about: str,
    received_on: date,
    content: str,
    at: datetime | None = None,
) -> Complaint:
    """Write a complaint or suit about a dossier down. Raises as `_complained` does."""
    dossier = lock(pk, Verb.COMPLAIN, actor)
    made = _complained(Complaint(dossier=dossier), kind, about, received_on, content, actor)
    note_step(dossier, Verb.COMPLAIN, actor=actor, at=moment(at), reason=f"{made}: {about}")
    return made


def _complained(
    made: Complaint, kind: str, about: str, received_on: date, content: str, actor: User
) -> Complaint:
    """Save the complaint. Raises `Refused("out-of-order")` for a day to come."""
    if received_on > timezone.localdate():
        raise Refused("out-of-order", "Ngày nhận không thể sau hôm nay.")
    made.kind, made.about, made.received_on, made.recorded_by = kind, about, received_on, actor
    made.content = need(content, "no-words", "Hãy ghi nội dung.")
    names = ("licence", "dossier", "kind", "about", "received_on", "content")
    same = Complaint.objects.filter(**{name: getattr(made, name) for name in names}).first()
    if same is not None:
        raise Refused("already-recorded", f"{same} với đúng nội dung này đã được ghi.")
    made.save()
    return made


@transaction.atomic
def settle_complaint(
    *, pk: int, actor: User, outcome: str, settled_on: date, decision_number: str = ""
) -> Complaint:
    """Write down how it was settled. Raises `Refused("out-of-order")` for a day out of line."""
    keeper(actor)
    made = Complaint.objects.select_for_update().filter(pk=pk, settled_on=None).first()
    if made is None:
        raise Refused("not-found", "Khiếu nại này đã được giải quyết.")
    if not made.received_on <= settled_on <= timezone.localdate():
        raise Refused("out-of-order", "Ngày giải quyết phải từ ngày nhận đến hôm nay.")
    made.outcome = need(outcome, "no-words", "Hãy ghi kết quả giải quyết.")
    made.settled_on, made.decision_number = settled_on, decision_number.strip()
    made.save(update_fields=["outcome", "settled_on", "decision_number"])
    record(actor, "complaint_settled", made.licence or made.dossier)
    return made


def keeper(actor: User) -> None:
    if not actor.has_role(Role.SPECIALIST, Role.OFFICE_HEAD):
        raise Refused("not-your-role", "Việc này dành cho: Chuyên viên, Trưởng phòng.")


def own_or_kept(pk: int, actor: User) -> Licence:
    """Return the licence if it is this person's organisation's, or they keep the register."""
    found = Licence.objects.select_related("current", "holder").get(pk=pk)
    is_own = Applicant.objects.filter(account=actor, name=found.holder.name).exists()
    if not actor.has_role(*KEEPERS) and not (is_own and actor.has_role(Role.APPLICANT)):
        raise Refused("not-yours", "Giấy phép này không đứng tên tổ chức của bạn.")
    return found


def record(actor: User, verb: str, target: models.Model, **facts: object) -> None:
    audit.record(actor=actor, verb=f"licensing.{verb}", target=target, **facts)


def days_ahead(code: str, today: date) -> list[int]:
    """Return the steps before a day on which licensees are told, by the office's own rule."""
    rule = law.find(code, on=today)
    return list(rule.value) if rule is not None and rule.is_settled else []


def within(steps: list[int], today: date) -> date:
    """Return the last day that any of the steps looks ahead to."""
    return today + timedelta(days=max(steps, default=0))
