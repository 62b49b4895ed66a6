import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from cityweb.core import triggers


class Migration(migrations.Migration):
    dependencies = [
        ("members", "0007_pages_below"),
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
                ("text", models.CharField(max_length=300, verbose_name="giải trình")),
                ("promised_on", models.DateField(verbose_name="khắc phục xong trước hết ngày")),
                ("sent_at", models.DateTimeField(verbose_name="gửi lúc")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("sent", "Chờ Phòng xem xét"),
                            ("accepted", "Được chấp nhận"),
                            ("refused", "Không được chấp nhận"),
                        ],
                        default="sent",
                        max_length=10,
                        verbose_name="trạng thái",
                    ),
                ),
                ("decided_at", models.DateTimeField(null=True, verbose_name="quyết định lúc")),
                (
                    "answer",
                    models.CharField(blank=True, max_length=300, verbose_name="lời của Phòng"),
                ),
            ],
            options={
                "verbose_name": "giải trình",
                "verbose_name_plural": "giải trình",
                "ordering": ["sent_at"],
            },
        ),
        migrations.CreateModel(
            name="SiteLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "key_digest",
                    models.CharField(max_length=64, unique=True, verbose_name="dấu của liên kết"),
                ),
                ("made_at", models.DateTimeField(verbose_name="gửi lúc")),
                ("expires_at", models.DateTimeField(verbose_name="hết hạn lúc")),
            ],
            options={
                "verbose_name": "liên kết của đơn vị",
                "verbose_name_plural": "liên kết của đơn vị",
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="maintenancewindow",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="maintenancewindow",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="maintenancewindow",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="maintenancewindow",
            name="announced_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="đơn vị báo lúc"),
        ),
        migrations.AddField(
            model_name="maintenancewindow",
            name="announced_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="members.contact",
                verbose_name="người báo",
            ),
        ),
        migrations.AddField(
            model_name="maintenancewindow",
            name="is_late",
            field=models.BooleanField(default=False, editable=False, verbose_name="báo trễ hạn"),
        ),
        migrations.AddField(
            model_name="maintenancewindowevent",
            name="announced_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="đơn vị báo lúc"),
        ),
        migrations.AddField(
            model_name="maintenancewindowevent",
            name="announced_by",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="members.contact",
                verbose_name="người báo",
            ),
        ),
        migrations.AddField(
            model_name="maintenancewindowevent",
            name="is_late",
            field=models.BooleanField(editable=False, null=True, verbose_name="báo trễ hạn"),
        ),
        triggers.AddTrigger(
            model_name="maintenancewindow",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "members_maintenancewindowevent" ("announced_at", "announced_by_id", "ends_at", "id", "is_late", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "repeats", "site_id", "starts_at", "until") VALUES (NEW."announced_at", NEW."announced_by_id", NEW."ends_at", NEW."id", NEW."is_late", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reason", NEW."repeats", NEW."site_id", NEW."starts_at", NEW."until"); RETURN NULL;',
                    hash="ba514bd8f442ca488657aeb603107e233affe56e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_dbd4a",
                    table="members_maintenancewindow",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="maintenancewindow",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "members_maintenancewindowevent" ("announced_at", "announced_by_id", "ends_at", "id", "is_late", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "repeats", "site_id", "starts_at", "until") VALUES (NEW."announced_at", NEW."announced_by_id", NEW."ends_at", NEW."id", NEW."is_late", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reason", NEW."repeats", NEW."site_id", NEW."starts_at", NEW."until"); RETURN NULL;',
                    hash="1fbf3d204481faa6d47d397d6296897cf52659db",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e614a",
                    table="members_maintenancewindow",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="maintenancewindow",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "members_maintenancewindowevent" ("announced_at", "announced_by_id", "ends_at", "id", "is_late", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "repeats", "site_id", "starts_at", "until") VALUES (OLD."announced_at", OLD."announced_by_id", OLD."ends_at", OLD."id", OLD."is_late", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reason", OLD."repeats", OLD."site_id", OLD."starts_at", OLD."until"); RETURN NULL;',
                    hash="f4b805cc3ccef6b67571f33decfa255103a96051",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_6ca9b",
                    table="members_maintenancewindow",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="explanation",
            name="contact",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="members.contact",
            ),
        ),
        migrations.AddField(
            model_name="explanation",
            name="decided_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="explanation",
            name="incident",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="explanations",
                to="members.incident",
            ),
        ),
        migrations.AddField(
            model_name="sitelink",
            name="contact",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="links",
                to="members.contact",
            ),
        ),
        migrations.AddConstraint(
            model_name="explanation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "sent")),
                fields=("incident",),
                name="one_explanation_waits_at_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="explanation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_at__isnull", True), ("state", "sent")),
                    models.Q(
                        models.Q(("state", "sent"), _negated=True), ("decided_at__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="explanation_is_decided_on_some_day",
            ),
        ),
    ]
