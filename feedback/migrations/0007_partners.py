import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0012_denunciation_readers"),
        ("feedback", "0006_retention"),
    ]

    operations = [
        migrations.CreateModel(
            name="Partner",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "name",
                    models.CharField(max_length=120, unique=True, verbose_name="tên hệ thống"),
                ),
                (
                    "key_digest",
                    models.CharField(
                        editable=False,
                        max_length=64,
                        unique=True,
                        verbose_name="dấu của khóa",
                    ),
                ),
                ("is_active", models.BooleanField(default=True, verbose_name="đang hoạt động")),
                (
                    "may_file",
                    models.BooleanField(
                        default=False, verbose_name="được gửi ý kiến thay người dân"
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.organisation",
                        verbose_name="cơ quan chủ quản",
                    ),
                ),
            ],
            options={
                "verbose_name": "hệ thống đối tác",
                "verbose_name_plural": "hệ thống đối tác",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="PartnerFiling",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "token",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, unique=True, verbose_name="mã nhận"
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="filings",
                        to="feedback.partner",
                    ),
                ),
                (
                    "submission",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="filing",
                        to="feedback.submission",
                    ),
                ),
            ],
            options={
                "verbose_name": "ý kiến do đối tác gửi",
                "verbose_name_plural": "ý kiến do đối tác gửi",
            },
        ),
    ]
