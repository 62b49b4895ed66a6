from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("members", "0021_incidents_taken_note_of")]

    operations = [
        migrations.AddField(
            model_name="incident",
            name="seen_note",
            field=models.CharField(
                blank=True, db_default="", max_length=300, verbose_name="ghi chú của người xem"
            ),
        ),
    ]
