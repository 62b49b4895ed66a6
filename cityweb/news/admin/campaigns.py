"""Topical campaigns."""

from typing import Any

from django.contrib import admin
from django.forms import ModelForm
from django.http import HttpRequest

from cityweb.news import actions
from cityweb.news.admin.desk import DeskAdmin
from cityweb.news.forms.sections import CampaignForm
from cityweb.news.models import Campaign


@admin.register(Campaign)
class CampaignAdmin(DeskAdmin):
    form = CampaignForm
    list_display = ("title", "site", "language", "starts_on", "ends_on", "is_public")
    list_filter = ("is_public", "language")
    list_select_related = ("site",)
    prepopulated_fields = {"slug": ("title",)}

    def save_action(self, request: HttpRequest, form: ModelForm, formsets: list[Any]) -> None:
        actions.save_campaign(
            actor=request.user, campaign=form.instance, picks=form.picks_in_order
        )
