"""Proposes the People's Committee of the place for what is mostly settled at commune level.

No instrument of the city on who settles what since 1 July 2025 was read: the rows are unconfirmed,
so that an officer checks each time, until the office confirms or ends them in admin.
"""

from datetime import date

from django.db import migrations

SINCE = date(2025, 7, 1)
CATEGORIES = {
    "tieng-on": "Trật tự, nếp sống ở khu dân cư",
    "xay-dung-trat-tu": "Trật tự xây dựng, vỉa hè trên địa bàn",
    "rac-moi-truong": "Vệ sinh môi trường trên địa bàn",
}
BASIS = "{}; chính quyền cấp xã từ 01/7/2025, chưa đối chiếu văn bản phân cấp của Thành phố"


def load(apps, schema_editor):
    category_model = apps.get_model("feedback", "Category")
    rule = apps.get_model("feedback", "RoutingRule")
    for category in category_model.objects.filter(code__in=CATEGORIES).order_by("pk"):
        rule.objects.create(
            mailbox_id=category.mailbox_id,
            category=category,
            to_committee=True,
            is_confirmed=False,
            valid_from=SINCE,
            basis=BASIS.format(CATEGORIES[category.code]),
        )


def unload(apps, schema_editor):
    apps.get_model("feedback", "RoutingRule").objects.filter(
        to_committee=True, is_confirmed=False, valid_from=SINCE
    ).delete()


class Migration(migrations.Migration):
    dependencies = [("feedback", "0011_committee_of_the_place")]

    operations = [migrations.RunPython(load, unload)]
