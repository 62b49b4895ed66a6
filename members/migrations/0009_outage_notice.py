"""How many working days before a planned outage a unit must tell."""

from datetime import date

from django.db import migrations

CODE = "MEMBER.OUTAGE.NOTICE"


def load(apps, schema_editor):
    apps.get_model("core", "LegalRule").objects.create(
        code=CODE,
        value=7,
        unit="working_day",
        effective_from=date(2026, 7, 1),
        citation="Nghị định 224/2026/NĐ-CP, Điều 13 khoản 1 điểm a (từ ngày 01/7/2026)",
        confidence="SEEN-P",
        is_law=True,
        source_note="Tạm ngừng có kế hoạch phải báo trước, kèm giờ dự kiến hoạt động lại.",
    )


def unload(apps, schema_editor):
    apps.get_model("core", "LegalRule").objects.filter(code=CODE).delete()


class Migration(migrations.Migration):
    dependencies = [("members", "0008_units")]
    operations = [migrations.RunPython(load, unload)]
