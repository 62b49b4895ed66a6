"""Loads the terms of steps, empty until the office settles them, and says since when steps run."""

import json
from pathlib import Path

from django.db import migrations

DATA = Path(__file__).parents[1] / "data" / "step_rules.json"
SINCE = """
UPDATE licensing_dossier d SET step_since = (
    SELECT min(s.at) FROM licensing_step s
    WHERE s.dossier_id = d.id AND s.state = d.state AND s.id > coalesce((
        SELECT max(o.id) FROM licensing_step o WHERE o.dossier_id = d.id AND o.state <> d.state
    ), 0)
)
WHERE d.state <> 'draft'
"""


def load(apps, schema_editor):
    rule = apps.get_model("core", "LegalRule")
    rule.objects.bulk_create(rule(**row) for row in json.loads(DATA.read_text("utf-8")))


def unload(apps, schema_editor):
    codes = [row["code"] for row in json.loads(DATA.read_text("utf-8"))]
    apps.get_model("core", "LegalRule").objects.filter(code__in=codes).delete()


class Migration(migrations.Migration):
    dependencies = [("licensing", "0014_terms_of_steps"), ("core", "0010_rules_of_law")]
    operations = [
        migrations.RunPython(load, unload),
        migrations.RunSQL(SINCE, migrations.RunSQL.noop),
    ]
