"""Answers that those who were joined read masked by a machine alone wait for a person from now on."""

from django.db import migrations
from django.db.models import Exists, OuterRef


def wait(apps, schema_editor):
    submission = apps.get_model("feedback", "Submission")
    reply = apps.get_model("feedback", "Reply")
    copy = apps.get_model("feedback", "SharedCopy")
    joined = submission.objects.filter(duplicate_of=OuterRef("submission"))
    later = reply.objects.filter(
        submission=OuterRef("submission"), state="sent", sent_at__gt=OuterRef("sent_at")
    )
    last = reply.objects.filter(Exists(joined), ~Exists(later), state="sent")
    copy.objects.bulk_create(copy(reply=one) for one in last.only("pk").iterator())


class Migration(migrations.Migration):
    dependencies = [("feedback", "0021_answers_for_those_who_were_joined")]

    operations = [migrations.RunPython(wait, migrations.RunPython.noop)]
