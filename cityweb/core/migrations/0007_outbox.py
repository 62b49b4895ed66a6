from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("core", "0006_law_and_calendar")]

    operations = []
