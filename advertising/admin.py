"""Reference tables of advertising: parties, websites, notices, special products, guidance."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db import models
from django.db.models import Q
from django.forms import DateInput
from django.http import HttpRequest

from advertising.models import (
    AdSite,
    CheckItem,
    ChecklistVersion,
    Factor,
    Guidance,
    Party,
    PartyRole,
    Penalty,
    ProductCategory,
    ProductCondition,
    ServiceNotice,
)
from advertising.reports import licences
from cityweb.core.audited_admin import AuditedAdmin, ClosingInline
from licensing.models import Licence

# Typed by hand, 01/12 would be read as the twelfth of January; the browser's own field is not.
KINDS = {
    models.DateField: {"widget": DateInput(attrs={"type": "date"}, format="%Y-%m-%d")},
    models.URLField: {"assume_scheme": "https"},
}


class KeptAdmin(AuditedAdmin):
    """Rows that end or are hidden, and are never deleted: cases name them."""

    actions = None
    formfield_overrides = KINDS

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class PartyForm(forms.ModelForm):
    roles = forms.MultipleChoiceField(
        label="Vai trò", choices=PartyRole, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Party
        fields = (
            "name", "kind", "roles", "organisation", "registration", "representative", "address",
            "phone", "email", "note",
        )  # fmt: skip


class SiteInline(admin.TabularInline):
    model = AdSite
    fields = ("name", "domain", "home_url", "ended_on")
    extra = 0
    show_change_link = True
    formfield_overrides = KINDS


class NoticeInline(admin.TabularInline):
    model = ServiceNotice
    fields = ("kind", "number", "sent_on", "received_on", "services", "contact")
    extra = 0
    formfield_overrides = KINDS | {
        models.TextField: {"widget": forms.Textarea(attrs={"rows": 2, "cols": 40})}
    }


@admin.register(Party)
class PartyAdmin(KeptAdmin):
    form = PartyForm
    list_display = ("name", "kind", "role_list", "registration")
    list_filter = ("kind",)
    search_fields = ("name", "registration")
    autocomplete_fields = ("organisation",)
    inlines = (SiteInline, NoticeInline)

    @admin.display(description="vai trò")
    def role_list(self, party: Party) -> str:
        return party.role_names


class LicenceField(forms.Field):
    """A licence of the register, by the number that stands on it."""

    def prepare_value(self, value: Any) -> Any:
        is_key = isinstance(value, int)
        return Licence.objects.get(pk=value).number if is_key else value

    def to_python(self, value: Any) -> Licence | None:
        number = str(value or "").strip()
        if not number:
            return None
        found = list(Licence.objects.filter(Q(number=number) | Q(slug=number))[:2])
        if len(found) > 1:
            raise forms.ValidationError(
                "Sổ có nhiều giấy phép cùng số này; hãy ghi phần cuối địa chỉ trang của giấy phép."
            )
        if not found:
            raise forms.ValidationError("Sổ giấy phép không có số này.")
        return found[0]


class AdSiteForm(forms.ModelForm):
    licence = LicenceField(
        label="Số giấy phép trang tổng hợp", required=False, help_text="Như ghi trong Sổ giấy phép."
    )

    class Meta:
        model = AdSite
        fields = ("name", "domain", "home_url", "operator", "licence", "note", "ended_on")


@admin.register(AdSite)
class AdSiteAdmin(KeptAdmin):
    form = AdSiteForm
    list_display = ("domain", "name", "operator", "licence", "ended_on")
    list_select_related = ("operator", "licence")
    search_fields = ("domain", "name", "operator__name")
    autocomplete_fields = ("operator",)

    def save_model(
        self, request: HttpRequest, obj: AdSite, form: forms.ModelForm, change: bool
    ) -> None:
        super().save_model(request, obj, form, change)
        for doubt in licences.of(obj).doubts:
            messages.warning(request, f"Giấy phép {obj.licence} {doubt}. Xem lại số giấy phép.")


@admin.register(ServiceNotice)
class ServiceNoticeAdmin(KeptAdmin):
    list_display = ("party", "kind", "number", "sent_on", "received_on")
    list_filter = ("kind",)
    list_select_related = ("party",)
    search_fields = ("number", "party__name")
    autocomplete_fields = ("party",)


class ConditionInline(admin.TabularInline):
    model = ProductCondition
    fields = ("text", "citation", "confidence", "effective_from", "effective_to")
    extra = 0
    formfield_overrides = KINDS | {
        models.TextField: {"widget": forms.Textarea(attrs={"rows": 2, "cols": 50})}
    }


@admin.register(ProductCategory)
class ProductCategoryAdmin(KeptAdmin):
    list_display = ("name", "kind", "code", "position")
    list_filter = ("kind",)
    search_fields = ("name", "code")
    inlines = (ConditionInline,)


class CheckItemInline(ClosingInline):
    model = CheckItem
    fields = ("position", "code", "text", "citation", "confidence", "rule_code", "penalty_code")
    formfield_overrides = {
        models.TextField: {"widget": forms.Textarea(attrs={"rows": 2, "cols": 40})}
    }

    def is_closed(self, row: ChecklistVersion | None) -> bool:
        return is_used(row)


def is_used(version: ChecklistVersion | None) -> bool:
    """Tell whether an inspection goes by this checklist."""
    return version is not None and version.inspections.exists()


@admin.register(ChecklistVersion)
class ChecklistVersionAdmin(KeptAdmin):
    list_display = ("name", "kind", "effective_from", "effective_to")
    list_filter = ("kind",)
    inlines = (CheckItemInline,)

    def get_readonly_fields(
        self, request: HttpRequest, obj: ChecklistVersion | None = None
    ) -> tuple[str, ...]:
        return ("kind", "name", "effective_from") if is_used(obj) else ()


@admin.register(Penalty)
class PenaltyAdmin(KeptAdmin):
    """Acts that are fined; their brackets are rules, kept and confirmed among the rules of law."""

    list_display = ("code", "text", "citation", "rule_code")
    search_fields = ("code", "text")


@admin.register(Factor)
class FactorAdmin(KeptAdmin):
    list_display = ("text", "kind", "citation", "confidence", "is_repeat")
    list_filter = ("kind",)


@admin.register(Guidance)
class GuidanceAdmin(KeptAdmin):
    list_display = ("title", "kind", "is_public", "position", "updated_at")
    list_filter = ("kind", "is_public")
    search_fields = ("title", "body")
    prepopulated_fields = {"slug": ("title",)}
    fields = ("kind", "title", "slug", "body", "citation", "position", "is_public")
