"""Loads the special products with what the Law on Advertising asks of each, by citation."""

import json
from pathlib import Path

from django.db import migrations

DATA = Path(__file__).parents[1] / "data"


def load(apps, schema_editor):
    category, condition = (
        apps.get_model("advertising", name) for name in ("ProductCategory", "ProductCondition")
    )
    for row in json.loads((DATA / "products.json").read_text("utf-8")):
        conditions = row.pop("conditions")
        made = category.objects.create(**row)
        condition.objects.bulk_create(condition(category=made, **one) for one in conditions)


def unload(apps, schema_editor):
    apps.get_model("advertising", "ProductCondition").objects.all().delete()
    apps.get_model("advertising", "ProductCategory").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("advertising", "0001_parties_and_sites")]
    operations = [migrations.RunPython(load, unload)]
