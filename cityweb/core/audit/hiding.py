"""Entries about what only appointed people may know of, kept from everybody else.

Apps say which of their rows those are, by text: `settings.AUDIT_HIDERS` maps "app.model" to a
function of the reader that returns the rows to keep from them.
"""

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import QuerySet
from django.db.models.functions import Cast
from django.utils.module_loading import import_string

from cityweb.core.models import AuditEntry, User


def visible_to(user: User, entries: QuerySet[AuditEntry]) -> QuerySet[AuditEntry]:
    """Keep the entries that this person may read."""
    for model, owner in settings.AUDIT_HIDERS.items():
        hidden = import_string(owner)(user).annotate(
            audited_as=Cast("pk", models.CharField(max_length=40))
        )
        entries = entries.exclude(
            target_type=ContentType.objects.get_for_model(apps.get_model(model)),
            target_id__in=hidden.values("audited_as"),
        )
    return entries
