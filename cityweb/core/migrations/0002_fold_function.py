"""Creates `core_fold(text)`, the twin in SQL of `cityweb.core.text.fold`."""

from django.db import migrations

CREATE = r"""
CREATE FUNCTION core_fold(value text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT translate(
        regexp_replace(normalize(value, NFD), '[\u0300-\u036F]+', '', 'g'),
        'ABCDEFGHIJKLMNOPQRSTUVWXYZĐđ', 'abcdefghijklmnopqrstuvwxyzdd'
    )
$$
"""


class Migration(migrations.Migration):
    dependencies = [("core", "0001_people_and_places")]
    operations = [migrations.RunSQL(CREATE, "DROP FUNCTION core_fold(text)")]
