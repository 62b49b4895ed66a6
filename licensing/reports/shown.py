"""A dossier and a procedure as screens show them, on the desk and to applicants."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils import timezone

from cityweb.core import attachments, clocks, law, workdays
from cityweb.core.clocks.rules import explain as count
from cityweb.core.models import Attachment, LegalRule
from licensing.life import Verb
from licensing.models import Dossier, Procedure, ProcedureVersion, Step

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


@dataclass(frozen=True)
class VersionShown:
    """One version of a procedure with the rules it names, as they are on its first day or today."""

    version: ProcedureVersion
    is_now: bool
    time: LegalRule | None
    limits: list[LegalRule] = field(default_factory=list)

    @property
    def unsettled(self) -> list[LegalRule]:
        rules = [self.time, *self.limits]
        return [rule for rule in rules if rule is not None and not rule.is_settled]


def procedure(one: Procedure, today: date) -> dict[str, Any]:
    """Return a procedure with its versions, the newest first."""
    return {"procedure": one, "versions": [version(row, today) for row in one.versions.all()]}


def version(row: ProcedureVersion, today: date) -> VersionShown:
    """Return a version with its rules: of today where it is in force, else of its last day."""
    ends = row.effective_to
    is_now = row.effective_from <= today and (ends is None or today < ends)
    on = today if is_now else row.effective_from
    limits = [law.find(code, on=on) for code in row.limit_rules]
    time = law.find(row.time_rule, on=on) if row.time_rule else None
    return VersionShown(row, is_now, time, [rule for rule in limits if rule is not None])


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
        conditions=[one.code for one in other.conditions.all() if one.code not in own],
    )


def contents(dossier: Dossier) -> list[tuple[str, str]]:
    """Return what was sent, label by label: who, then what."""
    sent = dossier.sent
    who = [(label, sent["applicant"].get(name)) for name, label in _WHO.items()]
    what = [(label, sent["contents"].get(name)) for name, label in LABELS.items()]
    return [(label, as_written(value)) for label, value in [*who, *what] if value]


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


def history(dossier: Dossier) -> list[dict[str, Any]]:
    """Return every step, the newest first, with the words of its verb."""
    names = {verb.value: verb.label for verb in Verb}
    rows: list[Step] = list(dossier.steps.select_related("actor"))
    return [{"step": one, "verb": names.get(one.verb, one.verb)} for one in rows[::-1]]
