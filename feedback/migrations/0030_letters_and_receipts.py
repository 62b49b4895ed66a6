from django.db import migrations


class Migration(migrations.Migration):
    """Brings together what two changes did at once; neither touches what the other does."""

    dependencies = [
        ("feedback", "0029_letters_of_others"),
        ("feedback", "0029_receipts_seen"),
    ]
    operations = []
