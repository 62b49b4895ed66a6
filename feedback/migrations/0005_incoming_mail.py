import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import cityweb.core.sealed


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0012_denunciation_readers"),
        ("feedback", "0004_publishing"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Letter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("mail_id", models.CharField(blank=True, max_length=250, verbose_name="mã thư")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("threaded", "Đã vào hồ sơ"),
                            ("held", "Chờ người xem"),
                            ("bounced", "Thư của ta bị trả lại"),
                            ("automatic", "Trả lời tự động"),
                            ("taken_in", "Đã lập ý kiến mới"),
                            ("discarded", "Đã bỏ, có lý do"),
                        ],
                        max_length=10,
                        verbose_name="trạng thái",
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="lý do")),
                (
                    "sender",
                    cityweb.core.sealed.EncryptedTextField(blank=True, verbose_name="người gửi"),
                ),
                (
                    "subject",
                    cityweb.core.sealed.EncryptedTextField(blank=True, verbose_name="tiêu đề"),
                ),
                ("received_at", models.DateTimeField(verbose_name="nhận lúc")),
                (
                    "decided_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="xử lý lúc"),
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
                    "message",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="letter",
                        to="feedback.message",
                    ),
                ),
                (
                    "raw",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.rawmail",
                        verbose_name="thư gốc",
                    ),
                ),
                (
                    "submission",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="letters",
                        to="feedback.submission",
                        verbose_name="ý kiến",
                    ),
                ),
            ],
            options={
                "verbose_name": "thư đến hộp thư góp ý",
                "verbose_name_plural": "thư đến hộp thư góp ý",
                "ordering": ["-received_at", "-id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "held")),
                        fields=["-received_at", "-id"],
                        name="letter_held",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("mail_id", ""), _negated=True),
                        fields=("mail_id",),
                        name="one_letter_a_message_id",
                    )
                ],
            },
        ),
    ]
