"""One row in one statement, unless it is there already: for what is written with every request."""

from functools import cache

from django.db import connection, models
from psycopg import sql

from cityweb.core.audit.trails import compose
from cityweb.core.prepared import prepared_cursor

_INSERT = """
INSERT INTO {table} ({columns}) VALUES ({values}) ON CONFLICT DO NOTHING RETURNING {key}
"""


def insert_once(row: models.Model) -> bool:
    """Write the row unless one with an equal unique value is there already, and tell which.

    It never fails on one that is there, not even on one that another transaction has yet to
    commit: that one is waited for. The key of the new row is set; no signal is sent. For tables
    whose history does not note insertions: it would not learn who inserted.
    """
    model = type(row)
    values = [
        field.get_db_prep_save(field.pre_save(row, add=True), connection)
        for field in _fields(model)
    ]
    with prepared_cursor() as cursor:
        cursor.execute(_statement(model), values)
        found = cursor.fetchone()
    if found:
        row.pk, row._state.adding, row._state.db = found[0], False, connection.alias
    return bool(found)


@cache
def _fields(model: type[models.Model]) -> tuple[models.Field, ...]:
    """Return what has a value of its own: the database makes keys and generated columns."""
    return tuple(
        field
        for field in model._meta.concrete_fields
        if not field.primary_key and not field.generated
    )


@cache
def _statement(model: type[models.Model]) -> str:
    fields = _fields(model)
    return compose(
        _INSERT,
        table=model._meta.db_table,
        columns=sql.SQL(", ").join(sql.Identifier(field.column) for field in fields),
        values=sql.SQL(", ").join([sql.Placeholder()] * len(fields)),
        key=model._meta.pk.column,
    )
