"""The tree of columns: new ones, and moving or renaming one with all that stands in it."""

from django.db import connection, transaction

from cityweb.core import audit
from cityweb.core.errors import Refused
from cityweb.core.models import Role, User
from cityweb.news import live, nav, rules, search
from cityweb.news.actions._locking import require, require_whole_site
from cityweb.news.actions.redirects import redirect
from cityweb.news.models import Column, Site

# `lineage` holds every column with itself and each column above it, nearest first. What stands
# anywhere in a branch stands at its top too, so the top tells which articles move.
_PLACE_AGAIN = """
WITH lineage AS (
    SELECT own, above, place FROM unnest(%(own)s::bigint[], %(above)s::bigint[])
        WITH ORDINALITY AS pair(own, above, place)
), moved AS (
    SELECT live_id, edition_id, live.published_at
    FROM news_placement JOIN news_livearticle live ON live.article_id = live_id
    WHERE column_id = %(top)s
), chosen AS (
    SELECT live_id, main_column_id AS own, 0 AS rank
    FROM moved JOIN news_edition ON news_edition.id = moved.edition_id
    UNION ALL
    SELECT live_id, column_id, 1
    FROM moved JOIN news_edition_extra_columns extra ON extra.edition_id = moved.edition_id
), wanted AS (
    SELECT live_id, above, min(rank) AS rank, min(place) AS place
    FROM chosen JOIN lineage USING (own) GROUP BY live_id, above
), taken AS (
    DELETE FROM news_placement USING moved
    WHERE news_placement.live_id = moved.live_id AND column_id = ANY(%(left)s::bigint[])
        AND NOT EXISTS (
            SELECT FROM wanted
            WHERE wanted.live_id = moved.live_id AND above = news_placement.column_id
        )
), given AS (
    INSERT INTO news_placement (column_id, live_id, published_at)
    SELECT above, live_id, published_at FROM wanted JOIN moved USING (live_id)
    WHERE above = ANY(%(entered)s::bigint[])
    ON CONFLICT (live_id, column_id) DO NOTHING
), lists AS (
    SELECT live_id, array_agg(above ORDER BY rank, place) AS columns FROM wanted GROUP BY live_id
), found AS (
    UPDATE news_searchentry SET column_ids = lists.columns
    FROM lists WHERE news_searchentry.live_id = lists.live_id
)
UPDATE news_livearticle SET column_ids = lists.columns
FROM lists WHERE news_livearticle.article_id = lists.live_id
"""


@transaction.atomic
def save_column(*, actor: User, column: Column) -> Column:
    """Store a new or changed column.

    A new address leaves a redirect at the old one; a new parent moves the articles of the whole
    branch in the lists above. Raises `Refused`: "column-ring", "column-too-deep", "outside-rights",
    "column-foreign-parent", "redirect-loop".
    """
    require(actor, Role.EDITORIAL_BOARD)
    require_whole_site(actor, column.site_id)
    # One lock a site: two people cannot close a ring between them.
    Site.objects.select_for_update().get(pk=column.site_id)
    stored = Column.objects.filter(pk=column.pk).first()
    parent = column.parent
    if parent and (parent.site_id, parent.language) != (column.site_id, column.language):
        raise Refused("column-foreign-parent", "Chuyên mục cha phải cùng trang và cùng ngôn ngữ.")
    if stored and (stored.site_id, stored.language) != (column.site_id, column.language):
        raise Refused("column-fixed", "Không thể đổi trang hay ngôn ngữ của chuyên mục.")
    parents = live.parents_of_columns(column.site_id)
    rules.check_column_parent(column.pk, column.parent_id, parents)
    column.save()
    if stored is None:
        audit.record(actor=actor, verb="news.column_added", target=column)
    else:
        if stored.path != column.path:
            redirect(column.site_id, stored.path, column.path)
            redirect(column.site_id, stored.feed_path, column.feed_path)
        if stored.parent_id != column.parent_id:
            _place_again(column, parents)
        audit.record(actor=actor, verb="news.column_changed", target=column)
    nav.forget()
    return column


def _place_again(column: Column, before: dict[int, int | None]) -> None:
    """Make every live article of the branch stand below the new parents instead of the old ones.

    Two statements whatever the number of articles: a branch may hold hundreds of thousands.
    """
    after = before | {column.pk: column.parent_id}
    old = set(rules.with_ancestors([column.pk], before)) - {column.pk}
    new = set(rules.with_ancestors([column.pk], after)) - {column.pk}
    pairs = [(own, above) for own in after for above in rules.with_ancestors([own], after)]
    with connection.cursor() as cursor:
        cursor.execute(
            _PLACE_AGAIN,
            {
                "top": column.pk,
                "own": [own for own, _ in pairs],
                "above": [above for _, above in pairs],
                "left": list(old - new),
                "entered": list(new - old),
            },
        )
    search.follow_columns(column.pk)
