"""Loads when licensees are told of days to come, and the day of reports, which is to be confirmed."""

import json
from pathlib import Path

from django.db import migrations

DATA = Path(__file__).parents[1] / "data" / "upkeep_rules.json"


def load(apps, schema_editor):
    rule = apps.get_model("core", "LegalRule")
    rule.objects.bulk_create(rule(**row) for row in json.loads(DATA.read_text("utf-8")))


def unload(apps, schema_editor):
    rule = apps.get_model("core", "LegalRule")
    for row in json.loads(DATA.read_text("utf-8")):
        names = ("code", "applies_to", "effective_from")
        rule.objects.filter(**{name: row[name] for name in names}).delete()


class Migration(migrations.Migration):
    dependencies = [("licensing", "0006_licence_life"), ("core", "0010_rules_of_law")]
    operations = [migrations.RunPython(load, unload)]
