"""People, organisations, units and the audit trail, for administrators."""

from typing import Any

from allauth.account.internal.flows.password_reset import request_password_reset
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.contrib import admin, messages
from django.contrib.auth.models import Group
from django.db import models, transaction
from django.forms import ModelForm
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from cityweb.core import actions, audit
from cityweb.core.audited_admin import AuditedAdmin
from cityweb.core.models import AdminUnit, AuditEntry, Organisation, RoleGrant, User
from cityweb.core.text import fold

# Pages that libraries bring along and nobody here needs.
for unused in (Group, EmailAddress, Authenticator, AccessLog, AccessFailureLog, AccessAttempt):
    if admin.site.is_registered(unused):
        admin.site.unregister(unused)


class RoleGrantInline(admin.StackedInline):
    """Roles are ended by a date, not deleted: what someone was allowed to do stays readable."""

    model = RoleGrant
    fields = (("role", "valid_from", "valid_to"),)
    extra = 0
    can_delete = False


class SecondFactorFilter(admin.SimpleListFilter):
    title = "lớp xác thực thứ hai"
    parameter_name = "lop-thu-hai"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return [("thieu", "Cán bộ chưa thiết lập")]

    def queryset(self, request: HttpRequest, queryset: models.QuerySet) -> models.QuerySet:
        return queryset.staff_without_second_factor() if self.value() == "thieu" else queryset


@admin.register(User)
class UserAdmin(AuditedAdmin):
    """Accounts. Nobody sets another person's password: a new account gets a link by mail."""

    list_display = ("full_name", "email", "position", "organisation", "is_active")
    list_filter = ("is_active", "grants__role", SecondFactorFilter)
    list_select_related = ("organisation",)
    search_fields = ("full_name", "email")
    fields = ("email", "full_name", "position", "organisation", "is_active", "deeds")
    readonly_fields = ("deeds",)
    autocomplete_fields = ("organisation",)
    inlines = (RoleGrantInline,)
    actions = ("send_password_link", "remove_second_factor")

    @admin.display(description="việc đã làm")
    def deeds(self, user: User) -> str:
        if not user.pk:
            return "–"
        address = reverse("admin:core_auditentry_changelist")
        return format_html('<a href="{}?actor={}">Xem trong nhật ký</a>', address, user.pk)

    def save_model(self, request: HttpRequest, obj: User, form: ModelForm, change: bool) -> None:
        if not change:
            obj.set_unusable_password()
        super().save_model(request, obj, form, change)
        if not change:
            transaction.on_commit(lambda: _mail_password_link(request, obj))

    @admin.action(description="Gửi thư đặt mật khẩu", permissions=["change"])
    def send_password_link(self, request: HttpRequest, people: models.QuerySet[User]) -> None:
        active = [person for person in people if person.is_active]
        for person in active:
            _mail_password_link(request, person)
        self.message_user(request, f"Đã gửi thư cho {len(active)} người.")

    @admin.action(description="Gỡ lớp xác thực thứ hai", permissions=["change"])
    def remove_second_factor(self, request: HttpRequest, people: models.QuerySet[User]) -> None:
        for person in people:
            actions.remove_second_factor(pk=person.pk, administrator=request.user)
        self.message_user(request, f"Đã gỡ cho {len(people)} người.", messages.SUCCESS)


def _mail_password_link(request: HttpRequest, person: User) -> None:
    request_password_reset(request, person.email, [person], None)


@admin.register(Organisation)
class OrganisationAdmin(AuditedAdmin):
    list_display = ("name", "short_name", "kind", "valid_from", "valid_to", "successor")
    list_filter = ("kind",)
    list_select_related = ("successor",)
    search_fields = ("name", "short_name")
    autocomplete_fields = ("parent", "successor", "unit")
    fieldsets = (
        (
            None,
            {
                "fields": ("name", "short_name", "kind", "parent", "unit"),
                "description": "Chỉ sửa tên khi gõ sai. Tổ chức đổi tên, sáp nhập hay chia tách: "
                "ghi ngày kết thúc ở đây và lập tổ chức kế thừa.",
            },
        ),
        ("Thời gian hoạt động", {"fields": (("valid_from", "valid_to"), "successor")}),
    )


class ReadOnlyAdmin(AuditedAdmin):
    """Pages that only show."""

    actions = None

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class PresentFilter(admin.SimpleListFilter):
    title = "hiệu lực"
    parameter_name = "hien-nay"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return [("co", "Đang có"), ("khong", "Đã thôi")]

    def queryset(self, request: HttpRequest, queryset: models.QuerySet) -> models.QuerySet:
        if self.value() is None:
            return queryset
        return queryset.filter(valid_to__isnull=self.value() == "co")


@admin.register(AdminUnit)
class AdminUnitAdmin(ReadOnlyAdmin):
    """Units come from a data migration; the list finds them with or without marks."""

    list_display = ("name", "kind", "parent", "code", "valid_from", "valid_to")
    list_filter = (PresentFilter, "kind")
    list_select_related = ("parent",)
    search_fields = ("name",)
    fields = ("name", "kind", "code", "parent", "valid_from", "valid_to", "became", "was")
    readonly_fields = ("became", "was")

    def get_search_results(
        self, request: HttpRequest, queryset: models.QuerySet, search_term: str
    ) -> tuple[models.QuerySet, bool]:
        for word in fold(search_term).split():
            queryset = queryset.filter(search_key__contains=word)
        return queryset, False

    @admin.display(description="nay thuộc")
    def became(self, unit: AdminUnit) -> str:
        return _listed(unit.went_into.select_related("new"), "new")

    @admin.display(description="lập từ")
    def was(self, unit: AdminUnit) -> str:
        return _listed(unit.came_from.select_related("old__parent"), "old")


def _listed(successions: models.QuerySet, side: str) -> str:
    names = [
        f"{getattr(row, side)}{' (một phần)' if row.is_partial else ''}" for row in successions
    ]
    return ", ".join(names) or "–"


class VerbFilter(admin.SimpleListFilter):
    title = "việc"
    parameter_name = "verb"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return audit.known_verbs()

    def queryset(self, request: HttpRequest, queryset: models.QuerySet) -> models.QuerySet:
        return queryset.filter(verb=self.value()) if self.value() else queryset


class ActorFilter(admin.SimpleListFilter):
    """Holds the person whose deeds are shown; a person is chosen by search or on their page."""

    title = "người thực hiện"
    parameter_name = "actor"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        key = request.GET.get(self.parameter_name, "")
        person = User.objects.filter(pk=key).first() if key.isascii() and key.isdigit() else None
        return [(str(person.pk), str(person))] if person else []

    def queryset(self, request: HttpRequest, queryset: models.QuerySet) -> models.QuerySet:
        key = self.value() or ""
        return queryset.filter(actor_id=int(key)) if key.isascii() and key.isdigit() else queryset


@admin.register(AuditEntry)
class AuditEntryAdmin(ReadOnlyAdmin):
    """The audit trail by person, verb and time; by object from the object's own "Nhật ký"."""

    list_display = ("when", "who", "what", "target_label", "reason")
    list_display_links = ("when",)
    list_filter = (ActorFilter, VerbFilter, "at")
    list_select_related = ("actor", "target_type")
    search_fields = ("actor__email",)
    search_help_text = "Thư điện tử của người thực hiện, hoặc mã yêu cầu ghi trong nhật ký máy chủ"
    ordering = ("-id",)
    sortable_by = ()
    fields = (
        "when", "who", "what", "verb", "target_type", "target_id", "target_label",
        "reason", "details", "request_id",
    )  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        return audit.visible_to(request.user, super().get_queryset(request))

    @admin.display(description="thời điểm")
    def when(self, entry: AuditEntry) -> str:
        return f"{timezone.localtime(entry.at):%d/%m/%Y %H:%M:%S}"

    @admin.display(description="người thực hiện")
    def who(self, entry: AuditEntry) -> str:
        return str(entry.actor) if entry.actor else "Hệ thống"

    @admin.display(description="việc")
    def what(self, entry: AuditEntry) -> str:
        return audit.verb_label(entry.verb)

    def get_search_results(
        self, request: HttpRequest, queryset: models.QuerySet, search_term: str
    ) -> tuple[models.QuerySet, bool]:
        """Search by one indexed column, never by several joined with OR."""
        term = search_term.strip()
        if not term:
            return queryset, False
        if "@" in term:
            actors = User.objects.filter(email=term.lower()).values_list("pk", flat=True)
            return queryset.filter(actor_id__in=list(actors)), False
        return queryset.filter(request_id=term), False


@admin.register(AccessAttempt)
class AccessAttemptAdmin(AuditedAdmin):
    """Whom repeated wrong passwords keep out; deleting a row lets them try again at once."""

    list_display = ("username", "ip_address", "failures_since_start", "attempt_time")
    search_fields = ("username", "ip_address")
    fields = ("username", "ip_address", "failures_since_start", "attempt_time", "user_agent")
    readonly_fields = fields
    actions = None
