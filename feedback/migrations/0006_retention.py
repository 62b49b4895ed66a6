import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import cityweb.core.sealed


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0012_denunciation_readers"),
        ("feedback", "0005_incoming_mail"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="LegalHold",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reason", models.CharField(max_length=300, verbose_name="lý do")),
                ("at", models.DateTimeField(verbose_name="lúc")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "submission",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="hold",
                        to="feedback.submission",
                    ),
                ),
            ],
            options={
                "verbose_name": "lệnh giữ hồ sơ",
                "verbose_name_plural": "lệnh giữ hồ sơ",
            },
        ),
        migrations.CreateModel(
            name="RetentionPolicy",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "months",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Để trống: chưa xác định, không làm gì.",
                        null=True,
                        verbose_name="số tháng sau khi kết thúc",
                    ),
                ),
                (
                    "action",
                    models.CharField(
                        choices=[
                            ("anonymise", "Xóa dữ liệu cá nhân, giữ hồ sơ"),
                            ("delete", "Xóa toàn bộ hồ sơ"),
                        ],
                        default="anonymise",
                        max_length=10,
                        verbose_name="khi hết thời hạn",
                    ),
                ),
                ("basis", models.CharField(max_length=300, verbose_name="căn cứ")),
                ("is_active", models.BooleanField(default=False, verbose_name="đang áp dụng")),
                (
                    "category",
                    models.ForeignKey(
                        blank=True,
                        help_text="Để trống: mọi lĩnh vực của hộp thư không có chính sách riêng.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="feedback.category",
                        verbose_name="lĩnh vực",
                    ),
                ),
                (
                    "mailbox",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="retention",
                        to="feedback.mailbox",
                        verbose_name="hộp thư",
                    ),
                ),
            ],
            options={
                "verbose_name": "chính sách lưu giữ",
                "verbose_name_plural": "chính sách lưu giữ",
                "ordering": ["mailbox", "category"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("mailbox", "category"),
                        name="one_retention_policy_a_category",
                        nulls_distinct=False,
                        violation_error_message="Hộp thư và lĩnh vực này đã có chính sách.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("months__isnull", True), ("months__gte", 1), _connector="OR"
                        ),
                        name="retention_lasts_a_month_at_least",
                        violation_error_message="Thời hạn ít nhất là một tháng.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Erasure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.CharField(max_length=64, verbose_name="dấu của mã")),
                (
                    "action",
                    models.CharField(
                        choices=[
                            ("anonymise", "Xóa dữ liệu cá nhân, giữ hồ sơ"),
                            ("delete", "Xóa toàn bộ hồ sơ"),
                        ],
                        max_length=10,
                        verbose_name="đã làm",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="lúc")),
                (
                    "policy",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="feedback.retentionpolicy",
                        verbose_name="theo chính sách",
                    ),
                ),
            ],
            options={
                "verbose_name": "lần xóa",
                "verbose_name_plural": "sổ xóa",
                "ordering": ["at", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("digest", "action"), name="one_erasure_a_deed")
                ],
            },
        ),
        migrations.CreateModel(
            name="DataSubjectRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("access", "Cung cấp dữ liệu"),
                            ("rectify", "Chỉnh sửa dữ liệu"),
                            ("delete", "Xóa dữ liệu"),
                            ("restrict", "Hạn chế xử lý"),
                            ("withdraw", "Rút lại sự đồng ý"),
                            ("object", "Phản đối xử lý"),
                        ],
                        max_length=10,
                        verbose_name="yêu cầu",
                    ),
                ),
                (
                    "text",
                    cityweb.core.sealed.EncryptedTextField(
                        blank=True, verbose_name="nội dung yêu cầu"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Chờ quyết định"),
                            ("granted", "Đã chấp thuận"),
                            ("refused", "Từ chối, có lý do"),
                        ],
                        default="waiting",
                        max_length=10,
                        verbose_name="trạng thái",
                    ),
                ),
                ("received_at", models.DateTimeField(verbose_name="nhận lúc")),
                (
                    "decided_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="quyết định lúc"),
                ),
                (
                    "answer",
                    cityweb.core.sealed.EncryptedTextField(
                        blank=True, verbose_name="trả lời người yêu cầu"
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "submission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="data_requests",
                        to="feedback.submission",
                    ),
                ),
            ],
            options={
                "verbose_name": "yêu cầu về dữ liệu cá nhân",
                "verbose_name_plural": "yêu cầu về dữ liệu cá nhân",
                "ordering": ["received_at", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "waiting")),
                        fields=("submission", "kind"),
                        name="one_waiting_data_request_a_kind",
                    )
                ],
            },
        ),
    ]
