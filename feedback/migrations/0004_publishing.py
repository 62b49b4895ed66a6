from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("feedback", "0003_abuse")]

    operations = [
        migrations.AddIndex(
            model_name="citation",
            index=models.Index(
                condition=models.Q(("flagged_at__isnull", False)),
                fields=["flagged_at"],
                name="citation_flagged",
            ),
        ),
    ]
