"""Takes a unit's notice that its site will be down."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from cityweb.core import audit, law, workdays
from cityweb.core.errors import Refused
from members import windows
from members.models import Contact, MaintenanceWindow

OUTAGE_NOTICE = "MEMBER.OUTAGE.NOTICE"
MOST_AHEAD = timedelta(days=180)


@transaction.atomic
def announce_outage(
    *, contact: Contact, starts_at: datetime, ends_at: datetime, reason: str
) -> MaintenanceWindow:
    """Plan an outage of the contact's site; one that is told too late is taken, and marked so.

    Raises `Refused` where it does not lie ahead of us, or lasts too long ("bad-time").
    """
    now = timezone.now()
    if not now <= starts_at <= now + MOST_AHEAD or not starts_at < ends_at:
        raise Refused("bad-time", "Giờ bắt đầu phải ở phía trước, giờ kết thúc sau giờ bắt đầu.")
    if ends_at - starts_at > timedelta(days=windows.MOST_DAYS):
        raise Refused("bad-time", f"Một lần tạm ngừng dài nhất {windows.MOST_DAYS} ngày.")
    today, first = timezone.localdate(now), timezone.localdate(starts_at)
    planned = MaintenanceWindow.objects.create(
        site=contact.site,
        starts_at=starts_at,
        ends_at=ends_at,
        reason=reason,
        announced_at=now,
        announced_by=contact,
        is_late=windows.is_announced_late(
            today,
            first,
            days=law.resolve(OUTAGE_NOTICE, on=today).value,
            calendar=workdays.calendar(today, first),
        ),
    )
    audit.record(
        actor=None,
        verb="members.outage_announced",
        target=contact.site,
        contact=contact.pk,
        is_late=planned.is_late,
    )
    return planned
