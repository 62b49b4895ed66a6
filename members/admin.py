"""The register of member sites, for those who keep it. Sites are archived, never deleted."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.forms import DateInput
from django.http import HttpRequest

from cityweb.core.audited_admin import AuditedAdmin
from members.forms.asked import AskedForm
from members.models import (
    BlockedDomain,
    Contact,
    Directive,
    ListedWord,
    MaintenanceWindow,
    MemberSite,
    PublicPage,
    Section,
)

# Typed by hand, 01/12 would be read as the twelfth of January; the browser's own field is not.
DAYS = {models.DateField: {"widget": DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}}


class SectionInline(admin.TabularInline):
    model = Section
    form = AskedForm
    fields = ("name", "url", "warn_days", "stale_days", "alarm_days")
    extra = 0


class ContactInline(admin.TabularInline):
    model = Contact
    fields = ("rung", "full_name", "position", "email", "phone", "valid_from", "valid_to")
    formfield_overrides = DAYS
    extra = 0


class MaintenanceInline(admin.TabularInline):
    model = MaintenanceWindow
    fields = ("starts_at", "ends_at", "repeats", "until", "reason")
    formfield_overrides = DAYS
    extra = 0


class KeptAdmin(AuditedAdmin):
    """Rows that are archived or switched off, never deleted."""

    actions = None
    formfield_overrides = DAYS

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(MemberSite)
class MemberSiteAdmin(KeptAdmin):
    form = AskedForm
    list_display = ("name", "code", "organisation", "home_url", "interval_minutes", "archived_on")
    list_filter = ("platform",)
    list_select_related = ("organisation",)
    search_fields = ("name", "code", "home_url", "organisation__name")
    inlines = (SectionInline, ContactInline, MaintenanceInline)
    fieldsets = (
        (None, {"fields": ("name", "code", "organisation", "tags", "archived_on")}),
        ("Địa chỉ", {"fields": ("home_url", "feed_url", "sitemap_url", "interval_minutes")}),
        (
            "Hạn cập nhật tin riêng của website",
            {"fields": (("warn_days", "stale_days", "alarm_days"),)},
        ),
        ("Ai làm ra", {"fields": ("platform", "builder")}),
    )


@admin.register(ListedWord)
class ListedWordAdmin(KeptAdmin):
    list_display = ("words", "kind", "is_used", "changed_at", "note")
    list_filter = ("kind", "is_used")
    search_fields = ("words",)
    fields = ("words", "kind", "is_used", "note")


@admin.register(BlockedDomain)
class BlockedDomainAdmin(KeptAdmin):
    list_display = ("domain", "is_blocked", "site", "changed_at", "note")
    list_filter = ("is_blocked",)
    list_select_related = ("site",)
    search_fields = ("domain",)
    fields = ("domain", "is_blocked", "note", "site", "url", "evidence")
    readonly_fields = ("site", "url", "evidence")

    def has_delete_permission(self, request: HttpRequest, obj: MemberSite | None = None) -> bool:
        return False


@admin.register(Directive)
class DirectiveAdmin(KeptAdmin):
    """Common directives; one that is over ends on a day, so that what was judged of it stays."""

    list_display = ("title", "kind", "starts_on", "ends_on", "is_grave")
    list_filter = ("kind",)
    search_fields = ("title",)
    fieldsets = (
        (None, {"fields": ("title", "kind", ("starts_on", "ends_on"), "is_grave", "citation")}),
        ("Website phải thực hiện", {"fields": ("tags",)}),
        ("Biểu ngữ", {"fields": ("campaign", "link")}),
        ("Chữ phải có", {"fields": ("words",)}),
    )


@admin.register(PublicPage)
class PublicPageAdmin(KeptAdmin):
    """The switch of the public page; there is one row."""

    list_display = ("__str__", "is_on", "shows_scores")
    fields = ("is_on", "shows_scores", "introduction")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return super().has_add_permission(request) and not PublicPage.objects.exists()

    def save_model(self, request: HttpRequest, obj: PublicPage, form: Any, change: bool) -> None:
        obj.pk = obj.pk or 1
        super().save_model(request, obj, form, change)
