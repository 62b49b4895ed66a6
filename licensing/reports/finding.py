"""Pages of a list of licences, as fast for words that stand everywhere as for words nobody wrote.

Left alone, the database walks the list from the newest on and looks for the words: quick when they
are common, a walk through everything when they are rare or old. An index of words alone is the
other way round. So the index holds each word together with the month its licence was issued in:
months are asked one after the other, the nearest first, and only until the page is full. A month
without such licences costs a look at the index; one that is full of them is read and no more.
"""

from datetime import UTC, date, datetime, time
from typing import Any

from django.db import connection

from cityweb.core import keyset
from licensing.models import Licence
from licensing.querysets import LicenceQuerySet

# `+ 0` keeps the database from walking the index of days instead.
_WALK = """
WITH RECURSIVE walk (day, ids, so_far) AS (
    SELECT {nearest}(issued_on), '{{}}'::bigint[], 0 FROM licensing_licence
    WHERE issued_on BETWEEN %(first)s AND %(last)s
    UNION ALL
    SELECT (SELECT {nearest}(issued_on) FROM licensing_licence
            WHERE issued_on BETWEEN %(first)s AND %(last)s AND issued_on {beyond}),
           found.ids, so_far + cardinality(found.ids)
    FROM walk CROSS JOIN LATERAL (
        SELECT coalesce(array_agg(id), '{{}}') AS ids FROM (
            SELECT id FROM licensing_licence
            WHERE licensing_terms(words, state, issuer_id, issued_on)
                  @> licensing_terms(%(words)s, %(state)s, %(issuer)s, day)
              AND (issued_on + 0, id) {after} (%(place_day)s::date, %(place_id)s::bigint)
            ORDER BY issued_on + 0 {order}, id {order} LIMIT %(most)s
        ) AS of_month
    ) AS found
    WHERE day IS NOT NULL AND so_far < %(most)s
)
SELECT unnest(ids) FROM walk
"""
_OLDER = _WALK.format(
    nearest="max", after="<", order="DESC", beyond="< date_trunc('month', day::timestamp)::date"
)
_NEWER = _WALK.format(
    nearest="min", after=">", order="ASC",
    beyond=">= (date_trunc('month', day::timestamp) + interval '1 month')::date",
)  # fmt: skip


def leaf(rows: LicenceQuerySet, turn: keyset.Turn, *, size: int) -> keyset.Leaf:
    """Return one page of these licences, the newest first."""
    return keyset.leaf([(rows, "issued_on", "pk")], turn, size=size, place_of=_place)


def leaf_holding(
    words: str,
    rows: LicenceQuerySet,
    turn: keyset.Turn,
    *,
    size: int,
    state: str = "",
    issuer: int | None = None,
    days: tuple[date, date] = (date.min, date.max),
) -> keyset.Leaf:
    """Return one page of those among these licences in whose text all these folded words stand.

    What else the rows were narrowed to is said again, for the index knows it too: a state, an
    issuer, the days of issuing from the first of a month to the last of one.
    """
    asked = {"words": words, "state": state or None, "issuer": issuer, "most": size + 1}
    return leaf(rows.filter(pk__in=_walked(asked, turn, *days)), turn, size=size)


def _walked(asked: dict[str, Any], turn: keyset.Turn, first: date, last: date) -> list[int]:
    """Return the keys of the licences next to that place, as many as are asked for or more."""
    day, pk = (date.min, 0) if turn.to_newer else (date.max, 0)
    if turn.place:
        day, pk = turn.place[0].date(), turn.place[1]
    if turn.to_newer:
        first = max(first, day)
    else:
        last = min(last, day)
    bounds = {"first": first, "last": last, "place_day": day, "place_id": pk}
    with connection.cursor() as cursor:
        cursor.execute(_NEWER if turn.to_newer else _OLDER, asked | bounds)
        return [key for (key,) in cursor.fetchall()]


def _place(row: Licence) -> keyset.Place:
    return datetime.combine(row.issued_on, time.min, UTC), row.pk
