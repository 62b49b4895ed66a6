"""What public pages need and nearly never changes: sites, columns, footer links, campaigns.

Each process remembers it for a few seconds, so an edit shows everywhere within `SECONDS`.
"""

from datetime import date

from cachetools.func import ttl_cache

from cityweb.news.models import Campaign, Column, Page, Site

SECONDS = 10
ABOUT_SLUGS = ("gioi-thieu", "about")
"""The page that the menu links to as “Giới thiệu”, by language."""


@ttl_cache(maxsize=8, ttl=SECONDS)
def _sites() -> dict[str, Site]:
    sites = list(Site.objects.all())
    by_host = {site.host: site for site in sites}
    for site in sites:
        if site.is_default:
            by_host[""] = site
    return by_host


def site_for(host: str) -> Site | None:
    """Return the site that answers to a host name (no port), else the default one."""
    sites = _sites()
    return sites.get(host.lower()) or sites.get("")


def site_of_code(code: str) -> Site | None:
    """Return the site with this code."""
    return next((site for site in _sites().values() if site.code == code), None)


@ttl_cache(maxsize=32, ttl=SECONDS)
def columns(site_id: int, language: str) -> dict[int, Column]:
    """Return the columns of one site and language by number, in menu order."""
    found = Column.objects.filter(site=site_id, language=language).order_by("position", "name")
    return {column.pk: column for column in found}


@ttl_cache(maxsize=32, ttl=SECONDS)
def footer_pages(site_id: int, language: str) -> list[Page]:
    """Return the public pages linked from every footer, without their text."""
    pages = Page.objects.public().filter(site=site_id, language=language, is_in_footer=True)
    return list(pages.defer("body"))


@ttl_cache(maxsize=32, ttl=SECONDS)
def campaigns(site_id: int, language: str, today: date) -> list[Campaign]:
    """Return the public campaigns that are not over."""
    found = Campaign.objects.running(today).filter(site=site_id, language=language)
    return list(found)


def forget() -> None:
    """Drop everything remembered in this process."""
    _sites.cache_clear()
    columns.cache_clear()
    footer_pages.cache_clear()
    campaigns.cache_clear()
