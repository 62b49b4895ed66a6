"""What is fined, violations with explanation, sanction, remedies and payments."""

import django.contrib.postgres.fields
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from cityweb.core import triggers


class Migration(migrations.Migration):
    dependencies = [
        ("advertising", "0005_one_interaction"),
        ("core", "0016_clocks_by_their_end"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Explanation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("written", "Bằng văn bản"),
                            ("hearing", "Trực tiếp"),
                            ("waived", "Không giải trình"),
                        ],
                        max_length=10,
                        verbose_name="cách giải trình",
                    ),
                ),
                ("received_on", models.DateField(verbose_name="ngày nhận, ngày làm việc")),
                ("words", models.TextField(blank=True, verbose_name="nội dung")),
                ("assessment", models.TextField(blank=True, verbose_name="ý kiến của đoàn")),
                ("at", models.DateTimeField(verbose_name="ghi lúc")),
            ],
            options={
                "verbose_name": "giải trình",
                "verbose_name_plural": "giải trình",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Factor",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=40, unique=True, verbose_name="mã")),
                (
                    "kind",
                    models.CharField(
                        choices=[("mitigating", "Giảm nhẹ"), ("aggravating", "Tăng nặng")],
                        max_length=12,
                        verbose_name="loại",
                    ),
                ),
                ("text", models.CharField(max_length=250, verbose_name="tình tiết")),
                ("citation", models.CharField(max_length=250, verbose_name="căn cứ")),
                (
                    "confidence",
                    models.CharField(
                        choices=[
                            ("SEEN-P", "Đã đọc trong văn bản gốc"),
                            ("SEEN-S", "Đọc qua nguồn thứ cấp"),
                            ("KNOWN", "Hiểu biết chung, chưa đối chiếu"),
                            ("UNSURE", "Chưa chắc chắn"),
                        ],
                        max_length=10,
                        verbose_name="độ tin cậy",
                    ),
                ),
                (
                    "is_repeat",
                    models.BooleanField(default=False, verbose_name="là tình tiết tái phạm"),
                ),
                ("position", models.PositiveSmallIntegerField(default=100, verbose_name="thứ tự")),
            ],
            options={
                "verbose_name": "tình tiết",
                "verbose_name_plural": "tình tiết giảm nhẹ, tăng nặng",
                "ordering": ["-kind", "position"],
            },
        ),
        migrations.CreateModel(
            name="FactorEvent",
            fields=[
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "pgh_created_at",
                    models.DateTimeField(
                        auto_now_add=True, db_index=True, verbose_name="thời điểm"
                    ),
                ),
                (
                    "row_digest",
                    models.CharField(editable=False, max_length=64, verbose_name="dấu kiểm"),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "code",
                    models.SlugField(db_index=False, max_length=40, null=True, verbose_name="mã"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("mitigating", "Giảm nhẹ"), ("aggravating", "Tăng nặng")],
                        max_length=12,
                        null=True,
                        verbose_name="loại",
                    ),
                ),
                ("text", models.CharField(max_length=250, null=True, verbose_name="tình tiết")),
                ("citation", models.CharField(max_length=250, null=True, verbose_name="căn cứ")),
                (
                    "confidence",
                    models.CharField(
                        choices=[
                            ("SEEN-P", "Đã đọc trong văn bản gốc"),
                            ("SEEN-S", "Đọc qua nguồn thứ cấp"),
                            ("KNOWN", "Hiểu biết chung, chưa đối chiếu"),
                            ("UNSURE", "Chưa chắc chắn"),
                        ],
                        max_length=10,
                        null=True,
                        verbose_name="độ tin cậy",
                    ),
                ),
                ("is_repeat", models.BooleanField(null=True, verbose_name="là tình tiết tái phạm")),
                ("position", models.PositiveSmallIntegerField(null=True, verbose_name="thứ tự")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Payment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("paid_on", models.DateField(verbose_name="ngày nộp")),
                ("amount_vnd", models.BigIntegerField(verbose_name="số tiền (đồng)")),
                ("receipt", models.CharField(max_length=100, verbose_name="số biên lai, chứng từ")),
                ("at", models.DateTimeField(verbose_name="ghi lúc")),
            ],
            options={
                "verbose_name": "lần nộp phạt",
                "verbose_name_plural": "lần nộp phạt",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Penalty",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=20, unique=True, verbose_name="mã")),
                ("text", models.TextField(verbose_name="hành vi")),
                ("citation", models.CharField(max_length=250, verbose_name="căn cứ")),
                (
                    "rule_code",
                    models.CharField(max_length=80, verbose_name="mã quy tắc của khung phạt"),
                ),
                (
                    "regime",
                    models.CharField(
                        help_text="Thẩm quyền và cách nhân mức phạt theo nghị định này.",
                        max_length=20,
                        verbose_name="nghị định",
                    ),
                ),
                (
                    "remedies",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="biện pháp khắc phục, hình thức bổ sung",
                    ),
                ),
                (
                    "rivals",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20),
                        blank=True,
                        default=list,
                        help_text="Khi chọn một trong các hành vi này, người lập biên bản ghi vì sao.",
                        size=None,
                        verbose_name="mã hành vi cùng phù hợp",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=100, verbose_name="thứ tự")),
            ],
            options={
                "verbose_name": "hành vi bị phạt",
                "verbose_name_plural": "hành vi bị phạt",
                "ordering": ["position", "code"],
            },
        ),
        migrations.CreateModel(
            name="PenaltyEvent",
            fields=[
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "pgh_created_at",
                    models.DateTimeField(
                        auto_now_add=True, db_index=True, verbose_name="thời điểm"
                    ),
                ),
                (
                    "row_digest",
                    models.CharField(editable=False, max_length=64, verbose_name="dấu kiểm"),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("code", models.CharField(max_length=20, null=True, verbose_name="mã")),
                ("text", models.TextField(null=True, verbose_name="hành vi")),
                ("citation", models.CharField(max_length=250, null=True, verbose_name="căn cứ")),
                (
                    "rule_code",
                    models.CharField(
                        max_length=80, null=True, verbose_name="mã quy tắc của khung phạt"
                    ),
                ),
                (
                    "regime",
                    models.CharField(
                        help_text="Thẩm quyền và cách nhân mức phạt theo nghị định này.",
                        max_length=20,
                        null=True,
                        verbose_name="nghị định",
                    ),
                ),
                (
                    "remedies",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        null=True,
                        size=None,
                        verbose_name="biện pháp khắc phục, hình thức bổ sung",
                    ),
                ),
                (
                    "rivals",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20),
                        blank=True,
                        help_text="Khi chọn một trong các hành vi này, người lập biên bản ghi vì sao.",
                        null=True,
                        size=None,
                        verbose_name="mã hành vi cùng phù hợp",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(null=True, verbose_name="thứ tự")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Remedy",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.CharField(max_length=300, verbose_name="biện pháp")),
                ("due_on", models.DateField(null=True, verbose_name="thực hiện trước ngày")),
                ("done_on", models.DateField(null=True, verbose_name="thực hiện ngày")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="ghi chú")),
            ],
            options={
                "verbose_name": "biện pháp khắc phục",
                "verbose_name_plural": "biện pháp khắc phục",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="RemedyEvent",
            fields=[
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "pgh_created_at",
                    models.DateTimeField(
                        auto_now_add=True, db_index=True, verbose_name="thời điểm"
                    ),
                ),
                (
                    "row_digest",
                    models.CharField(editable=False, max_length=64, verbose_name="dấu kiểm"),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("text", models.CharField(max_length=300, null=True, verbose_name="biện pháp")),
                ("due_on", models.DateField(null=True, verbose_name="thực hiện trước ngày")),
                ("done_on", models.DateField(null=True, verbose_name="thực hiện ngày")),
                (
                    "note",
                    models.CharField(blank=True, max_length=300, null=True, verbose_name="ghi chú"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Sanction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("low_vnd", models.PositiveBigIntegerField(verbose_name="mức thấp nhất")),
                ("high_vnd", models.PositiveBigIntegerField(verbose_name="mức cao nhất")),
                (
                    "bracket_source",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="nguồn của khung phạt"
                    ),
                ),
                ("amount_vnd", models.PositiveBigIntegerField(verbose_name="mức phạt (đồng)")),
                (
                    "proposed_vnd",
                    models.PositiveBigIntegerField(verbose_name="mức do hệ thống tính"),
                ),
                ("why_amount", models.TextField(blank=True, verbose_name="vì sao khác mức tính")),
                ("authority", models.CharField(max_length=200, verbose_name="người có thẩm quyền")),
                (
                    "authority_source",
                    models.CharField(max_length=300, verbose_name="căn cứ thẩm quyền"),
                ),
                ("lines", models.JSONField(default=list, verbose_name="cách tính")),
                (
                    "review_words",
                    models.TextField(blank=True, verbose_name="ý kiến thẩm định pháp lý"),
                ),
                ("issued_on", models.DateField(null=True, verbose_name="ngày quyết định")),
            ],
            options={
                "verbose_name": "quyết định xử phạt",
                "verbose_name_plural": "quyết định xử phạt",
            },
        ),
        migrations.CreateModel(
            name="SanctionEvent",
            fields=[
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "pgh_created_at",
                    models.DateTimeField(
                        auto_now_add=True, db_index=True, verbose_name="thời điểm"
                    ),
                ),
                (
                    "row_digest",
                    models.CharField(editable=False, max_length=64, verbose_name="dấu kiểm"),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "low_vnd",
                    models.PositiveBigIntegerField(null=True, verbose_name="mức thấp nhất"),
                ),
                (
                    "high_vnd",
                    models.PositiveBigIntegerField(null=True, verbose_name="mức cao nhất"),
                ),
                (
                    "bracket_source",
                    models.CharField(
                        blank=True, max_length=300, null=True, verbose_name="nguồn của khung phạt"
                    ),
                ),
                (
                    "amount_vnd",
                    models.PositiveBigIntegerField(null=True, verbose_name="mức phạt (đồng)"),
                ),
                (
                    "proposed_vnd",
                    models.PositiveBigIntegerField(null=True, verbose_name="mức do hệ thống tính"),
                ),
                (
                    "why_amount",
                    models.TextField(blank=True, null=True, verbose_name="vì sao khác mức tính"),
                ),
                (
                    "authority",
                    models.CharField(max_length=200, null=True, verbose_name="người có thẩm quyền"),
                ),
                (
                    "authority_source",
                    models.CharField(max_length=300, null=True, verbose_name="căn cứ thẩm quyền"),
                ),
                ("lines", models.JSONField(null=True, verbose_name="cách tính")),
                (
                    "review_words",
                    models.TextField(
                        blank=True, null=True, verbose_name="ý kiến thẩm định pháp lý"
                    ),
                ),
                ("issued_on", models.DateField(null=True, verbose_name="ngày quyết định")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Violation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "why_penalty",
                    models.TextField(blank=True, verbose_name="vì sao chọn hành vi này"),
                ),
                ("description", models.TextField(verbose_name="mô tả hành vi")),
                (
                    "committed_on",
                    models.DateField(
                        verbose_name="ngày chấm dứt hành vi, hoặc ngày phát hiện nếu còn tiếp diễn"
                    ),
                ),
                (
                    "is_ongoing",
                    models.BooleanField(default=False, verbose_name="còn tiếp diễn khi phát hiện"),
                ),
                (
                    "evaded_on",
                    models.DateField(null=True, verbose_name="ngày chấm dứt việc trốn tránh"),
                ),
                (
                    "standing",
                    models.CharField(
                        choices=[
                            ("writing", "Đang lập biên bản"),
                            ("recorded", "Đã lập biên bản"),
                            ("drafted", "Có dự thảo xử phạt"),
                            ("reviewed", "Đã thẩm định, chờ ký"),
                            ("issued", "Đã ra quyết định"),
                            ("served", "Đã giao, đang thi hành"),
                            ("overdue", "Quá hạn thi hành"),
                            ("complied", "Đã thi hành xong"),
                            ("enforced", "Đã cưỡng chế xong"),
                            ("cancelled", "Đã hủy"),
                            ("transferred", "Đã chuyển cơ quan khác"),
                            ("lapsed", "Hết thời hiệu"),
                        ],
                        default="writing",
                        max_length=12,
                        verbose_name="trạng thái",
                    ),
                ),
                ("created_at", models.DateTimeField(verbose_name="lập lúc")),
                ("may_explain", models.BooleanField(null=True, verbose_name="có quyền giải trình")),
                ("sent_back", models.TextField(blank=True, verbose_name="lý do trả lại")),
                ("served_on", models.DateField(null=True, verbose_name="ngày giao quyết định")),
                (
                    "served_how",
                    models.CharField(
                        blank=True, max_length=250, verbose_name="cách giao, người nhận"
                    ),
                ),
                ("ended_at", models.DateTimeField(null=True, verbose_name="kết thúc lúc")),
            ],
            options={
                "verbose_name": "vụ vi phạm",
                "verbose_name_plural": "vụ vi phạm",
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="ViolationEvent",
            fields=[
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "pgh_created_at",
                    models.DateTimeField(
                        auto_now_add=True, db_index=True, verbose_name="thời điểm"
                    ),
                ),
                (
                    "row_digest",
                    models.CharField(editable=False, max_length=64, verbose_name="dấu kiểm"),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "why_penalty",
                    models.TextField(blank=True, null=True, verbose_name="vì sao chọn hành vi này"),
                ),
                ("description", models.TextField(null=True, verbose_name="mô tả hành vi")),
                (
                    "committed_on",
                    models.DateField(
                        null=True,
                        verbose_name="ngày chấm dứt hành vi, hoặc ngày phát hiện nếu còn tiếp diễn",
                    ),
                ),
                (
                    "is_ongoing",
                    models.BooleanField(null=True, verbose_name="còn tiếp diễn khi phát hiện"),
                ),
                (
                    "evaded_on",
                    models.DateField(null=True, verbose_name="ngày chấm dứt việc trốn tránh"),
                ),
                (
                    "standing",
                    models.CharField(
                        choices=[
                            ("writing", "Đang lập biên bản"),
                            ("recorded", "Đã lập biên bản"),
                            ("drafted", "Có dự thảo xử phạt"),
                            ("reviewed", "Đã thẩm định, chờ ký"),
                            ("issued", "Đã ra quyết định"),
                            ("served", "Đã giao, đang thi hành"),
                            ("overdue", "Quá hạn thi hành"),
                            ("complied", "Đã thi hành xong"),
                            ("enforced", "Đã cưỡng chế xong"),
                            ("cancelled", "Đã hủy"),
                            ("transferred", "Đã chuyển cơ quan khác"),
                            ("lapsed", "Hết thời hiệu"),
                        ],
                        max_length=12,
                        null=True,
                        verbose_name="trạng thái",
                    ),
                ),
                ("created_at", models.DateTimeField(null=True, verbose_name="lập lúc")),
                ("may_explain", models.BooleanField(null=True, verbose_name="có quyền giải trình")),
                (
                    "sent_back",
                    models.TextField(blank=True, null=True, verbose_name="lý do trả lại"),
                ),
                ("served_on", models.DateField(null=True, verbose_name="ngày giao quyết định")),
                (
                    "served_how",
                    models.CharField(
                        blank=True, max_length=250, null=True, verbose_name="cách giao, người nhận"
                    ),
                ),
                ("ended_at", models.DateTimeField(null=True, verbose_name="kết thúc lúc")),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="finding",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="finding",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="finding",
            name="delete_delete",
        ),
        triggers.AddTrigger(
            model_name="finding",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "advertising_findingevent" ("article", "at", "by_id", "id", "inspection_id", "item_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "result", "rule_id", "seen_on", "violation_id") VALUES (NEW."article", NEW."at", NEW."by_id", NEW."id", NEW."inspection_id", NEW."item_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."result", NEW."rule_id", NEW."seen_on", NEW."violation_id"); RETURN NULL;',
                    hash="5de883f0acfecd5c18ea00b2052f7a97f6bc0dbd",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_fc3b9",
                    table="advertising_finding",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="finding",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "advertising_findingevent" ("article", "at", "by_id", "id", "inspection_id", "item_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "result", "rule_id", "seen_on", "violation_id") VALUES (NEW."article", NEW."at", NEW."by_id", NEW."id", NEW."inspection_id", NEW."item_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."result", NEW."rule_id", NEW."seen_on", NEW."violation_id"); RETURN NULL;',
                    hash="3dae9ce34decff58083220b39fc3c20bcb4cca0a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6ca05",
                    table="advertising_finding",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="finding",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "advertising_findingevent" ("article", "at", "by_id", "id", "inspection_id", "item_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "result", "rule_id", "seen_on", "violation_id") VALUES (OLD."article", OLD."at", OLD."by_id", OLD."id", OLD."inspection_id", OLD."item_id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."result", OLD."rule_id", OLD."seen_on", OLD."violation_id"); RETURN NULL;',
                    hash="791589c930b8806f1d5f8b2921b21312ca909723",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c99a2",
                    table="advertising_finding",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="explanation",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        triggers.AddTrigger(
            model_name="factor",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "advertising_factorevent" ("citation", "code", "confidence", "id", "is_repeat", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "text") VALUES (NEW."citation", NEW."code", NEW."confidence", NEW."id", NEW."is_repeat", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."text"); RETURN NULL;',
                    hash="31240dc93e486e7cc2f6296abc151101057e788d",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_22234",
                    table="advertising_factor",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="factor",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "advertising_factorevent" ("citation", "code", "confidence", "id", "is_repeat", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "text") VALUES (NEW."citation", NEW."code", NEW."confidence", NEW."id", NEW."is_repeat", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."text"); RETURN NULL;',
                    hash="3dd3a1746dcebc305e2d12b7f7fc7262b4818d8d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ca0d8",
                    table="advertising_factor",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="factor",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "advertising_factorevent" ("citation", "code", "confidence", "id", "is_repeat", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "text") VALUES (OLD."citation", OLD."code", OLD."confidence", OLD."id", OLD."is_repeat", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."text"); RETURN NULL;',
                    hash="34628dcdb879d50418e3a57fa9954bb4728d0857",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a46d9",
                    table="advertising_factor",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="factorevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="advertising.factor",
            ),
        ),
        migrations.AddField(
            model_name="payment",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        triggers.AddTrigger(
            model_name="penalty",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "advertising_penaltyevent" ("citation", "code", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "regime", "remedies", "rivals", "rule_code", "text") VALUES (NEW."citation", NEW."code", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."regime", NEW."remedies", NEW."rivals", NEW."rule_code", NEW."text"); RETURN NULL;',
                    hash="52099165e3a56d44fa8f5610d6ec895777d95568",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_18b46",
                    table="advertising_penalty",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="penalty",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "advertising_penaltyevent" ("citation", "code", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "regime", "remedies", "rivals", "rule_code", "text") VALUES (NEW."citation", NEW."code", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."regime", NEW."remedies", NEW."rivals", NEW."rule_code", NEW."text"); RETURN NULL;',
                    hash="f00637451f409f3ec62b6cd221373d4253c1b0c5",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_28e8e",
                    table="advertising_penalty",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="penalty",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "advertising_penaltyevent" ("citation", "code", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "regime", "remedies", "rivals", "rule_code", "text") VALUES (OLD."citation", OLD."code", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."regime", OLD."remedies", OLD."rivals", OLD."rule_code", OLD."text"); RETURN NULL;',
                    hash="455a81c7a32b60403d1cd28a795d3c8092855e96",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_57125",
                    table="advertising_penalty",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="penaltyevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="advertising.penalty",
            ),
        ),
        migrations.AddField(
            model_name="remedy",
            name="proof",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="advertising.evidenceitem",
                verbose_name="chứng cứ",
            ),
        ),
        migrations.AddField(
            model_name="remedyevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="advertising.remedy",
            ),
        ),
        migrations.AddField(
            model_name="remedyevent",
            name="proof",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="advertising.evidenceitem",
                verbose_name="chứng cứ",
            ),
        ),
        migrations.AddField(
            model_name="sanction",
            name="drafted_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="sanction",
            name="factors",
            field=models.ManyToManyField(
                related_name="+", to="advertising.factor", verbose_name="tình tiết"
            ),
        ),
        migrations.AddField(
            model_name="sanction",
            name="issued_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="sanction",
            name="paper",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="core.paper",
            ),
        ),
        migrations.AddField(
            model_name="sanction",
            name="reviewed_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="sanctionevent",
            name="drafted_by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="sanctionevent",
            name="issued_by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="sanctionevent",
            name="paper",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="core.paper",
            ),
        ),
        migrations.AddField(
            model_name="sanctionevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="advertising.sanction",
            ),
        ),
        migrations.AddField(
            model_name="sanctionevent",
            name="reviewed_by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="violation",
            name="created_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="violation",
            name="inspection",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="violations",
                to="advertising.inspection",
            ),
        ),
        migrations.AddField(
            model_name="violation",
            name="minutes",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="core.paper",
            ),
        ),
        migrations.AddField(
            model_name="violation",
            name="offender",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="violations",
                to="advertising.party",
                verbose_name="người vi phạm",
            ),
        ),
        migrations.AddField(
            model_name="violation",
            name="penalty",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="violations",
                to="advertising.penalty",
                verbose_name="hành vi",
            ),
        ),
        migrations.AddField(
            model_name="violation",
            name="rule",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="core.legalrule",
                verbose_name="khung phạt",
            ),
        ),
        migrations.AddField(
            model_name="violation",
            name="site",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="violations",
                to="advertising.adsite",
                verbose_name="website",
            ),
        ),
        migrations.AddField(
            model_name="sanctionevent",
            name="violation",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="advertising.violation",
            ),
        ),
        migrations.AddField(
            model_name="sanction",
            name="violation",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="sanction",
                to="advertising.violation",
            ),
        ),
        migrations.AddField(
            model_name="remedyevent",
            name="violation",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="advertising.violation",
            ),
        ),
        migrations.AddField(
            model_name="remedy",
            name="violation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="remedies",
                to="advertising.violation",
            ),
        ),
        migrations.AddField(
            model_name="payment",
            name="violation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="payments",
                to="advertising.violation",
            ),
        ),
        migrations.AddField(
            model_name="explanation",
            name="violation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="explanations",
                to="advertising.violation",
            ),
        ),
        migrations.AddField(
            model_name="finding",
            name="violation",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="findings",
                to="advertising.violation",
                verbose_name="vụ vi phạm",
            ),
        ),
        migrations.AddField(
            model_name="findingevent",
            name="violation",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="advertising.violation",
                verbose_name="vụ vi phạm",
            ),
        ),
        migrations.AddField(
            model_name="violationevent",
            name="created_by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="violationevent",
            name="inspection",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="advertising.inspection",
            ),
        ),
        migrations.AddField(
            model_name="violationevent",
            name="minutes",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="core.paper",
            ),
        ),
        migrations.AddField(
            model_name="violationevent",
            name="offender",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="advertising.party",
                verbose_name="người vi phạm",
            ),
        ),
        migrations.AddField(
            model_name="violationevent",
            name="penalty",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="advertising.penalty",
                verbose_name="hành vi",
            ),
        ),
        migrations.AddField(
            model_name="violationevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="advertising.violation",
            ),
        ),
        migrations.AddField(
            model_name="violationevent",
            name="rule",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="core.legalrule",
                verbose_name="khung phạt",
            ),
        ),
        migrations.AddField(
            model_name="violationevent",
            name="site",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="advertising.adsite",
                verbose_name="website",
            ),
        ),
        triggers.AddTrigger(
            model_name="factorevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="9db424a021a3f60bac558ab514499ed63406faf4",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_f0ed7",
                    table="advertising_factorevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="factorevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="6903ffc336fefad90ea644be3ac61ec80890bf43",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_2f364",
                    table="advertising_factorevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="factorevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="1c9f9195e369a89f1114f1a0da8938f08c5d234f",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_4d969",
                    table="advertising_factorevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="penaltyevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="39a0179384eb50b62265aa96938d2c31362b0d30",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_c750e",
                    table="advertising_penaltyevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="penaltyevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="1db545bc12820e11221b93b510604d30ff7e656a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_c3a23",
                    table="advertising_penaltyevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="penaltyevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="24cb9bf031703f1cd2a8598a8000689153b4052b",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_77e3b",
                    table="advertising_penaltyevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="violation",
            index=models.Index(fields=["-created_at", "-id"], name="violations_newest"),
        ),
        migrations.AddIndex(
            model_name="violation",
            index=models.Index(fields=["standing", "-created_at"], name="violations_in_standing"),
        ),
        migrations.AddConstraint(
            model_name="violation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("standing__in", ["writing", "cancelled"]),
                    ("minutes__isnull", False),
                    _connector="OR",
                ),
                name="a_violation_stands_in_minutes",
            ),
        ),
        migrations.AddConstraint(
            model_name="violation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("standing__in", ["served", "complied", "overdue", "enforced"]),
                        _negated=True,
                    ),
                    ("served_on__isnull", False),
                    _connector="OR",
                ),
                name="what_is_due_was_served",
            ),
        ),
        triggers.AddTrigger(
            model_name="violation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "advertising_violationevent" ("committed_on", "created_at", "created_by_id", "description", "ended_at", "evaded_on", "id", "inspection_id", "is_ongoing", "may_explain", "minutes_id", "offender_id", "penalty_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rule_id", "sent_back", "served_how", "served_on", "site_id", "standing", "why_penalty") VALUES (NEW."committed_on", NEW."created_at", NEW."created_by_id", NEW."description", NEW."ended_at", NEW."evaded_on", NEW."id", NEW."inspection_id", NEW."is_ongoing", NEW."may_explain", NEW."minutes_id", NEW."offender_id", NEW."penalty_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."rule_id", NEW."sent_back", NEW."served_how", NEW."served_on", NEW."site_id", NEW."standing", NEW."why_penalty"); RETURN NULL;',
                    hash="31ae37b94136d5e6a6516dcdcb359c489fa4d441",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c713e",
                    table="advertising_violation",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="violation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "advertising_violationevent" ("committed_on", "created_at", "created_by_id", "description", "ended_at", "evaded_on", "id", "inspection_id", "is_ongoing", "may_explain", "minutes_id", "offender_id", "penalty_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rule_id", "sent_back", "served_how", "served_on", "site_id", "standing", "why_penalty") VALUES (NEW."committed_on", NEW."created_at", NEW."created_by_id", NEW."description", NEW."ended_at", NEW."evaded_on", NEW."id", NEW."inspection_id", NEW."is_ongoing", NEW."may_explain", NEW."minutes_id", NEW."offender_id", NEW."penalty_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."rule_id", NEW."sent_back", NEW."served_how", NEW."served_on", NEW."site_id", NEW."standing", NEW."why_penalty"); RETURN NULL;',
                    hash="0cbec3cbbd4a1e4ed5483546fac21f477c1568ba",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e98e5",
                    table="advertising_violation",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="violation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "advertising_violationevent" ("committed_on", "created_at", "created_by_id", "description", "ended_at", "evaded_on", "id", "inspection_id", "is_ongoing", "may_explain", "minutes_id", "offender_id", "penalty_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rule_id", "sent_back", "served_how", "served_on", "site_id", "standing", "why_penalty") VALUES (OLD."committed_on", OLD."created_at", OLD."created_by_id", OLD."description", OLD."ended_at", OLD."evaded_on", OLD."id", OLD."inspection_id", OLD."is_ongoing", OLD."may_explain", OLD."minutes_id", OLD."offender_id", OLD."penalty_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."rule_id", OLD."sent_back", OLD."served_how", OLD."served_on", OLD."site_id", OLD."standing", OLD."why_penalty"); RETURN NULL;',
                    hash="ef8a9db6ffa13e6384b4ee32e13f3e474c25cf0d",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9358d",
                    table="advertising_violation",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="sanctionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="895d547df789c393fd5f6997680af79565e5dfe3",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_59021",
                    table="advertising_sanctionevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="sanctionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="74a79f042b12fd640aaf3ec43f65120dd945c1eb",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_85525",
                    table="advertising_sanctionevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="sanctionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="1473f92f013d035f0b4f2133806d73074d939222",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_dae8d",
                    table="advertising_sanctionevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="sanction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("amount_vnd__gte", models.F("low_vnd")),
                    ("amount_vnd__lte", models.F("high_vnd")),
                ),
                name="a_fine_stays_inside_its_bracket",
            ),
        ),
        migrations.AddConstraint(
            model_name="sanction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("amount_vnd", models.F("proposed_vnd")),
                    models.Q(("why_amount", ""), _negated=True),
                    _connector="OR",
                ),
                name="another_amount_has_its_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="sanction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("reviewed_by__isnull", True),
                    models.Q(("reviewed_by", models.F("drafted_by")), _negated=True),
                    _connector="OR",
                ),
                name="nobody_reviews_their_own_sanction",
            ),
        ),
        migrations.AddConstraint(
            model_name="sanction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("issued_by__isnull", True),
                    models.Q(
                        ("reviewed_by__isnull", False),
                        models.Q(("issued_by", models.F("drafted_by")), _negated=True),
                        models.Q(("issued_by", models.F("reviewed_by")), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="who_sanctions_neither_drafted_nor_reviewed",
            ),
        ),
        triggers.AddTrigger(
            model_name="sanction",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "advertising_sanctionevent" ("amount_vnd", "authority", "authority_source", "bracket_source", "drafted_by_id", "high_vnd", "id", "issued_by_id", "issued_on", "lines", "low_vnd", "paper_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_vnd", "review_words", "reviewed_by_id", "violation_id", "why_amount") VALUES (NEW."amount_vnd", NEW."authority", NEW."authority_source", NEW."bracket_source", NEW."drafted_by_id", NEW."high_vnd", NEW."id", NEW."issued_by_id", NEW."issued_on", NEW."lines", NEW."low_vnd", NEW."paper_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."proposed_vnd", NEW."review_words", NEW."reviewed_by_id", NEW."violation_id", NEW."why_amount"); RETURN NULL;',
                    hash="a5f52ed3ae76b581a37d5ded9de9426d75393c88",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_504db",
                    table="advertising_sanction",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="sanction",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "advertising_sanctionevent" ("amount_vnd", "authority", "authority_source", "bracket_source", "drafted_by_id", "high_vnd", "id", "issued_by_id", "issued_on", "lines", "low_vnd", "paper_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_vnd", "review_words", "reviewed_by_id", "violation_id", "why_amount") VALUES (NEW."amount_vnd", NEW."authority", NEW."authority_source", NEW."bracket_source", NEW."drafted_by_id", NEW."high_vnd", NEW."id", NEW."issued_by_id", NEW."issued_on", NEW."lines", NEW."low_vnd", NEW."paper_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."proposed_vnd", NEW."review_words", NEW."reviewed_by_id", NEW."violation_id", NEW."why_amount"); RETURN NULL;',
                    hash="02e5870defb26f508aaac364ed1067ad63a3dedd",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_38a13",
                    table="advertising_sanction",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="sanction",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "advertising_sanctionevent" ("amount_vnd", "authority", "authority_source", "bracket_source", "drafted_by_id", "high_vnd", "id", "issued_by_id", "issued_on", "lines", "low_vnd", "paper_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_vnd", "review_words", "reviewed_by_id", "violation_id", "why_amount") VALUES (OLD."amount_vnd", OLD."authority", OLD."authority_source", OLD."bracket_source", OLD."drafted_by_id", OLD."high_vnd", OLD."id", OLD."issued_by_id", OLD."issued_on", OLD."lines", OLD."low_vnd", OLD."paper_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."proposed_vnd", OLD."review_words", OLD."reviewed_by_id", OLD."violation_id", OLD."why_amount"); RETURN NULL;',
                    hash="5e77805ccdb93f37104de7b258dca2f8e24c6572",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0a6dc",
                    table="advertising_sanction",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="remedyevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="6af0f0afe9ff8ef1d696f6224adea91d7d3030ef",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_d6de3",
                    table="advertising_remedyevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="remedyevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="cdc7c3b728f6e5a7f72a1b37a9f84fb461dfb1d8",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_dd8fd",
                    table="advertising_remedyevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="remedyevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="5292af7f8edb6d6c247e58d84dd54f24e3410e2f",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_78b68",
                    table="advertising_remedyevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="remedy",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("done_on__isnull", True), ("proof__isnull", False), _connector="OR"
                ),
                name="what_is_put_right_is_proven",
            ),
        ),
        triggers.AddTrigger(
            model_name="remedy",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "advertising_remedyevent" ("done_on", "due_on", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proof_id", "text", "violation_id") VALUES (NEW."done_on", NEW."due_on", NEW."id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."proof_id", NEW."text", NEW."violation_id"); RETURN NULL;',
                    hash="de4bc2804990d4fd89b6818e421bfa3c81832bce",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ca3e7",
                    table="advertising_remedy",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="remedy",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "advertising_remedyevent" ("done_on", "due_on", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proof_id", "text", "violation_id") VALUES (NEW."done_on", NEW."due_on", NEW."id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."proof_id", NEW."text", NEW."violation_id"); RETURN NULL;',
                    hash="a9e141470445dca1370b6d02529618451e6152b7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f0541",
                    table="advertising_remedy",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="remedy",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "advertising_remedyevent" ("done_on", "due_on", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proof_id", "text", "violation_id") VALUES (OLD."done_on", OLD."due_on", OLD."id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."proof_id", OLD."text", OLD."violation_id"); RETURN NULL;',
                    hash="82ecad440c0d3cfea9b61881cb071b1ae88d8470",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_08707",
                    table="advertising_remedy",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="payment",
            constraint=models.UniqueConstraint(
                fields=("violation", "receipt"), name="a_receipt_counts_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="payment",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount_vnd", 0), _negated=True), name="a_payment_is_some_money"
            ),
        ),
        triggers.AddTrigger(
            model_name="payment",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="69d634fb90974c851da28bfbd2486545d4742bd1",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_c38cd",
                    table="advertising_payment",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="payment",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="90bfe44c001b7ff1a0ff585c452e8ff762591ad3",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_4d794",
                    table="advertising_payment",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="explanation",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="56749c3ed887542fc6a33311b37c4a1f4c576271",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_47a8c",
                    table="advertising_explanation",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="explanation",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="4a871f13eba3c605591ac08d55eedaf236b8ff73",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_1853c",
                    table="advertising_explanation",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="violationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="a6beaced8c235f995e5a34bb8d5f90d319ef3e6f",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_d1db2",
                    table="advertising_violationevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="violationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="9ab3432b3a957b35d6e06387c67bb33a9327a389",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_3e908",
                    table="advertising_violationevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="violationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="138794dc6041290a58e95bdbcbd216a9fba7f229",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_4cb26",
                    table="advertising_violationevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
