"""What the verbs of violations share: the locked row, the table, the diary of the case."""

from datetime import datetime

from advertising.actions import moving
from advertising.life import CASE_TABLE, STANDINGS_ENDED, CaseVerb, Standing
from advertising.models import Violation
from cityweb.core import audit, clocks
from cityweb.core.errors import Refused
from cityweb.core.models import Role, User

# Work of the team; the review is another's.
_OF_TEAM = frozenset(CaseVerb) - {CaseVerb.REVIEW, CaseVerb.SEND_BACK}


def lock(pk: int, verb: CaseVerb, actor: User) -> Violation:
    """Return the violation, locked, once the table lets this person do this now.

    Raises `Refused`: "not-found", "not-of-the-team", and as `moving.check` does.
    """
    rows = Violation.objects.visible_to(actor).select_for_update(of=("self",))
    related = ("inspection", "offender", "site", "penalty", "rule", "minutes")
    found = rows.select_related(*related).filter(pk=pk).first()
    if found is None:
        raise Refused("not-found", "Không tìm thấy vụ vi phạm này.")
    cell = CASE_TABLE.get((Standing(found.standing), verb))
    moving.check(cell, found.get_standing_display(), verb, actor)
    if not is_theirs(found, verb, actor):
        raise Refused("not-of-the-team", "Việc này dành cho thành viên đoàn kiểm tra.")
    return found


def is_theirs(violation: Violation, verb: CaseVerb, actor: User) -> bool:
    """Tell whether it is this person's to do, beyond the role."""
    if verb not in _OF_TEAM or actor.has_role(Role.OFFICE_HEAD, Role.DIRECTOR):
        return True
    if verb == CaseVerb.SERVE and actor.has_role(Role.RECORDS_CLERK):
        return True
    inspection = violation.inspection
    return actor.pk == inspection.created_by_id or inspection.team.filter(user=actor).exists()


def tell(
    violation: Violation, verb: CaseVerb, *, actor: User | None, at: datetime, words: str = ""
) -> None:
    """Write a line into the diary of the inspection, and the deed into the trail."""
    name = f"case_{verb.replace('-', '_')}"
    title = f"{verb.label} ({violation})"
    moving.note(violation.inspection, name, title, actor=actor, at=at, words=words)
    audit.record(actor=actor, verb=f"advertising.{name}", target=violation, reason=words[:500])


def move(
    violation: Violation,
    verb: CaseVerb,
    *,
    actor: User | None,
    at: datetime,
    words: str = "",
    **changes: object,
) -> Violation:
    """Put the locked violation where the verb leads, with `changes`; an end stops its clocks."""
    (violation.standing,) = CASE_TABLE[Standing(violation.standing), verb].targets
    if violation.standing in STANDINGS_ENDED:
        changes["ended_at"] = at
    for name, value in changes.items():
        setattr(violation, name, value)
    violation.save(update_fields=["standing", *changes])
    if violation.standing in STANDINGS_ENDED:
        for clock in clocks.of(violation).open():
            clocks.stop(clock, at=max(at, clock.received_at), actor=actor)
    tell(violation, verb, actor=actor, at=at, words=words)
    return violation
