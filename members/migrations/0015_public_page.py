import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.db import migrations, models

from cityweb.core import triggers


class Migration(migrations.Migration):
    dependencies = [
        ("members", "0014_rules_beyond"),
    ]

    operations = [
        migrations.CreateModel(
            name="PublicPageEvent",
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
                    "is_on",
                    models.BooleanField(
                        help_text="Bật thì mọi người xem được trang /website-thanh-vien/; tắt thì trang không có.",
                        null=True,
                        verbose_name="công khai",
                    ),
                ),
                (
                    "shows_scores",
                    models.BooleanField(
                        help_text="Của tháng trọn vẹn gần nhất. Tắt thì trang chỉ liệt kê website và đơn vị.",
                        null=True,
                        verbose_name="hiện điểm và xếp loại",
                    ),
                ),
                (
                    "introduction",
                    models.TextField(
                        blank=True, max_length=600, null=True, verbose_name="lời giới thiệu"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PublicPage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "is_on",
                    models.BooleanField(
                        default=False,
                        help_text="Bật thì mọi người xem được trang /website-thanh-vien/; tắt thì trang không có.",
                        verbose_name="công khai",
                    ),
                ),
                (
                    "shows_scores",
                    models.BooleanField(
                        default=False,
                        help_text="Của tháng trọn vẹn gần nhất. Tắt thì trang chỉ liệt kê website và đơn vị.",
                        verbose_name="hiện điểm và xếp loại",
                    ),
                ),
                (
                    "introduction",
                    models.TextField(blank=True, max_length=600, verbose_name="lời giới thiệu"),
                ),
            ],
            options={
                "verbose_name": "trang công khai về website thành viên",
                "verbose_name_plural": "trang công khai về website thành viên",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("pk", 1)), name="there_is_one_public_page"
                    )
                ],
            },
        ),
        triggers.AddTrigger(
            model_name="publicpage",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "members_publicpageevent" ("id", "introduction", "is_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shows_scores") VALUES (NEW."id", NEW."introduction", NEW."is_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."shows_scores"); RETURN NULL;',
                    hash="c19314b0c772d7ca0deb1ed0141443736de94c9b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3193a",
                    table="members_publicpage",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="publicpage",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "members_publicpageevent" ("id", "introduction", "is_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shows_scores") VALUES (NEW."id", NEW."introduction", NEW."is_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."shows_scores"); RETURN NULL;',
                    hash="f08714e87bddb58222e3accbb8bfbb9477130c25",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8ccbd",
                    table="members_publicpage",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="publicpage",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "members_publicpageevent" ("id", "introduction", "is_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shows_scores") VALUES (OLD."id", OLD."introduction", OLD."is_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."shows_scores"); RETURN NULL;',
                    hash="1da0fa30889ad1d307c96ac3a0846cb47d31c756",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_48a5c",
                    table="members_publicpage",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="publicpageevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="members.publicpage",
            ),
        ),
        triggers.AddTrigger(
            model_name="publicpageevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="8d9ad6ed1fd9e114e9df8ce4704a97ee7f3dd694",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_932e9",
                    table="members_publicpageevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="publicpageevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="c4e6d5dd2bf4cfc03cb8064fa4389925c185298f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_6b04d",
                    table="members_publicpageevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="publicpageevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="a63e22b807936f8645c9185ba1ad9ff0fb04f185",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_e6ada",
                    table="members_publicpageevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
