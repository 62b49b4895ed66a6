"""The register as sheets of rows, in the columns that can be taken in again."""

from collections.abc import Iterator, Sequence
from typing import Any

from cityweb.core.models import Organisation
from members import register
from members.models import Contact, MaintenanceWindow, MemberSite, Section
from members.querysets import MemberSiteQuerySet

Sheet = tuple[str, Sequence[str], Iterator[list[Any]]]


def sheets(sites: MemberSiteQuerySet) -> Iterator[Sheet]:
    """Yield every sheet of the register: the sites, then all that hangs on them."""
    yield register.SITES, list(register.COLUMNS), _sites(sites)
    for name, rows in (
        (register.PEOPLE, _people(sites)),
        (register.SECTIONS, _sections(sites)),
        (register.WINDOWS, _windows(sites)),
        (register.BODIES, _bodies(sites)),
    ):
        yield name, list(register.SHEETS[name]), rows


def current() -> MemberSiteQuerySet:
    """Return every site of the register, archived ones too."""
    return MemberSite.objects.order_by("code")


def _sites(sites: MemberSiteQuerySet) -> Iterator[list[Any]]:
    for site in sites.select_related("organisation"):
        yield [
            *(site.code, site.name, site.organisation.name, site.home_url, site.feed_url),
            *(site.sitemap_url, site.platform, site.builder, "; ".join(site.tags)),
            *(site.interval_minutes, *site.own_limits, site.archived_on),
        ]


def _people(sites: MemberSiteQuerySet) -> Iterator[list[Any]]:
    rows = Contact.objects.filter(site__in=sites).select_related("site")
    for one in rows.order_by("site__code", "rung", "full_name", "pk"):
        yield [
            *(one.site.code, one.get_rung_display(), one.full_name, one.position, one.email),
            *(one.phone, one.valid_from, one.valid_to),
        ]


def _sections(sites: MemberSiteQuerySet) -> Iterator[list[Any]]:
    rows = Section.objects.filter(site__in=sites).select_related("site")
    for one in rows.order_by("site__code", "name"):
        yield [one.site.code, one.name, one.url, *one.own_limits]


def _windows(sites: MemberSiteQuerySet) -> Iterator[list[Any]]:
    rows = MaintenanceWindow.objects.filter(site__in=sites).select_related("site")
    for one in rows.order_by("site__code", "starts_at", "pk"):
        yield [
            *(one.site.code, one.starts_at, one.ends_at, one.get_repeats_display()),
            *(one.until, one.reason),
        ]


def _bodies(sites: MemberSiteQuerySet) -> Iterator[list[Any]]:
    rows = Organisation.objects.filter(member_sites__in=sites).distinct()
    for one in rows.select_related("successor").prefetch_related("predecessors").order_by("name"):
        before = "; ".join(sorted(body.name for body in one.predecessors.all()))
        after = one.successor.name if one.successor else ""
        yield [one.name, one.valid_from, one.valid_to, after, before]
