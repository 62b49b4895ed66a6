"""Procedures as reference tables: a change of law is a new version, written here, not in code.

A version that dossiers go by is history: it is ended by a day and followed by another.
"""

from datetime import timedelta
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db import models
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from cityweb.core.audited_admin import AuditedAdmin, ClosingInline
from cityweb.core.models import LegalRule
from licensing.models import Component, Condition, ProcedureVersion


class VersionForm(ModelForm):
    """Rules are named by codes that exist."""

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        named = [said.get("time_rule"), said.get("pause_rule"), *(said.get("limit_rules") or [])]
        codes = {code for code in named if code}
        known = set(LegalRule.objects.filter(code__in=codes).values_list("code", flat=True))
        if codes - known:
            unknown = ", ".join(sorted(codes - known))
            raise ValidationError(f"Chưa có quy tắc mang mã: {unknown}. Thêm ở mục Quy tắc trước.")
        return said

    class Meta:
        model = ProcedureVersion
        fields = (
            "procedure", "name", "effective_from", "effective_to", "citation", "confidence", "who",
            "time_rule", "pause_rule", "limit_rules", "sets", "result_form", "note",
        )  # fmt: skip


class PartInline(ClosingInline):
    def is_closed(self, row: ProcedureVersion | None) -> bool:
        return is_used(row)


class ComponentInline(PartInline):
    model = Component
    fields = (
        "position",
        "code",
        "name",
        "form_number",
        "hint",
        "note",
        "is_required",
        "confidence",
    )


class ConditionInline(PartInline):
    model = Condition
    fields = ("position", "code", "text", "citation", "confidence")


def is_used(version: ProcedureVersion | None) -> bool:
    """Tell whether a dossier goes by this version."""
    return version is not None and version.dossiers.exists()


@admin.register(ProcedureVersion)
class ProcedureVersionAdmin(AuditedAdmin):
    form = VersionForm
    inlines = (ComponentInline, ConditionInline)
    list_display = ("procedure", "name", "effective_from", "effective_to", "confidence")
    list_filter = ("procedure",)
    list_select_related = ("procedure",)
    actions = ("copy",)

    def get_readonly_fields(
        self, request: HttpRequest, obj: ProcedureVersion | None = None
    ) -> tuple[str, ...]:
        fields = VersionForm.Meta.fields
        return tuple(name for name in fields if name != "effective_to") if is_used(obj) else ()

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.action(description="Chép thành bản mới, từ ngày mai")
    def copy(
        self, request: HttpRequest, queryset: models.QuerySet[ProcedureVersion]
    ) -> HttpResponse | None:
        """Begin the next version with everything the chosen one says; it ends the day before."""
        chosen = queryset.first()
        is_open = chosen.effective_to is None and chosen.effective_from <= timezone.localdate()
        if queryset.count() != 1 or not is_open:
            messages.error(request, "Chọn đúng một bản đang áp dụng, chưa có ngày kết thúc.")
            return None
        made = _next(chosen)
        self.log_addition(request, made, f"copy of {chosen.pk}")
        messages.success(request, "Đã chép. Sửa tên, ngày áp dụng, căn cứ và các danh sách.")
        return redirect("admin:licensing_procedureversion_change", made.pk)


def _next(chosen: ProcedureVersion) -> ProcedureVersion:
    parts = [*chosen.components.all(), *chosen.conditions.all()]
    tomorrow = timezone.localdate() + timedelta(days=1)
    chosen.effective_to = tomorrow
    chosen.save(update_fields=["effective_to"])
    made = ProcedureVersion.objects.get(pk=chosen.pk)
    made.pk, made.effective_from, made.effective_to = None, tomorrow, None
    made.name = f"{chosen.name} (bản mới)"[:80]
    made.save(force_insert=True)
    for one in parts:
        one.pk, one.version = None, made
        one.save(force_insert=True)
    return made
