"""Loads how often licensed sites are compared with their licences."""

import json
from pathlib import Path

from django.db import migrations

DATA = Path(__file__).parents[1] / "data" / "claim_rules.json"


def load(apps, schema_editor):
    rule = apps.get_model("core", "LegalRule")
    rule.objects.bulk_create(rule(**row) for row in json.loads(DATA.read_text("utf-8")))


def unload(apps, schema_editor):
    apps.get_model("core", "LegalRule").objects.filter(code="LIC.CLAIMS.EVERY").delete()


class Migration(migrations.Migration):
    dependencies = [("licensing", "0010_claim_checks"), ("core", "0010_rules_of_law")]
    operations = [migrations.RunPython(load, unload)]
