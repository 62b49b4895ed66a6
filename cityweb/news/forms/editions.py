"""Writing an article."""

from typing import Any

from django import forms
from django.contrib import admin

from cityweb.core.models import User
from cityweb.news.actions.drafting import CONTENT_FIELDS, MANY_FIELDS
from cityweb.news.forms.fields import (
    ArticleSelectMultiple,
    ArticlesField,
    TagsField,
    article_search_address,
    column_choices,
)
from cityweb.news.forms.pictures import BodyInput, PictureInput
from cityweb.news.models import Article, Column, Edition, Picture


class BeginForm(forms.Form):
    """The two facts an article begins with; the rest is typed on its own page."""

    title = forms.CharField(
        label="Tiêu đề",
        max_length=250,
        widget=forms.TextInput(attrs={"class": "vTextField", "autofocus": True}),
    )
    column = forms.ModelChoiceField(
        label="Chuyên mục",
        queryset=Column.objects.none(),
        empty_label="– Chọn chuyên mục –",
        error_messages={"invalid_choice": "Chuyên mục này nằm ngoài phạm vi biên tập của bạn."},
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        columns = Column.objects.visible_to(user)
        field = self.fields["column"]
        field.queryset = columns
        field.widget.choices = [("", field.empty_label), *column_choices(columns, with_site=True)]


class EditionForm(forms.ModelForm):
    """All that an editor may type into a draft; `user` decides which columns are offered."""

    lock_version = forms.IntegerField(widget=forms.HiddenInput)
    source_url = forms.URLField(
        label="Đường dẫn nguồn",
        max_length=500,
        required=False,
        assume_scheme="https",
        widget=forms.URLInput(attrs={"class": "vURLField"}),
    )
    tags = TagsField(
        label="Từ khóa",
        required=False,
        help_text="Cách nhau bằng dấu phẩy.",
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )

    class Meta:
        model = Edition
        fields = [
            *("title", "lead", "body", "main_column", "extra_columns", "slug"),
            *("picture", "picture_alt", "picture_caption"),
            *("authors", "source_name", "source_url", "tags", "related", "correction_note"),
        ]
        widgets = {
            "title": forms.Textarea(attrs={"rows": 2, "class": "title-input"}),
            "lead": forms.Textarea(attrs={"rows": 3}),
            "slug": forms.TextInput(attrs={"class": "vTextField"}),
            "authors": forms.TextInput(attrs={"class": "vTextField"}),
            "source_name": forms.TextInput(attrs={"class": "vTextField"}),
            "picture_alt": forms.TextInput(attrs={"class": "vTextField"}),
            "picture_caption": forms.TextInput(attrs={"class": "vTextField"}),
            "correction_note": forms.TextInput(attrs={"class": "vTextField"}),
            "extra_columns": forms.CheckboxSelectMultiple,
        }
        help_texts = {
            "lead": "Một, hai câu nói điều quan trọng nhất; hiện ở trang chủ và kết quả tìm kiếm.",
            "slug": "Tự lấy theo tiêu đề cho tới khi bài đăng; đổi sau đó vẫn giữ địa chỉ cũ.",
            "picture_alt": "Cho người không thấy hình: hình cho biết điều gì?",
            "authors": "Tên hiện dưới bài, ví dụ: Nguyễn An – Lê Bình.",
        }

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        edition = self.instance
        site, language = edition.article.site_id, edition.article.language
        self.fields["lock_version"].initial = edition.lock_version
        self.fields["slug"].required = False
        self.fields["body"].widget = BodyInput(site_id=site)
        self._offer_columns(user, site, language)
        self.fields["picture"] = forms.ModelChoiceField(
            label="Hình chính",
            required=False,
            queryset=Picture.objects.filter(site=site),
            widget=PictureInput(site_id=site),
        )
        self.fields["related"] = ArticlesField(
            label="Bài liên quan",
            required=False,
            queryset=Article.objects.filter(site=site).with_titles(),
            widget=ArticleSelectMultiple(
                Edition._meta.get_field("related"),
                admin.site,
                article_search_address(site, language),
            ),
        )
        if edition.article.first_published_at is None:
            del self.fields["correction_note"]

    def _offer_columns(self, user: User, site: int, language: str) -> None:
        """Offer the person's columns, and keep those others have already chosen."""
        edition = self.instance
        columns = Column.objects.filter(site=site, language=language)
        given = columns.visible_to(user)
        main = self.fields["main_column"]
        main.queryset = given
        main.widget.choices = column_choices(given, with_site=False)
        extra = self.fields["extra_columns"]
        kept = edition.extra_columns.values("pk")
        extra.queryset = (given | columns.filter(pk__in=kept)).distinct()
        extra.widget.choices = column_choices(extra.queryset, with_site=False)

    def clean_title(self) -> str:
        """A title is one line, wherever it was pasted from."""
        return " ".join(self.cleaned_data["title"].split())

    @property
    def content(self) -> dict[str, Any]:
        """What was typed and is valid, for `actions.save_draft`; what has errors is left out."""
        names = (*CONTENT_FIELDS, *MANY_FIELDS)
        return {name: self.cleaned_data[name] for name in names if name in self.cleaned_data}
