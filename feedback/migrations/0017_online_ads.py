"""Citizens' reports of a bad advertisement online come in under a subject of their own."""

from django.db import migrations
from django.db.models import F

CODE = "quang-cao-tren-mang"


def add(apps, schema_editor):
    category = apps.get_model("feedback", "Category")
    mailbox = apps.get_model("feedback", "Mailbox").objects.get(code="CITY_BUILDING")
    last = category.objects.get(mailbox=mailbox, code="xay-dung-khac")
    category.objects.filter(pk=last.pk).update(position=F("position") + 1)
    category.objects.create(
        mailbox=mailbox,
        code=CODE,
        name="Quảng cáo trên mạng",
        hint="không tắt được, nút tắt giả, hàng cấm, sai sự thật",
        position=last.position,
    )


def remove(apps, schema_editor):
    apps.get_model("feedback", "Category").objects.filter(code=CODE).delete()


class Migration(migrations.Migration):
    dependencies = [("feedback", "0016_by_their_end")]
    operations = [migrations.RunPython(add, remove)]
