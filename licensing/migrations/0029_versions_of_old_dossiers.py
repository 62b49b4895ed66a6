from django.db import migrations

# What a licence said when a dossier was begun; the first that is known of one taken in later.
DOSSIERS = """
UPDATE licensing_dossier AS dossier SET licence_version_id = coalesce(
    (
        SELECT id FROM licensing_licenceversion
        WHERE licence_id = dossier.licence_id AND recorded_at <= dossier.created_at
        ORDER BY ordinal DESC LIMIT 1
    ),
    (
        SELECT id FROM licensing_licenceversion
        WHERE licence_id = dossier.licence_id ORDER BY ordinal LIMIT 1
    )
)
FROM licensing_procedure AS procedure
WHERE procedure.id = dossier.procedure_id AND dossier.licence_id IS NOT NULL
    AND procedure.event <> 'issued'
"""
# What is drafted and not yet issued is decided about the licence as it stands.
RESULTS = """
UPDATE licensing_result AS result SET licence_version_id = licence.current_id
FROM licensing_dossier AS dossier, licensing_licence AS licence
WHERE dossier.id = result.dossier_id AND licence.id = dossier.licence_id
    AND dossier.licence_version_id IS NOT NULL
    AND result.kind = 'grant' AND result.paper_id IS NULL
"""


class Migration(migrations.Migration):
    dependencies = [
        ("licensing", "0028_upon_which_version"),
    ]

    operations = [
        migrations.RunSQL(DOSSIERS, migrations.RunSQL.noop),
        migrations.RunSQL(RESULTS, migrations.RunSQL.noop),
    ]
