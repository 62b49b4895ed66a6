"""With every reply went the files of the body's answer it was made from; now that is written down."""

from django.db import migrations


def write_down(apps, schema_editor):
    kinds = apps.get_model("contenttypes", "ContentType").objects
    kind = kinds.filter(app_label="feedback", model="hop").first()
    if kind is None:
        return  # a new database, where nobody has answered yet
    reply = apps.get_model("feedback", "Reply")
    attachment = apps.get_model("core", "Attachment")
    owned = attachment.objects.filter(owner_type=kind)
    files = {}
    for key, hop in owned.values_list("pk", "owner_id"):
        files.setdefault(hop, []).append(key)
    line = reply.files.through
    rows = reply.objects.filter(source__in=list(files)).values_list("pk", "source")
    line.objects.bulk_create(
        line(reply_id=pk, attachment_id=key) for pk, hop in rows for key in files[hop]
    )


class Migration(migrations.Migration):
    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("feedback", "0024_files_of_replies"),
    ]

    operations = [migrations.RunPython(write_down, migrations.RunPython.noop)]
