"""Loads the checklists: what is checked, by kind and by the law of the day."""

import json
from pathlib import Path

from django.db import migrations

DATA = Path(__file__).parents[1] / "data"


def load(apps, schema_editor):
    version, item = (
        apps.get_model("advertising", name) for name in ("ChecklistVersion", "CheckItem")
    )
    for row in json.loads((DATA / "checklists.json").read_text("utf-8")):
        items = row.pop("items")
        made = version.objects.create(**row)
        item.objects.bulk_create(
            item(version=made, position=place, **one) for place, one in enumerate(items, start=1)
        )


def unload(apps, schema_editor):
    apps.get_model("advertising", "CheckItem").objects.all().delete()
    apps.get_model("advertising", "ChecklistVersion").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("advertising", "0003_inspections_and_evidence")]
    operations = [migrations.RunPython(load, unload)]
