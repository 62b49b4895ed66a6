"""An agreement that came with a dossier has no last day until somebody reads it there."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("licensing", "0020_numbers_by_their_fold")]
    operations = [
        migrations.AlterField(
            model_name="sourceagreement",
            name="valid_to",
            field=models.DateField(null=True, verbose_name="đến hết ngày"),
        ),
    ]
