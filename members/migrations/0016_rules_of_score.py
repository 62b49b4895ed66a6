"""The formula of the score as rules, so that each version of it has its days."""

from datetime import date

from django.db import migrations

PROPOSED = " Mức đề xuất của phần mềm, Phòng chưa ban hành: xem lại rồi sửa."
RULES = {
    "MEMBER.SCORE.AVAILABILITY": (30, "count", "Điểm cho khả năng truy cập."),
    "MEMBER.SCORE.FRESHNESS": (30, "count", "Điểm cho việc cập nhật tin."),
    "MEMBER.SCORE.ABNORMALITY": (15, "count", "Điểm cho việc không bị chèn, bị thay nội dung."),
    "MEMBER.SCORE.TLS": (10, "count", "Điểm cho chứng thư số."),
    "MEMBER.SCORE.DIRECTIVE": (15, "count", "Điểm cho việc thực hiện chủ trương chung."),
    "MEMBER.SCORE.NOTICE": (50, "count", "Phần trăm điểm còn giữ trong lúc “Cần xem”."),
    "MEMBER.SCORE.GRADES": ([90, 75, 50], "list", "Điểm thấp nhất của Tốt, Khá, Trung bình."),
}


def load(apps, schema_editor):
    rule = apps.get_model("core", "LegalRule")
    rule.objects.bulk_create(
        rule(
            code=code,
            value=value,
            unit=unit,
            effective_from=date(2010, 1, 1),
            citation="Mức phục vụ của Phòng Thông tin điện tử",
            confidence="KNOWN",
            is_law=False,
            source_note=note + PROPOSED,
        )
        for code, (value, unit, note) in RULES.items()
    )


def unload(apps, schema_editor):
    apps.get_model("core", "LegalRule").objects.filter(code__in=RULES).delete()


class Migration(migrations.Migration):
    dependencies = [("members", "0015_public_page")]
    operations = [migrations.RunPython(load, unload)]
