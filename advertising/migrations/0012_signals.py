"""Signals before a case, the capture after a remedy, diary lines that nobody wrote."""

import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from cityweb.core import triggers


class Migration(migrations.Migration):
    dependencies = [
        ("advertising", "0011_captures_of_several_pages"),
        ("core", "0016_clocks_by_their_end"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Signal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("report", "Phản ánh của người dân"),
                            ("watch", "Kết quả theo dõi"),
                            ("request", "Đề nghị của cơ quan khác"),
                        ],
                        max_length=10,
                        verbose_name="nguồn",
                    ),
                ),
                (
                    "report_code",
                    models.CharField(blank=True, max_length=20, verbose_name="mã phản ánh"),
                ),
                (
                    "url",
                    models.CharField(blank=True, max_length=2000, verbose_name="địa chỉ trang"),
                ),
                ("words", models.TextField(verbose_name="nội dung")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("new", "Mới"),
                            ("triage", "Đang xem xét"),
                            ("no_action", "Không xử lý"),
                            ("guidance", "Đã nhắc nhở, chờ khắc phục"),
                            ("heeded", "Đã khắc phục"),
                            ("case_open", "Đã lập cuộc kiểm tra"),
                        ],
                        default="new",
                        max_length=10,
                        verbose_name="trạng thái",
                    ),
                ),
                ("created_at", models.DateTimeField(verbose_name="ghi lúc")),
                ("outcome", models.TextField(blank=True, verbose_name="kết quả xem xét")),
                ("ended_at", models.DateTimeField(null=True, verbose_name="xong lúc")),
            ],
            options={
                "verbose_name": "tin báo",
                "verbose_name_plural": "tin báo",
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="SignalEvent",
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
                    "source",
                    models.CharField(
                        choices=[
                            ("report", "Phản ánh của người dân"),
                            ("watch", "Kết quả theo dõi"),
                            ("request", "Đề nghị của cơ quan khác"),
                        ],
                        max_length=10,
                        null=True,
                        verbose_name="nguồn",
                    ),
                ),
                (
                    "report_code",
                    models.CharField(
                        blank=True, max_length=20, null=True, verbose_name="mã phản ánh"
                    ),
                ),
                (
                    "url",
                    models.CharField(
                        blank=True, max_length=2000, null=True, verbose_name="địa chỉ trang"
                    ),
                ),
                ("words", models.TextField(null=True, verbose_name="nội dung")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("new", "Mới"),
                            ("triage", "Đang xem xét"),
                            ("no_action", "Không xử lý"),
                            ("guidance", "Đã nhắc nhở, chờ khắc phục"),
                            ("heeded", "Đã khắc phục"),
                            ("case_open", "Đã lập cuộc kiểm tra"),
                        ],
                        max_length=10,
                        null=True,
                        verbose_name="trạng thái",
                    ),
                ),
                ("created_at", models.DateTimeField(null=True, verbose_name="ghi lúc")),
                (
                    "outcome",
                    models.TextField(blank=True, null=True, verbose_name="kết quả xem xét"),
                ),
                ("ended_at", models.DateTimeField(null=True, verbose_name="xong lúc")),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="remedy",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="remedy",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="remedy",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="remedy",
            name="recapture",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="advertising.capture",
                verbose_name="lần chụp lại",
            ),
        ),
        migrations.AddField(
            model_name="remedyevent",
            name="recapture",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="advertising.capture",
                verbose_name="lần chụp lại",
            ),
        ),
        migrations.AlterField(
            model_name="diaryentry",
            name="actor",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        triggers.AddTrigger(
            model_name="remedy",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "advertising_remedyevent" ("done_on", "due_on", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proof_id", "recapture_id", "text", "violation_id") VALUES (NEW."done_on", NEW."due_on", NEW."id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."proof_id", NEW."recapture_id", NEW."text", NEW."violation_id"); RETURN NULL;',
                    hash="20bbd0d1c4a16567e2b93d50eafa58e161527c2f",
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
                    func='INSERT INTO "advertising_remedyevent" ("done_on", "due_on", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proof_id", "recapture_id", "text", "violation_id") VALUES (NEW."done_on", NEW."due_on", NEW."id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."proof_id", NEW."recapture_id", NEW."text", NEW."violation_id"); RETURN NULL;',
                    hash="d4828109c014784702524366376342379972fa04",
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
                    func='INSERT INTO "advertising_remedyevent" ("done_on", "due_on", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proof_id", "recapture_id", "text", "violation_id") VALUES (OLD."done_on", OLD."due_on", OLD."id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."proof_id", OLD."recapture_id", OLD."text", OLD."violation_id"); RETURN NULL;',
                    hash="d38b023886c6a23e2908b0b4ec37eaa7cabf5d99",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_08707",
                    table="advertising_remedy",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="signal",
            name="created_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="signal",
            name="inspection",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="signal",
                to="advertising.inspection",
                verbose_name="cuộc kiểm tra",
            ),
        ),
        migrations.AddField(
            model_name="signal",
            name="letter",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="core.paper",
            ),
        ),
        migrations.AddField(
            model_name="signal",
            name="site",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="signals",
                to="advertising.adsite",
                verbose_name="website",
            ),
        ),
        migrations.AddField(
            model_name="signal",
            name="taken_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="signalevent",
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
            model_name="signalevent",
            name="inspection",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="advertising.inspection",
                verbose_name="cuộc kiểm tra",
            ),
        ),
        migrations.AddField(
            model_name="signalevent",
            name="letter",
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
            model_name="signalevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="advertising.signal",
            ),
        ),
        migrations.AddField(
            model_name="signalevent",
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
        migrations.AddField(
            model_name="signalevent",
            name="taken_by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="signal",
            constraint=models.UniqueConstraint(
                condition=models.Q(("report_code", ""), _negated=True),
                fields=("report_code",),
                name="a_report_becomes_one_signal",
            ),
        ),
        migrations.AddConstraint(
            model_name="signal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["guidance", "heeded"]), _negated=True),
                    ("letter__isnull", False),
                    _connector="OR",
                ),
                name="guidance_is_given_in_a_letter",
            ),
        ),
        migrations.AddConstraint(
            model_name="signal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "case_open"), _negated=True),
                    ("inspection__isnull", False),
                    _connector="OR",
                ),
                name="a_signal_that_became_a_case_names_it",
            ),
        ),
        triggers.AddTrigger(
            model_name="signal",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "advertising_signalevent" ("created_at", "created_by_id", "ended_at", "id", "inspection_id", "letter_id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_code", "site_id", "source", "state", "taken_by_id", "url", "words") VALUES (NEW."created_at", NEW."created_by_id", NEW."ended_at", NEW."id", NEW."inspection_id", NEW."letter_id", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."report_code", NEW."site_id", NEW."source", NEW."state", NEW."taken_by_id", NEW."url", NEW."words"); RETURN NULL;',
                    hash="63a88f0ddd3cf482be4ebd07ad549e3cb8d5dcaf",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_59b9d",
                    table="advertising_signal",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="signal",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "advertising_signalevent" ("created_at", "created_by_id", "ended_at", "id", "inspection_id", "letter_id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_code", "site_id", "source", "state", "taken_by_id", "url", "words") VALUES (NEW."created_at", NEW."created_by_id", NEW."ended_at", NEW."id", NEW."inspection_id", NEW."letter_id", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."report_code", NEW."site_id", NEW."source", NEW."state", NEW."taken_by_id", NEW."url", NEW."words"); RETURN NULL;',
                    hash="9006412420411f8dda921023d95438570a5ac0d3",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b696a",
                    table="advertising_signal",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="signal",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "advertising_signalevent" ("created_at", "created_by_id", "ended_at", "id", "inspection_id", "letter_id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_code", "site_id", "source", "state", "taken_by_id", "url", "words") VALUES (OLD."created_at", OLD."created_by_id", OLD."ended_at", OLD."id", OLD."inspection_id", OLD."letter_id", OLD."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."report_code", OLD."site_id", OLD."source", OLD."state", OLD."taken_by_id", OLD."url", OLD."words"); RETURN NULL;',
                    hash="fb3611b7241b486c45cde87e6d7984c020b3d29a",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8c11d",
                    table="advertising_signal",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="signalevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="09183e67002c29e1f7b9baa891db5af3da6e1557",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_6f106",
                    table="advertising_signalevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="signalevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="48c42b1ed195f284dc7e8fa1feb205d4243cbb30",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_e00d0",
                    table="advertising_signalevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="signalevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="32bf02e40ea871beca30241bff89de7b64345f41",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_c52a8",
                    table="advertising_signalevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
