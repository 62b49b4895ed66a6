import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("members", "0002_rounds")]
    operations = [
        migrations.CreateModel(
            name="NewsDay",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField(verbose_name="ngày có tin")),
                (
                    "site",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="news_days",
                        to="members.membersite",
                    ),
                ),
            ],
            options={
                "verbose_name": "ngày có tin",
                "verbose_name_plural": "ngày có tin",
                "constraints": [
                    models.UniqueConstraint(fields=("site", "day"), name="news_day_is_known_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Verdict",
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
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("ok", "Bình thường"),
                            ("unknown", "Chưa rõ"),
                            ("planned", "Đang bảo trì"),
                            ("unmeasurable", "Không đo được"),
                            ("notice", "Cần xem"),
                            ("bad", "Có lỗi"),
                        ],
                        max_length=20,
                        verbose_name="mức",
                    ),
                ),
                ("code", models.CharField(max_length=40, verbose_name="mã")),
                ("text", models.CharField(max_length=300, verbose_name="kết luận")),
                ("rule", models.CharField(blank=True, max_length=300, verbose_name="quy tắc")),
                ("url", models.CharField(blank=True, max_length=500, verbose_name="địa chỉ")),
                (
                    "evidence",
                    models.CharField(blank=True, max_length=500, verbose_name="bằng chứng"),
                ),
                (
                    "fix",
                    models.CharField(blank=True, max_length=500, verbose_name="cách khắc phục"),
                ),
                ("since", models.DateTimeField(verbose_name="từ lúc")),
                ("judged_at", models.DateTimeField(verbose_name="xét lần cuối")),
                ("until", models.DateTimeField(null=True, verbose_name="đến lúc")),
                (
                    "section",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="verdicts",
                        to="members.section",
                    ),
                ),
                (
                    "site",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="verdicts",
                        to="members.membersite",
                    ),
                ),
            ],
            options={
                "verbose_name": "kết luận",
                "verbose_name_plural": "kết luận",
                "indexes": [models.Index(fields=["site", "-since"], name="verdict_by_site")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("until__isnull", True)),
                        fields=("site", "subject", "section"),
                        name="one_verdict_holds_at_a_time",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until__isnull", True),
                            ("until__gte", models.F("since")),
                            _connector="OR",
                        ),
                        name="verdict_ends_after_it_begins",
                    ),
                ],
            },
        ),
    ]
