"""Decisions that somebody outside of the office signed; where a fine is paid."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from cityweb.core import triggers


class Migration(migrations.Migration):
    dependencies = [
        ("advertising", "0013_marks_of_terms"),
        ("core", "0017_quicker_fold"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="sanction",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="sanction",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="sanction",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="sanction",
            name="outside_number",
            field=models.CharField(
                blank=True, max_length=60, verbose_name="số quyết định bên ngoài"
            ),
        ),
        migrations.AddField(
            model_name="sanction",
            name="outside_proof",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="advertising.evidenceitem",
                verbose_name="bản quyết định",
            ),
        ),
        migrations.AddField(
            model_name="sanction",
            name="outside_signer",
            field=models.CharField(blank=True, max_length=200, verbose_name="người ký bên ngoài"),
        ),
        migrations.AddField(
            model_name="sanction",
            name="pay_to",
            field=models.CharField(
                blank=True, max_length=300, verbose_name="nơi nộp phạt, số tài khoản"
            ),
        ),
        migrations.AddField(
            model_name="sanctionevent",
            name="outside_number",
            field=models.CharField(
                blank=True, max_length=60, null=True, verbose_name="số quyết định bên ngoài"
            ),
        ),
        migrations.AddField(
            model_name="sanctionevent",
            name="outside_proof",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="advertising.evidenceitem",
                verbose_name="bản quyết định",
            ),
        ),
        migrations.AddField(
            model_name="sanctionevent",
            name="outside_signer",
            field=models.CharField(
                blank=True, max_length=200, null=True, verbose_name="người ký bên ngoài"
            ),
        ),
        migrations.AddField(
            model_name="sanctionevent",
            name="pay_to",
            field=models.CharField(
                blank=True, max_length=300, null=True, verbose_name="nơi nộp phạt, số tài khoản"
            ),
        ),
        triggers.AddTrigger(
            model_name="sanction",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "advertising_sanctionevent" ("amount_vnd", "authority", "authority_source", "bracket_source", "drafted_by_id", "high_vnd", "id", "issued_by_id", "issued_on", "lines", "low_vnd", "outside_number", "outside_proof_id", "outside_signer", "paper_id", "pay_to", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_vnd", "review_words", "reviewed_by_id", "violation_id", "why_amount") VALUES (NEW."amount_vnd", NEW."authority", NEW."authority_source", NEW."bracket_source", NEW."drafted_by_id", NEW."high_vnd", NEW."id", NEW."issued_by_id", NEW."issued_on", NEW."lines", NEW."low_vnd", NEW."outside_number", NEW."outside_proof_id", NEW."outside_signer", NEW."paper_id", NEW."pay_to", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."proposed_vnd", NEW."review_words", NEW."reviewed_by_id", NEW."violation_id", NEW."why_amount"); RETURN NULL;',
                    hash="5655b3c529a401df331ebb55378ab9c2dbeb629c",
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
                    func='INSERT INTO "advertising_sanctionevent" ("amount_vnd", "authority", "authority_source", "bracket_source", "drafted_by_id", "high_vnd", "id", "issued_by_id", "issued_on", "lines", "low_vnd", "outside_number", "outside_proof_id", "outside_signer", "paper_id", "pay_to", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_vnd", "review_words", "reviewed_by_id", "violation_id", "why_amount") VALUES (NEW."amount_vnd", NEW."authority", NEW."authority_source", NEW."bracket_source", NEW."drafted_by_id", NEW."high_vnd", NEW."id", NEW."issued_by_id", NEW."issued_on", NEW."lines", NEW."low_vnd", NEW."outside_number", NEW."outside_proof_id", NEW."outside_signer", NEW."paper_id", NEW."pay_to", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."proposed_vnd", NEW."review_words", NEW."reviewed_by_id", NEW."violation_id", NEW."why_amount"); RETURN NULL;',
                    hash="da263acf61e8fbbf926e78a134010a0256ad29c2",
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
                    func='INSERT INTO "advertising_sanctionevent" ("amount_vnd", "authority", "authority_source", "bracket_source", "drafted_by_id", "high_vnd", "id", "issued_by_id", "issued_on", "lines", "low_vnd", "outside_number", "outside_proof_id", "outside_signer", "paper_id", "pay_to", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_vnd", "review_words", "reviewed_by_id", "violation_id", "why_amount") VALUES (OLD."amount_vnd", OLD."authority", OLD."authority_source", OLD."bracket_source", OLD."drafted_by_id", OLD."high_vnd", OLD."id", OLD."issued_by_id", OLD."issued_on", OLD."lines", OLD."low_vnd", OLD."outside_number", OLD."outside_proof_id", OLD."outside_signer", OLD."paper_id", OLD."pay_to", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."proposed_vnd", OLD."review_words", OLD."reviewed_by_id", OLD."violation_id", OLD."why_amount"); RETURN NULL;',
                    hash="9253902c29477aa7f1ea3706986fcb03e8707001",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0a6dc",
                    table="advertising_sanction",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="sanction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("outside_number", ""),
                        ("outside_proof__isnull", True),
                        ("outside_signer", ""),
                    ),
                    models.Q(
                        models.Q(("outside_number", ""), _negated=True),
                        models.Q(("outside_signer", ""), _negated=True),
                        ("outside_proof__isnull", False),
                        ("paper__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="a_decision_of_others_is_proven",
            ),
        ),
    ]
