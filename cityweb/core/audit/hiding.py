"""What only appointed people may know of, kept from everybody else wherever rows speak of it.

Apps say which of their rows those are, by text: `settings.AUDIT_HIDERS` maps "app.model" to a
function of the reader that returns the rows to keep from them.
"""

from typing import TypeVar

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import QuerySet
from django.db.models.functions import Cast
from django.utils.module_loading import import_string

from cityweb.core.models import AuditEntry, User

Rows = TypeVar("Rows", bound=QuerySet)


def visible_to(user: User, entries: QuerySet[AuditEntry]) -> QuerySet[AuditEntry]:
    """Keep the entries that this person may read."""
    return without_hidden(user, entries, kind="target_type", key="target_id")


def without_hidden(user: User, rows: Rows, *, kind: str, key: str) -> Rows:
    """Leave out the rows about what this person may not know of.

    `kind` and `key` are the fields that say what a row is about: its content type, and its primary
    key as text.
    """
    for model, owner in settings.AUDIT_HIDERS.items():
        hidden = import_string(owner)(user).annotate(
            hidden_as=Cast("pk", models.CharField(max_length=40))
        )
        is_of_kind = {kind: ContentType.objects.get_for_model(apps.get_model(model))}
        rows = rows.exclude(**is_of_kind, **{f"{key}__in": hidden.values("hidden_as")})
    return rows
