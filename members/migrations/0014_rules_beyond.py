"""After how many working days a letter goes out, and then an item in the report.

All four numbers of the ladder are a proposal of ours that the office has yet to settle: they are
marked so where officers read the rules.
"""

from datetime import date

from django.db import migrations

DAYS = {"MEMBER.REMIND.LETTER": 10, "MEMBER.REMIND.REPORT": 20}
NOTES = {
    "MEMBER.REMIND.LETTER": "Chưa khắc phục sau số ngày này thì soạn công văn gửi đơn vị.",
    "MEMBER.REMIND.REPORT": "Chưa khắc phục sau số ngày này thì nêu trong báo cáo định kỳ.",
}
PROPOSED = " Mức đề xuất của phần mềm, Phòng chưa ban hành: xem lại rồi sửa."
OLD = ("MEMBER.REMIND.HEAD", "MEMBER.REMIND.OFFICE")


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
            source_note=NOTES[code] + PROPOSED,
        )
        for code, days in DAYS.items()
    )
    for row in rule.objects.filter(code__in=OLD, confirmed_on__isnull=True):
        row.source_note += PROPOSED
        row.save(update_fields=["source_note"])


def unload(apps, schema_editor):
    rule = apps.get_model("core", "LegalRule")
    rule.objects.filter(code__in=DAYS).delete()
    for row in rule.objects.filter(code__in=OLD):
        row.source_note = row.source_note.removesuffix(PROPOSED)
        row.save(update_fields=["source_note"])


class Migration(migrations.Migration):
    dependencies = [("members", "0013_letters")]
    operations = [migrations.RunPython(load, unload)]
