"""Creates the two questions of search that must decide inside the database how to read.

A common rank is answered by reading the newest articles one by one until there are enough; a rare
one through the index, all of it, sorted. Which is which, a sample of one article in 64 tells in a
millisecond, for any combination of words and without statistics that somebody must keep fresh.
"""

from django.db import migrations

PAGE = r"""
CREATE FUNCTION news_search_page(
    heads text[], bodies text[], in_site bigint, in_language text, in_column bigint,
    since timestamptz, until timestamptz,
    from_rank int, from_at timestamptz, from_id bigint, wanted int
) RETURNS TABLE (found_rank int, found_at timestamptz, found_id bigint)
LANGUAGE plpgsql STABLE
SET enable_seqscan = off SET work_mem = '64MB' SET jit = off SET plan_cache_mode = force_custom_plan
AS $$
DECLARE
    -- The newest this many articles are read one by one when a rank is common.
    most_read CONSTANT int := 20000;
    -- A rank with so many in the sample has about 64 times as many in all: common.
    common CONSTANT int := 300;
    head_wanted tsquery;
    body_wanted int[];
    head_before tsquery;
    body_before text[];
    below_at timestamptz := coalesce(from_at, 'infinity');
    below_id bigint := coalesce(from_id, 0);
    sampled int;
    got int;
    taken int;
BEGIN
    FOR rank IN from_rank .. array_length(heads, 1) LOOP
        head_wanted := heads[rank]::tsquery;
        body_wanted := bodies[rank]::int[];
        -- What belongs to better ranks was found there.
        head_before := array_to_string(heads[1 : rank - 1], ' | ')::tsquery;
        body_before := array_remove(bodies[1 : rank - 1], NULL);
        taken := 0;
        SELECT count(*) INTO sampled FROM (
            SELECT FROM news_searchentry e
            WHERE is_sample AND (head_wanted IS NULL OR e.head @@ head_wanted)
              AND (body_wanted IS NULL OR e.body @> body_wanted)
            LIMIT common) few;
        IF sampled = common THEN
            RETURN QUERY
            SELECT rank, newest.published_at, newest.live_id FROM (
                SELECT * FROM news_searchentry e
                WHERE e.site_id = in_site AND e.language = in_language
                  AND (e.published_at, e.live_id) < (below_at, below_id)
                  AND (since IS NULL OR e.published_at >= since)
                  AND (until IS NULL OR e.published_at < until)
                ORDER BY e.published_at DESC, e.live_id DESC LIMIT most_read) newest
            WHERE (head_wanted IS NULL OR newest.head @@ head_wanted)
              AND (body_wanted IS NULL OR newest.body @> body_wanted)
              AND (in_column IS NULL OR in_column = ANY (newest.column_ids))
              AND (numnode(head_before) = 0 OR NOT newest.head @@ head_before)
              AND NOT EXISTS (SELECT FROM unnest(body_before) one WHERE newest.body @> one::int[])
            LIMIT wanted;
            GET DIAGNOSTICS taken = ROW_COUNT;
        END IF;
        IF taken < wanted THEN
            RETURN QUERY
            WITH every AS MATERIALIZED (
                SELECT e.published_at, e.live_id FROM news_searchentry e
                WHERE (head_wanted IS NULL OR e.head @@ head_wanted)
                  AND (body_wanted IS NULL OR e.body @> body_wanted)
                  AND e.site_id = in_site AND e.language = in_language
                  AND (e.published_at, e.live_id) < (below_at, below_id)
                  AND (since IS NULL OR e.published_at >= since)
                  AND (until IS NULL OR e.published_at < until)
                  AND (in_column IS NULL OR in_column = ANY (e.column_ids)))
            SELECT rank, sorted.published_at, sorted.live_id
            FROM (SELECT * FROM every ORDER BY 1 DESC, 2 DESC) sorted
            JOIN LATERAL (
                SELECT e.head, e.body FROM news_searchentry e WHERE e.live_id = sorted.live_id
                OFFSET 0) entry ON true
            WHERE (numnode(head_before) = 0 OR NOT entry.head @@ head_before)
              AND NOT EXISTS (SELECT FROM unnest(body_before) one WHERE entry.body @> one::int[])
            OFFSET taken LIMIT wanted - taken;
            GET DIAGNOSTICS got = ROW_COUNT;
            taken := taken + got;
        END IF;
        wanted := wanted - taken;
        EXIT WHEN wanted <= 0;
        below_at := 'infinity';
        below_id := 0;
    END LOOP;
END $$;
"""

COUNT = r"""
CREATE FUNCTION news_search_count(
    head_text text, body_text text, in_site bigint, in_language text, in_column bigint,
    since timestamptz, until timestamptz, most int
) RETURNS int
LANGUAGE plpgsql STABLE
SET enable_seqscan = off SET work_mem = '64MB' SET jit = off SET plan_cache_mode = force_custom_plan
AS $$
DECLARE
    head_wanted tsquery := head_text::tsquery;
    body_wanted int[] := body_text::int[];
    -- So many in the sample, and there are more than `most` in all beyond any doubt.
    plenty int := 50 + most / 16;
    found int;
BEGIN
    SELECT count(*) INTO found FROM (
        SELECT FROM news_searchentry e
        WHERE e.is_sample
          AND (head_wanted IS NULL OR e.head @@ head_wanted)
          AND (body_wanted IS NULL OR e.body @> body_wanted)
          AND e.site_id = in_site AND e.language = in_language
          AND (since IS NULL OR e.published_at >= since)
          AND (until IS NULL OR e.published_at < until)
          AND (in_column IS NULL OR in_column = ANY (e.column_ids))
        LIMIT plenty) few;
    IF found < plenty THEN
        SELECT count(*) INTO found FROM (
            SELECT FROM news_searchentry e
            WHERE (head_wanted IS NULL OR e.head @@ head_wanted)
              AND (body_wanted IS NULL OR e.body @> body_wanted)
              AND e.site_id = in_site AND e.language = in_language
              AND (since IS NULL OR e.published_at >= since)
              AND (until IS NULL OR e.published_at < until)
              AND (in_column IS NULL OR in_column = ANY (e.column_ids))
            LIMIT most) every;
    ELSE
        found := most;
    END IF;
    RETURN found;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("news", "0003_search_tables")]
    operations = [
        migrations.RunSQL(PAGE, "DROP FUNCTION news_search_page"),
        migrations.RunSQL(COUNT, "DROP FUNCTION news_search_count"),
    ]
