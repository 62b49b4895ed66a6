"""Requests to take an advertisement down."""

import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from cityweb.core import triggers


class Migration(migrations.Migration):
    dependencies = [
        ("advertising", "0008_captures"),
        ("core", "0016_clocks_by_their_end"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Takedown",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("url", models.CharField(max_length=2000, verbose_name="địa chỉ quảng cáo, trang")),
                ("what", models.TextField(verbose_name="nội dung phải gỡ")),
                ("received_at", models.DateTimeField(verbose_name="bên được yêu cầu nhận lúc")),
                ("removed_at", models.DateTimeField(null=True, verbose_name="gỡ lúc")),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "inspection",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="takedowns",
                        to="advertising.inspection",
                    ),
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
                    "proof",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="advertising.evidenceitem",
                        verbose_name="chứng cứ",
                    ),
                ),
            ],
            options={
                "verbose_name": "yêu cầu gỡ quảng cáo",
                "verbose_name_plural": "yêu cầu gỡ quảng cáo",
                "ordering": ["inspection", "id"],
            },
        ),
        migrations.CreateModel(
            name="TakedownEvent",
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
                    "url",
                    models.CharField(
                        max_length=2000, null=True, verbose_name="địa chỉ quảng cáo, trang"
                    ),
                ),
                ("what", models.TextField(null=True, verbose_name="nội dung phải gỡ")),
                (
                    "received_at",
                    models.DateTimeField(null=True, verbose_name="bên được yêu cầu nhận lúc"),
                ),
                ("removed_at", models.DateTimeField(null=True, verbose_name="gỡ lúc")),
                (
                    "asked_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "inspection",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="advertising.inspection",
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.paper",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="advertising.takedown",
                    ),
                ),
                (
                    "proof",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="advertising.evidenceitem",
                        verbose_name="chứng cứ",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="takedown",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("proof__isnull", True), ("removed_at__isnull", True)),
                    models.Q(("proof__isnull", False), ("removed_at__isnull", False)),
                    _connector="OR",
                ),
                name="what_was_taken_down_is_proven",
            ),
        ),
        triggers.AddTrigger(
            model_name="takedown",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "advertising_takedownevent" ("asked_by_id", "id", "inspection_id", "paper_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proof_id", "received_at", "removed_at", "url", "what") VALUES (NEW."asked_by_id", NEW."id", NEW."inspection_id", NEW."paper_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."proof_id", NEW."received_at", NEW."removed_at", NEW."url", NEW."what"); RETURN NULL;',
                    hash="dc55edc10ae632c902ebdb5410e09bcbf3dc4235",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7a85b",
                    table="advertising_takedown",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="takedown",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "advertising_takedownevent" ("asked_by_id", "id", "inspection_id", "paper_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proof_id", "received_at", "removed_at", "url", "what") VALUES (NEW."asked_by_id", NEW."id", NEW."inspection_id", NEW."paper_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."proof_id", NEW."received_at", NEW."removed_at", NEW."url", NEW."what"); RETURN NULL;',
                    hash="3eedbc2f3900054c0f55c158dbc4ee9ffac01fd4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0c2cb",
                    table="advertising_takedown",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="takedown",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "advertising_takedownevent" ("asked_by_id", "id", "inspection_id", "paper_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proof_id", "received_at", "removed_at", "url", "what") VALUES (OLD."asked_by_id", OLD."id", OLD."inspection_id", OLD."paper_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."proof_id", OLD."received_at", OLD."removed_at", OLD."url", OLD."what"); RETURN NULL;',
                    hash="8ac74b5ad85cd7f1e53324cb3649256d4722de6b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_66c76",
                    table="advertising_takedown",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="takedownevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="e65d2fbc1395bf8e000754727de791d16686e88c",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_bc08c",
                    table="advertising_takedownevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="takedownevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="d4b333cc56ebf04608bf1ad2412ff2ad68411c12",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_67496",
                    table="advertising_takedownevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="takedownevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="df8f989cb2e81e35722706638864eed1ac7b52af",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_2e2ca",
                    table="advertising_takedownevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
