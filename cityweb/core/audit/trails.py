"""The tables that make up the trail, and SQL over tables whose names come from models."""

from dataclasses import dataclass

from django.db import connection, models
from pghistory.core import event_models
from psycopg import sql

from cityweb.core.models import AuditEntry


@dataclass(frozen=True)
class Trail:
    """One append-only table with a digest on every row."""

    model: type[models.Model]
    at: str

    @property
    def table(self) -> str:
        return self.model._meta.db_table

    @property
    def key(self) -> str:
        return self.model._meta.pk.column


def histories() -> list[type[models.Model]]:
    """Return every model that holds versions of tracked rows, in a steady order."""
    return sorted(event_models(), key=lambda model: model._meta.db_table)


def trails() -> list[Trail]:
    """Return every append-only table: the entries, then the row histories."""
    return [Trail(AuditEntry, "at"), *(Trail(model, "pgh_created_at") for model in histories())]


def compose(template: str, **parts: str | sql.Composable) -> str:
    """Return SQL in which `{name}` became a quoted identifier, or the given piece of SQL."""
    pieces = {
        name: sql.Identifier(part) if isinstance(part, str) else part
        for name, part in parts.items()
    }
    connection.ensure_connection()
    return sql.SQL(template).format(**pieces).as_string(connection.connection)
