"""What all of the newsroom's admin pages share."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.core.paginator import Paginator
from django.db.models import Field, Model, QuerySet
from django.forms import ModelForm
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.functional import cached_property

from cityweb.core.errors import Refused

MOST_COUNTED = 1_000


class CappedPaginator(Paginator):
    """Counts no further than a person leafs: a million rows cost no more than a thousand."""

    @cached_property
    def count(self) -> int:
        rows = self.object_list
        if not isinstance(rows, QuerySet):
            return len(rows)
        return rows.order_by().values("pk")[:MOST_COUNTED].count()

    @property
    def is_capped(self) -> bool:
        return self.count >= MOST_COUNTED


class RefusedForm:
    """Mixed into a form that is shown again because a rule refused what it held."""

    refusal: Refused

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        self.add_error(None, self.refusal.message)  # type: ignore[attr-defined]


class DeskAdmin(admin.ModelAdmin):
    """Shows the rows given to the person; others do not exist. Saves through one action.

    Subclasses with an ordinary form write `save_action`; Django's own saving never runs.
    """

    paginator = CappedPaginator
    show_full_result_count = False
    list_per_page = 50
    list_max_show_all = 50
    show_facets = admin.ShowFacets.NEVER
    actions = None
    view_on_site = False

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

    def construct_change_message(
        self, request: HttpRequest, form: ModelForm, formsets: list[Any], add: bool = False
    ) -> str:
        return ""

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
