"""Questions whose SQL is written once in each process and then only asked with new values.

Django writes the SQL of a queryset anew each time it is asked, and PostgreSQL plans it anew. For a
page that is nothing but two or three small reads this is nearly all of its cost: doing both once
makes the read of an article twenty times cheaper (`python -m bench questions`).
"""

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import count
from typing import Any

import psycopg
from django.db import InterfaceError, OperationalError, connection
from django.db.backends.utils import CursorWrapper
from django.db.models import BooleanField, Expression, F, Field, Func, QuerySet

Row = tuple[Any, ...]


class Slot(Expression):
    """The place of a value that is named now and given with each question."""

    def __init__(self, name: str, output_field: Field | None = None) -> None:
        super().__init__(output_field=output_field)
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        return "%s", [self]


def any_of(field: str, name: str) -> Func:
    """Return the condition that a field is one of a list given later: the `__in` of a slot."""
    return Func(
        *(F(field), Slot(name)),
        arg_joiner=" = ANY(",
        template="%(expressions)s)",
        output_field=BooleanField(),
    )


class _Cursor(psycopg.RawCursor[Row]):
    """Leaves the values out of the SQL, so that the server can keep its plan.

    Django's places for values are numbered as the server wants them once for each statement:
    the driver would do it each time where a statement is long or has many values.
    """

    # pghistory writes its context in front of what cursors without a name execute, which makes two
    # statements of one, and two cannot be prepared.
    name = "prepared"

    def execute(self, query: Any, params: Any = None, **options: Any) -> "_Cursor":
        written = _numbered(query)
        super().execute(written, params, **{**options, "prepare": True})
        if connection.queries_logged:
            # psycopg keeps no text of a prepared question, and Django's log would show nothing.
            self._query = self._convert_query(written, params)
        return self


@lru_cache(maxsize=500)
def _numbered(query: str) -> str:
    """Return SQL with `$1`, `$2`… in place of each `%s`, and `%` in place of `%%`."""
    numbers = count(1)
    return re.sub("%[s%]", lambda found: "%" if found[0] == "%%" else f"${next(numbers)}", query)


def prepared_cursor() -> CursorWrapper:
    """Return a cursor whose statements are planned once; row histories get no context from it."""
    connection.ensure_connection()
    # The wrapper that Django gives every cursor: it counts queries and names its errors.
    return connection._prepare_cursor(_Cursor(connection.connection))


def ask(sql: str, values: list[object]) -> list[Row]:
    """Return the rows of a statement that is planned once.

    Where the server went away since the last one, it is asked again over a new connection: what
    writes must be such that writing twice is writing once.
    """
    try:
        return _ask(sql, values)
    except (InterfaceError, OperationalError):
        if connection.in_atomic_block or connection.is_usable():
            raise
        # A kept connection cannot know, and asking it before each question would cost more than
        # asking twice once.
        connection.close()
        return _ask(sql, values)


def _ask(sql: str, values: list[object]) -> list[Row]:
    with prepared_cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


class Prepared:
    """One question: `build` returns a `values_list()` with a `Slot` for each value given later.

    Rows are the same as those of the queryset. Plans are kept only where DATABASE_URL allows
    (`prepare_threshold`); elsewhere the same SQL is planned each time.
    """

    def __init__(self, build: Callable[[], QuerySet[Any]]) -> None:
        self._build = build
        self._sql = ""
        self._values: tuple[Any, ...] = ()
        self._compiler: Any = None
        self._converters: dict[int, Any] = {}

    def rows(self, **given: object) -> list[Row]:
        """Return all rows for these values of the slots."""
        if not self._sql:
            self._write()
        found = ask(self._sql, self._given(given))
        if self._converters:
            return [tuple(row) for row in self._compiler.apply_converters(found, self._converters)]
        return found

    def written(self, **given: object) -> tuple[str, list[object]]:
        """Return its SQL and values, to stand inside another statement."""
        if not self._sql:
            self._write()
        return self._sql, self._given(given)

    def _given(self, given: dict[str, object]) -> list[object]:
        return [given[value.name] if isinstance(value, Slot) else value for value in self._values]

    def first(self, **given: object) -> Row | None:
        """Return the first row for these values, or nothing."""
        return next(iter(self.rows(**given)), None)

    def _write(self) -> None:
        compiler = self._build().query.get_compiler(connection=connection)
        sql, self._values = compiler.as_sql()
        self._converters = compiler.get_converters([column[0] for column in compiler.select])
        self._compiler = compiler
        # Last: another thread that sees the text finds the rest in place.
        self._sql = sql
