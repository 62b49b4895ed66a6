"""Reference tables of the mailboxes, for administrators and the head of the office.

What submissions go by is not deleted: categories, snippets and mailboxes are switched off, rules
and contacts end on a day, and a notice about personal data gets a new version.
"""

from typing import Any

from django.contrib import admin, messages
from django.db import models
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils import timezone

from cityweb.core.audited_admin import AuditedAdmin
from feedback import codes
from feedback.actions import partners
from feedback.models import (
    AgencyContact,
    Category,
    Mailbox,
    Partner,
    PrivacyNotice,
    RetentionPolicy,
    RoutingRule,
    Snippet,
)


class ReferenceAdmin(AuditedAdmin):
    """Rows are ended or switched off, never deleted."""

    actions = None

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class InForceFilter(admin.SimpleListFilter):
    title = "hiệu lực"
    parameter_name = "hien-nay"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return [("co", "Đang áp dụng"), ("khong", "Đã thôi hoặc chưa đến ngày")]

    def queryset(self, request: HttpRequest, queryset: models.QuerySet) -> models.QuerySet:
        if self.value() is None:
            return queryset
        today = queryset.in_force(timezone.localdate())
        return today if self.value() == "co" else queryset.exclude(pk__in=today.values("pk"))


@admin.register(Mailbox)
class MailboxAdmin(ReferenceAdmin):
    """The mailboxes of the mandate: their words and rules change, they themselves do not."""

    list_display = ("name", "code", "code_prefix", "is_open", "position")
    readonly_fields = ("code", "slug", "code_prefix")
    fieldsets = (
        (None, {"fields": ("name", "short_name", "code", "slug", "code_prefix", "is_open")}),
        ("Trang của hộp thư", {"fields": ("purpose", "examples", "position")}),
        ("Người gửi phải cho biết", {"fields": ("needs", "needs_citation")}),
        (
            "Quy tắc thời hạn (mã trong bảng Quy tắc)",
            {
                "fields": (
                    *("acknowledge_rule", "forward_rule", "reply_rule"),
                    *("hop_rule", "unit_rule"),
                )
            },
        ),
    )

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False


@admin.register(Category)
class CategoryAdmin(ReferenceAdmin):
    list_display = ("name", "mailbox", "is_active", "position")
    list_filter = ("mailbox", "is_active")
    list_select_related = ("mailbox",)
    search_fields = ("name", "code")
    fields = ("mailbox", "name", "code", "hint", "is_active", "position")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        # Submissions of another mailbox would carry it otherwise.
        return ("mailbox", "code") if obj else ()


@admin.register(PrivacyNotice)
class PrivacyNoticeAdmin(ReferenceAdmin):
    """What people agreed to stays as it was: a new text is a new version."""

    list_display = ("version", "valid_from")
    fields = ("version", "valid_from", "notice", "consent")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(RoutingRule)
class RoutingRuleAdmin(ReferenceAdmin):
    list_display = ("box", "category", "unit", "body", "is_confirmed", "valid_from", "valid_to")
    list_display_links = ("box", "body")
    list_filter = (InForceFilter, "is_confirmed", "mailbox")
    list_select_related = ("mailbox", "category", "unit", "organisation")
    search_fields = ("organisation__name", "organisation__short_name", "category__name")
    autocomplete_fields = ("category", "unit", "organisation")
    fields = (
        "mailbox", "category", "unit", "organisation", "to_committee",
        ("valid_from", "valid_to"), "basis", "is_confirmed",
    )  # fmt: skip

    @admin.display(description="hộp thư", ordering="mailbox")
    def box(self, rule: RoutingRule) -> str:
        return rule.mailbox.short_name

    @admin.display(description="cơ quan có trách nhiệm", ordering="organisation")
    def body(self, rule: RoutingRule) -> str:
        return rule.body_name


@admin.register(AgencyContact)
class AgencyContactAdmin(ReferenceAdmin):
    list_display = ("organisation", "name", "email", "valid_from", "valid_to")
    list_filter = (InForceFilter,)
    list_select_related = ("organisation",)
    search_fields = ("organisation__name", "organisation__short_name", "email")
    autocomplete_fields = ("organisation",)
    fields = ("organisation", "name", "email", ("valid_from", "valid_to"))


@admin.register(Snippet)
class SnippetAdmin(ReferenceAdmin):
    list_display = ("title", "use", "mailbox", "category", "state", "is_active")
    list_filter = ("use", "mailbox", "is_active")
    list_select_related = ("mailbox", "category")
    search_fields = ("title", "body")
    autocomplete_fields = ("category",)
    fields = ("title", "use", "body", ("mailbox", "category", "state"), "is_active")


@admin.register(Partner)
class PartnerAdmin(ReferenceAdmin):
    """A key is shown in the one answer that makes it; afterwards nobody can read it."""

    actions = ("renew_key",)
    list_display = ("name", "organisation", "is_active", "may_file")
    list_filter = ("is_active", "may_file")
    list_select_related = ("organisation",)
    search_fields = ("name", "organisation__name")
    autocomplete_fields = ("organisation",)
    fields = ("name", "organisation", "is_active", "may_file")

    def save_model(self, request: HttpRequest, obj: Partner, form: ModelForm, change: bool) -> None:
        key = ""
        if not change:
            key, obj.key_digest = codes.new_partner_key()
        super().save_model(request, obj, form, change)
        if key:
            self._show(request, obj, key)

    @admin.action(description="Cấp khóa mới, bỏ khóa cũ", permissions=["change"])
    def renew_key(self, request: HttpRequest, chosen: models.QuerySet[Partner]) -> None:
        for partner in chosen:
            self._show(request, partner, partners.renew_key(pk=partner.pk, actor=request.user))

    def _show(self, request: HttpRequest, partner: Partner, key: str) -> None:
        said = f"Khóa của {partner}, chỉ hiện lần này: {key}"
        self.message_user(request, said, messages.WARNING)


@admin.register(RetentionPolicy)
class RetentionPolicyAdmin(ReferenceAdmin):
    """Without a number of months a policy does nothing; `manage.py retention --dry-run` counts."""

    list_display = ("mailbox", "category", "months", "action", "is_active")
    list_display_links = ("mailbox", "category")
    list_filter = ("mailbox", "is_active")
    list_select_related = ("mailbox", "category")
    fields = ("mailbox", "category", "months", "action", "basis", "is_active")
    autocomplete_fields = ("category",)
    radio_fields = {"action": admin.VERTICAL}
