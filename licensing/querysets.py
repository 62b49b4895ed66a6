"""Named questions about the register, and about dossiers."""

from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.contrib.postgres.search import SearchQuery
from django.db import models
from django.db.models import F, Func, Q

from cityweb.core.models import Role
from cityweb.core.models.dated import DatedQuerySet
from licensing import rules
from licensing.life import State

if TYPE_CHECKING:
    from cityweb.core.models import User

# Who works on dossiers at all.
DESK = (
    *(Role.ONE_STOP_CLERK, Role.SPECIALIST, Role.OFFICE_HEAD),
    *(Role.DIRECTOR, Role.RECORDS_CLERK),
)


# More dossiers than this hold common words: the newest of them are met by walking.
FEW = 500


class VersionQuerySet(DatedQuerySet[Any]):
    def decided_as(self, number: str) -> Self:
        """Keep what was decided under this number, however it was typed."""
        folded = Func(F("decision_number"), function="core_fold", output_field=models.TextField())
        return self.alias(folded=folded).filter(folded__in=rules.number_spellings(number))


class LicenceQuerySet(models.QuerySet[Any]):
    def holding(self, words: str) -> Self:
        """Keep the licences in whose text all these folded words stand."""
        return self.filter(search=SearchQuery(words, config="simple"))

    def turning(self, today: date) -> Self:
        """Keep those that stand otherwise since a day that has come."""
        return self.filter(changes_on__lte=today)


class DossierQuerySet(models.QuerySet[Any]):
    """Questions about dossiers; `visible_to` is the only door for people."""

    def visible_to(self, user: "User") -> Self:
        """Keep what this person may read: the desk what was sent, an applicant their own.

        A draft is seen by its organisation, or by the clerk who enters it from paper.
        """
        mine = Q(pk__in=[])
        if user.has_role(*DESK):
            mine |= ~Q(state=State.DRAFT)
        if user.has_role(Role.ONE_STOP_CLERK):
            mine |= Q(state=State.DRAFT, created_by=user)
        if user.has_role(Role.APPLICANT):
            mine |= Q(applicant__account=user)
        return self.filter(mine)

    def entered_by(self, user: "User") -> Self:
        """Keep the paper filings that the clerk began to type and did not send yet."""
        if not user.has_role(Role.ONE_STOP_CLERK):
            return self.none()
        return self.filter(state=State.DRAFT, created_by=user).exclude(channel="online")

    def holding(self, words: str) -> Self:
        """Keep those in whose codes, organisation, site or domains all these words stand.

        With or without marks, in any order, the last one as far as it was typed; signs alone keep
        nothing back. A few are looked up first: the database, left alone, would walk through
        everything from the newest on for words that stand nowhere.
        """
        typed = rules.searchable(words)
        if not typed:
            return self
        begun = " & ".join(f"{typed}:*".split())
        query = SearchQuery(begun, search_type="raw", config="simple")
        few = self.model.objects.filter(search=query).order_by().values_list("pk", flat=True)
        found = list(few[: FEW + 1])
        return self.filter(search=query) if len(found) > FEW else self.filter(pk__in=found)

    def on_desk(self, user: "User") -> Self:
        """Keep what was sent to the office, for those who work there."""
        return self.exclude(state=State.DRAFT) if user.has_role(*DESK) else self.none()


# Who works on licences after they were given.
KEEPERS = (Role.SPECIALIST, Role.OFFICE_HEAD, Role.DIRECTOR, Role.RECORDS_CLERK)


class ProceedingQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: "User") -> Self:
        """Keep all for those who keep the register; nobody else reads them."""
        return self.all() if user.has_role(*KEEPERS) else self.none()
