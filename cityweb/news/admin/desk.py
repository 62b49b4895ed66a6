"""What all of the newsroom's admin pages share."""

from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db.models import DateField, Field, Model, QuerySet
from django.forms import DateInput, ModelForm
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.text import capfirst

from cityweb.core.audited_admin import AuditedAdmin
from cityweb.core.errors import Refused
from cityweb.core.paginator import CappedPaginator
from cityweb.news import queues
from cityweb.news.models import Site


class GivenSites(admin.RelatedFieldListFilter):
    """Offers only the sites of the person; not drawn where there is only one."""

    def field_choices(
        self, field: Field, request: HttpRequest, model_admin: admin.ModelAdmin
    ) -> list[tuple[int, str]]:
        return [(site.pk, site.name) for site in Site.objects.visible_to(request.user)]

    def has_output(self) -> bool:
        return len(self.lookup_choices) > 1


class DeskPaginator(CappedPaginator):
    """The condition "newest of its article" costs a look at each row, so it counts less far."""

    counted_at_most = queues.MOST_COUNTED


class RefusedForm:
    """Mixed into a form that is shown again because a rule refused what it held."""

    refusal: Refused

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        self.add_error(None, self.refusal.message)  # type: ignore[attr-defined]


class DeskAdmin(AuditedAdmin):
    """Shows the rows given to the person; others do not exist. Saves through one action.

    Subclasses with an ordinary form write `save_action`; Django's own saving never runs.
    """

    paginator = DeskPaginator
    list_max_show_all = 50
    actions = None
    view_on_site = False
    formfield_overrides: ClassVar[dict[Any, Any]] = {
        DateField: {"widget": DateInput({"type": "date"}, "%Y-%m-%d")},
    }

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        title = capfirst(self.opts.verbose_name_plural)
        return super().changelist_view(request, {"title": title, **(extra_context or {})})

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).visible_to(request.user)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def save_action(self, request: HttpRequest, form: ModelForm, formsets: list[Any]) -> None:
        """Store what form and formsets hold by calling one action; it may raise `Refused`."""
        raise NotImplementedError

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show a refusal above the form, with all that was typed still in it."""
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except Refused as refusal:
            request.refusal = refusal
            return super().changeform_view(request, object_id, form_url, extra_context)

    def get_form(
        self, request: HttpRequest, obj: Model | None = None, change: bool = False, **kwargs: Any
    ) -> type[ModelForm]:
        """Return the page's form, knowing its person, and the refusal of a moment ago if any."""
        form = super().get_form(request, obj, change=change, **kwargs)
        refusal = getattr(request, "refusal", None)
        bases = (RefusedForm, form) if refusal else (form,)
        return type(form.__name__, bases, {"user": request.user, "refusal": refusal})

    def formfield_for_dbfield(self, db_field: Field, request: HttpRequest, **kwargs: Any) -> Any:
        """Leave out the pop-ups that add rows of other tables: each has its own page and rights."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget = field.widget.widget
        return field

    def save_model(self, request: HttpRequest, obj: Model, form: ModelForm, change: bool) -> None:
        """Do nothing yet: the row and what belongs to it are stored together."""

    def save_related(
        self, request: HttpRequest, form: ModelForm, formsets: list[Any], change: bool
    ) -> None:
        self.save_action(request, form, formsets)

    def log_addition(self, request: HttpRequest, obj: Model, message: Any) -> None:
        """Write nothing: the audit is the one record of who did what."""

    def log_change(self, request: HttpRequest, obj: Model, message: Any) -> None:
        """Write nothing: the audit is the one record of who did what."""

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Model:
        """Return the row; what was not given to the person does not exist for them."""
        found = super().get_object(request, object_id, from_field)
        if found is None:
            raise Http404(object_id)
        return found
