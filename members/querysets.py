"""Named questions about member sites."""

from datetime import date, datetime, timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone

from cityweb.core.models import Role, User

READERS = frozenset({Role.SITE_MONITOR, Role.OFFICER, Role.OFFICE_HEAD, Role.DIRECTOR})
"""Who may look at the watch; everybody else learns of a site from its reminders."""

CHECKERS = READERS - {Role.DIRECTOR}
"""Who may have a site asked at once."""

SIGNERS = frozenset({Role.OFFICE_HEAD, Role.DIRECTOR})
"""Who may sign an official letter about a site."""

EARLY = timedelta(days=30)
"""So long before its first day a directive is looked for already."""


class MemberSiteQuerySet(models.QuerySet):
    def watched(self, today: date) -> "MemberSiteQuerySet":
        """Keep the sites that are in use: an archived one is neither asked nor reminded."""
        return self.filter(Q(archived_on__isnull=True) | Q(archived_on__gt=today))

    def visible_to(self, user: User) -> "MemberSiteQuerySet":
        """Keep what the person may see: the whole register, or nothing."""
        return self if user.has_role(*READERS) else self.none()


class ContactQuerySet(models.QuerySet):
    def in_force(self, day: date) -> "ContactQuerySet":
        """Keep those who are responsible on the day; both ends count."""
        return self.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=day), valid_from__lte=day)


class DirectiveQuerySet(models.QuerySet):
    def with_campaign(self) -> "DirectiveQuerySet":
        """Fetch along what tells where a banner leads."""
        return self.select_related("campaign__site")

    def judged(self, today: date) -> "DirectiveQuerySet":
        """Keep what is in force, or soon will be: some sites carry it out early."""
        return self.with_campaign().filter(
            Q(ends_on__isnull=True) | Q(ends_on__gte=today), starts_on__lte=today + EARLY
        )


class SiteLinkQuerySet(models.QuerySet):
    def usable(self, now: datetime) -> "SiteLinkQuerySet":
        """Keep links in time whose holder is still responsible for a site that is in use."""
        today = timezone.localdate(now)
        return self.filter(
            Q(contact__valid_to__isnull=True) | Q(contact__valid_to__gte=today),
            Q(contact__site__archived_on__isnull=True) | Q(contact__site__archived_on__gt=today),
            expires_at__gt=now,
            contact__valid_from__lte=today,
        )
