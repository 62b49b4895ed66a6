"""The base of every admin page in the portal: each change is an audit entry, "Nhật ký" reads it."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import models
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from cityweb.core import audit
from cityweb.core.paginator import CappedPaginator


class AuditedAdmin(admin.ModelAdmin):
    """Admin pages whose saves are recorded in the audit trail instead of Django's own log."""

    show_full_result_count = False
    paginator = CappedPaginator
    show_facets = admin.ShowFacets.NEVER
    list_per_page = 50

    def log_addition(self, request: HttpRequest, obj: models.Model, message: object) -> None:
        self._record(request, obj, "added")

    def log_change(self, request: HttpRequest, obj: models.Model, message: object) -> None:
        self._record(request, obj, "changed", changes=message)

    def log_deletions(self, request: HttpRequest, queryset: models.QuerySet) -> None:
        for obj in queryset:
            self._record(request, obj, "deleted")

    def construct_change_message(
        self, request: HttpRequest, form: ModelForm, formsets: Any, add: bool = False
    ) -> list[str]:
        """Return the names of changed fields; their values are in the row history."""
        changed = list(form.changed_data)
        for formset in formsets or []:
            changed += [formset.model._meta.model_name] if formset.has_changed() else []
        return changed

    def _record(
        self, request: HttpRequest, obj: models.Model, ending: str, **details: object
    ) -> None:
        verb = f"{obj._meta.app_label}.{obj._meta.model_name}_{ending}"
        audit.record(actor=request.user, verb=verb, target=obj, **details)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show what happened to the object: verbs and changes of data, newest first."""
        target = self.get_object(request, unquote(object_id))
        if target is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_or_change_permission(request, target):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "title": f"Nhật ký: {target}",
            "object": target,
            "opts": self.opts,
            "lines": audit.timeline(target),
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/timeline.html", context)


class ClosingInline(admin.TabularInline):
    """A list below a row that cases go by: open to changes until the first of them does."""

    extra = 0

    def is_closed(self, row: Any) -> bool:
        """Tell whether a case goes by the row; a new row has none."""
        raise NotImplementedError

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return not self.is_closed(obj) and super().has_add_permission(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return not self.is_closed(obj) and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return not self.is_closed(obj) and super().has_delete_permission(request, obj)
