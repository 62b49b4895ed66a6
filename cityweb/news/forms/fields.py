"""Fields that several of the newsroom's forms share."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.db.models import Field, QuerySet
from django.urls import reverse

from cityweb.core import text
from cityweb.news.models import Article, Column

LONGEST_TAG = 60
MOST_TAGS = 20


class TagsField(forms.CharField):
    """Words parted by commas; the same word in other letters counts once."""

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[str]:  # type: ignore[override]
        if isinstance(value, list):
            return value
        found: dict[str, str] = {}
        for part in text.clean(super().to_python(value)).split(","):
            tag = " ".join(part.split())
            if tag:
                found.setdefault(tag.casefold(), tag)
        return list(found.values())

    def clean(self, value: Any) -> list[str]:  # type: ignore[override]
        tags = self.to_python(value)
        if len(tags) > MOST_TAGS:
            raise forms.ValidationError(f"Nhiều nhất {MOST_TAGS} từ khóa.")
        if any(len(tag) > LONGEST_TAG for tag in tags):
            raise forms.ValidationError(f"Mỗi từ khóa dài nhất {LONGEST_TAG} ký tự.")
        return tags

    def has_changed(self, initial: Any, data: Any) -> bool:
        return (initial or []) != self.to_python(data)


class ColumnLabels:
    """Names of columns with those above them, read once for a whole list of choices."""

    def __init__(self) -> None:
        self._columns: dict[int | None, tuple[str, int | None]] = {}

    def __call__(self, column: Column) -> str:
        if not self._columns:
            rows = Column.objects.values_list("pk", "name", "parent")
            self._columns = {pk: (name, parent) for pk, name, parent in rows}
        return " › ".join(reversed(list(self._upwards(column.pk))))

    def _upwards(self, pk: int | None) -> Iterable[str]:
        while pk in self._columns:
            name, pk = self._columns[pk]
            yield name


def column_choices(columns: QuerySet[Column], *, with_site: bool) -> list[tuple[Any, Any]]:
    """Return the columns as choices in reading order, grouped by site where it can differ."""
    labels = ColumnLabels()
    rows = list(columns.select_related("site").order_by("site", "-language", "position", "name"))
    if not with_site:
        return sorted(((row.pk, labels(row)) for row in rows), key=lambda pair: pair[1])
    groups: dict[str, list[tuple[int, str]]] = {}
    for row in rows:
        group = f"{row.site.name} – {row.get_language_display()}"
        groups.setdefault(group, []).append((row.pk, labels(row)))
    return [(group, sorted(pairs, key=lambda pair: pair[1])) for group, pairs in groups.items()]


class _ArticleSearch:
    """Asks our own list of readable articles of one site, not Django's list of all rows."""

    def __init__(self, field: Field, site: Any, address: str, **kwargs: Any) -> None:
        self.address = address
        super().__init__(field, site, **kwargs)  # type: ignore[call-arg]

    def get_url(self) -> str:
        return self.address

    @property
    def media(self) -> forms.Media:
        return super().media + forms.Media(js=[forms.Script("js/picks.js", defer=True)])


class ArticleSelect(_ArticleSearch, AutocompleteSelect):
    """One readable article, found by typing."""


class ArticleSelectMultiple(_ArticleSearch, AutocompleteSelectMultiple):
    """Several readable articles, found by typing."""


class _TitleLabel:
    def label_from_instance(self, article: Article) -> str:
        return article.shown_as  # type: ignore[attr-defined]


class ArticleField(_TitleLabel, forms.ModelChoiceField):
    """One article; its queryset is `with_titles()`."""


class ArticlesField(_TitleLabel, forms.ModelMultipleChoiceField):
    """Several articles; the queryset is `with_titles()`."""


def article_search_address(site_id: int, language: str) -> str:
    """Return where `ArticleSelect` asks: the readable articles of one site and language."""
    return f"{reverse('admin:news_edition_find')}?site={site_id}&language={language}"
