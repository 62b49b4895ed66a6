"""A column's page: what is below it, and its articles page by page."""

from django.core.validators import slug_re

from cityweb.core import keyset
from cityweb.news import nav
from cityweb.news.models import Column, LiveArticle, Placement, Redirect
from cityweb.news.reports import cards

PAGE_SIZE = 20
_NEWEST = cards.newest_in_column(PAGE_SIZE + 1)


def column_by_slug(site_id: int, language: str, slug: str) -> Column | None:
    """Return the column with this address, from memory."""
    columns = nav.columns(site_id, language).values()
    return next((column for column in columns if column.slug == slug), None)


def column_known_as(site_id: int, language: str, slug: str) -> Column | None:
    """Return the column that has this address, or had it before it was renamed."""
    if found := column_by_slug(site_id, language, slug):
        return found
    if not slug_re.match(slug):
        return None
    old_path = Column(language=language, slug=slug).path
    moved = Redirect.objects.filter(site=site_id, old_path=old_path).first()
    columns = nav.columns(site_id, language).values() if moved else ()
    return next((column for column in columns if column.path == moved.new_path), None)


def children(column: Column) -> list[Column]:
    """Return the columns directly below, in menu order."""
    columns = nav.columns(column.site_id, column.language).values()
    return [other for other in columns if other.parent_id == column.pk]


def ancestry(column: Column) -> list[Column]:
    """Return the columns from the top of the tree down to this one."""
    columns = nav.columns(column.site_id, column.language)
    line = [column]
    while (parent := columns.get(line[0].parent_id or 0)) is not None and parent not in line:
        line.insert(0, parent)
    return line


def page(column: Column, turn: keyset.Turn) -> keyset.Leaf:
    """Return one page of the column's articles, those below it included."""
    columns = nav.columns(column.site_id, column.language)
    if turn.place is None:
        newest = _NEWEST.rows(column=column.pk)
        found = keyset.first_leaf(newest, size=PAGE_SIZE, place_of=cards.place_of)
    else:
        rows = Placement.objects.filter(column=column.pk).values_list(*cards.PLACEMENT_FIELDS)
        found = keyset.leaf(
            [(rows, "published_at", "live")], turn, size=PAGE_SIZE, place_of=cards.place_of
        )
    found.rows = [cards.card(row, columns) for row in found.rows]
    return found


def newest(site_id: int, language: str, column: Column | None, *, size: int) -> list[LiveArticle]:
    """Return the newest articles of a column or of the whole site, with their text, for a feed."""
    if column is None:
        return list(LiveArticle.objects.on(site_id, language)[:size])
    rows = Placement.objects.filter(column=column.pk).order_by("-published_at", "-live")
    return [row.live for row in rows.select_related("live")[:size]]
