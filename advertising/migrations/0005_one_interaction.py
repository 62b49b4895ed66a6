"""How many interactions may be needed to close a non-fixed advertisement."""

from datetime import date

from django.db import migrations

CODE = "AD.NONFIXED.MAX_INTERACTIONS"


def load(apps, schema_editor):
    apps.get_model("core", "LegalRule").objects.create(
        code=CODE,
        value=1,
        unit="count",
        effective_from=date(2026, 2, 15),
        citation="Nghị định 342/2025/NĐ-CP",
        confidence="SEEN-S",
        is_law=True,
        source_note="Tắt được bằng một lần tương tác; không dùng nút tắt giả, khó thấy.",
    )


def unload(apps, schema_editor):
    apps.get_model("core", "LegalRule").objects.filter(code=CODE).delete()


class Migration(migrations.Migration):
    dependencies = [("advertising", "0004_checklists")]
    operations = [migrations.RunPython(load, unload)]
