"""Creates the two questions behind suggestions, which must always be read through their indexes.

The planner takes either table for short enough to read whole, or hopes to meet a match soon when it
reads the newest one by one: it is wrong by seconds. A number tells site and language too.
"""

from django.db import migrations

NEAR = r"""
CREATE FUNCTION news_search_near(in_scope text, keys text[], most int)
RETURNS TABLE (near_folded text, near_shown text)
LANGUAGE sql STABLE
SET enable_seqscan = off SET jit = off
AS $$
    SELECT folded, shown FROM news_searchterm
    WHERE near && keys::varchar[] AND scope = in_scope
    LIMIT most
$$
"""

ANSWERED = r"""
CREATE FUNCTION news_search_answered(bodies text[])
RETURNS TABLE (is_answered bool)
LANGUAGE plpgsql STABLE
SET enable_seqscan = off SET enable_indexscan = off SET work_mem = '64MB' SET jit = off
SET plan_cache_mode = force_custom_plan
AS $$
DECLARE
    wanted int[];
BEGIN
    FOR place IN 1 .. coalesce(array_length(bodies, 1), 0) LOOP
        wanted := bodies[place]::int[];
        -- What is common is in the sample; what is rare is quickly looked up in all.
        is_answered := EXISTS (
            SELECT FROM news_searchentry e WHERE e.is_sample AND e.body @> wanted
        ) OR EXISTS (
            SELECT FROM news_searchentry e WHERE e.body @> wanted
        );
        RETURN NEXT;
    END LOOP;
END $$
"""


class Migration(migrations.Migration):
    dependencies = [("news", "0005_edition_lists")]
    operations = [
        migrations.RunSQL(NEAR, "DROP FUNCTION news_search_near"),
        migrations.RunSQL(ANSWERED, "DROP FUNCTION news_search_answered"),
    ]
