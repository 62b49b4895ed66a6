"""Pages of a list of licences, as fast for words that stand everywhere as for words nobody wrote.

Left alone, the database walks the list from the newest on and looks for the words: quick when they
are common, a walk through everything when they are rare. The index of words is the other way round.
So the nearest licences are walked first, and only when those do not fill the page, words are few
enough for the index.
"""

import json
from datetime import UTC, datetime, time

from cachetools.func import ttl_cache
from django.db import connection
from django.db.models import DateField, ExpressionWrapper, F, Value
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan, TupleLessThan

from cityweb.core import keyset
from licensing.models import Licence
from licensing.querysets import LicenceQuerySet

# Walked in a few milliseconds, however many licences there are.
NEAREST = 5_000
# So many that reading and sorting them all takes longer than walking until a page is full.
COMMON = 20_000
# A word that stands in more of them is no help in finding the rest.
_HELPFUL = 0.2
_STATISTICS = """
SELECT word, share
FROM pg_stats, unnest(most_common_elems::text::text[], most_common_elem_freqs) AS s(word, share)
WHERE schemaname = current_schema() AND tablename = %s AND attname = 'search' AND word IS NOT NULL
"""


def leaf(
    rows: LicenceQuerySet, turn: keyset.Turn, *, size: int, day: str = "issued_on"
) -> keyset.Leaf:
    """Return one page of these licences, the newest first."""
    return keyset.leaf([(rows, day, "pk")], turn, size=size, place_of=_place)


def leaf_holding(words: str, rows: LicenceQuerySet, turn: keyset.Turn, *, size: int) -> keyset.Leaf:
    """Return one page of those among them in whose text all these folded words stand."""
    near = _nearest(rows, turn)
    if near is None:
        return leaf(rows.read_for(words), turn, size=size)
    found = leaf(near.read_for(words), turn, size=size)
    goes_on = found.newer if turn.to_newer else found.older
    if goes_on and len(found.rows) == size:
        return found
    if _estimated(rows.holding(words)) > COMMON:
        # Common words, though not among the newest: walking on is cheaper than sorting them all.
        return leaf(rows.read_for(words), turn, size=size)
    return _led_by_words(words, rows, turn, size=size)


def _led_by_words(
    words: str, rows: LicenceQuerySet, turn: keyset.Turn, *, size: int
) -> keyset.Leaf:
    """Take the index of words first; what it leads to is sorted by a day that no index knows."""
    narrow = rows.select_related(None).defer(None).only("issued_on")
    narrow = narrow.holding(_rarest(words)).read_for(words)
    day = ExpressionWrapper(F("issued_on") + Value(0), output_field=DateField())
    found = leaf(narrow.annotate(day=day), turn, size=size, day="day")
    whole = rows.in_bulk([row.pk for row in found.rows])
    found.rows = [whole[row.pk] for row in found.rows]
    return found


def _rarest(words: str) -> str:
    """Return the few words that lead to the fewest; words in most licences only cost time."""
    shares = _shares()
    first, *others = sorted(set(words.split()), key=lambda word: shares.get(word, 0.0))
    return " ".join([first, *(word for word in others[:2] if shares.get(word, 0.0) < _HELPFUL)])


@ttl_cache(maxsize=1, ttl=600)
def _shares() -> dict[str, float]:
    """Return in how large a share of the licences each common word stands."""
    with connection.cursor() as cursor:
        cursor.execute(_STATISTICS, [Licence._meta.db_table])
        return dict(cursor.fetchall())


def _estimated(rows: LicenceQuerySet) -> int:
    """Return how many rows the database expects, by its statistics of words."""
    plan = json.loads(rows.select_related(None).order_by().values("pk").explain(format="json"))
    return int(plan[0]["Plan"]["Plan Rows"])


def _nearest(rows: LicenceQuerySet, turn: keyset.Turn) -> LicenceQuerySet | None:
    """Keep the licences that come next from that place; nothing when there are not so many."""
    if turn.place:
        lookup = TupleGreaterThan if turn.to_newer else TupleLessThan
        following = rows.filter(lookup(Tuple(F("issued_on"), F("pk")), turn.place))
    else:
        following = rows
    order = ("issued_on", "pk") if turn.to_newer else ("-issued_on", "-pk")
    days = following.order_by(*order).values_list("issued_on", flat=True)
    edge = list(days[NEAREST : NEAREST + 1])
    if not edge:
        return None
    return rows.filter(**{"issued_on__lte" if turn.to_newer else "issued_on__gte": edge[0]})


def _place(row: Licence) -> keyset.Place:
    return datetime.combine(row.issued_on, time.min, UTC), row.pk
