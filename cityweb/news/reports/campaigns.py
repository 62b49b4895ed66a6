"""A campaign's page: the articles picked by hand, then those its rule finds."""

from datetime import date, datetime, time
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from cityweb.core import keyset
from cityweb.news import nav
from cityweb.news.models import Campaign, CampaignPick, LiveArticle, Placement
from cityweb.news.reports import cards
from cityweb.news.reports.cards import Card

PAGE_SIZE = 12


def public(site_id: int, language: str, today: date) -> QuerySet[Any]:
    """Return every campaign that readers may open, newest first."""
    campaigns = Campaign.objects.public(today).filter(site=site_id, language=language)
    return campaigns.select_related("picture", "banner_picture")


def picked(campaign: Campaign) -> list[Card]:
    """Return the articles picked by hand that are in lists now, in their order."""
    numbers = CampaignPick.objects.filter(campaign=campaign.pk).order_by("position", "pk")
    wanted = list(numbers.values_list("article", flat=True))
    columns = nav.columns(campaign.site_id, campaign.language)
    found = cards.by_number(wanted, campaign.site_id, columns) if wanted else {}
    return [found[number] for number in wanted if number in found]


def automatic(campaign: Campaign, turn: keyset.Turn, *, without: set[int]) -> keyset.Leaf:
    """Return one page of what the campaign's tags or column find, those in `without` left out.

    Nothing is added any more once the campaign is over.
    """
    found = keyset.leaf(_sources(campaign, without), turn, size=PAGE_SIZE, place_of=cards.place_of)
    columns = nav.columns(campaign.site_id, campaign.language)
    found.rows = [cards.card(row, columns) for row in found.rows]
    return found


def _sources(campaign: Campaign, without: set[int]) -> list[keyset.Source]:
    until = {"published_at__lte": _end(campaign.ends_on)} if campaign.ends_on else {}
    sources: list[keyset.Source] = []
    if campaign.auto_tags:
        rows = LiveArticle.objects.listed().filter(
            site=campaign.site_id, language=campaign.language, tags__overlap=campaign.auto_tags
        )
        rows = rows.filter(**until).exclude(pk__in=without)
        sources.append((rows.values_list(*cards.FIELDS), "published_at", "article"))
    if campaign.auto_column_id:
        rows = Placement.objects.filter(column=campaign.auto_column_id, **until)
        rows = rows.exclude(live__in=without)
        sources.append((rows.values_list(*cards.PLACEMENT_FIELDS), "published_at", "live"))
    return sources


def _end(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.max))
