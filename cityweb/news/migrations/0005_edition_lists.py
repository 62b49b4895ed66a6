"""Finds editions for the newsroom's lists: by column, and by words of the title."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0002_fold_function"),
        ("news", "0004_search_functions"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(fields=["main_column", "-id"], name="edition_by_column"),
        ),
        migrations.AddIndex(
            model_name="edition",
            index=GinIndex(
                SearchVector(
                    models.Func(
                        models.F("title"), function="core_fold", output_field=models.TextField()
                    ),
                    config="simple",
                ),
                name="edition_title_words",
            ),
        ),
    ]
