"""How far away a new day may lie that a sender is promised: a row, for the office to change."""

from datetime import date

from django.db import migrations

RULE = {
    "code": "FB.PROMISE.MAX",
    "applies_to": "",
    "value": 365,
    "unit": "calendar_day",
    "effective_from": date(2022, 8, 15),
    "citation": "Mức phục vụ của Phòng Thông tin điện tử",
    "confidence": "KNOWN",
    "is_law": False,
    "source_note": "Ngày hẹn lại trả lời không xa hơn chừng này ngày kể từ hôm hẹn. "
    "Mức đề xuất ban đầu; Phòng sửa khi có quy chế của Thành phố.",
}


def load(apps, schema_editor):
    apps.get_model("core", "LegalRule").objects.create(**RULE)


def unload(apps, schema_editor):
    names = ("code", "applies_to", "effective_from")
    rows = apps.get_model("core", "LegalRule").objects.filter(**{n: RULE[n] for n in names})
    # The database itself keeps a rule that some clock goes by; Django would ask models of all apps,
    # of which some are drawn as they are before and some as they are after this step.
    rows._raw_delete(schema_editor.connection.alias)


class Migration(migrations.Migration):
    dependencies = [("core", "0010_rules_of_law"), ("feedback", "0022_answers_that_wait")]

    operations = [migrations.RunPython(load, unload)]
