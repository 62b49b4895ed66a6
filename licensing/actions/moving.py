"""What every verb of dossiers shares: the locked row, the table, the move, the mail."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import Model
from django.utils import timezone

from cityweb.core import audit, clocks, outbox, role_table
from cityweb.core.errors import Refused
from cityweb.core.models import Role, User
from licensing import delegation, step_terms
from licensing.life import ENDED, ROLES_OF, TABLE, State, Verb
from licensing.models import Dossier, Step

# Letters of a reason that is sent out: fewer explain nothing.
LEAST_REASON = 10
# Verbs of the specialist alone; the other officers may add findings.
OWN = (Verb.TAKE_UP, Verb.ASK, Verb.PROPOSE_ASKING, Verb.DRAFT, Verb.PUT_UP, Verb.APPRAISE_AGAIN)
FILING = (Verb.FILL, Verb.SUBMIT, Verb.ANSWER, Verb.WITHDRAW)


def lock(pk: int, verb: Verb, actor: User) -> Dossier:
    """Return the dossier, locked, once the table lets this person do this now.

    Raises `Refused`: "not-found" for what the person may not see, and as `check` does.
    """
    rows = Dossier.objects.visible_to(actor).select_for_update(of=("self",))
    found = rows.select_related("procedure", "version", "applicant", "licence").filter(pk=pk)
    dossier = found.first()
    if dossier is None:
        raise Refused("not-found", "Không tìm thấy hồ sơ này.")
    check(dossier, verb, actor)
    return dossier


def check(dossier: Dossier, verb: Verb, actor: User) -> None:
    """Raise `Refused` unless the table holds the cell, the role is right and the dossier theirs.

    "illegal-move", "not-your-role", "not-yours".
    """
    cell = TABLE.get((State(dossier.state), verb))
    where = f"Hồ sơ đang ở trạng thái “{dossier.get_state_display()}”"
    role_table.check(cell, verb, actor, where=where, roles=delegation.roles(actor))
    if not is_theirs(dossier, verb, actor):
        raise Refused("not-yours", "Hồ sơ này do người khác phụ trách.")


def is_theirs(dossier: Dossier, verb: Verb, actor: User) -> bool:
    """Tell whether it is this person's to do, beyond the role.

    Applicants act on their own; the clerk files for those who came with paper; the specialist's
    work is the specialist's.
    """
    if verb in FILING:
        is_own = dossier.applicant.account_id == actor.pk and actor.has_role(Role.APPLICANT)
        is_paper = dossier.channel != Dossier.Channel.ONLINE
        return is_own or (is_paper and actor.has_role(Role.ONE_STOP_CLERK))
    return verb not in OWN or is_specialist(dossier, actor)


def is_specialist(dossier: Dossier, actor: User) -> bool:
    """Tell whether the dossier is this person's to work on, or that of whom they stand in for."""
    mine = dossier.specialist_id == actor.pk
    return mine or delegation.stands_for(actor, dossier.specialist_id)


def behalf(dossier: Dossier, verb: Verb, actor: User) -> User | None:
    """Return in whose place the actor takes this step, None in their own."""
    return delegation.behalf(actor, ROLES_OF[verb], dossier.specialist_id if verb in OWN else None)


def move(
    dossier: Dossier,
    verb: Verb,
    state: State,
    *,
    actor: User,
    at: datetime,
    public_note: str = "",
    reason: str = "",
    **changes: Any,
) -> None:
    """Put the locked dossier into `state`, with `changes`; write step and trail.

    An end stops every clock that still runs.
    """
    cell = TABLE[State(dossier.state), verb]
    if state not in cell.targets:
        raise RuntimeError(f"{verb} does not lead from {dossier.state} to {state}")
    if state != dossier.state:
        changes |= _step(dossier, state, changes.get("received_at") or dossier.received_at, at)
    dossier.state = state
    if state in ENDED and dossier.closed_at is None:
        changes["closed_at"] = at
    for name, value in changes.items():
        setattr(dossier, name, value)
    if {"code", "deposit_code"} & changes.keys():
        changes["words"] = dossier.words = dossier.found_by()
    dossier.save(update_fields=["state", *changes])
    note_step(dossier, verb, actor=actor, at=at, public_note=public_note, reason=reason)
    if state in ENDED:
        stop_clocks(dossier, actor=actor, at=at)


def _step(
    dossier: Dossier, state: State, received_at: datetime | None, at: datetime
) -> dict[str, datetime | None]:
    """Return when the step that begins now began, and when it has to be over."""
    due_at = step_terms.due_of(state, dossier.procedure.code, received_at, at)
    return {"step_since": at, "step_due_at": due_at}


def note_step(
    dossier: Dossier,
    verb: Verb,
    *,
    actor: User | None,
    at: datetime,
    public_note: str = "",
    reason: str = "",
) -> None:
    """Write down what was done, in the history of the dossier and in the trail.

    Nobody of ours did it where another office answered by its link.
    """
    Step.objects.create(
        dossier=dossier, verb=verb, state=dossier.state, at=at, actor=actor,
        behalf=behalf(dossier, verb, actor) if actor else None,
        public_note=public_note, reason=reason,
    )  # fmt: skip
    audit.record(
        actor=actor, verb=f"licensing.dossier_{verb.replace('-', '_')}", target=dossier,
        reason=reason, state=dossier.state,
    )  # fmt: skip


def stop_clocks(subject: Model, *names: str, actor: User | None, at: datetime) -> None:
    """Stop the named clocks of the subject, or all of them."""
    for clock in clocks.of(subject).open():
        if not names or clock.name in names:
            clocks.stop(clock, at=at, actor=actor)


def tell(dossier: Dossier, what: str, *, key: str) -> None:
    """Put a mail to the applicant into the outbox, once for each `key`, if there is an address."""
    if not dossier.applicant.email:
        return
    outbox.mail(
        to=dossier.applicant.email,
        template="licensing/mail/progress",
        about=dossier,
        context={
            "dossier": dossier,
            "what": what,
            "address": f"{settings.PORTAL_ORIGIN}/nop-ho-so/{dossier.key}/",
            "look_up": f"{settings.PORTAL_ORIGIN}/ho-so/",
        },
        dedupe_key=f"licensing:dossier:{dossier.pk}:{key}",
    )


def moment(at: datetime | None) -> datetime:
    return at or timezone.now()


def need(words: str, code: str, message: str) -> str:
    """Return what was written; raise `Refused` where nothing was."""
    if not words.strip():
        raise Refused(code, message)
    return words.strip()


def explained(words: str, message: str) -> str:
    """Return a reason that goes out on paper; raise `Refused("no-reason")` for a mere letter."""
    why = need(words, "no-reason", message)
    if len(why) < LEAST_REASON:
        raise Refused(
            "no-reason", f"{message} Viết ít nhất {LEAST_REASON} chữ cái: người nhận đọc lý do này."
        )
    return why
