import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.db.models.functions.text
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from cityweb.core import triggers


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0008_attachments"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.CreateModel(
            name="Clock",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("subject_id", models.BigIntegerField(verbose_name="mã đối tượng")),
                ("name", models.CharField(max_length=40, verbose_name="tên")),
                ("amount", models.PositiveIntegerField(verbose_name="thời hạn")),
                (
                    "unit",
                    models.CharField(
                        choices=[
                            ("working_day", "ngày làm việc"),
                            ("calendar_day", "ngày"),
                            ("hour", "giờ"),
                            ("month", "tháng"),
                            ("year", "năm"),
                        ],
                        max_length=20,
                        verbose_name="đơn vị",
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        choices=[("resume", "Đếm tiếp"), ("restart", "Đếm lại từ đầu")],
                        max_length=10,
                        verbose_name="sau khi tạm dừng",
                    ),
                ),
                ("cutoff", models.TimeField(null=True, verbose_name="giờ chốt tiếp nhận")),
                ("received_at", models.DateTimeField(verbose_name="nhận lúc")),
                ("due_at", models.DateTimeField(verbose_name="hạn")),
                ("is_provisional", models.BooleanField(default=False, verbose_name="tạm tính")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("running", "Đang chạy"),
                            ("paused", "Tạm dừng"),
                            ("stopped", "Đã xong"),
                        ],
                        default="running",
                        max_length=10,
                        verbose_name="trạng thái",
                    ),
                ),
                ("paused_at", models.DateTimeField(null=True, verbose_name="tạm dừng từ")),
                ("stopped_at", models.DateTimeField(null=True, verbose_name="xong lúc")),
                ("next_mark_at", models.DateTimeField(null=True, verbose_name="lần nhắc kế tiếp")),
            ],
            options={
                "verbose_name": "thời hạn",
                "verbose_name_plural": "thời hạn",
                "ordering": ["id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "stopped"), _negated=True),
                        fields=["due_at", "name"],
                        name="clock_open_due",
                    ),
                    models.Index(
                        condition=models.Q(("state", "running")),
                        fields=["name", "next_mark_at"],
                        name="clock_next_mark",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("paused_at__isnull", True),
                                ("state", "running"),
                                ("stopped_at__isnull", True),
                            ),
                            models.Q(
                                ("paused_at__isnull", False),
                                ("state", "paused"),
                                ("stopped_at__isnull", True),
                            ),
                            models.Q(
                                ("paused_at__isnull", True),
                                ("state", "stopped"),
                                ("stopped_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="clock_state_agrees_with_its_times",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("amount__gt", 0)), name="clock_counts_something"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ClockEvent",
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
                ("subject_id", models.BigIntegerField(null=True, verbose_name="mã đối tượng")),
                ("name", models.CharField(max_length=40, null=True, verbose_name="tên")),
                ("amount", models.PositiveIntegerField(null=True, verbose_name="thời hạn")),
                (
                    "unit",
                    models.CharField(
                        choices=[
                            ("working_day", "ngày làm việc"),
                            ("calendar_day", "ngày"),
                            ("hour", "giờ"),
                            ("month", "tháng"),
                            ("year", "năm"),
                        ],
                        max_length=20,
                        null=True,
                        verbose_name="đơn vị",
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        choices=[("resume", "Đếm tiếp"), ("restart", "Đếm lại từ đầu")],
                        max_length=10,
                        null=True,
                        verbose_name="sau khi tạm dừng",
                    ),
                ),
                ("cutoff", models.TimeField(null=True, verbose_name="giờ chốt tiếp nhận")),
                ("received_at", models.DateTimeField(null=True, verbose_name="nhận lúc")),
                ("due_at", models.DateTimeField(null=True, verbose_name="hạn")),
                ("is_provisional", models.BooleanField(null=True, verbose_name="tạm tính")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("running", "Đang chạy"),
                            ("paused", "Tạm dừng"),
                            ("stopped", "Đã xong"),
                        ],
                        max_length=10,
                        null=True,
                        verbose_name="trạng thái",
                    ),
                ),
                ("paused_at", models.DateTimeField(null=True, verbose_name="tạm dừng từ")),
                ("stopped_at", models.DateTimeField(null=True, verbose_name="xong lúc")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ClockMark",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("threshold", models.PositiveSmallIntegerField(verbose_name="phần trăm")),
                ("is_skipped", models.BooleanField(default=False, verbose_name="bỏ qua")),
                ("claimed_at", models.DateTimeField(verbose_name="lúc")),
            ],
            options={
                "verbose_name": "mốc nhắc",
                "verbose_name_plural": "mốc nhắc",
                "ordering": ["clock", "threshold"],
            },
        ),
        migrations.CreateModel(
            name="ClockSpan",
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
                        choices=[("running", "Chạy"), ("paused", "Tạm dừng"), ("stopped", "Xong")],
                        max_length=10,
                        verbose_name="loại",
                    ),
                ),
                ("began_at", models.DateTimeField(verbose_name="từ lúc")),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="lý do")),
                ("recorded_at", models.DateTimeField(auto_now_add=True, verbose_name="ghi lúc")),
            ],
            options={
                "verbose_name": "đoạn thời hạn",
                "verbose_name_plural": "đoạn thời hạn",
                "ordering": ["id"],
            },
        ),
        migrations.AddField(
            model_name="clock",
            name="subject_type",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="contenttypes.contenttype",
                verbose_name="loại đối tượng",
            ),
        ),
        migrations.AddField(
            model_name="clockevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="core.clock",
            ),
        ),
        migrations.AddField(
            model_name="clockevent",
            name="subject_type",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="contenttypes.contenttype",
                verbose_name="loại đối tượng",
            ),
        ),
        migrations.AddField(
            model_name="clockmark",
            name="clock",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="marks",
                to="core.clock",
                verbose_name="thời hạn",
            ),
        ),
        migrations.AddField(
            model_name="clockspan",
            name="actor",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="người",
            ),
        ),
        migrations.AddField(
            model_name="clockspan",
            name="clock",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="spans",
                to="core.clock",
                verbose_name="thời hạn",
            ),
        ),
        migrations.AddField(
            model_name="clockevent",
            name="rule",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="core.legalrule",
                verbose_name="quy tắc",
            ),
        ),
        migrations.AddField(
            model_name="clock",
            name="rule",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="clocks",
                to="core.legalrule",
                verbose_name="quy tắc",
            ),
        ),
        migrations.AddConstraint(
            model_name="clockmark",
            constraint=models.UniqueConstraint(
                fields=("clock", "threshold"), name="each_mark_once_a_clock"
            ),
        ),
        triggers.AddTrigger(
            model_name="clockmark",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="524f0042dd13769c8ce1b4e57809a6f0365f4ad0",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_6ea6b",
                    table="core_clockmark",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="clockmark",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="11a1dd639c3d349872d982eff2cf206a707717f3",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_118cd",
                    table="core_clockmark",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="clockspan",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="8cf72c056de5abb8bb602c9eb96af15ece9471ad",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_bdb35",
                    table="core_clockspan",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="clockspan",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="f1fc256650dc5cc63a76baec083b9f3d714610b6",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_2de20",
                    table="core_clockspan",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="clockevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="83c7a3cfbb3f60bef42b689bf2100dcaf0106654",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_18eb4",
                    table="core_clockevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="clockevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="8b8684a6d154b9c8cd2ea0394cbcb652885a9fc7",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_a537d",
                    table="core_clockevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="clockevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="7519a17f0419a17366982b70b445295840942c73",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_1dc24",
                    table="core_clockevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="clock",
            index=models.Index(
                fields=["subject_type", "subject_id", "name"], name="clock_by_subject"
            ),
        ),
        migrations.AddConstraint(
            model_name="clock",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "stopped"), _negated=True),
                fields=("subject_type", "subject_id", "name"),
                name="one_open_clock_a_name_and_subject",
            ),
        ),
        triggers.AddTrigger(
            model_name="clock",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "core_clockevent" ("amount", "cutoff", "due_at", "id", "is_provisional", "mode", "name", "paused_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_at", "rule_id", "state", "stopped_at", "subject_id", "subject_type_id", "unit") VALUES (NEW."amount", NEW."cutoff", NEW."due_at", NEW."id", NEW."is_provisional", NEW."mode", NEW."name", NEW."paused_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."received_at", NEW."rule_id", NEW."state", NEW."stopped_at", NEW."subject_id", NEW."subject_type_id", NEW."unit"); RETURN NULL;',
                    hash="273295eb7a5e5380a04517952a4763df69e0ad37",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c6907",
                    table="core_clock",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="clock",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."amount" IS DISTINCT FROM (NEW."amount") OR OLD."cutoff" IS DISTINCT FROM (NEW."cutoff") OR OLD."due_at" IS DISTINCT FROM (NEW."due_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_provisional" IS DISTINCT FROM (NEW."is_provisional") OR OLD."mode" IS DISTINCT FROM (NEW."mode") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."paused_at" IS DISTINCT FROM (NEW."paused_at") OR OLD."received_at" IS DISTINCT FROM (NEW."received_at") OR OLD."rule_id" IS DISTINCT FROM (NEW."rule_id") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."stopped_at" IS DISTINCT FROM (NEW."stopped_at") OR OLD."subject_id" IS DISTINCT FROM (NEW."subject_id") OR OLD."subject_type_id" IS DISTINCT FROM (NEW."subject_type_id") OR OLD."unit" IS DISTINCT FROM (NEW."unit"))',
                    func='INSERT INTO "core_clockevent" ("amount", "cutoff", "due_at", "id", "is_provisional", "mode", "name", "paused_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_at", "rule_id", "state", "stopped_at", "subject_id", "subject_type_id", "unit") VALUES (NEW."amount", NEW."cutoff", NEW."due_at", NEW."id", NEW."is_provisional", NEW."mode", NEW."name", NEW."paused_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."received_at", NEW."rule_id", NEW."state", NEW."stopped_at", NEW."subject_id", NEW."subject_type_id", NEW."unit"); RETURN NULL;',
                    hash="4a4bbacc5f081aa561dfa5adbfa1cdf77c264591",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_42196",
                    table="core_clock",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="clock",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "core_clockevent" ("amount", "cutoff", "due_at", "id", "is_provisional", "mode", "name", "paused_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_at", "rule_id", "state", "stopped_at", "subject_id", "subject_type_id", "unit") VALUES (OLD."amount", OLD."cutoff", OLD."due_at", OLD."id", OLD."is_provisional", OLD."mode", OLD."name", OLD."paused_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."received_at", OLD."rule_id", OLD."state", OLD."stopped_at", OLD."subject_id", OLD."subject_type_id", OLD."unit"); RETURN NULL;',
                    hash="cc3ed9b86730758bfd5cce6119abab7beeddd77e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_66dc7",
                    table="core_clock",
                    when="AFTER",
                ),
            ),
        ),
    ]
