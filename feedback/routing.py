"""Which body is responsible: the proposal, and why it is this one."""

from dataclasses import dataclass
from datetime import date

from cityweb.core.models import Organisation
from feedback.models import RoutingRule, Submission
from feedback.states import HopState

# A chain of successors longer than this is a circle somebody typed.
_MOST_SUCCESSORS = 10


@dataclass(frozen=True)
class Proposal:
    """A body to forward to, and every reason in words an officer can check."""

    organisation: Organisation
    rule: RoutingRule
    reasons: tuple[str, ...]


def propose(submission: Submission, *, on: date) -> Proposal | None:
    """Return the body that the routing of `on` names, or nothing when no rule speaks of the case.

    A body that ended gives way to its successor; one that returned this submission before is
    passed over.
    """
    refused = set(
        submission.hops.filter(state=HopState.RETURNED).values_list("organisation", flat=True)
    )
    rules = (
        RoutingRule.objects.in_force(on)
        .matching(
            mailbox_id=submission.mailbox_id,
            category_id=submission.category_id,
            unit_id=submission.unit_id,
        )
        .select_related("organisation", "category", "unit", "mailbox")
    )
    for rule in rules:
        body, handed_on = _today(rule.organisation, on)
        if body.pk not in refused:
            return Proposal(body, rule, (*_why(rule), *handed_on))
    return None


def bodies_known(submission: Submission, *, on: date) -> list[Organisation]:
    """Return every body that some rule of this mailbox names, for overruling the proposal."""
    named = RoutingRule.objects.in_force(on).filter(mailbox=submission.mailbox_id)
    found = Organisation.objects.filter(pk__in=named.values("organisation"))
    return sorted({_today(body, on)[0] for body in found}, key=lambda body: body.name)


def _why(rule: RoutingRule) -> tuple[str, ...]:
    said = [f"Hộp thư “{rule.mailbox}”"]
    if rule.category:
        said.append(f"lĩnh vực “{rule.category}”")
    if rule.unit:
        said.append(f"địa bàn {rule.unit}")
    reasons = [", ".join(said) + f" → {rule.organisation.name}"]
    reasons.append(f"Quy tắc áp dụng từ {rule.valid_from:%d/%m/%Y}")
    if rule.basis:
        reasons.append(f"Căn cứ: {rule.basis}")
    return tuple(reasons)


def _today(body: Organisation, on: date) -> tuple[Organisation, tuple[str, ...]]:
    notes = []
    for _ in range(_MOST_SUCCESSORS):
        if body.valid_to is None or body.valid_to >= on or body.successor is None:
            break
        notes.append(
            f"{body.name} ngừng hoạt động sau {body.valid_to:%d/%m/%Y}; "
            f"kế thừa: {body.successor.name}"
        )
        body = body.successor
    return body, tuple(notes)
