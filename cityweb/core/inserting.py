"""Rows in one statement, unless they are there already: for what is written with every request."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from types import NoneType
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import connection, models
from psycopg import sql

from cityweb.core.audit.trails import compose
from cityweb.core.prepared import ask, prepared_cursor

_INSERT = """
INSERT INTO {table} ({columns}) VALUES ({values}) ON CONFLICT DO NOTHING RETURNING {key}
"""

_INSERT_UNLESS = """
INSERT INTO {table} ({columns}) SELECT {values} WHERE NOT EXISTS ({unless})
ON CONFLICT DO NOTHING RETURNING {key}
"""

# Whatever follows from a row is written with it or not at all, in one journey to the database.
_INSERT_WITH = "WITH new AS ({first}), {others} SELECT {keys} FROM {tables}"
_FOLLOW = """
{name} AS (INSERT INTO {table} ({columns}) SELECT {values} FROM new RETURNING {key})
"""

# Fields that store these kinds of values just as they are.
_READY = {str, int, bool, datetime, list, NoneType}
_PLAIN = {
    ArrayField,
    models.BigAutoField,
    models.BooleanField,
    models.CharField,
    models.DateTimeField,
    models.ForeignKey,
    models.OneToOneField,
    models.PositiveIntegerField,
    models.SlugField,
    models.TextField,
    models.URLField,
}


@dataclass(frozen=True)
class NewKey:
    """Stands in a text field for the key of a row that is yet to be written, with words before."""

    before: str = ""

    def __str__(self) -> str:
        raise TypeError("the row that this names has no key yet")


def key_of(row: models.Model) -> str | NewKey:
    """Return the row's key as text, or what stands for it until `insert_together`."""
    return NewKey() if row.pk is None else str(row.pk)


def insert_once(row: models.Model) -> bool:
    """Write the row unless one with an equal unique value is there already, and tell which.

    It never fails on one that is there, not even on one that another transaction has yet to
    commit: that one is waited for. The key of the new row is set; no signal is sent. For tables
    whose history does not note insertions: it would not learn who inserted.
    """
    with prepared_cursor() as cursor:
        cursor.execute(_statement(type(row)), _values(row))
        found = cursor.fetchone()
    if found:
        _is_stored(row, found[0])
    return bool(found)


def insert_together(
    first: models.Model, *others: models.Model, unless: tuple[str, list[Any]] = ("", [])
) -> bool:
    """Write `first` as `insert_once` does, and with it the others, and tell whether it was new.

    One statement, and so one transaction. A `NewKey` in a field of the others becomes the key of
    `first`. Where an equal `first` is there already, or the question `unless` finds a row, nothing
    is written. `first` bears a unique value of its own: over a connection that broke it is written
    again, which then writes nothing and answers False where the first time had arrived.
    """
    condition, asked = unless
    sent, named = _values(first) + asked, []
    for row in others:
        values = _values(row)
        named.append(tuple(isinstance(value, NewKey) for value in values))
        sent += [value.before if isinstance(value, NewKey) else value for value in values]
    models_beside = tuple(map(type, others))
    found = ask(_statement_with(type(first), models_beside, tuple(named), condition), sent)
    if not found:
        return False
    for row, key in zip((first, *others), found[0], strict=True):
        _is_stored(row, key)
    for row, names in zip(others, named, strict=True):
        for field, is_named in zip(_fields(type(row)), names, strict=True):
            if is_named:
                setattr(row, field.attname, f"{getattr(row, field.attname).before}{first.pk}")
    return True


def stored(field: models.Field, value: Any) -> Any:
    """Return the value as the driver takes it; most stand as they are, and Django is not asked."""
    if type(value) in _READY and type(field) in _PLAIN:
        return value
    return field.get_db_prep_save(value, connection)


def _values(row: models.Model) -> list[Any]:
    found = []
    for field in _fields(type(row)):
        value = field.pre_save(row, add=True)
        found.append(value if type(value) is NewKey else stored(field, value))
    return found


def _is_stored(row: models.Model, key: object) -> None:
    row.pk, row._state.adding, row._state.db = key, False, connection.alias


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
    placeholders = [sql.Placeholder()] * len(_fields(model))
    return _written(_INSERT, model, placeholders)


def _statement_unless(model: type[models.Model], unless: str) -> str:
    values = [_value_beside(field, None) for field in _fields(model)]
    return _written(_INSERT_UNLESS, model, values, unless=sql.SQL(unless))


@cache
def _statement_with(
    first: type[models.Model],
    others: tuple[type[models.Model], ...],
    named: tuple[tuple[bool, ...], ...],
    unless: str,
) -> str:
    follow, keys = [], [sql.Identifier("new", first._meta.pk.column)]
    for place, (model, names) in enumerate(zip(others, named, strict=True)):
        values = [
            _value_beside(field, first if is_named else None)
            for field, is_named in zip(_fields(model), names, strict=True)
        ]
        name = f"follower_{place}"
        follow.append(sql.SQL(_written(_FOLLOW, model, values, name=name)))
        keys.append(sql.Identifier(name, model._meta.pk.column))
    tables = ["new", *(f"follower_{place}" for place in range(len(others)))]
    return compose(
        _INSERT_WITH,
        first=sql.SQL(_statement_unless(first, unless) if unless else _statement(first)),
        others=sql.SQL(", ").join(follow),
        keys=sql.SQL(", ").join(keys),
        tables=sql.SQL(", ").join(map(sql.Identifier, tables)),
    )


def _value_beside(field: models.Field, named: type[models.Model] | None) -> sql.Composable:
    """Return a value of a SELECT, whose type PostgreSQL does not learn from the column."""
    if named is not None:
        return sql.SQL("%s || new.{}::text").format(sql.Identifier(named._meta.pk.column))
    kind = field.db_type(connection)
    # As text, a value that is too long is an error; cast to its varchar it would be cut.
    return sql.SQL(f"%s::{'text' if kind.startswith('varchar') else kind}")


def _written(
    template: str,
    model: type[models.Model],
    values: list[sql.Composable],
    **names: str | sql.Composable,
) -> str:
    return compose(
        template,
        table=model._meta.db_table,
        columns=sql.SQL(", ").join(sql.Identifier(field.column) for field in _fields(model)),
        values=sql.SQL(", ").join(values),
        key=model._meta.pk.column,
        **names,
    )
