"""Which body is responsible: the proposal, and why it is this one."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from cityweb.core.models import Organisation, Role, RoleGrant
from feedback.models import AgencyContact, RoutingRule, Submission
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
    passed over, and so is a rule for the committee of the place where no place is known.
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
        named = committee_of(submission, on=on) if rule.to_committee else rule.organisation
        if named is None:
            continue
        body, handed_on = _today(named, on)
        if body.pk not in refused:
            return Proposal(body, rule, (*_why(rule, named, submission), *handed_on))
    return None


def committee_of(submission: Submission, *, on: date) -> Organisation | None:
    """Return the People's Committee of the ward, commune or special zone it speaks of."""
    if submission.unit_id is None:
        return None
    committees = Organisation.objects.filter(kind=Organisation.Kind.COMMITTEE)
    return _alive(committees, on).filter(unit=submission.unit_id).first()


def bodies_known(submission: Submission, *, on: date) -> list[Organisation]:
    """Return every body that some rule of this mailbox names, for overruling the proposal."""
    named = RoutingRule.objects.in_force(on).filter(mailbox=submission.mailbox_id)
    found = Organisation.objects.filter(pk__in=named.values("organisation"))
    near = committee_of(submission, on=on)
    bodies = {_today(body, on)[0] for body in found} | ({near} if near else set())
    return sorted(bodies, key=lambda body: body.name)


def within_reach(on: date) -> QuerySet[Organisation]:
    """Return the bodies of `on` that somebody answers for, by mail or with an account."""
    by_mail = Q(pk__in=AgencyContact.objects.in_force(on).values("organisation"))
    accounts = RoleGrant.objects.held_on(on).filter(role=Role.AGENCY_CONTACT)
    by_account = Q(pk__in=accounts.filter(user__is_active=True).values("user__organisation"))
    return _alive(Organisation.objects.filter(by_mail | by_account), on)


def _alive(bodies: QuerySet[Organisation], on: date) -> QuerySet[Organisation]:
    return bodies.exclude(valid_to__lt=on).exclude(valid_from__gt=on)


def _why(rule: RoutingRule, named: Organisation, submission: Submission) -> tuple[str, ...]:
    said = [f"Hộp thư “{rule.mailbox}”"]
    if rule.category:
        said.append(f"lĩnh vực “{rule.category}”")
    if rule.unit or rule.to_committee:
        said.append(f"địa bàn {rule.unit or submission.unit}")
    reasons = [", ".join(said) + f" → {named.name}"]
    if rule.to_committee:
        reasons.append("Việc của cấp xã: Ủy ban nhân dân nơi xảy ra")
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
