"""Static pages, and which of them should have been looked at again."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.decorators import method_decorator

from cityweb.news import actions
from cityweb.news.admin.desk import DeskAdmin, GivenSites
from cityweb.news.admin.policies import with_editor
from cityweb.news.forms.sections import PageForm
from cityweb.news.models import Page


class ReviewFilter(admin.SimpleListFilter):
    title = "rà soát"
    parameter_name = "ra-soat"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("qua-han", "Đã quá hạn"), ("cua-toi", "Tôi phụ trách")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() == "qua-han":
            return queryset.overdue(timezone.localdate())
        if self.value() == "cua-toi":
            return queryset.filter(owner=request.user)
        return queryset


@admin.register(Page)
@method_decorator(with_editor, "changeform_view")
class PageAdmin(DeskAdmin):
    form = PageForm
    list_display = ("place", "site", "language", "is_public", "owner", "review")
    list_filter = (ReviewFilter, "is_public", ("site", GivenSites), "language")
    list_select_related = ("site", "parent__parent", "owner")
    ordering = ("site", "-language", "title")
    sortable_by = ("review",)
    prepopulated_fields = {"slug": ("title",)}

    def save_action(self, request: HttpRequest, form: ModelForm, formsets: list[Any]) -> None:
        actions.save_page(actor=request.user, page=form.instance)

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return super().changeform_view(request, *args, **kwargs)

    @admin.display(description="Trang")
    def place(self, page: Page) -> str:
        above = [page.parent.parent, page.parent] if page.parent else []
        return " › ".join(str(one) for one in [*above, page] if one)

    @admin.display(description="Rà soát lại", ordering="review_on")
    def review(self, page: Page) -> str:
        if page.review_on is None:
            return "–"
        is_late = page.review_on <= timezone.localdate()
        return f"{page.review_on:%d/%m/%Y}" + (" · quá hạn" if is_late else "")
