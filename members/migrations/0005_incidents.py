import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("members", "0004_limits_of_news")]
    operations = [
        migrations.CreateModel(
            name="Incident",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "subject",
                    models.CharField(
                        choices=[
                            ("availability", "Truy cập"),
                            ("abnormality", "Bất thường"),
                            ("freshness", "Cập nhật tin"),
                            ("tls", "Chứng thư số"),
                        ],
                        max_length=20,
                        verbose_name="về",
                    ),
                ),
                ("text", models.CharField(max_length=300, verbose_name="kết luận khi mở")),
                ("opened_at", models.DateTimeField(verbose_name="mở lúc")),
                ("closed_at", models.DateTimeField(null=True, verbose_name="hết lúc")),
                (
                    "quiet_until",
                    models.DateField(null=True, verbose_name="ngừng nhắc đến hết ngày"),
                ),
                (
                    "quiet_reason",
                    models.CharField(blank=True, max_length=300, verbose_name="lý do ngừng nhắc"),
                ),
                (
                    "section",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="incidents",
                        to="members.section",
                    ),
                ),
                (
                    "site",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="incidents",
                        to="members.membersite",
                    ),
                ),
            ],
            options={
                "verbose_name": "sự cố",
                "verbose_name_plural": "sự cố",
                "indexes": [models.Index(fields=["-opened_at"], name="incident_by_time")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("closed_at__isnull", True)),
                        fields=("site", "subject", "section"),
                        name="one_incident_is_open_at_a_time",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closed_at__isnull", True),
                            ("closed_at__gte", models.F("opened_at")),
                            _connector="OR",
                        ),
                        name="incident_ends_after_it_begins",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Notice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "rung",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Đầu mối của đơn vị"),
                            (2, "Lãnh đạo đơn vị"),
                            (3, "Phụ trách của Phòng"),
                        ],
                        verbose_name="bậc",
                    ),
                ),
                ("email", models.EmailField(max_length=254, verbose_name="gửi tới")),
                ("sent_at", models.DateTimeField(verbose_name="lúc")),
                (
                    "incident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notices",
                        to="members.incident",
                    ),
                ),
            ],
            options={
                "verbose_name": "thông báo sự cố",
                "verbose_name_plural": "thông báo sự cố",
                "indexes": [models.Index(fields=["email", "-sent_at"], name="notice_by_person")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("incident", "email"), name="nobody_is_told_twice_of_one_incident"
                    )
                ],
            },
        ),
    ]
