"""Gives dossiers that were sent before the words by which the desk finds them."""

from django.db import migrations

FILL = """
UPDATE licensing_dossier d SET words = btrim(regexp_replace(core_fold(concat_ws(
    ' ', d.code, d.deposit_code, a.name, d.contents->>'site_name', d.contents->>'domains'
)), '[^0-9a-z]+', ' ', 'g'))
FROM licensing_applicant a WHERE a.id = d.applicant_id AND d.state <> 'draft'
"""


class Migration(migrations.Migration):
    dependencies = [("licensing", "0022_words_of_dossiers"), ("core", "0002_fold_function")]
    operations = [migrations.RunSQL(FILL, migrations.RunSQL.noop)]
