"""What every verb of advertising shares: the locked row, the table, the diary."""

from datetime import date, datetime
from typing import Any

from django.db import models
from django.utils import timezone

from advertising import office
from advertising.life import CHECK_TABLE, PLAN_TABLE, CheckVerb, PlanState, PlanVerb, Stage
from advertising.models import DiaryEntry, Inspection, Plan
from cityweb.core import audit, papers, role_table
from cityweb.core.errors import Refused
from cityweb.core.models import Paper, Role, User

# What anybody of the desk may do although not of the team.
_BEYOND_TEAM = (CheckVerb.NOTE, CheckVerb.STAFF, CheckVerb.PUT_UP)


def lock_plan(pk: int, verb: PlanVerb, actor: User) -> Plan:
    """Return the plan, locked, once the table lets this person do this now."""
    plan = Plan.objects.select_for_update().get(pk=pk)
    check(PLAN_TABLE.get((PlanState(plan.state), verb)), plan.get_state_display(), verb, actor)
    return plan


def lock(pk: int, verb: CheckVerb, actor: User) -> Inspection:
    """Return the inspection, locked, once the table lets this person do this now.

    Raises `Refused`: "not-found" for what the person may not see, "not-of-the-team" for work of
    the team, and as `check` does.
    """
    rows = Inspection.objects.visible_to(actor).select_for_update(of=("self",))
    found = rows.select_related("site", "inspected", "checklist").filter(pk=pk).first()
    if found is None:
        raise Refused("not-found", "Không tìm thấy cuộc kiểm tra này.")
    check(CHECK_TABLE.get((Stage(found.stage), verb)), found.get_stage_display(), verb, actor)
    if not is_theirs(found, verb, actor):
        raise Refused("not-of-the-team", "Việc này dành cho thành viên đoàn kiểm tra.")
    return found


def check(cell: role_table.Move | None, state: str, verb: models.TextChoices, actor: User) -> None:
    """Raise `Refused` unless the table holds the cell and the role is right.

    "illegal-move", "not-your-role".
    """
    role_table.check(cell, verb, actor, where=f"Đang ở trạng thái “{state}”")


def is_theirs(inspection: Inspection, verb: CheckVerb, actor: User) -> bool:
    """Tell whether it is this person's to do, beyond the role: the team's work is the team's."""
    if verb in _BEYOND_TEAM or actor.has_role(Role.OFFICE_HEAD, Role.DIRECTOR):
        return True
    return actor.pk == inspection.created_by_id or inspection.team.filter(user=actor).exists()


def note(
    inspection: Inspection,
    verb: str,
    title: str,
    *,
    actor: User | None,
    at: datetime,
    words: str = "",
    by_hand: bool = False,
    **details: object,
) -> None:
    """Write a line into the diary of the case, and the deed into the trail."""
    write(inspection, title, actor=actor, at=at, words=words, by_hand=by_hand)
    audit.record(
        actor=actor, verb=f"advertising.{verb}", target=inspection, reason=words[:500], **details
    )


def write(
    inspection: Inspection,
    title: str,
    *,
    actor: User | None,
    at: datetime,
    words: str = "",
    by_hand: bool = False,
) -> None:
    """Write a line into the diary alone, for deeds that stand in the trail one by one."""
    DiaryEntry.objects.create(
        inspection=inspection, at=at, actor=actor, title=title, words=words, is_by_hand=by_hand
    )


def move(
    inspection: Inspection,
    verb: CheckVerb,
    *,
    actor: User,
    at: datetime,
    words: str = "",
    **changes: object,
) -> Inspection:
    """Put the locked inspection where the verb leads, with `changes`; write diary and trail."""
    cell = CHECK_TABLE[Stage(inspection.stage), verb]
    (inspection.stage,) = cell.targets
    for name, value in changes.items():
        setattr(inspection, name, value)
    inspection.save(update_fields=["stage", *changes])
    note(inspection, f"check_{verb.replace('-', '_')}", verb.label, actor=actor, at=at, words=words)
    return inspection


def move_plan(plan: Plan, verb: PlanVerb, *, actor: User, why: str = "", **changes: object) -> Plan:
    """Put the locked plan where the verb leads, with `changes`, and write the trail."""
    (plan.state,) = PLAN_TABLE[PlanState(plan.state), verb].targets
    for name, value in changes.items():
        setattr(plan, name, value)
    plan.save(update_fields=["state", *changes])
    record_plan(plan, verb, actor=actor, why=why)
    return plan


def record_plan(
    plan: Plan, verb: PlanVerb, *, actor: User, why: str = "", **details: object
) -> None:
    name = f"advertising.plan_{verb.replace('-', '_')}"
    audit.record(actor=actor, verb=name, target=plan, reason=why, **details)


def issued(
    about: models.Model, kind: str, data: dict[str, Any], *, actor: User, at: datetime
) -> Paper:
    """Draft a paper of a case and issue it in the same breath, signed by the actor.

    Raises `Refused` as `office.in_charge` and `papers.issue` do.
    """
    body = office.in_charge(day_of(at))
    draft = papers.draft(kind=kind, organisation=body, owner=about, data=data, actor=actor)
    return papers.issue(pk=draft.pk, actor=actor, signer=actor, now=at)


def moment(at: datetime | None) -> datetime:
    return at or timezone.now()


def day_of(at: datetime) -> date:
    return timezone.localdate(at)


def local(at: datetime) -> str:
    return f"{timezone.localtime(at):%H:%M ngày %d/%m/%Y}"


def need(words: str, code: str, message: str) -> str:
    """Return what was written; raise `Refused` where nothing was."""
    if not words.strip():
        raise Refused(code, message)
    return words.strip()
