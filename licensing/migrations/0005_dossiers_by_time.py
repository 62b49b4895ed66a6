"""Lists of dossiers go by the time they were sent."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("licensing", "0004_procedures"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="dossier",
            name="dossiers_by_state",
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(fields=["-submitted_at", "-id"], name="dossiers_newest"),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(fields=["state", "-submitted_at", "-id"], name="dossiers_in_state"),
        ),
    ]
