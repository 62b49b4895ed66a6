"""Packs that officers take to the field, and what comes back in them."""

import uuid

import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import cityweb.core.sealed
from cityweb.core import triggers


class Migration(migrations.Migration):
    dependencies = [
        ("advertising", "0009_takedowns"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="FieldEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.UUIDField(unique=True, verbose_name="mã")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("check", "Kết quả kiểm tra"),
                            ("note", "Ghi chú"),
                            ("photo", "Ảnh"),
                        ],
                        max_length=10,
                        verbose_name="loại",
                    ),
                ),
                (
                    "result",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("pass", "Đạt"),
                            ("fail", "Vi phạm"),
                            ("not_applicable", "Không áp dụng"),
                            ("not_checked", "Chưa kiểm tra"),
                        ],
                        max_length=15,
                        verbose_name="kết quả",
                    ),
                ),
                ("words", models.TextField(blank=True, verbose_name="nội dung")),
                ("made_at", models.DateTimeField(verbose_name="ghi lúc (giờ của máy)")),
                ("received_at", models.DateTimeField(verbose_name="nhận lúc")),
                ("digest", models.CharField(max_length=64, verbose_name="mã băm nội dung")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("merged", "Đã nhập"),
                            ("waiting", "Khác kết quả ở bàn, chờ chọn"),
                            ("taken", "Đã lấy kết quả thực địa"),
                            ("dropped", "Đã giữ kết quả ở bàn"),
                        ],
                        max_length=10,
                        verbose_name="trạng thái",
                    ),
                ),
                (
                    "evidence",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="advertising.evidenceitem",
                    ),
                ),
                (
                    "inspection",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="field_entries",
                        to="advertising.inspection",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="advertising.checkitem",
                    ),
                ),
            ],
            options={
                "verbose_name": "mục thực địa",
                "verbose_name_plural": "mục thực địa",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="FieldPack",
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
                        default=uuid.uuid4, editable=False, unique=True, verbose_name="mã gói"
                    ),
                ),
                ("taken_at", models.DateTimeField(verbose_name="lấy lúc")),
                ("secret", cityweb.core.sealed.EncryptedTextField(verbose_name="khóa dự phòng")),
                (
                    "inspection",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="packs",
                        to="advertising.inspection",
                        verbose_name="cuộc kiểm tra",
                    ),
                ),
                (
                    "taken_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "gói thực địa",
                "verbose_name_plural": "gói thực địa",
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="FieldEntryEvent",
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
                ("key", models.UUIDField(null=True, verbose_name="mã")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("check", "Kết quả kiểm tra"),
                            ("note", "Ghi chú"),
                            ("photo", "Ảnh"),
                        ],
                        max_length=10,
                        null=True,
                        verbose_name="loại",
                    ),
                ),
                (
                    "result",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("pass", "Đạt"),
                            ("fail", "Vi phạm"),
                            ("not_applicable", "Không áp dụng"),
                            ("not_checked", "Chưa kiểm tra"),
                        ],
                        max_length=15,
                        null=True,
                        verbose_name="kết quả",
                    ),
                ),
                ("words", models.TextField(blank=True, null=True, verbose_name="nội dung")),
                ("made_at", models.DateTimeField(null=True, verbose_name="ghi lúc (giờ của máy)")),
                ("received_at", models.DateTimeField(null=True, verbose_name="nhận lúc")),
                (
                    "digest",
                    models.CharField(max_length=64, null=True, verbose_name="mã băm nội dung"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("merged", "Đã nhập"),
                            ("waiting", "Khác kết quả ở bàn, chờ chọn"),
                            ("taken", "Đã lấy kết quả thực địa"),
                            ("dropped", "Đã giữ kết quả ở bàn"),
                        ],
                        max_length=10,
                        null=True,
                        verbose_name="trạng thái",
                    ),
                ),
                (
                    "evidence",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="advertising.evidenceitem",
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
                    "item",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="advertising.checkitem",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="advertising.fieldentry",
                    ),
                ),
                (
                    "pack",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="advertising.fieldpack",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="fieldentry",
            name="pack",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="entries",
                to="advertising.fieldpack",
            ),
        ),
        triggers.AddTrigger(
            model_name="fieldentryevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="97dc77f2217e7c4d86c6b41607595ab015337bd8",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_13691",
                    table="advertising_fieldentryevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="fieldentryevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="49ea83245a2fa4aab4777e6c06c04bcda7c5af91",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_0742b",
                    table="advertising_fieldentryevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="fieldentryevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="5c70d61aab5d61023ce81ec223ddaad20514bdd9",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_54402",
                    table="advertising_fieldentryevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="fieldentry",
            index=models.Index(
                condition=models.Q(("state", "waiting")),
                fields=["inspection"],
                name="field_entries_waiting",
            ),
        ),
        migrations.AddConstraint(
            model_name="fieldentry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "check"), _negated=True),
                    models.Q(("item__isnull", False), models.Q(("result", ""), _negated=True)),
                    _connector="OR",
                ),
                name="a_check_from_the_field_names_its_line",
            ),
        ),
        migrations.AddConstraint(
            model_name="fieldentry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("evidence__isnull", False), ("kind", "photo")),
                    models.Q(
                        models.Q(("kind", "photo"), _negated=True), ("evidence__isnull", True)
                    ),
                    _connector="OR",
                ),
                name="a_photo_from_the_field_is_an_exhibit",
            ),
        ),
        triggers.AddTrigger(
            model_name="fieldentry",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "advertising_fieldentryevent" ("digest", "evidence_id", "id", "inspection_id", "item_id", "key", "kind", "made_at", "pack_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_at", "result", "state", "words") VALUES (NEW."digest", NEW."evidence_id", NEW."id", NEW."inspection_id", NEW."item_id", NEW."key", NEW."kind", NEW."made_at", NEW."pack_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."received_at", NEW."result", NEW."state", NEW."words"); RETURN NULL;',
                    hash="783156add190e72a1eb825da983b5d331af6cbb7",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_16fad",
                    table="advertising_fieldentry",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="fieldentry",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "advertising_fieldentryevent" ("digest", "evidence_id", "id", "inspection_id", "item_id", "key", "kind", "made_at", "pack_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_at", "result", "state", "words") VALUES (NEW."digest", NEW."evidence_id", NEW."id", NEW."inspection_id", NEW."item_id", NEW."key", NEW."kind", NEW."made_at", NEW."pack_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."received_at", NEW."result", NEW."state", NEW."words"); RETURN NULL;',
                    hash="14647eb71b4cf8ff6bf19193480455eae9c6d52b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b96ab",
                    table="advertising_fieldentry",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="fieldentry",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "advertising_fieldentryevent" ("digest", "evidence_id", "id", "inspection_id", "item_id", "key", "kind", "made_at", "pack_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_at", "result", "state", "words") VALUES (OLD."digest", OLD."evidence_id", OLD."id", OLD."inspection_id", OLD."item_id", OLD."key", OLD."kind", OLD."made_at", OLD."pack_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."received_at", OLD."result", OLD."state", OLD."words"); RETURN NULL;',
                    hash="a181a3567405c6fc33dd1321414d38185cc5f4de",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_31af5",
                    table="advertising_fieldentry",
                    when="AFTER",
                ),
            ),
        ),
    ]
