"""Loads the calendar 2010-2027: holidays of the law, swapped days, worked Saturdays."""

import csv
from pathlib import Path

from django.db import migrations

DATA = Path(__file__).parents[1] / "data" / "calendar.csv"


def rows():
    with DATA.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def load(apps, schema_editor):
    day = apps.get_model("core", "CalendarDay")
    day.objects.bulk_create(
        day(**row | {"is_confirmed": row["is_confirmed"] == "1"}) for row in rows()
    )


def unload(apps, schema_editor):
    day = apps.get_model("core", "CalendarDay")
    day.objects.filter(date__in=[row["date"] for row in rows()]).delete()


class Migration(migrations.Migration):
    dependencies = [("core", "0010_rules_of_law")]
    operations = [migrations.RunPython(load, unload)]
