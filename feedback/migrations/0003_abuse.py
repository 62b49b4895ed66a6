import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("feedback", "0002_three_mailboxes")]

    operations = [
        migrations.CreateModel(
            name="SpamWord",
            fields=[
                (
                    "bucket",
                    models.PositiveIntegerField(
                        primary_key=True, serialize=False, verbose_name="dấu của từ"
                    ),
                ),
                ("spam", models.IntegerField(default=0, verbose_name="trong thư rác")),
                ("honest", models.IntegerField(default=0, verbose_name="trong thư thật")),
            ],
            options={
                "verbose_name": "từ của bộ lọc thư rác",
                "verbose_name_plural": "từ của bộ lọc thư rác",
            },
        ),
        migrations.CreateModel(
            name="SpamLesson",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("is_spam", models.BooleanField(verbose_name="là thư rác")),
                (
                    "submission",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="feedback.submission",
                    ),
                ),
            ],
            options={
                "verbose_name": "bài học của bộ lọc thư rác",
                "verbose_name_plural": "bài học của bộ lọc thư rác",
            },
        ),
    ]
