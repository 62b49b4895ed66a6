"""What a list shows of an article, as a plain dict: the cheapest thing a template can read.

A card is drawn once in each process for all that the row says, and shared: nobody changes it. A row
that changed in any letter is another key, so a reader never gets an old card.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any, TypedDict

from django.db.models import TextField
from django.db.models.functions import Cast
from django.utils.safestring import SafeString

from cityweb.core.html import attributes, escaped
from cityweb.core.prepared import Prepared, Slot, any_of
from cityweb.news import wording
from cityweb.news.models import Column, LiveArticle, Placement
from cityweb.news.models.sites import language_prefix

_NAMES = ("language", "slug", "title", "lead", "main_column_id", "published_at")
# The picture stays text, so that a row can be looked up without being read.
FIELDS = ("article_id", *_NAMES, Cast("picture", TextField()))
PLACEMENT_FIELDS = (
    *("live_id", *(f"live__{name}" for name in _NAMES)),
    Cast("live__picture", TextField()),
)
"""The same for a row of `Placement`."""

MOST_KEPT = 4096
"""How many drawn cards one process keeps: about 10 MB."""

Row = tuple[int, str, str, str, str, int, datetime, str]

_COLUMN = 1 + _NAMES.index("main_column_id")
_AT = 1 + _NAMES.index("published_at")
_DRAWN = ("src", "srcset", "width", "height")
_NOTHING = escaped("")

_BY_NUMBER = Prepared(
    lambda: (
        LiveArticle.objects.listed()
        .filter(any_of("article", "numbers"), site=Slot("site"))
        .values_list(*FIELDS)
    )
)


class Card(TypedDict):
    """Texts are escaped for HTML already: a home page prints two hundred of them."""

    pk: int
    path: SafeString
    title: SafeString
    lead: SafeString
    column_id: int
    kicker: SafeString
    at: datetime
    iso: SafeString
    day: SafeString
    picture: dict[str, Any]
    image: SafeString
    """The attributes of the picture's `img`, empty without a picture."""
    drawn: dict[str, SafeString]
    """What templates made of the card, by their names."""


def card(row: Row, columns: Mapping[int, Column], *, today: date | None = None) -> Card:
    """Return the card of one row of `FIELDS`; what appeared `today` says the time of day."""
    column = columns.get(row[_COLUMN])
    is_new = row[_AT].astimezone(wording.ZONE).date() == today
    return _card(row, column.name if column else "", is_new)


@lru_cache(maxsize=MOST_KEPT)
def _card(row: Row, kicker: str, is_new: bool) -> Card:
    pk, language, slug, title, lead, column_id, at, picture_text = row
    local = at.astimezone(wording.ZONE)
    picture = json.loads(picture_text)
    return {
        "pk": pk,
        "path": escaped(f"{language_prefix(language)}/bai-viet/{pk}-{slug}/"),
        "title": escaped(title),
        "lead": escaped(lead),
        "column_id": column_id,
        "kicker": escaped(kicker),
        "at": local,
        "iso": escaped(local.isoformat(timespec="minutes")),
        "day": escaped(
            wording.today_at(local.strftime("%H:%M"), language)
            if is_new
            else wording.day(local, language)
        ),
        "picture": picture,
        "image": attributes({name: picture[name] for name in _DRAWN}) if picture else _NOTHING,
        "drawn": {},
    }


def by_number(
    numbers: Iterable[int],
    site_id: int,
    columns: Mapping[int, Column],
    *,
    today: date | None = None,
) -> dict[int, Card]:
    """Return the cards of those articles that readers of the site find in lists."""
    rows = _BY_NUMBER.rows(numbers=list(numbers), site=site_id)
    return {row[0]: card(row, columns, today=today) for row in rows}


def newest_in_column(size: int) -> Prepared:
    """Return the question for the newest `size` rows of `FIELDS` of a `column`."""
    return Prepared(
        lambda: (
            Placement.objects.filter(column=Slot("column"))
            .order_by("-published_at", "-live")
            .values_list(*PLACEMENT_FIELDS)[:size]
        )
    )


def place_of(row: tuple[Any, ...]) -> tuple[datetime, int]:
    """Return where a row of `FIELDS` stands in a list ordered by date."""
    return row[_AT], row[0]
