"""A dossier and a procedure as screens show them, on the desk and to applicants."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from cityweb.core import attachments, clocks, law, workdays
from cityweb.core.clocks import wording
from cityweb.core.clocks.rules import explain as count
from cityweb.core.clocks.wording import Deadline
from cityweb.core.models import Attachment, Clock, LegalRule
from licensing import deadlines, life, merging, step_terms
from licensing.life import PublicState, State, Verb
from licensing.models import (
    Consultation,
    Dossier,
    Finding,
    Procedure,
    ProcedureVersion,
    Result,
    Step,
)

ResultEvent = Result.pgh_event_model
LABELS = {
    "site_name": "Tên trang",
    "domains": "Tên miền",
    "purpose": "Mục đích cung cấp thông tin",
    "sections": "Chuyên mục",
    "sources": "Nguồn tin",
    "servers": "Nơi đặt máy chủ",
    "manager": "Người chịu trách nhiệm quản lý nội dung",
    "manager_position": "Chức danh của người đó",
    "manager_phone": "Điện thoại của người đó",
    "valid_to": "Đề nghị có giá trị đến hết ngày",
    "reason": "Lý do",
    "change": "Nội dung thay đổi",
}
_WHO = {
    "name": "Tổ chức",
    "international_name": "Tên giao dịch quốc tế",
    "registration": "Đăng ký, thành lập",
    "address": "Trụ sở chính",
    "phone": "Điện thoại",
    "email": "Thư điện tử",
    "representative": "Người đại diện",
    "representative_position": "Chức danh người đại diện",
}


_WAY = (
    PublicState.REGISTERED, PublicState.RECEIVED, PublicState.IN_WORK, PublicState.DONE,
    PublicState.RETURNED,
)  # fmt: skip
# What waits, and where on the way it waits.
_ASIDE = {
    State.INTAKE: PublicState.REGISTERED,
    State.SUPPLEMENT: PublicState.IN_WORK,
    State.WITHDRAWING: PublicState.IN_WORK,
}


@dataclass(frozen=True)
class VersionShown:
    """One version of a procedure with the rules it names, as they are on its first day or today."""

    version: ProcedureVersion
    is_now: bool
    time: LegalRule | None
    limits: list[LegalRule] = field(default_factory=list)
    # How long each step may take, step by step.
    steps: list[tuple[str, LegalRule]] = field(default_factory=list)

    @property
    def unsettled(self) -> list[LegalRule]:
        rules = [self.time, *self.limits]
        return [rule for rule in rules if rule is not None and not rule.is_settled]


def procedure(one: Procedure, today: date, book: step_terms.Book) -> dict[str, Any]:
    """Return a procedure with its versions, the newest first, and the terms of its steps."""
    return {"procedure": one, "versions": [version(row, today, book) for row in one.versions.all()]}


def version(
    row: ProcedureVersion, today: date, book: step_terms.Book | None = None
) -> VersionShown:
    """Return a version with its rules: of today where it is in force, else of its last day."""
    ends = row.effective_to
    is_now = row.effective_from <= today and (ends is None or today < ends)
    on = today if is_now else row.effective_from
    limits = [law.find(code, on=on) for code in row.limit_rules]
    time = law.find(row.time_rule, on=on) if row.time_rule else None
    steps = [
        (State(state).label, rule)
        for state, code in step_terms.CODES.items()
        if book and (rule := book.find(code, row.procedure.code, on)) is not None
    ]
    return VersionShown(row, is_now, time, [rule for rule in limits if rule is not None], steps)


@dataclass(frozen=True)
class WhatIf:
    """How a dossier would stand by another version of its procedure, without supplements."""

    version: ProcedureVersion
    time: LegalRule | None
    due_on: date | None
    missing: list[str]
    conditions: list[str]


def what_if(dossier: Dossier) -> list[WhatIf]:
    """Return what each other version would ask of this dossier, the newest first."""
    have = {one.purpose for one in attachments.of(dossier)}
    own = set(dossier.version.conditions.values_list("code", flat=True))
    others = dossier.procedure.versions.exclude(pk=dossier.version_id)
    return [_what_if(dossier, one, have, own) for one in others]


def _what_if(dossier: Dossier, other: ProcedureVersion, have: set[str], own: set[str]) -> WhatIf:
    time = law.find(other.time_rule, on=other.effective_from) if other.time_rule else None
    due_on = None
    if time is not None and time.is_settled and dossier.received_at:
        received = timezone.localtime(dossier.received_at)
        term = clocks.Term(time.value, time.unit, "resume", workdays.cutoff(received.date()))
        calendar = workdays.calendar(received.date())
        due_on = count(received=received, term=term, pauses=[], calendar=calendar).due_on
    needed = other.components.filter(is_required=True)
    return WhatIf(
        version=other,
        time=time,
        due_on=due_on,
        missing=[one.name for one in needed if one.code not in have],
        conditions=[
            f"{one.code}: {one.text}" for one in other.conditions.all() if one.code not in own
        ],
    )


def contents(dossier: Dossier) -> list[tuple[str, str]]:
    """Return what was sent, label by label: who, then what."""
    sent = dossier.sent
    who = [(label, sent["applicant"].get(name)) for name, label in _WHO.items()]
    what = [(label, sent["contents"].get(name)) for name, label in LABELS.items()]
    return [(label, as_written(value)) for label, value in [*who, *what] if value]


_LABELS_TOO = {"holder_name": "Tên tổ chức", "address": "Trụ sở chính"}
_ON_LICENCE = ("site_name", "domains", "sections", "sources", "servers", "manager")


def changes(dossier: Dossier) -> list[tuple[str, str, str]]:
    """Return what the dossier changes of its licence: label, what it says now, what it would say.

    Of one that is over: what it asked for, beside what the licence said when it was begun.
    """
    if dossier.licence_version is None:
        return []
    if dossier.is_ended:
        before, after = merging.says(dossier.licence_version), merging.asked(dossier)
    else:
        before, after = merging.says(dossier.licence.current), merging.merged(dossier)
    return [
        (LABELS[name], as_written(before[name]), as_written(after[name]))
        for name in _ON_LICENCE
        if after.get(name) and as_written(before[name]) != as_written(after[name])
    ]


def unheeded(dossier: Dossier) -> list[tuple[str, str, str]]:
    """Return what an extension or reissue says in vain: label, what the licence says, what it says.

    Nothing of a dossier that is over.
    """
    if dossier.is_ended or not dossier.sent:
        return []
    names = merging.unheeded(dossier)
    if not names:
        return []
    said, now = merging.asked(dossier), merging.says(dossier.licence.current)
    return [
        (_LABELS_TOO.get(name) or LABELS[name], as_written(now[name]), as_written(said[name]))
        for name in names
    ]


def as_written(value: str | list[str]) -> str:
    """Return a value as people write it: days, lists."""
    if not isinstance(value, str):
        return "; ".join(value)
    try:
        return f"{date.fromisoformat(value):%d/%m/%Y}"
    except ValueError:
        return value


def files_by_component(dossier: Dossier) -> dict[str, list[Attachment]]:
    """Return the files of each component, oldest first."""
    found: dict[str, list[Attachment]] = defaultdict(list)
    for one in attachments.of(dossier):
        found[one.purpose].append(one)
    return dict(found)


def evidence(findings: Iterable[Finding]) -> dict[int, list[Attachment]]:
    """Return the files that each of these findings rests on, by its key, oldest first."""
    kind = ContentType.objects.get_for_model(Finding)
    rows = Attachment.objects.filter(owner_type=kind, owner_id__in=[one.pk for one in findings])
    found: dict[int, list[Attachment]] = defaultdict(list)
    for one in rows:
        found[one.owner_id].append(one)
    return dict(found)


def filed(dossier: Dossier) -> list[tuple[str, list[Attachment]]]:
    """Return the files as an applicant reads them: the paper they were put to, then its files."""
    names = dict(dossier.version.components.values_list("code", "name"))
    return [(names.get(code, code), some) for code, some in files_by_component(dossier).items()]


def way(dossier: Dossier) -> list[tuple[PublicState, bool]]:
    """Return the way of a dossier that meets no hindrance, and whether it stands there now.

    Empty for one that left it for good. Who waits for the applicant stands where it was asked.
    """
    here = _ASIDE.get(dossier.state) or life.PUBLIC[dossier.state]
    return [(one, one == here) for one in _WAY] if here in _WAY else []


def history(dossier: Dossier) -> list[dict[str, Any]]:
    """Return every step, the newest first, with the words of its verb."""
    names = {verb.value: verb.label for verb in Verb}
    rows: list[Step] = list(dossier.steps.select_related("actor", "behalf"))
    return [{"step": one, "verb": names.get(one.verb, one.verb)} for one in rows[::-1]]


@dataclass(frozen=True)
class Stay:
    """How long a dossier stood in one state: from when to when, who let it in and out, and why."""

    state: str
    since: datetime
    until: datetime | None
    length: str
    entered_by: str
    left_by: str
    reason: str
    # Until when the office's own term let it stand there, and how that went.
    due_at: datetime | None
    judged: str


def stays(dossier: Dossier, now: datetime) -> list[Stay]:
    """Return every stay, the oldest first; the last one goes on unless the dossier has ended."""
    rows: list[Step] = list(dossier.steps.select_related("actor"))
    entries = [
        one for place, one in enumerate(rows) if place == 0 or rows[place - 1].state != one.state
    ]
    ends = [*entries[1:], None]
    book = step_terms.Book.read()
    calendar = workdays.calendar(timezone.localdate(rows[0].at)) if rows else None
    return [
        _stay(one, end, dossier, now, _due(one, dossier, book, calendar))
        for one, end in zip(entries, ends, strict=True)
    ]


def _due(
    entry: Step, dossier: Dossier, book: step_terms.Book, calendar: workdays.Calendar
) -> datetime | None:
    if dossier.received_at is None:
        return None
    day = timezone.localdate(dossier.received_at)
    rule = step_terms.settled(entry.state, dossier.procedure.code, day, book.find)
    return step_terms.due(rule, entry.at, calendar) if rule else None


def _judged(due_at: datetime | None, until: datetime | None, now: datetime) -> str:
    """Say whether a stay kept to its term: over it, within it, or what is left."""
    if due_at is None:
        return ""
    if until is None:
        return deadlines.to_the_hour(due_at, now)
    return f"Quá hạn {wording.span(until - due_at)}" if until > due_at else "Đúng hạn"


def _stay(
    entry: Step, end: Step | None, dossier: Dossier, now: datetime, due_at: datetime | None
) -> Stay:
    # What was decided still waits to be handed out.
    until = end.at if end else None if dossier.step_due_at else dossier.closed_at
    length = "" if end is None and dossier.is_ended else wording.span((until or now) - entry.at)
    return Stay(
        state=entry.get_state_display(), since=entry.at, until=until, length=length,
        entered_by=entry.actor.full_name, left_by=end.actor.full_name if end else "",
        reason=entry.reason or entry.public_note, due_at=due_at,
        judged=_judged(due_at, until, now),
    )  # fmt: skip


@dataclass(frozen=True)
class Draft:
    """One draft of a result: what it says otherwise than the one before, name by name."""

    at: datetime
    by: str
    changed: list[tuple[str, str, str]]


def consultations(dossier: Dossier, now: datetime) -> list[tuple[Consultation, Deadline]]:
    """Return what other offices were asked, the newest first, each with its clock in words."""
    rows = list(dossier.consultations.select_related("asked_by", "recorded_by").order_by("-id"))
    kind = ContentType.objects.get_for_model(Consultation)
    found = Clock.objects.filter(subject_type=kind, subject_id__in=[one.pk for one in rows])
    by_row = {clock.subject_id: clock for clock in found}
    return [(one, wording.deadline(by_row[one.pk], "trả lời", now)) for one in rows]


def drafts(dossier: Dossier) -> list[Draft]:
    """Return how the result was drafted, the newest first; of each, what it changed in the last."""
    rows = ResultEvent.objects.filter(dossier_id=dossier.pk).exclude(pgh_label="delete")
    found: list[Draft] = []
    before: dict[str, str] = {}
    for row in rows.order_by("pgh_id").select_related("drafted_by"):
        said = {
            "Kết quả": Result.Kind(row.kind).label,
            "Có giá trị đến hết ngày": f"{row.valid_to:%d/%m/%Y}" if row.valid_to else "",
            "Lý do, căn cứ": row.reason,
        }
        changed = [(name, before.get(name, ""), now) for name, now in said.items()
                   if before.get(name, "") != now]  # fmt: skip
        if changed:
            found.append(Draft(row.pgh_created_at, str(row.drafted_by), changed))
        before = said
    return found[::-1]
