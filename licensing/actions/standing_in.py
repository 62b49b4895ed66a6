"""Who does whose work for some days, and who may hand on what."""

from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from cityweb.core import audit
from cityweb.core.errors import Refused
from cityweb.core.models import Role, User
from licensing import signing
from licensing.actions.moving import need
from licensing.models import StandIn
from licensing.querysets import DESK

# Who arranges who does whose work.
ARRANGERS = (Role.OFFICE_HEAD, Role.DIRECTOR, Role.ADMINISTRATOR)
_NOT_ARRANGER = "Việc này dành cho: Trưởng phòng, Giám đốc, Quản trị."


@transaction.atomic
def appoint_stand_in(
    *,
    actor: User,
    person: User,
    stand_in: User,
    valid_from: date,
    valid_to: date,
    reason: str,
    decision: str = "",
) -> StandIn:
    """Let somebody do another's work on dossiers from one day to another.

    `decision` names the paper that says so. Raises `Refused`: "not-your-role"; "not-of-the-desk"
    when one of them does not work on dossiers; "not-yours-to-hand-on" for the work of who stands
    higher; "not-entitled" and "no-decision" where a director's signature would go to who may not
    have it, or not without a paper; "taken" when somebody does it in those days already; "chain"
    when the stand-in is away themselves then; "out-of-order" for days gone.
    """
    if not actor.has_role(*ARRANGERS):
        raise Refused("not-your-role", _NOT_ARRANGER)
    if not (person.has_role(*DESK) and stand_in.has_role(*DESK)) or person == stand_in:
        raise Refused("not-of-the-desk", "Hãy chọn hai người khác nhau cùng xử lý hồ sơ cấp phép.")
    decision = decision.strip()
    _may_hand_on(actor, person, decision)
    if person.has_role(Role.DIRECTOR):
        _may_sign_for_director(stand_in, decision)
    if valid_to < max(valid_from, timezone.localdate()):
        raise Refused("out-of-order", "Ngày cuối phải từ ngày đầu và từ hôm nay trở đi.")
    _no_chain(person, stand_in, valid_from, valid_to)
    made = StandIn.objects.create(
        person=person, stand_in=stand_in, valid_from=valid_from, valid_to=valid_to,
        reason=need(reason, "no-reason", "Hãy ghi lý do."), decision=decision, made_by=actor,
        made_at=timezone.now(),
    )  # fmt: skip
    audit.record(
        actor=actor, verb="licensing.stand_in", target=made, reason=reason, decision=decision
    )
    return made


@transaction.atomic
def end_stand_in(*, pk: int, actor: User) -> StandIn:
    """End it now."""
    if not actor.has_role(*ARRANGERS):
        raise Refused("not-your-role", _NOT_ARRANGER)
    made = StandIn.objects.select_for_update().get(pk=pk)
    made.ended_at = made.ended_at or timezone.now()
    made.save(update_fields=["ended_at"])
    audit.record(actor=actor, verb="licensing.stand_in_ended", target=made)
    return made


def _may_hand_on(actor: User, person: User, decision: str) -> None:
    """Raise `Refused` unless the work is the actor's own, or of somebody below them.

    An administrator only carries out what a paper says.
    """
    if actor == person or _rank(actor) > _rank(person):
        return
    if not actor.has_role(Role.ADMINISTRATOR):
        raise Refused(
            "not-yours-to-hand-on",
            f"Việc của {person} ({person.role_names}) do chính người ấy, cấp trên, hoặc quản trị "
            "theo văn bản giao.",
        )
    if not decision:
        raise Refused("no-decision", "Hãy ghi số, ngày của văn bản giao việc này.")


def _may_sign_for_director(stand_in: User, decision: str) -> None:
    how = signing.manner(stand_in.position, stand_in.roles)
    if not how:
        raise Refused(
            "not-entitled",
            "Ký thay Giám đốc chỉ giao cho cấp phó (KT.), hoặc ủy quyền bằng văn bản cho Trưởng "
            f"phòng (TUQ.). {stand_in}: {stand_in.position or 'chưa ghi chức danh'}.",
        )
    if how == signing.TUQ and not decision:
        raise Refused("no-decision", "Ký thừa ủy quyền (TUQ.) phải có văn bản: hãy ghi số, ngày.")


def _no_chain(person: User, stand_in: User, valid_from: date, valid_to: date) -> None:
    meanwhile = StandIn.objects.filter(
        valid_from__lte=valid_to, valid_to__gte=valid_from, ended_at=None
    )
    taken = meanwhile.filter(person=person).select_related("stand_in").first()
    if taken is not None:
        raise Refused(
            "taken",
            f"{taken.stand_in} đã làm thay {person} từ {taken.valid_from:%d/%m/%Y} đến "
            f"{taken.valid_to:%d/%m/%Y}. Chấm dứt lần ấy trước khi giao người khác, hoặc chọn ngày "
            "khác.",
        )
    if meanwhile.filter(Q(person=stand_in) | Q(stand_in=person)).exists():
        raise Refused("chain", "Trong những ngày ấy một trong hai người đang vắng hoặc làm thay.")


def _rank(person: User) -> int:
    if person.has_role(Role.DIRECTOR):
        return 2
    return 1 if person.has_role(Role.OFFICE_HEAD) else 0
