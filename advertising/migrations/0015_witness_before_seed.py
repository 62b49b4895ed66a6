"""A drawing knows its witness before its seed."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("advertising", "0014_decisions_of_others"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="sample",
            name="a_drawing_shows_its_seed_and_its_witness",
        ),
        migrations.AddConstraint(
            model_name="sample",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("drawn_at__isnull", True), ("seed", "")),
                    models.Q(
                        ("drawn_at__gte", models.F("committed_at")),
                        ("drawn_by__isnull", False),
                        models.Q(("seed", ""), _negated=True),
                        models.Q(("witness_words", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="a_drawing_shows_its_seed_and_its_witness",
            ),
        ),
    ]
