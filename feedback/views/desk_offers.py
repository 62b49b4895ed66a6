"""When a step is offered: questions about a case and the person who looks at it."""

from collections.abc import Callable

from cityweb.core.models import Attachment, Role
from feedback import queues
from feedback.actions.isolating import LIFTABLE
from feedback.models import Message
from feedback.reports import veiled
from feedback.states import UNDECIDED, HopState, ReplyState, State
from feedback.views.desk_case_facts import Case

Offered = Callable[[Case], bool]


def in_state(*states: State) -> Offered:
    return lambda case: case.may_handle and case.submission.state in states


def undecided(case: Case) -> bool:
    is_waiting = case.submission.state == State.NEEDS_INFO
    return case.may_handle and (case.submission.state in UNDECIDED or is_waiting)


def is_open(case: Case) -> bool:
    return case.may_handle and case.submission.is_open


def may_hold(case: Case) -> bool:
    """Tell whether the person may keep the case from being erased, or let go of it again."""
    one = case.submission
    is_theirs = one.is_restricted or case.user.has_role(Role.OFFICE_HEAD)
    return is_theirs and one.anonymised_at is None


def reply_is(*states: ReplyState) -> Offered:
    return lambda case: case.may_handle and bool(case.reply) and case.reply.state in states


def may_decide(case: Case, *states: ReplyState) -> bool:
    decides = case.submission.is_restricted or case.user.has_role(*queues.DECIDERS)
    return decides and case.reply is not None and case.reply.state in states


def may_ask(case: Case) -> bool:
    asked = any(one.purpose == Message.Purpose.QUESTION for one in case.messages)
    is_possible = not asked and bool(case.submission.ways_to_ask)
    return is_possible and in_state(State.SUBMITTED, State.ACCEPTED, State.CLASSIFIED)(case)


def has_new_files(case: Case) -> bool:
    """Tell whether the sender added files about which the bodies' sight is not yet decided."""
    lying = [hop.pk for hop in case.open_hops]
    return (
        case.may_handle
        and bool(lying)
        and Attachment.objects.filter(undecided_at__in=lying).exists()
    )


def may_choose_files(case: Case) -> bool:
    """Tell whether a body still sees the case, and the sender sent files it may or may not see."""
    gone = (HopState.RETURNED, HopState.RECALLED)
    is_seen = any(hop.parent_id is None and hop.state not in gone for hop in case.hops)
    is_theirs = case.may_handle and is_seen and not case.submission.is_restricted
    return (
        is_theirs and not has_new_files(case) and bool(veiled.all_of(veiled.sent(case.submission)))
    )


def may_transfer(case: Case) -> bool:
    is_joined = case.may_handle and case.submission.state == State.MERGED
    return case.submission.is_restricted and (is_joined or undecided(case))


def may_lift(case: Case) -> bool:
    """Tell whether an isolated case may be given back to the room."""
    one = case.submission
    return case.may_handle and one.is_restricted and one.state in LIFTABLE


def may_draft(case: Case) -> bool:
    return case.reply is None and in_state(State.ANSWERED, State.ANSWERING)(case)


def may_share(case: Case) -> bool:
    return case.may_handle and case.waiting_copy is not None


def is_suspected(case: Case) -> bool:
    return case.submission.is_suspected_spam and in_state(State.SUBMITTED)(case)
