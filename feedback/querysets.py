"""Named questions about submissions, forwardings, routing and published answers."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Self

from django.contrib.postgres.search import SearchQuery
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from cityweb.core.models import Role
from feedback.states import OPEN, OPEN_HOPS, HopState, PublicationState, State

if TYPE_CHECKING:
    from cityweb.core.models import Organisation, User

# Who works on submissions at all; denunciations have readers of their own.
READERS = (Role.OFFICER, Role.OFFICE_HEAD, Role.DIRECTOR)


class SubmissionQuerySet(models.QuerySet[Any]):
    """Questions about submissions; `visible_to` is the only door for people."""

    def visible_to(self, user: "User") -> "SubmissionQuerySet":
        """Keep what this person may read; the restricted ones only for their appointed readers."""
        if user.has_role(Role.DENUNCIATION_READER):
            return self if user.has_role(*READERS) else self.filter(is_restricted=True)
        return self.filter(is_restricted=False) if user.has_role(*READERS) else self.none()

    def open(self) -> "SubmissionQuerySet":
        """Keep those that are not ended."""
        return self.filter(state__in=OPEN)

    def of_one_sender(self, *, email_index: str, phone_index: str) -> "SubmissionQuerySet":
        """Keep those that came from this e-mail address or telephone; none when both are empty."""
        same = Q(pk__in=[])
        if email_index:
            same |= Q(email_index=email_index)
        if phone_index:
            same |= Q(phone_index=phone_index)
        return self.filter(same)

    def received_between(self, start: datetime, end: datetime) -> "SubmissionQuerySet":
        """Keep those received from `start` up to but not including `end`."""
        return self.filter(received_at__gte=start, received_at__lt=end)


class MessageQuerySet(models.QuerySet[Any]):
    """Questions about what was said after the first word."""

    def of_all_joined(self, submission: models.Model) -> "MessageQuerySet":
        """Keep what was said about it, and what their senders added to those joined to it."""
        own = Q(submission=submission)
        # An officer may have written down what the sender said.
        is_theirs = Q(author=None) | Q(purpose="addition")
        joined = Q(submission__duplicate_of=submission) & is_theirs
        if not submission.is_restricted:
            # What stayed isolated when this one was given back is read on its own case alone.
            joined &= Q(submission__is_restricted=False)
        return self.filter(own | joined)


class HopQuerySet(models.QuerySet[Any]):
    """Questions about forwardings."""

    def open(self) -> "HopQuerySet":
        """Keep those that still wait for the body."""
        return self.filter(state__in=OPEN_HOPS)

    def of_body(self, organisation: "Organisation") -> "HopQuerySet":
        """Keep those sent to this body; what became restricted meanwhile is gone from its view."""
        return self.filter(organisation=organisation, submission__is_restricted=False)

    def shown_to_bodies(self) -> "HopQuerySet":
        """Keep what a body may still read: not what it gave back or what was taken back."""
        gone = (HopState.RETURNED, HopState.RECALLED)
        return self.filter(submission__is_restricted=False).exclude(state__in=gone)

    def visible_to_contact(self, user: "User") -> "HopQuerySet":
        """Keep what lies at the person's own body or at a unit of it; the door of the account."""
        if not user.has_role(Role.AGENCY_CONTACT) or user.organisation_id is None:
            return self.none()
        own = Q(organisation=user.organisation_id)
        below = Q(organisation__parent=user.organisation_id)
        return self.shown_to_bodies().filter(own | below)


class AgencyLinkQuerySet(models.QuerySet[Any]):
    """Questions about the links of bodies."""

    def usable(self, now: datetime) -> "AgencyLinkQuerySet":
        """Keep those that open something: in time, not ended, the contact still in office."""
        return self.filter(
            Exists(self._contacts().in_force(timezone.localdate(now))),
            revoked_at__isnull=True,
            expires_at__gt=now,
            hop__state__in=OPEN_HOPS,
            hop__submission__is_restricted=False,
        )

    def _contacts(self) -> "DatedQuerySet":
        known = self.model._meta.apps.get_model("feedback", "AgencyContact").objects
        return known.filter(organisation=OuterRef("hop__organisation"), email=OuterRef("sent_to"))


class DatedQuerySet(models.QuerySet[Any]):
    """Questions about rows that hold from one day to another."""

    def in_force(self, day: date) -> Self:
        """Keep the rows of `day`; both ends count."""
        return self.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=day), valid_from__lte=day)


class RoutingRuleQuerySet(DatedQuerySet):
    """Questions about routing."""

    def matching(
        self, *, mailbox_id: int, category_id: int | None, unit_id: int | None
    ) -> "RoutingRuleQuerySet":
        """Keep the rules that speak of this mailbox, category and place, most specific first."""
        return self.filter(
            Q(category__isnull=True) | Q(category=category_id),
            Q(unit__isnull=True) | Q(unit=unit_id),
            mailbox=mailbox_id,
        ).order_by(
            F("category").asc(nulls_last=True),
            F("unit").asc(nulls_last=True),
            # The committee of the place is nearer than a body of the whole city.
            "-to_committee",
            "-valid_from",
        )


class LetterQuerySet(models.QuerySet[Any]):
    """Questions about mail that came in; `visible_to` is the only door for people."""

    def visible_to(self, user: "User") -> "LetterQuerySet":
        """Keep what this person may read; what came about the restricted only for its readers."""
        mine = Q(pk__in=[])
        loose = Q(submission__isnull=True)
        if user.has_role(Role.OFFICER, Role.OFFICE_HEAD):
            mine |= (loose | Q(submission__is_restricted=False)) & Q(is_restricted=False)
        if user.has_role(Role.DENUNCIATION_READER):
            mine |= Q(is_restricted=True) | Q(submission__is_restricted=True)
        return self.filter(mine)


class SharedCopyQuerySet(models.QuerySet[Any]):
    """Questions about the answers of originals as others read them."""

    def waiting(self) -> "SharedCopyQuerySet":
        """Keep those that wait for a person: the answer stands, and has no public copy instead."""
        known = self.model._meta.apps.get_model("feedback", "Publication").objects
        return self.filter(
            ~Exists(known.published().filter(reply=OuterRef("reply"))),
            decided_at__isnull=True,
            reply__submission__state=State.REPLIED,
        )


class PublicationQuerySet(models.QuerySet[Any]):
    """Questions about the public's copy of questions and answers."""

    def published(self) -> "PublicationQuerySet":
        """Keep what everybody may read."""
        return self.filter(state=PublicationState.PUBLISHED, submission__is_restricted=False)

    def found_by(self, query: SearchQuery) -> "PublicationQuerySet":
        """Keep what the query finds in the folded words of title, question and answer."""
        return self.filter(search=query)
