"""Indexes the words of a licence by the month it was issued in; existing licences come with it."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
from django.db import migrations, models

# Both sides of a question are made by it: a licence's own words, and those that are looked for.
TERMS = """
CREATE FUNCTION licensing_terms(words text, state text, issuer bigint, day date) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT array_agg(term || '@' || (extract(year FROM day) * 12 + extract(month FROM day))::int)
    FROM unnest(string_to_array(words, ' ') || ('=' || state) || ('#' || issuer)) AS term
    WHERE term <> ''
$$
"""


class Migration(migrations.Migration):
    dependencies = [("licensing", "0025_explanations_and_days")]

    operations = [
        migrations.RunSQL(TERMS, "DROP FUNCTION licensing_terms(text, text, bigint, date)"),
        migrations.AddIndex(
            model_name="licence",
            index=django.contrib.postgres.indexes.GinIndex(
                models.Func(
                    models.F("words"),
                    models.F("state"),
                    models.F("issuer"),
                    models.F("issued_on"),
                    function="licensing_terms",
                    output_field=django.contrib.postgres.fields.ArrayField(models.TextField()),
                ),
                fastupdate=False,
                name="licences_by_term",
            ),
        ),
    ]
