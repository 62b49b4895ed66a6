"""Topical campaigns."""

from typing import Any

from django.contrib import admin
from django.forms import ModelForm
from django.http import HttpRequest

from cityweb.news import actions
from cityweb.news.admin.desk import DeskAdmin, GivenSites
from cityweb.news.forms.sections import CampaignForm
from cityweb.news.models import Campaign


@admin.register(Campaign)
class CampaignAdmin(DeskAdmin):
    form = CampaignForm
    list_display = ("title", "site", "language", "days", "is_public")
    list_filter = ("is_public", ("site", GivenSites), "language")
    list_select_related = ("site",)
    prepopulated_fields = {"slug": ("title",)}

    sortable_by = ()

    def get_fields(self, request: HttpRequest, obj: Campaign | None = None) -> list[str]:
        """Leave out what needs to know the site until there is one."""
        later = () if obj else CampaignForm.later
        return [name for name in super().get_fields(request, obj) if name not in later]

    def save_action(self, request: HttpRequest, form: ModelForm, formsets: list[Any]) -> None:
        actions.save_campaign(actor=request.user, campaign=form.instance, picks=form.picks_in_order)

    @admin.display(description="Thời gian")
    def days(self, campaign: Campaign) -> str:
        ends = (
            f" – {campaign.ends_on:%d/%m/%Y}" if campaign.ends_on else " – chưa định ngày kết thúc"
        )
        return f"{campaign.starts_on:%d/%m/%Y}{ends}"
