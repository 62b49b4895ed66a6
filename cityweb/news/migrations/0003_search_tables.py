"""Makes room for search: one narrow row an article, and the words it may suggest."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("news", "0002_sites_and_columns"),
    ]

    operations = [
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                (
                    "live",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="news.livearticle",
                    ),
                ),
                (
                    "site",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="news.site",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("vi", "Tiếng Việt"), ("en", "Tiếng Anh")], max_length=2
                    ),
                ),
                (
                    "column_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), default=list, size=None
                    ),
                ),
                ("published_at", models.DateTimeField()),
                ("is_sample", models.BooleanField(default=False)),
                ("head", django.contrib.postgres.search.SearchVectorField()),
                (
                    "body",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.IntegerField(), size=None
                    ),
                ),
            ],
            options={
                "verbose_name": "mục tìm kiếm",
                "verbose_name_plural": "mục tìm kiếm",
                "indexes": [
                    models.Index(
                        fields=["site", "language", "-published_at", "-live"],
                        name="search_entry_newest",
                    ),
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["head", "body"], name="search_entry_words"
                    ),
                    django.contrib.postgres.indexes.GinIndex(
                        condition=models.Q(("is_sample", True)),
                        fields=["head", "body"],
                        name="search_entry_sample",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SearchTerm",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("scope", models.CharField(max_length=12)),
                ("folded", models.CharField(max_length=40)),
                ("shown", models.CharField(max_length=40)),
                (
                    "near",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40), size=None
                    ),
                ),
            ],
            options={
                "verbose_name": "từ gợi ý",
                "verbose_name_plural": "từ gợi ý",
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["near"], name="search_term_near"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("scope", "shown"), name="one_search_term_a_spelling"
                    )
                ],
            },
        ),
    ]
