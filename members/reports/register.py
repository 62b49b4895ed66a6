"""The register as rows of a table, in the columns that can be taken in again."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Prefetch
from django.utils import timezone

from members.models import Contact, MemberSite, Rung
from members.querysets import MemberSiteQuerySet


def rows(sites: MemberSiteQuerySet) -> Iterator[list[Any]]:
    """Yield a row a site; the first contact in force stands for all of them."""
    responsible = Contact.objects.in_force(timezone.localdate()).filter(rung=Rung.CONTACT)
    for site in sites.select_related("organisation").prefetch_related(
        Prefetch("contacts", responsible, to_attr="first_rung")
    ):
        contact = next(iter(site.first_rung), Contact())
        yield [
            *(site.code, site.name, site.organisation.name, site.home_url, site.feed_url),
            *(site.sitemap_url, site.platform, site.builder, "; ".join(site.tags)),
            *(site.interval_minutes, *site.own_limits, site.archived_on),
            *(contact.full_name, contact.email, contact.phone),
        ]


def current() -> MemberSiteQuerySet:
    """Return every site of the register, archived ones too."""
    return MemberSite.objects.order_by("code")
