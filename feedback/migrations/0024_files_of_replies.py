from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0019_specialists"),
        ("feedback", "0023_longest_delay"),
    ]

    operations = [
        migrations.AddField(
            model_name="reply",
            name="files",
            field=models.ManyToManyField(
                blank=True,
                related_name="replies",
                to="core.attachment",
                verbose_name="tệp gửi kèm",
            ),
        ),
    ]
