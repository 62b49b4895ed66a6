import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("core", "0007_outbox"),
    ]

    operations = [
        migrations.CreateModel(
            name="StoredFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sha256", models.CharField(max_length=64, unique=True, verbose_name="mã băm")),
                ("size", models.PositiveBigIntegerField(verbose_name="cỡ (byte)")),
                ("media_type", models.CharField(max_length=120, verbose_name="loại nội dung")),
                (
                    "has_thumbnail",
                    models.BooleanField(default=False, verbose_name="có hình thu nhỏ"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("ready", "Đã kiểm tra"),
                            ("quarantined", "Chờ quét mã độc"),
                            ("infected", "Có mã độc, đã gỡ bỏ"),
                        ],
                        max_length=12,
                        verbose_name="trạng thái",
                    ),
                ),
                (
                    "scan_after",
                    models.DateTimeField(blank=True, null=True, verbose_name="quét lại sau"),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="nhận lúc")),
            ],
            options={
                "verbose_name": "tệp trong kho",
                "verbose_name_plural": "tệp trong kho",
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "quarantined")),
                        fields=["scan_after"],
                        name="files_to_scan_again",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("scan_after__isnull", False), ("state", "quarantined")),
                            models.Q(
                                models.Q(("state", "quarantined"), _negated=True),
                                ("scan_after__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="quarantine_alone_waits_for_a_scan",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Attachment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "key",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, unique=True, verbose_name="mã"
                    ),
                ),
                ("owner_id", models.PositiveBigIntegerField(null=True, verbose_name="mã hồ sơ")),
                (
                    "draft_token",
                    models.CharField(blank=True, max_length=64, verbose_name="mã bản nháp"),
                ),
                ("name", models.CharField(max_length=150, verbose_name="tên tệp")),
                ("purpose", models.CharField(blank=True, max_length=40, verbose_name="dùng làm")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="gửi lúc")),
                (
                    "owner_type",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="contenttypes.contenttype",
                        verbose_name="loại hồ sơ",
                    ),
                ),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người gửi",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attachments",
                        to="core.storedfile",
                        verbose_name="tệp",
                    ),
                ),
            ],
            options={
                "verbose_name": "tệp đính kèm",
                "verbose_name_plural": "tệp đính kèm",
                "ordering": ["id"],
                "indexes": [
                    models.Index(
                        fields=["owner_type", "owner_id", "id"], name="attachments_by_owner"
                    ),
                    models.Index(
                        condition=models.Q(("draft_token", ""), _negated=True),
                        fields=["draft_token"],
                        name="attachments_by_draft",
                    ),
                    models.Index(
                        condition=models.Q(("owner_type__isnull", True)),
                        fields=["created_at"],
                        name="attachments_unclaimed",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("owner_id__isnull", False), ("owner_type__isnull", False)),
                            models.Q(
                                ("owner_id__isnull", True),
                                ("owner_type__isnull", True),
                                models.Q(("draft_token", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="an_attachment_has_an_owner_or_a_draft",
                    )
                ],
            },
        ),
    ]
