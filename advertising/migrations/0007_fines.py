"""Loads what is fined, with brackets and terms as rules of law, and what weighs for or against."""

import json
from pathlib import Path

from django.db import migrations

DATA = Path(__file__).parents[1] / "data"
TABLES = {"Penalty": "penalties.json", "Factor": "factors.json"}


def read(name):
    return json.loads((DATA / name).read_text("utf-8"))


def load(apps, schema_editor):
    rule = apps.get_model("core", "LegalRule")
    rule.objects.bulk_create(rule(**row) for row in read("fine_rules.json"))
    for name, file in TABLES.items():
        model = apps.get_model("advertising", name)
        model.objects.bulk_create(model(**row) for row in read(file))


def unload(apps, schema_editor):
    for name in TABLES:
        apps.get_model("advertising", name).objects.all().delete()
    rule = apps.get_model("core", "LegalRule")
    for row in read("fine_rules.json"):
        names = ("code", "applies_to", "effective_from")
        rule.objects.filter(**{name: row[name] for name in names}).delete()


class Migration(migrations.Migration):
    dependencies = [("advertising", "0006_violations"), ("core", "0010_rules_of_law")]
    operations = [migrations.RunPython(load, unload)]
