"""What stands around the news: static pages, campaigns, and the pinned top of the home pages."""

from datetime import timedelta

from django.utils import timezone

from cityweb.news import actions
from cityweb.news.demo import data
from cityweb.news.demo.stories import Newsroom
from cityweb.news.models import Campaign, HeroSlot, Page

_MONTH = timedelta(days=30)


def load(room: Newsroom) -> None:
    """Load the pages, campaigns and pins that are missing."""
    _load_pages(room)
    _load_campaigns(room)
    _load_pins(room)


def _load_pages(room: Newsroom) -> None:
    today = timezone.localdate(room.now)
    for row in data.rows("pages") + data.rows("pages-english"):
        place = {"site": room.sites[row["site"]], "language": row["language"]}
        if Page.objects.filter(**place, slug=row["slug"]).exists():
            continue
        parent = Page.objects.get(**place, slug=row["parent"]) if "parent" in row else None
        page = Page(
            **place,
            slug=row["slug"],
            parent=parent,
            title=row["title"],
            lead=row["lead"],
            body="\n".join(row["body"]),
            position=row["position"],
            is_public=True,
            is_in_footer=row["is_in_footer"],
            owner=room.staff[row["owner"]],
            review_on=today + row["review_months"] * _MONTH,
        )
        actions.save_page(actor=room.staff.board(row["site"]), page=page)


def _load_campaigns(room: Newsroom) -> None:
    today = timezone.localdate(room.now)
    for row in data.rows("campaigns"):
        site = room.sites[row["site"]]
        if Campaign.objects.filter(site=site, slug=row["slug"]).exists():
            continue
        pictures = room.pictures[row["site"]]
        column = row.get("auto_column")
        campaign = Campaign(
            site=site,
            language=row["language"],
            slug=row["slug"],
            title=row["title"],
            lead=row["lead"],
            picture=pictures[row["picture"]],
            banner_picture=pictures[row["banner_picture"]],
            banner_text=row["banner_text"],
            starts_on=today - timedelta(days=row["starts_days_ago"]),
            ends_on=today + timedelta(days=row["ends_in_days"]),
            is_public=True,
            auto_tags=row["auto_tags"],
            auto_column=room.column(row, column) if column else None,
        )
        picks = [room.articles[key] for key in row["picks"]]
        actions.save_campaign(actor=room.staff.board(row["site"]), campaign=campaign, picks=picks)


def _load_pins(room: Newsroom) -> None:
    for row in data.rows("home"):
        site = room.sites[row["site"]]
        article = room.articles[row["article"]]
        if HeroSlot.objects.filter(site=site, article=article).exists():
            continue
        ends_in = row.get("ends_in_hours")
        actions.pin(
            actor=room.staff.board(row["site"]),
            site=site,
            language=row["language"],
            position=row["position"],
            article=article,
            starts_at=room.now - timedelta(hours=row["hours_ago"]),
            ends_at=room.now + timedelta(hours=ends_in) if ends_in else None,
        )
