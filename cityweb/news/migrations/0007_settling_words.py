"""Lets whoever uses search settle its indexes, which PostgreSQL allows to their owner alone."""

from django.db import migrations

SETTLE = """
CREATE FUNCTION news_search_settle() RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
    SELECT sum(gin_clean_pending_list(oid))::bigint FROM pg_class
    WHERE relkind = 'i' AND relname IN (
        'search_entry_words', 'search_entry_sample', 'search_term_near', 'edition_title_words')
      AND pg_has_role(current_user, relowner, 'USAGE')
$$
"""


class Migration(migrations.Migration):
    dependencies = [("news", "0006_search_suggestions")]

    operations = [
        migrations.RunSQL(SETTLE, "DROP FUNCTION news_search_settle()"),
    ]
