"""The rules of law and of the office, for administrators."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils import timezone

from cityweb.core import law
from cityweb.core.audited_admin import AuditedAdmin
from cityweb.core.models import LegalRule


class SettledFilter(admin.SimpleListFilter):
    title = "tình trạng"
    parameter_name = "tinh-trang"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return [("cho", "Chờ xác nhận"), ("chac", "Dùng được")]

    def queryset(self, request: HttpRequest, queryset: models.QuerySet) -> models.QuerySet:
        narrowed = {"cho": queryset.unsettled, "chac": queryset.settled}
        return narrowed[self.value()]() if self.value() in narrowed else queryset


class InForceFilter(admin.SimpleListFilter):
    title = "hiệu lực"
    parameter_name = "hieu-luc"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return [("nay", "Đang áp dụng")]

    def queryset(self, request: HttpRequest, queryset: models.QuerySet) -> models.QuerySet:
        return queryset.in_force(timezone.localdate()) if self.value() == "nay" else queryset


@admin.register(LegalRule)
class LegalRuleAdmin(AuditedAdmin):
    """A rule that a case keeps is history: it is ended and followed by another, never rewritten."""

    list_display = (
        "code", "applies_to", "shown_value", "effective_from", "effective_to", "is_law",
        "confidence", "is_ready",
    )  # fmt: skip
    list_filter = (SettledFilter, InForceFilter, "is_law", "confidence")
    search_fields = ("code", "citation")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("code", "applies_to"), ("value", "unit"), ("effective_from", "effective_to"),
                    "is_law", "fine_basis",
                ),
                "description": "Luật đổi: ghi ngày kết thúc cho dòng cũ rồi thêm dòng mới. Dòng đã "
                "có hồ sơ dùng thì không sửa được giá trị.",
            },
        ),
        ("Căn cứ", {"fields": ("citation", "confidence", "source_note", "confirmed")}),
    )  # fmt: skip
    pinned = ("code", "applies_to", "value", "unit", "effective_from", "is_law", "fine_basis")

    def get_readonly_fields(
        self, request: HttpRequest, obj: LegalRule | None = None
    ) -> tuple[str, ...]:
        is_kept = obj is not None and law.is_in_use(obj)
        return ("confirmed", *(self.pinned if is_kept else ()))

    def formfield_for_dbfield(
        self, db_field: models.Field, request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "value":
            field.widget = forms.Textarea(attrs={"rows": 2, "cols": 40})
            field.help_text = (
                'Số: 10. Chữ: "restart". Danh sách: [50, 80, 100]. Để trống khi chưa biết.'
            )
        return field

    @admin.display(description="giá trị")
    def shown_value(self, rule: LegalRule) -> str:
        return rule.value_text

    @admin.display(description="dùng được", boolean=True)
    def is_ready(self, rule: LegalRule) -> bool:
        return rule.is_settled

    @admin.display(description="xác nhận")
    def confirmed(self, rule: LegalRule) -> str:
        if rule.confirmed_on is None:
            return "Chưa có người xác nhận"
        return f"{rule.confirmed_by}, ngày {rule.confirmed_on:%d/%m/%Y}"
