"""The term of a unit that its body gave a submission to: shorter than the body's own."""

from datetime import date

from django.db import migrations

RULE = {
    "code": "FB.HOP.UNIT.REPLY",
    "applies_to": "",
    "value": 7,
    "unit": "working_day",
    "effective_from": date(2022, 8, 15),
    "citation": "Mức phục vụ của Phòng Thông tin điện tử",
    "confidence": "KNOWN",
    "is_law": False,
    "source_note": "Thời gian đơn vị trực thuộc trả lời cơ quan đã giao lại, ngắn hơn hạn của cơ quan đó. "
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
    dependencies = [("core", "0010_rules_of_law"), ("feedback", "0014_term_of_units")]

    operations = [migrations.RunPython(load, unload)]
