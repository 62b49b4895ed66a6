"""Named questions about inspections and what hangs on them; `visible_to` is the only door."""

from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Q

from advertising.life import STAGES_ENDED
from cityweb.core.models import Role

if TYPE_CHECKING:
    from cityweb.core.models import User

DESK = (Role.INSPECTOR, Role.OFFICE_HEAD, Role.DIRECTOR, Role.RECORDS_CLERK)
# Who reads restricted cases besides those who work on them.
LEADERS = (Role.OFFICE_HEAD, Role.DIRECTOR)


class InspectionQuerySet(models.QuerySet[Any]):
    """A restricted inspection is seen by its team, its author and the leaders alone."""

    def visible_to(self, user: "User") -> Self:
        if not user.has_role(*DESK):
            return self.none()
        if user.has_role(*LEADERS):
            return self
        own = Q(created_by=user) | Q(pk__in=self.model.members_of(user))
        return self.filter(Q(is_restricted=False) | own)

    def open(self) -> Self:
        """Keep those that have not ended."""
        return self.exclude(stage__in=STAGES_ENDED)


class SignalQuerySet(models.QuerySet[Any]):
    """Signals are read by the whole desk; what became a restricted case only by who sees that."""

    def visible_to(self, user: "User") -> Self:
        if not user.has_role(*DESK):
            return self.none()
        case = self.model._meta.get_field("inspection").related_model
        return self.filter(Q(inspection=None) | Q(inspection__in=case.objects.visible_to(user)))


class BelowInspection(models.QuerySet[Any]):
    """Rows of an inspection are seen by whoever sees it."""

    def visible_to(self, user: "User") -> Self:
        case = self.model._meta.get_field("inspection").related_model
        return self.filter(inspection__in=case.objects.visible_to(user))


class InvitationQuerySet(models.QuerySet[Any]):
    """Invitations by how far they are."""

    def unsigned(self) -> Self:
        """Keep those whose letter nobody has signed."""
        return self.filter(paper=None)

    def awaiting_answer(self) -> Self:
        """Keep those that were sent and not answered."""
        return self.filter(state="sent", paper__isnull=False)
