"""Campaigns: the page of a policy, its picked articles, its dates."""

from collections.abc import Sequence

from django.db import transaction

from cityweb.core import audit
from cityweb.core.errors import Refused
from cityweb.core.models import User
from cityweb.news.actions._locking import WRITERS, require, require_whole_site
from cityweb.news.actions.pages import require_board_for_public
from cityweb.news.actions.redirects import redirect
from cityweb.news.models import Article, Campaign, CampaignPick

MOST_PICKS = 60


@transaction.atomic
def save_campaign(*, actor: User, campaign: Campaign, picks: Sequence[Article]) -> Campaign:
    """Store a campaign with its picked articles in the order given.

    A new address leaves a redirect at the old one. Raises `Refused`: "board-only",
    "outside-rights", "foreign-pick", "too-many-picks".
    """
    require(actor, *WRITERS)
    require_whole_site(actor, campaign.site_id)
    stored = Campaign.objects.select_for_update().filter(pk=campaign.pk).first()
    require_board_for_public(actor, campaign.is_public or (stored is not None and stored.is_public))
    if any(article.site_id != campaign.site_id for article in picks):
        raise Refused("foreign-pick", "Bài chọn phải thuộc cùng trang với chuyên đề.")
    if len(picks) > MOST_PICKS:
        raise Refused("too-many-picks", f"Chọn tối đa {MOST_PICKS} bài cho một chuyên đề.")
    campaign.save()
    if stored and stored.path != campaign.path:
        redirect(campaign.site_id, stored.path, campaign.path)
    campaign.picked.all().delete()
    CampaignPick.objects.bulk_create(
        CampaignPick(campaign=campaign, article=article, position=place)
        for place, article in enumerate(dict.fromkeys(picks), 1)
    )
    verb = "news.campaign_changed" if stored else "news.campaign_added"
    audit.record(actor=actor, verb=verb, target=campaign)
    return campaign
