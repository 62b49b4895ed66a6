"""What other systems get: the newest articles of a site or column, page by page."""

from cityweb.core import keyset
from cityweb.news.models import Column, LiveArticle, Placement


def newest(
    site_id: int, language: str, column: Column | None, *, after: str, size: int
) -> keyset.Leaf | None:
    """Return one page of articles, newest first, or nothing when `after` is not one of ours."""
    turn = keyset.read_turn(after, "")
    if turn is None:
        return None
    if column is None:
        rows = LiveArticle.objects.on(site_id, language).cards()
        return keyset.leaf([(rows, "published_at", "article")], turn, size=size, place_of=_place)
    rows = Placement.objects.filter(column=column.pk).select_related("live")
    rows = rows.defer("live__body", "live__files")
    found = keyset.leaf([(rows, "published_at", "live")], turn, size=size, place_of=_placed)
    found.rows = [placement.live for placement in found.rows]
    return found


def _place(live: LiveArticle) -> keyset.Place:
    return live.published_at, live.pk


def _placed(placement: Placement) -> keyset.Place:
    return placement.published_at, placement.live_id
