"""Questions on advertising online have a subject of their own, after reports of a bad ad."""

from django.db import migrations
from django.db.models import F


def make_room_and_add(apps, schema_editor):
    categories = apps.get_model("feedback", "Category").objects
    reports = categories.get(code="quang-cao-tren-mang")
    later = categories.filter(mailbox=reports.mailbox, position__gt=reports.position)
    later.update(position=F("position") + 1)
    reports.pk, reports.code = None, "hoi-ve-quang-cao"
    reports.name = "Hỏi về quảng cáo trên mạng"
    reports.hint = "quy định, giấy tờ của sản phẩm đặc biệt, thông báo dịch vụ"
    reports.position += 1
    reports.save(force_insert=True)


def take_away(apps, schema_editor):
    apps.get_model("feedback", "Category").objects.filter(code="hoi-ve-quang-cao").delete()


class Migration(migrations.Migration):
    dependencies = [("feedback", "0027_terms_of_waiting")]
    operations = [migrations.RunPython(make_room_and_add, take_away)]
