import uuid

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import cityweb.core.sealed


class Migration(migrations.Migration):
    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("core", "0006_law_and_calendar"),
    ]

    operations = [
        migrations.CreateModel(
            name="RawMail",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "sha256",
                    models.CharField(max_length=64, unique=True, verbose_name="dấu nội dung"),
                ),
                ("size", models.PositiveIntegerField(verbose_name="số byte")),
                ("received_at", models.DateTimeField(auto_now_add=True, verbose_name="nhận lúc")),
                ("handled_at", models.DateTimeField(null=True, verbose_name="xử lý xong lúc")),
                (
                    "attempts",
                    models.PositiveSmallIntegerField(default=0, verbose_name="số lần thử"),
                ),
                (
                    "last_error",
                    models.CharField(blank=True, max_length=200, verbose_name="lỗi gần nhất"),
                ),
            ],
            options={
                "verbose_name": "thư đến",
                "verbose_name_plural": "thư đến",
                "indexes": [
                    models.Index(
                        condition=models.Q(("handled_at__isnull", True)),
                        fields=["id"],
                        name="raw_mail_unhandled",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OutboxItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "uuid",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, unique=True, verbose_name="mã ngoài"
                    ),
                ),
                ("kind", models.CharField(max_length=40, verbose_name="loại việc")),
                (
                    "dedupe_key",
                    models.CharField(max_length=200, unique=True, verbose_name="khóa chống trùng"),
                ),
                (
                    "payload",
                    cityweb.core.sealed.EncryptedTextField(blank=True, verbose_name="nội dung"),
                ),
                (
                    "about_id",
                    models.CharField(blank=True, max_length=40, verbose_name="mã đối tượng"),
                ),
                (
                    "priority",
                    models.PositiveSmallIntegerField(
                        choices=[(0, "trước hết"), (5, "thường"), (9, "hàng loạt")],
                        default=5,
                        verbose_name="ưu tiên",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="xếp hàng lúc"
                    ),
                ),
                (
                    "not_before",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="không sớm hơn"
                    ),
                ),
                (
                    "attempts",
                    models.PositiveSmallIntegerField(default=0, verbose_name="số lần thử"),
                ),
                ("lease_until", models.DateTimeField(null=True, verbose_name="đang giữ đến")),
                ("done_at", models.DateTimeField(null=True, verbose_name="xong lúc")),
                ("given_up_at", models.DateTimeField(null=True, verbose_name="bỏ lúc")),
                (
                    "last_error",
                    models.CharField(blank=True, max_length=200, verbose_name="lỗi gần nhất"),
                ),
                (
                    "about_type",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="contenttypes.contenttype",
                        verbose_name="loại đối tượng",
                    ),
                ),
            ],
            options={
                "verbose_name": "việc chờ gửi",
                "verbose_name_plural": "việc chờ gửi",
                "indexes": [
                    models.Index(
                        condition=models.Q(
                            ("done_at__isnull", True), ("given_up_at__isnull", True)
                        ),
                        fields=["priority", "not_before", "id"],
                        name="outbox_waiting",
                    ),
                    models.Index(
                        condition=models.Q(("given_up_at__isnull", False)),
                        fields=["-id"],
                        name="outbox_given_up",
                    ),
                    models.Index(fields=["about_type", "about_id"], name="outbox_by_subject"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("done_at__isnull", True),
                            ("given_up_at__isnull", True),
                            _connector="OR",
                        ),
                        name="outbox_item_is_not_both_done_and_given_up",
                    ),
                ],
            },
        ),
    ]
