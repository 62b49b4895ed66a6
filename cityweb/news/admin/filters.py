"""What the list of articles can be narrowed by."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from cityweb.news import queues
from cityweb.news.forms.fields import ColumnLabels
from cityweb.news.models import Column, Site
from cityweb.news.models.sites import Language
from cityweb.news.states import State

Choices = list[tuple[str, str]]


class QueueFilter(admin.SimpleListFilter):
    """Drawn as tabs above the list, not among the filters beside it."""

    title = "hàng việc"
    parameter_name = "hang"
    template = "admin/news/edition/_no_filter.html"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        return [(queue.key, queue.title) for queue in queues.of(request.user)]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        queue = queues.named(self.value() or "", request.user)
        return queue.narrow(queryset, request.user) if queue else queryset


class StateFilter(admin.SimpleListFilter):
    title = "trạng thái"
    parameter_name = "trang-thai"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        return list(State.choices)

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(state=self.value()) if self.value() else queryset


class ChoiceFilter(admin.SimpleListFilter):
    """A filter that is not drawn where there is nothing to choose."""

    def has_output(self) -> bool:
        return len(self.lookup_choices) > 1


class SiteFilter(ChoiceFilter):
    title = "trang"
    parameter_name = "trang"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        sites = Site.objects.visible_to(request.user)
        return [(site.code, site.name) for site in sites]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(article__site__code=self.value()) if self.value() else queryset


class ColumnFilter(admin.SimpleListFilter):
    """A column, without those below it: a million rows are found by one index."""

    title = "chuyên mục"
    parameter_name = "chuyen-muc"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        labels = ColumnLabels()
        columns = Column.objects.visible_to(request.user)
        return sorted(((str(column.pk), labels(column)) for column in columns), key=lambda c: c[1])

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        value = self.value() or ""
        return queryset.filter(main_column=value) if value.isdigit() else queryset


class LanguageFilter(admin.SimpleListFilter):
    title = "ngôn ngữ"
    parameter_name = "ngon-ngu"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        return list(Language.choices)

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(article__language=self.value()) if self.value() else queryset
