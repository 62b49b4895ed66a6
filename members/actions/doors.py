"""Hands units the links to their own sites."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from cityweb.core import audit, outbox
from cityweb.core.errors import Refused
from cityweb.core.models import User
from members import keys
from members.models import Contact, Rung, SiteLink

LINK_DAYS = 30


def link(contact: Contact, *, now: datetime) -> str:
    """Return a fresh address at which this contact sees its site, and no other."""
    key, digest = keys.new_key()
    expires = now + timedelta(days=LINK_DAYS)
    SiteLink.objects.create(contact=contact, key_digest=digest, made_at=now, expires_at=expires)
    return f"{settings.PORTAL_ORIGIN}/website-thanh-vien/don-vi/{key}/"


def links(address: str, sites: Iterable[int], *, now: datetime) -> dict[int, str]:
    """Return a link for each of the sites whose unit the person with this address belongs to."""
    mine = Contact.objects.in_force(timezone.localdate(now)).filter(
        site__in=set(sites), email__iexact=address, rung__lt=Rung.OFFICE
    )
    return {
        contact.site_id: link(contact, now=now) for contact in mine.order_by("site_id", "-rung")
    }


@transaction.atomic
def send_link(*, site: int, contact: int, actor: User) -> Contact:
    """Mail a contact of the site a fresh link. Raises `Refused` for who is not of its unit."""
    now = timezone.now()
    people = Contact.objects.in_force(timezone.localdate(now)).filter(site=site)
    found = people.select_related("site").filter(pk=contact, rung__lt=Rung.OFFICE).first()
    if found is None:
        raise Refused("nobody-there", "Người này không còn là đầu mối hay lãnh đạo của đơn vị.")
    outbox.mail(
        to=found.email,
        template="members/mail/link",
        about=found.site,
        context={"site": found.site, "address": link(found, now=now), "days": LINK_DAYS},
        dedupe_key=f"members.link:{found.links.latest('pk').pk}",
    )
    audit.record(
        actor=actor, verb="members.link_sent", target=found.site, rung=found.get_rung_display()
    )
    return found
