"""Tell the bounces of mail to the sender of a submission from those of mail to bodies."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("feedback", "0018_new_files")]

    operations = [
        migrations.AddField(
            "letter",
            "is_of_mail_to_sender",
            models.BooleanField(default=False, verbose_name="về thư gửi người gửi ý kiến"),
        ),
    ]
