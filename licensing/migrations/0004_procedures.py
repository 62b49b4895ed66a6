"""Loads the procedures with their versions, and the rules of law they name; unknown is empty.

R2: Decree 72/2013 as amended, read in the text. R3: Decree 147/2024, where most is to be confirmed.
"""

import json
from pathlib import Path

from django.db import migrations

DATA = Path(__file__).parents[1] / "data"
PARTS = ("components", "conditions")


def read(name):
    return json.loads((DATA / name).read_text("utf-8"))


def load(apps, schema_editor):
    rule = apps.get_model("core", "LegalRule")
    rule.objects.bulk_create(rule(**row) for row in read("rules.json"))
    procedure, version, *parts = (
        apps.get_model("licensing", name)
        for name in ("Procedure", "ProcedureVersion", "Component", "Condition")
    )
    for row in read("procedures.json"):
        versions = row.pop("versions")
        made = procedure.objects.create(**row)
        for facts in versions:
            lists = [facts.pop(name) for name in PARTS]
            kept = version.objects.create(procedure=made, **facts)
            for model, rows in zip(parts, lists, strict=True):
                model.objects.bulk_create(
                    model(version=kept, position=place, **one)
                    for place, one in enumerate(rows, start=1)
                )


def unload(apps, schema_editor):
    for name in ("Condition", "Component", "ProcedureVersion", "Procedure"):
        apps.get_model("licensing", name).objects.all().delete()
    rule = apps.get_model("core", "LegalRule")
    for row in read("rules.json"):
        names = ("code", "applies_to", "effective_from")
        rule.objects.filter(**{name: row[name] for name in names}).delete()


class Migration(migrations.Migration):
    dependencies = [("licensing", "0003_dossiers"), ("core", "0010_rules_of_law")]
    operations = [migrations.RunPython(load, unload)]
