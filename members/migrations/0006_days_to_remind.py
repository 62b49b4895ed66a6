"""After how many working days the upper rungs are told: the office's own policy."""

from datetime import date

from django.db import migrations

DAYS = {"MEMBER.REMIND.HEAD": 2, "MEMBER.REMIND.OFFICE": 5}
NOTES = {
    "MEMBER.REMIND.HEAD": "Website chưa khắc phục sau số ngày này thì báo lãnh đạo đơn vị.",
    "MEMBER.REMIND.OFFICE": "Chưa khắc phục sau số ngày này thì báo phụ trách của Phòng.",
}


def load(apps, schema_editor):
    rule = apps.get_model("core", "LegalRule")
    rule.objects.bulk_create(
        rule(
            code=code,
            value=days,
            unit="working_day",
            effective_from=date(2010, 1, 1),
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
    dependencies = [("members", "0005_incidents")]
    operations = [migrations.RunPython(load, unload)]
