"""How long a member site may be silent: the office's own limits, until a rule of law sets others."""

from datetime import date

from django.db import migrations

DAYS = {"MEMBER.NEWS.WARN": 7, "MEMBER.NEWS.STALE": 15, "MEMBER.NEWS.ALARM": 30}
NOTES = {
    "MEMBER.NEWS.WARN": "Nhắc đơn vị khi tin mới nhất cũ hơn số ngày này.",
    "MEMBER.NEWS.STALE": "Coi là quá hạn cập nhật.",
    "MEMBER.NEWS.ALARM": "Báo động: lâu không cập nhật tin.",
}
SINCE = date(2010, 1, 1)


def load(apps, schema_editor):
    rule = apps.get_model("core", "LegalRule")
    rule.objects.bulk_create(
        rule(
            code=code,
            value=days,
            unit="calendar_day",
            effective_from=SINCE,
            citation="Mức phục vụ của Phòng Thông tin điện tử",
            confidence="KNOWN",
            is_law=False,
            source_note=NOTES[code],
        )
        for code, days in DAYS.items()
    )


def unload(apps, schema_editor):
    apps.get_model("core", "LegalRule").objects.filter(code__in=DAYS).delete()


class Migration(migrations.Migration):
    dependencies = [("members", "0003_verdicts"), ("core", "0014_papers")]
    operations = [migrations.RunPython(load, unload)]
