"""How long something waits for one person: rows of the office, for the office to change."""

from datetime import date

from django.db import migrations

COMMON = {
    "applies_to": "",
    "effective_from": date(2022, 8, 15),
    "citation": "Mức phục vụ của Phòng Thông tin điện tử",
    "confidence": "KNOWN",
    "is_law": False,
}
FIRST_GUESS = "Mức đề xuất ban đầu; Phòng sửa khi có quy chế của Thành phố."
RULES = (
    {
        "code": "FB.SHARE",
        "value": 3,
        "unit": "working_day",
        "source_note": "Thời gian để chuyên viên xem và cho gửi bản trả lời cho người có ý kiến "
        f"gộp. {FIRST_GUESS}",
    },
    {
        "code": "FB.SENDER.REPLY",
        "value": 10,
        "unit": "working_day",
        "source_note": "Thời gian Phòng chờ người gửi bổ sung sau khi đề nghị; hết thời gian này "
        f"người phụ trách được báo. {FIRST_GUESS}",
    },
    {
        "code": "FB.SENDER.REMIND",
        "value": [50, 100],
        "unit": "ratio",
        "source_note": "Các mốc của thời gian chờ người gửi bổ sung, theo phần trăm: mốc cuối báo "
        f"người phụ trách, mốc trước đó nhắc người gửi một lần. {FIRST_GUESS}",
    },
)


def load(apps, schema_editor):
    rule = apps.get_model("core", "LegalRule")
    for one in RULES:
        rule.objects.create(**COMMON, **one)


def unload(apps, schema_editor):
    codes = [one["code"] for one in RULES]
    rows = apps.get_model("core", "LegalRule").objects.filter(
        code__in=codes, applies_to="", effective_from=COMMON["effective_from"]
    )
    # The database itself keeps a rule that some clock goes by; Django would ask models of all apps,
    # of which some are drawn as they are before and some as they are after this step.
    rows._raw_delete(schema_editor.connection.alias)


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0010_rules_of_law"),
        ("feedback", "0026_words_of_files_that_go_along"),
    ]

    operations = [migrations.RunPython(load, unload)]
