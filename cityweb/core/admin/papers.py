"""How papers are numbered, for administrators."""

from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.forms import ChoiceField, ModelForm
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from cityweb.core.audited_admin import AuditedAdmin
from cityweb.core.models import NumberPattern
from cityweb.core.papers.kinds import all_kinds


def _numbered() -> dict[str, str]:
    """Return everything that takes a number: its code and what it is called."""
    return {kind.code: kind.label for kind in all_kinds()} | settings.NUMBER_SERIES


class NumberPatternForm(ModelForm):
    """The kind is chosen by its name."""

    kind = ChoiceField(label="Loại văn bản")

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)
        if "kind" in self.fields:
            self.fields["kind"].choices = list(_numbered().items())

    class Meta:
        model = NumberPattern
        fields = (
            "organisation", "kind", "pattern", "digits", "period", "effective_from", "effective_to",
        )  # fmt: skip


@admin.register(NumberPattern)
class NumberPatternAdmin(AuditedAdmin):
    """A pattern whose day has come is history: it is ended and followed by another."""

    form = NumberPatternForm
    list_display = ("organisation", "kind", "pattern", "period", "effective_from", "effective_to")
    list_select_related = ("organisation",)
    list_filter = ("organisation",)

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show the list, and ask for what nobody numbers today: its issue would be refused."""
        today = timezone.localdate()
        have = set(NumberPattern.objects.in_force(today).values_list("kind", flat=True))
        missing = [label for kind, label in _numbered().items() if kind not in have]
        if missing and request.method == "GET":
            messages.warning(
                request,
                f"Chưa có cách đánh số đang áp dụng cho: {'; '.join(missing)}. Bước ban hành những "
                "loại này dừng lại cho tới khi thêm cách đánh số của cơ quan ban hành.",
            )
        return super().changelist_view(request, extra_context)

    def get_readonly_fields(
        self, request: HttpRequest, obj: NumberPattern | None = None
    ) -> tuple[str, ...]:
        return (
            ("organisation", "kind", "pattern", "digits", "period", "effective_from")
            if (obj is not None and obj.has_begun)
            else ()
        )
