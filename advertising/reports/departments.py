"""Departments in inspections: whose officer leads the team, and who was asked along and came."""

from django.db.models import Q, QuerySet

from advertising.models import Inspection, Invitation, TeamMember
from cityweb.core.models import Organisation


def taking_part(rows: QuerySet[Inspection], department: Organisation) -> QuerySet[Inspection]:
    """Keep the inspections that the department led or took part in."""
    led = TeamMember.objects.filter(
        duty=TeamMember.Duty.LEAD, user__organisation=department
    ).values("inspection")
    joined = Invitation.objects.filter(
        state=Invitation.State.ACCEPTED, organisation=department
    ).values("inspection")
    return rows.filter(Q(pk__in=led) | Q(pk__in=joined))


def known() -> QuerySet[Organisation]:
    """Return the departments that ever led an inspection or took part in one."""
    led = TeamMember.objects.filter(duty=TeamMember.Duty.LEAD).values("user__organisation")
    joined = Invitation.objects.filter(state=Invitation.State.ACCEPTED).values("organisation")
    return Organisation.objects.filter(Q(pk__in=led) | Q(pk__in=joined)).order_by("name")
