"""How papers are numbered, for administrators."""

from django.conf import settings
from django.contrib import admin
from django.forms import ChoiceField, ModelForm
from django.http import HttpRequest

from cityweb.core.audited_admin import AuditedAdmin
from cityweb.core.models import NumberPattern
from cityweb.core.papers.kinds import all_kinds


class NumberPatternForm(ModelForm):
    """The kind is chosen by its name."""

    kind = ChoiceField(label="Loại văn bản")

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)
        if "kind" in self.fields:
            self.fields["kind"].choices = [
                *((kind.code, kind.label) for kind in all_kinds()),
                *settings.NUMBER_SERIES.items(),
            ]

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

    def get_readonly_fields(
        self, request: HttpRequest, obj: NumberPattern | None = None
    ) -> tuple[str, ...]:
        return (
            ("organisation", "kind", "pattern", "digits", "period", "effective_from")
            if (obj is not None and obj.has_begun)
            else ()
        )
