"""What every verb of proceedings shares: the locked row, the table, the move, the trail."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.utils import timezone

from cityweb.core import audit, papers, role_table
from cityweb.core.errors import Refused
from cityweb.core.models import Paper, User
from licensing import delegation, handling, procedures
from licensing.actions.moving import stop_clocks
from licensing.handling import TABLE, Deed, Stage
from licensing.models import Proceeding, ProceedingStep

# The specialist's alone.
OWN = (Deed.ACCEPT_REMEDY, Deed.DRAFT, Deed.PUT_UP, Deed.HEAR)


def is_theirs(case: Proceeding, deed: Deed, actor: User) -> bool:
    """Tell whether it is this person's to do, beyond the role: the specialist's work is theirs."""
    if deed not in OWN:
        return True
    return case.opened_by_id == actor.pk or delegation.stands_for(actor, case.opened_by_id)


def behalf(case: Proceeding, deed: Deed, actor: User) -> User | None:
    """Return in whose place the actor takes this step, None in their own."""
    owner = case.opened_by_id if deed in OWN else None
    return delegation.behalf(actor, handling.ROLES_OF[deed], owner)


def lock(pk: int, deed: Deed, actor: User) -> Proceeding:
    """Return the proceeding, locked, once the table lets this person do this now."""
    rows = Proceeding.objects.visible_to(actor).select_for_update(of=("self",))
    case = rows.select_related("licence__current", "signed_by").filter(pk=pk).first()
    if case is None:
        raise Refused("not-found", "Không tìm thấy vụ việc này.")
    where = f"Vụ việc đang ở “{case.get_state_display()}”"
    cell = TABLE.get((Stage(case.state), deed))
    role_table.check(cell, deed, actor, where=where, roles=delegation.roles(actor))
    if not is_theirs(case, deed, actor):
        raise Refused("not-yours", "Vụ việc này do chuyên viên khác phụ trách.")
    return case


def send_letter(
    case: Proceeding,
    deed: Deed,
    kind: str,
    write: Callable[..., dict[str, Any]],
    *,
    actor: User,
    at: datetime,
) -> Paper:
    """Sign and issue a letter to the licensee; `write` makes its data of body, signer, principal.

    Raises `Refused` as `delegation.may_sign` and `papers.issue` do.
    """
    body = procedures.in_charge(timezone.localdate(at))
    principal = behalf(case, deed, actor)
    delegation.may_sign(actor, principal)
    data = write(body=body, signer=actor, principal=principal)
    draft = papers.draft(kind=kind, organisation=body, owner=case, data=data, actor=actor)
    return papers.issue(pk=draft.pk, actor=actor, signer=actor, now=at)


def move(
    case: Proceeding, deed: Deed, *, actor: User, at: datetime, reason: str = "", **changes: Any
) -> None:
    """Put the locked proceeding where the deed leads, with `changes`; write step and trail."""
    (stage,) = TABLE[Stage(case.state), deed].targets
    case.state = stage
    if stage in handling.ENDED:
        changes["closed_at"] = at
        for subject in (case, *case.inquiries.all()):
            stop_clocks(subject, actor=actor, at=at)
    for name, value in changes.items():
        setattr(case, name, value)
    case.save(update_fields=["state", *changes])
    note(case, deed, actor=actor, at=at, reason=reason)


def note(case: Proceeding, deed: Deed, *, actor: User, at: datetime, reason: str = "") -> None:
    ProceedingStep.objects.create(
        proceeding=case, deed=deed, state=case.state, at=at, actor=actor, reason=reason,
        behalf=None if deed == Deed.OPEN else behalf(case, deed, actor),
    )  # fmt: skip
    audit.record(
        actor=actor, verb=f"licensing.proceeding_{deed.replace('-', '_')}", target=case,
        reason=reason, state=case.state,
    )  # fmt: skip
