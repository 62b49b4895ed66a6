"""Pinning an article to a place of the home page."""

from datetime import datetime
from typing import Any

from django import forms
from django.contrib import admin

from cityweb.news.forms.fields import ArticleField, ArticleSelect, article_search_address
from cityweb.news.models import Article, HeroSlot, Site
from cityweb.news.models.home import HERO_SLOTS

_MOMENT = {"type": "datetime-local", "step": 60}


class PinForm(forms.Form):
    position = forms.TypedChoiceField(
        label="Vị trí",
        coerce=int,
        choices=[(place, f"Vị trí {place}") for place in range(1, HERO_SLOTS + 1)],
    )
    starts_at = forms.DateTimeField(
        label="Ghim từ",
        required=False,
        widget=forms.DateTimeInput(_MOMENT, "%Y-%m-%dT%H:%M"),
        help_text="Để trống: ngay bây giờ.",
    )
    ends_at = forms.DateTimeField(
        label="Ghim đến",
        required=False,
        widget=forms.DateTimeInput(_MOMENT, "%Y-%m-%dT%H:%M"),
        help_text="Để trống: cho tới khi bỏ ghim.",
    )

    def __init__(self, *args: Any, site: Site, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["article"] = ArticleField(
            label="Bài viết",
            queryset=Article.objects.filter(site=site).with_titles(),
            widget=ArticleSelect(
                HeroSlot._meta.get_field("article"),
                admin.site,
                article_search_address(site.pk, language),
            ),
            error_messages={"required": "Hãy chọn bài để ghim."},
        )
        self.order_fields(["article", "position", "starts_at", "ends_at"])

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        starts: datetime | None = found.get("starts_at")
        ends: datetime | None = found.get("ends_at")
        if starts and ends and ends <= starts:
            self.add_error("ends_at", "Giờ kết thúc phải sau giờ bắt đầu.")
        return found
