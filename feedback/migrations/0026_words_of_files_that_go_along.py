"""What a machine reads in the files that go along with replies, kept beside them."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0019_specialists"),
        ("feedback", "0025_files_that_went_along"),
    ]

    operations = [
        migrations.CreateModel(
            name="FileReading",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("words", models.TextField(blank=True, verbose_name="chữ trong tệp")),
                (
                    "is_read",
                    models.BooleanField(default=False, verbose_name="máy đọc được hết"),
                ),
                (
                    "file",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="core.attachment",
                    ),
                ),
            ],
            options={
                "verbose_name": "chữ trong tệp gửi kèm",
                "verbose_name_plural": "chữ trong tệp gửi kèm",
            },
        ),
    ]
