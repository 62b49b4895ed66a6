"""Articles: the list and the addresses of the screens around one edition."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString

from cityweb.news import queues
from cityweb.news.admin import autosave, finding, history, preview, writing
from cityweb.news.admin.desk import DeskAdmin
from cityweb.news.admin.filters import (
    ColumnFilter,
    LanguageFilter,
    QueueFilter,
    SiteFilter,
    StateFilter,
)
from cityweb.news.models import Edition
from cityweb.news.states import IN_WORK, State

OLDER = "truoc"


class EditionList(ChangeList):
    """One row an article, unless a state is asked for; leafs by number, never counts a million."""

    def get_filters_params(self, params: dict[str, Any] | None = None) -> dict[str, Any]:
        found = super().get_filters_params(params)
        self.older_than = found.pop(OLDER, [""])[-1]
        return found

    @property
    def is_narrowed(self) -> bool:
        return bool({QueueFilter.parameter_name, StateFilter.parameter_name} & set(self.params))

    def get_queryset(
        self, request: HttpRequest, exclude_parameters: list[str] | None = None
    ) -> QuerySet[Any]:
        rows = super().get_queryset(request, exclude_parameters)
        if self.older_than.isdigit():
            rows = rows.filter(pk__lt=self.older_than)
        return rows if self.is_narrowed else rows.current()

    @property
    def is_in_work(self) -> bool:
        """Tell whether the list holds work in hand: little, and the last touched stands first."""
        queue = self.params.get(QueueFilter.parameter_name, "")
        state = self.params.get(StateFilter.parameter_name, "")
        return bool(queue and queue != queues.LIVE) or state in IN_WORK

    @property
    def older_address(self) -> str:
        """Where the list goes on behind the last row that is counted, or nothing."""
        is_last = self.page_num == self.paginator.num_pages
        if self.is_in_work or not self.paginator.is_capped or not is_last:
            return ""
        rows = list(self.result_list)
        return self.get_query_string({OLDER: rows[-1].pk}, remove=["p"]) if rows else ""

    def get_ordering(self, request: HttpRequest, queryset: QuerySet[Any]) -> list[str]:
        return ["-updated_at", "-pk"] if self.is_in_work else ["-pk"]


@admin.register(Edition)
class EditionAdmin(DeskAdmin):
    list_display = ("headline", "column", "standing", "writer", "when")
    list_filter = (QueueFilter, StateFilter, SiteFilter, ColumnFilter, LanguageFilter)
    list_select_related = ("main_column", "article__site", "author", "updated_by")
    search_fields = ("title",)
    search_help_text = "Tìm theo từ trong tiêu đề, gõ có dấu hay không dấu đều được."
    sortable_by = ()

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return EditionList

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        name = "news_edition"
        own = [
            path("tim/", view(finding.find), name=f"{name}_find"),
            path("<int:pk>/tu-luu/", view(autosave.autosave), name=f"{name}_autosave"),
            path("<int:pk>/xem-truoc/", view(preview.screen), name=f"{name}_preview"),
            path("<int:pk>/xem-truoc/trang/", view(preview.page), name=f"{name}_preview_page"),
            path("<int:pk>/khac-biet/", view(history.differences), name=f"{name}_differences"),
        ]
        return [*own, *super().get_urls()]

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Keep the newest matches: a common word stands in more titles than anyone reads."""
        if not search_term.strip():
            return queryset, False
        matches = queryset.titled(search_term).order_by("-pk").values_list("pk", flat=True)
        return queryset.filter(pk__in=list(matches[: queues.MOST_COUNTED])), False

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        chosen = queues.named(request.GET.get(QueueFilter.parameter_name, ""), request.user)
        facts = {**queues.tabs(request.user, chosen, is_all=not request.GET), "queue": chosen}
        response = super().changelist_view(request, {**facts, **(extra_context or {})})
        listed = getattr(response, "context_data", {}).get("cl")
        if listed is not None:
            response.context_data["older"] = listed.older_address
        return response

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return writing.begin(self, request)

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        return writing.edit(self, request, self.get_object(request, object_id))

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return history.screen(self, request, self.get_object(request, object_id))

    @admin.display(description="Tiêu đề")
    def headline(self, edition: Edition) -> str:
        return edition.title

    @admin.display(description="Chuyên mục")
    def column(self, edition: Edition) -> SafeString:
        language = "" if edition.article.language == "vi" else " · EN"
        return format_html(
            '{}<span class="quiet">{}{}</span>',
            edition.main_column.name,
            edition.article.site.name,
            language,
        )

    @admin.display(description="Trạng thái")
    def standing(self, edition: Edition) -> SafeString:
        is_returned = edition.state == State.DRAFT and edition.return_reason
        words = "Bị trả lại" if is_returned else edition.get_state_display()
        kind = "returned" if is_returned else edition.state
        return format_html('<span class="state state-{}">{}</span>', kind, words)

    @admin.display(description="Người viết")
    def writer(self, edition: Edition) -> str:
        return str(edition.author or "–")

    @admin.display(description="Khi nào")
    def when(self, edition: Edition) -> str:
        if edition.state == State.SCHEDULED:
            return f"đăng {short(edition.publish_at)}"
        if edition.state == State.PUBLISHED:
            return f"đăng {short(edition.published_at)}"
        return f"sửa {short(edition.updated_at)}"


def short(moment: Any) -> str:
    """Return a moment as an editor reads it: the hour alone when it is today."""
    here = timezone.localtime(moment)
    today = here.date() == timezone.localdate()
    return date_format(here, "H:i" if today else "H:i d/m/Y")
