import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0016_clocks_by_their_end"),
        ("members", "0012_news_marks"),
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
                ("drafted_at", models.DateTimeField(verbose_name="soạn lúc")),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "Chờ ký"), ("sent", "Đã gửi"), ("dropped", "Không gửi")],
                        default="draft",
                        max_length=10,
                        verbose_name="trạng thái",
                    ),
                ),
                ("settled_at", models.DateTimeField(null=True, verbose_name="gửi hoặc bỏ lúc")),
                (
                    "reason",
                    models.CharField(blank=True, max_length=300, verbose_name="vì sao không gửi"),
                ),
                (
                    "paper",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.paper",
                    ),
                ),
                (
                    "settled_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "site",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="letters",
                        to="members.membersite",
                    ),
                ),
            ],
            options={
                "verbose_name": "công văn nhắc website",
                "verbose_name_plural": "công văn nhắc website",
                "ordering": ["-drafted_at"],
            },
        ),
        migrations.CreateModel(
            name="Escalation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "step",
                    models.PositiveSmallIntegerField(
                        choices=[(1, "Công văn gửi đơn vị"), (2, "Đưa vào báo cáo định kỳ")],
                        verbose_name="bước",
                    ),
                ),
                ("reached_at", models.DateTimeField(verbose_name="lúc")),
                (
                    "incident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="escalations",
                        to="members.incident",
                    ),
                ),
                (
                    "letter",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="escalations",
                        to="members.letter",
                    ),
                ),
            ],
            options={
                "verbose_name": "bước sau nhắc nhở",
                "verbose_name_plural": "bước sau nhắc nhở",
            },
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "draft")),
                fields=("site",),
                name="one_letter_waits_at_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "sent"), _negated=True),
                    ("paper__isnull", False),
                    _connector="OR",
                ),
                name="sent_letter_has_its_paper",
            ),
        ),
        migrations.AddConstraint(
            model_name="escalation",
            constraint=models.UniqueConstraint(
                fields=("incident", "step"), name="incident_comes_to_a_step_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="escalation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("letter__isnull", False), ("step", 1)),
                    models.Q(("letter__isnull", True), ("step", 2)),
                    _connector="OR",
                ),
                name="step_of_a_letter_names_it",
            ),
        ),
    ]
