from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("feedback", "0002_three_mailboxes")]

    operations = []
