"""Stores many new rows of a model by COPY, several times as fast as INSERT."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection, models
from psycopg import sql


def copy(rows: Sequence[models.Model]) -> None:
    """Store unsaved rows of one model, in the caller's transaction. No signals are sent.

    Rows without a primary key get one from the database and are not told which.
    """
    if not rows:
        return
    fields = [one for one in rows[0]._meta.local_concrete_fields if _is_set(rows[0], one)]
    command = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(rows[0]._meta.db_table),
        sql.SQL(", ").join(sql.Identifier(one.column) for one in fields),
    )
    with connection.cursor() as cursor, cursor.copy(command) as stream:
        for row in rows:
            stream.write_row([_value(row, one) for one in fields])


def reserve(model: type[models.Model], count: int) -> list[int]:
    """Take `count` primary keys of `model` that nobody else will get."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)",
            [model._meta.db_table, model._meta.pk.column, count],
        )
        return [number for (number,) in cursor.fetchall()]


def _is_set(row: models.Model, field: models.Field) -> bool:
    return not field.primary_key or row.pk is not None


def _value(row: models.Model, field: models.Field) -> object:
    return field.get_db_prep_save(field.pre_save(row, add=True), connection)
