"""Columns, pages and campaigns: what stands around the articles."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import OuterRef, QuerySet, Subquery

from cityweb.core.models import Role, User
from cityweb.news.forms.fields import (
    ArticleSelectMultiple,
    ArticlesField,
    TagsField,
    article_search_address,
    column_choices,
)
from cityweb.news.forms.pictures import BodyInput, PictureInput
from cityweb.news.models import Article, Campaign, Column, EditorialRight, Page, Picture, Site

_FIXED = ("site", "language")


class OnSiteForm(forms.ModelForm):
    """A row of one site and language, both chosen once and for all when it is begun.

    The fields named in `later` need to know the site; they are offered once the row is saved.
    """

    user: User
    later: tuple[str, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            self.fields["site"].queryset = Site.objects.whole_to(self.user)
            for name in self.later:
                self.fields.pop(name, None)
        else:
            for name in _FIXED:
                self.fields[name].disabled = True
        self.offer()

    def offer(self) -> None:
        """Set the choices that depend on the person and on the site."""

    def same_place(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Keep the rows of this form's site and language."""
        return rows.filter(site=self.instance.site_id, language=self.instance.language)


class ColumnForm(OnSiteForm):
    class Meta:
        model = Column
        fields = [
            *("site", "language", "name", "slug", "parent", "description", "position"),
            *("is_in_menu", "home_position"),
        ]

    def offer(self) -> None:
        is_new = self.instance.pk is None
        others = Column.objects.filter(site__in=Site.objects.whole_to(self.user))
        others = others if is_new else self.same_place(others.exclude(pk=self.instance.pk))
        self.fields["parent"].queryset = others
        self.fields["parent"].widget.choices = [
            ("", "– Cấp cao nhất –"),
            *column_choices(others, with_site=is_new),
        ]


class PageForm(OnSiteForm):
    class Meta:
        model = Page
        fields = [
            *("site", "language", "title", "slug", "parent", "lead", "body", "position"),
            *("is_public", "is_in_footer", "owner", "review_on"),
        ]
        widgets = {
            "title": forms.TextInput(attrs={"class": "vTextField"}),
            "lead": forms.Textarea(attrs={"rows": 3}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].widget = BodyInput(site_id=self.instance.site_id)
        self.fields["owner"].queryset = User.objects.filter(
            is_active=True, grants__role__in=(Role.EDITOR, Role.EDITORIAL_BOARD)
        ).distinct()

    def offer(self) -> None:
        others = Page.objects.visible_to(self.user).order_by("title")
        if self.instance.pk is not None:
            others = self.same_place(others.exclude(pk=self.instance.pk))
        self.fields["parent"].queryset = others


class CampaignForm(OnSiteForm):
    later = ("picture", "banner_picture", "auto_column", "picks")
    auto_tags = TagsField(
        label="Tự chọn bài có từ khóa", required=False, help_text="Cách nhau bằng dấu phẩy."
    )
    picks = ArticlesField(
        label="Bài chọn, theo thứ tự",
        required=False,
        queryset=Article.objects.none(),
        help_text="Gõ vài chữ trong tiêu đề để tìm; bài chọn đứng trước, bài tự chọn theo sau.",
    )

    class Meta:
        model = Campaign
        fields = [
            *("site", "language", "title", "slug", "lead", "starts_on", "ends_on", "is_public"),
            *("picture", "picks", "auto_column", "auto_tags", "banner_text", "banner_picture"),
        ]
        widgets = {"lead": forms.Textarea(attrs={"rows": 3})}

    def offer(self) -> None:
        campaign = self.instance
        if campaign.pk is None:
            return
        for name, label in (("picture", "Hình"), ("banner_picture", "Hình biểu ngữ")):
            self.fields[name] = forms.ModelChoiceField(
                label=label,
                required=False,
                queryset=Picture.objects.filter(site=campaign.site_id),
                widget=PictureInput(site_id=campaign.site_id),
            )
        columns = self.same_place(Column.objects.all())
        self.fields["auto_column"].queryset = columns
        self.fields["auto_column"].widget.choices = [
            ("", "– Không –"),
            *column_choices(columns, with_site=False),
        ]
        picks = self.fields["picks"]
        place = campaign.picked.filter(article=OuterRef("pk")).values("position")
        articles = Article.objects.filter(site=campaign.site_id).with_titles()
        picks.queryset = articles.alias(place=Subquery(place[:1])).order_by("place", "pk")
        picks.widget = ArticleSelectMultiple(
            Campaign._meta.get_field("picks"),
            admin.site,
            article_search_address(campaign.site_id, campaign.language),
        )
        picks.widget.choices = picks.choices
        order = campaign.picked.order_by("position").values_list("article", flat=True)
        self.initial["picks"] = list(order)

    @property
    def picks_in_order(self) -> list[Article]:
        """The picked articles in the order in which the browser sent them."""
        chosen = {article.pk: article for article in self.cleaned_data.get("picks", ())}
        sent = self.data.getlist(self.add_prefix("picks"))
        return [chosen[int(pk)] for pk in sent if pk.isdigit() and int(pk) in chosen]


class RightForm(forms.ModelForm):
    """Offers only sites on which the giver may give rights."""

    sites: QuerySet[Site]

    class Meta:
        model = EditorialRight
        fields = ["user", "site", "column"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["site"].queryset = self.sites
        self.fields["user"].queryset = User.objects.filter(
            is_active=True, grants__role__in=(Role.EDITOR, Role.EDITORIAL_BOARD)
        ).distinct()
        columns = Column.objects.filter(site__in=self.sites)
        self.fields["column"].queryset = columns
        self.fields["column"].widget.choices = [
            ("", "– Cả trang –"),
            *column_choices(columns, with_site=True),
        ]
