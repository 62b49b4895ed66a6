"""When people are reminded of the terms of advertising casework: the office's own measure."""

from django.db import migrations

MARKS = {
    "code": "AD.REMIND",
    "applies_to": "",
    "value": [50, 80, 100],
    "unit": "ratio",
    "effective_from": "2022-08-15",
    "citation": "Mức nhắc việc của Phòng Thông tin điện tử",
    "confidence": "KNOWN",
    "is_law": False,
    "source_note": "Các mốc nhắc, tính theo phần trăm thời hạn đã trôi qua; Phòng sửa khi cần.",
}


def load(apps, schema_editor):
    apps.get_model("core", "LegalRule").objects.create(**MARKS)


def unload(apps, schema_editor):
    apps.get_model("core", "LegalRule").objects.filter(code=MARKS["code"]).delete()


class Migration(migrations.Migration):
    dependencies = [("advertising", "0012_signals"), ("core", "0010_rules_of_law")]
    operations = [migrations.RunPython(load, unload)]
