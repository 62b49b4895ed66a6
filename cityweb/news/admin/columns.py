"""The tree of columns."""

from typing import Any

from django.contrib import admin
from django.db.models import Case, CharField, F, QuerySet, Value, When
from django.db.models.functions import Cast, Concat, LPad
from django.forms import ModelForm
from django.http import HttpRequest

from cityweb.news import actions
from cityweb.news.admin.desk import DeskAdmin, GivenSites
from cityweb.news.forms.sections import ColumnForm
from cityweb.news.models import Column, Site


def _level(prefix: str) -> Case:
    """Return what sorts one level of the tree: place in the menu, then name; "" above the top."""
    position = LPad(Cast(f"{prefix}position", CharField()), 5, Value("0"))
    line = Concat(position, F(f"{prefix}name"), Value("/"), output_field=CharField())
    return Case(When(**{f"{prefix}pk__isnull": True}, then=Value("")), default=line)


@admin.register(Column)
class ColumnAdmin(DeskAdmin):
    form = ColumnForm
    list_display = ("place", "site", "language", "position", "is_in_menu", "home_position")
    list_filter = (("site", GivenSites), "language")
    list_select_related = ("site", "parent__parent")
    list_per_page = 500
    list_max_show_all = 500
    sortable_by = ()
    prepopulated_fields = {"slug": ("name",)}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        levels = [_level(prefix) for prefix in ("parent__parent__", "parent__", "")]
        rows = Column.objects.filter(site__in=Site.objects.whole_to(request.user)).alias(
            line=Concat(*levels, output_field=CharField())
        )
        return rows.order_by("site", "-language", "line")

    def get_ordering(self, request: HttpRequest) -> tuple[str, ...]:
        return ()

    def save_action(self, request: HttpRequest, form: ModelForm, formsets: list[Any]) -> None:
        actions.save_column(actor=request.user, column=form.instance)

    @admin.display(description="Chuyên mục")
    def place(self, column: Column) -> str:
        above = [column.parent.parent, column.parent] if column.parent else []
        return " › ".join(str(one) for one in [*above, column] if one)
