"""Loads the city's units of today, the former ones, and which became which."""

import csv
from datetime import date
from pathlib import Path

from django.db import migrations

DATA = Path(__file__).parents[1] / "data"
FIRST_DAY = date(2025, 7, 1)
LAST_DAY = date(2025, 6, 30)
CITY = "79"


def rows(name):
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def make(model, row, parent, **life):
    return model(
        code=row["code"],
        name=row["name"],
        kind=row["kind"],
        parent=parent,
        search_key=row["search_key"],
        sort_key=row["sort_key"],
        **life,
    )


def load(apps, schema_editor):
    unit = apps.get_model("core", "AdminUnit")
    succession = apps.get_model("core", "AdminUnitSuccession")

    present = {}
    for row in rows("units.csv"):
        since = None if row["code"] == CITY else FIRST_DAY
        present[row["code"]] = make(unit, row, present.get(row["parent"]), valid_from=since)
        if row["code"] == CITY:
            present[CITY].save()
    unit.objects.bulk_create(one for code, one in present.items() if code != CITY)

    former = {}
    for kinds in ({"province"}, {"district"}, {"ward", "commune", "township"}):
        level = {}
        for row in rows("former_units.csv"):
            if row["kind"] in kinds:
                above = former.get(row["parent"]) or (
                    present[CITY] if row["parent"] == CITY else None
                )
                level[row["code"]] = make(unit, row, above, valid_to=LAST_DAY)
        unit.objects.bulk_create(level.values())
        former |= level

    succession.objects.bulk_create(
        succession(
            old=former[row["old"]], new=present[row["new"]], is_partial=row["is_partial"] == "1"
        )
        for row in rows("successions.csv")
    )


def unload(apps, schema_editor):
    apps.get_model("core", "AdminUnitSuccession").objects.all().delete()
    unit = apps.get_model("core", "AdminUnit")
    unit.objects.update(parent=None)
    unit.objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("core", "0002_fold_function")]
    operations = [migrations.RunPython(load, unload)]
