"""What a list shows of an article, as a plain dict: the cheapest thing a template can read."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, TypedDict

from django.utils.safestring import SafeString

from cityweb.core.html import attributes, escaped
from cityweb.core.prepared import Prepared, Slot, any_of
from cityweb.news import wording
from cityweb.news.models import Column, LiveArticle, Placement
from cityweb.news.models.sites import language_prefix

FIELDS = (
    *("article_id", "language", "slug", "title", "lead"),
    *("main_column_id", "published_at", "picture"),
)

_AT = FIELDS.index("published_at")
_DRAWN = ("src", "srcset", "width", "height")
_NOTHING = escaped("")
PLACEMENT_FIELDS = ("live_id", *(f"live__{name}" for name in FIELDS[1:]))
"""The same for a row of `Placement`."""

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


def card(row: tuple[Any, ...], columns: Mapping[int, Column]) -> Card:
    """Return the card of one row of `FIELDS`."""
    pk, language, slug, title, lead, column_id, at, picture = row
    column = columns.get(column_id)
    local = at.astimezone(wording.ZONE)
    return {
        "pk": pk,
        "path": escaped(f"{language_prefix(language)}/bai-viet/{pk}-{slug}/"),
        "title": escaped(title),
        "lead": escaped(lead),
        "column_id": column_id,
        "kicker": escaped(column.name if column else ""),
        "at": local,
        "iso": escaped(local.isoformat(timespec="minutes")),
        "day": escaped(wording.day(local, language)),
        "picture": picture,
        "image": attributes({name: picture[name] for name in _DRAWN}) if picture else _NOTHING,
    }


def by_number(
    numbers: Iterable[int], site_id: int, columns: Mapping[int, Column]
) -> dict[int, Card]:
    """Return the cards of those articles that readers of the site find in lists."""
    rows = _BY_NUMBER.rows(numbers=list(numbers), site=site_id)
    return {row[0]: card(row, columns) for row in rows}


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
