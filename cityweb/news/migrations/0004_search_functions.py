"""Creates the two questions of search that must decide inside the database how to read.

A rank is answered either by reading the newest articles one by one until there are enough, or
through the index: all that are of the rank, sorted. Which is shorter, a sample of one article in
64 tells in a millisecond or two, for any combination of words and filters and without statistics
that somebody must keep fresh.
"""

from django.db import migrations

# Rows stay narrow, so that sorting thousands of matches touches few pages: the two columns that
# hold the lexemes lie beside the table, uncompressed, and are opened only where needed.
NARROW = """
ALTER TABLE news_searchentry SET (toast_tuple_target = 128);
ALTER TABLE news_searchentry ALTER COLUMN head SET STORAGE EXTERNAL;
ALTER TABLE news_searchentry ALTER COLUMN body SET STORAGE EXTERNAL
"""
WIDE = """
ALTER TABLE news_searchentry RESET (toast_tuple_target);
ALTER TABLE news_searchentry ALTER COLUMN head SET STORAGE EXTENDED;
ALTER TABLE news_searchentry ALTER COLUMN body SET STORAGE EXTENDED
"""

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
    -- Reading one of the newest takes as long as fetching so many through the index.
    newest_cost CONSTANT float := 4;
    is_filtered CONSTANT bool :=
        in_column IS NOT NULL OR since IS NOT NULL OR until IS NOT NULL;
    -- Articles that pass the filters are counted up to here, to know when all of them were read.
    most_counted CONSTANT int := CASE WHEN is_filtered THEN 20000 ELSE 5000 END;
    from_day timestamptz := coalesce(since, '-infinity');
    below_at timestamptz := coalesce(from_at, until, 'infinity');
    below_id bigint := coalesce(from_id, 0);
    -- An upper bound of the articles that pass the filters, and how many probably do.
    readable float;
    probable float;
    head_wanted tsquery;
    body_wanted int[];
    head_before tsquery;
    body_before text[];
    matching int;
    passing int;
    reading bigint;
    is_common bool;
    got int;
    taken int;
BEGIN
    SELECT count(*) INTO readable FROM (
        SELECT FROM news_searchentry e
        WHERE in_column IS NULL AND e.site_id = in_site AND e.language = in_language
          AND e.published_at >= from_day AND (until IS NULL OR e.published_at < until)
        LIMIT most_counted) few;
    IF in_column IS NOT NULL THEN
        SELECT count(*) INTO readable FROM (
            SELECT FROM news_placement p WHERE p.column_id = in_column
              AND p.published_at >= from_day AND (until IS NULL OR p.published_at < until)
            LIMIT most_counted) few;
    END IF;
    IF readable = most_counted THEN
        SELECT greatest(reltuples, readable) INTO readable
        FROM pg_class WHERE oid = 'news_searchentry'::regclass;
    END IF;

    FOR rank IN from_rank .. array_length(heads, 1) LOOP
        head_wanted := heads[rank]::tsquery;
        body_wanted := bodies[rank]::int[];
        -- What belongs to better ranks was found there.
        head_before := array_to_string(heads[1 : rank - 1], ' | ')::tsquery;
        body_before := array_remove(bodies[1 : rank - 1], NULL);
        taken := 0;
        SELECT count(*), count(*) FILTER (
            WHERE site_id = in_site AND language = in_language
              AND published_at >= from_day AND (until IS NULL OR published_at < until)
              AND (in_column IS NULL OR in_column = ANY (column_ids)))
        INTO matching, passing FROM (
            SELECT e.site_id, e.language, e.published_at, e.column_ids FROM news_searchentry e
            WHERE e.is_sample AND (head_wanted IS NULL OR e.head @@ head_wanted)
              AND (body_wanted IS NULL OR e.body @> body_wanted)
            -- The first matches by place may all be of other days than those asked for.
            LIMIT CASE WHEN is_filtered THEN NULL ELSE 1500 END) few;
        probable := readable;
        IF is_filtered AND readable >= most_counted THEN
            probable := least(readable, readable * (passing + 3) / (matching + 1));
        END IF;
        reading := least(readable, wanted * probable / greatest(64 * passing, 1));
        is_common := reading * newest_cost < 64 * matching;
        -- Twice as many as expected, since words have their seasons.
        reading := 500 + 2 * reading;
        IF is_common THEN
            RETURN QUERY
            SELECT rank, newest.published_at, newest.live_id FROM (
                (SELECT e.published_at, e.live_id FROM news_searchentry e
                 WHERE in_column IS NULL AND e.site_id = in_site AND e.language = in_language
                   AND (e.published_at, e.live_id) < (below_at, below_id)
                   AND e.published_at >= from_day
                 ORDER BY e.published_at DESC, e.live_id DESC LIMIT reading)
                UNION ALL
                (SELECT p.published_at, p.live_id FROM news_placement p
                 WHERE p.column_id = in_column
                   AND (p.published_at, p.live_id) < (below_at, below_id)
                   AND p.published_at >= from_day
                 ORDER BY p.published_at DESC, p.live_id DESC LIMIT reading)
            ) newest
            JOIN LATERAL (
                SELECT e.head, e.body FROM news_searchentry e WHERE e.live_id = newest.live_id
                OFFSET 0) entry ON true
            WHERE (head_wanted IS NULL OR entry.head @@ head_wanted)
              AND (body_wanted IS NULL OR entry.body @> body_wanted)
              AND (numnode(head_before) = 0 OR NOT entry.head @@ head_before)
              AND NOT EXISTS (SELECT FROM unnest(body_before) one WHERE entry.body @> one::int[])
            LIMIT wanted;
            GET DIAGNOSTICS taken = ROW_COUNT;
        END IF;
        -- Unless there are enough, or all there was has been read.
        IF taken < wanted AND NOT (is_common AND reading >= readable) THEN
            RETURN QUERY
            WITH every AS MATERIALIZED (
                SELECT e.published_at, e.live_id FROM news_searchentry e
                WHERE (head_wanted IS NULL OR e.head @@ head_wanted)
                  AND (body_wanted IS NULL OR e.body @> body_wanted)
                  AND e.site_id = in_site AND e.language = in_language
                  AND (e.published_at, e.live_id) < (below_at, below_id)
                  AND e.published_at >= from_day
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
        below_at := coalesce(until, 'infinity');
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
SET enable_seqscan = off SET enable_indexscan = off SET work_mem = '64MB' SET jit = off
SET plan_cache_mode = force_custom_plan
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
        migrations.RunSQL(NARROW, WIDE),
        migrations.RunSQL(PAGE, "DROP FUNCTION news_search_page"),
        migrations.RunSQL(COUNT, "DROP FUNCTION news_search_count"),
    ]
