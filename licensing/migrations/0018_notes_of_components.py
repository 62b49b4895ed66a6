"""Moves what the office notes to itself out of the hints that applicants read."""

from django.db import migrations

NOTES = (
    "Có thể cần; chưa đọc được trong nghị định.",
    "Số của mẫu đơn trong Phụ lục chưa xác nhận.",
    "Tóm tắt của nguồn thứ cấp bị ngắt; đối chiếu nghị định trước khi nhận hồ sơ.",
)


def split(apps, schema_editor):
    for one in apps.get_model("licensing", "Component").objects.exclude(hint=""):
        for note in NOTES:
            if note in one.hint:
                one.hint, one.note = one.hint.replace(note, "").strip(), note
                one.save(update_fields=["hint", "note"])


def join(apps, schema_editor):
    for one in apps.get_model("licensing", "Component").objects.exclude(note=""):
        one.hint = f"{one.hint} {one.note}".strip()
        one.save(update_fields=["hint"])


class Migration(migrations.Migration):
    dependencies = [("licensing", "0017_component_note")]
    operations = [migrations.RunPython(split, join)]
