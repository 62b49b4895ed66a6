"""Invitations go out by a signed letter."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from cityweb.core import triggers


class Migration(migrations.Migration):
    dependencies = [
        ("advertising", "0015_witness_before_seed"),
        ("core", "0019_specialists"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="invitation",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="invitation",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="invitation",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="invitation",
            name="paper",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="core.paper",
                verbose_name="công văn mời",
            ),
        ),
        migrations.AddField(
            model_name="invitationevent",
            name="paper",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="core.paper",
                verbose_name="công văn mời",
            ),
        ),
        triggers.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "advertising_invitationevent" ("answer", "answer_by", "answered_on", "id", "inspection_id", "organisation_id", "paper_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "sent_on", "state") VALUES (NEW."answer", NEW."answer_by", NEW."answered_on", NEW."id", NEW."inspection_id", NEW."organisation_id", NEW."paper_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."purpose", NEW."sent_on", NEW."state"); RETURN NULL;',
                    hash="b3ab2df19975899243538252538e443bbfd51004",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d202b",
                    table="advertising_invitation",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "advertising_invitationevent" ("answer", "answer_by", "answered_on", "id", "inspection_id", "organisation_id", "paper_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "sent_on", "state") VALUES (NEW."answer", NEW."answer_by", NEW."answered_on", NEW."id", NEW."inspection_id", NEW."organisation_id", NEW."paper_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."purpose", NEW."sent_on", NEW."state"); RETURN NULL;',
                    hash="7e155f7802a5bb951c0b5eb2912aed1894bd6079",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ce6cd",
                    table="advertising_invitation",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "advertising_invitationevent" ("answer", "answer_by", "answered_on", "id", "inspection_id", "organisation_id", "paper_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "sent_on", "state") VALUES (OLD."answer", OLD."answer_by", OLD."answered_on", OLD."id", OLD."inspection_id", OLD."organisation_id", OLD."paper_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."purpose", OLD."sent_on", OLD."state"); RETURN NULL;',
                    hash="6e631668da6c1cda6f1383f4eca8b54c100c821b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c6c5a",
                    table="advertising_invitation",
                    when="AFTER",
                ),
            ),
        ),
    ]
