import django.contrib.postgres.fields
import django.db.models.deletion
import pgtrigger.compiler
from django.db import migrations, models

from cityweb.core import triggers


class Migration(migrations.Migration):
    dependencies = [("core", "0003_administrative_units")]

    operations = [
        migrations.RemoveField(
            model_name="auditseal",
            name="leaves",
        ),
        migrations.CreateModel(
            name="SealedRows",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("table_name", models.CharField(max_length=63, verbose_name="bảng")),
                (
                    "keys",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), size=None, verbose_name="mã dòng"
                    ),
                ),
                (
                    "digests",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=32),
                        size=None,
                        verbose_name="dấu từng dòng",
                    ),
                ),
                (
                    "seal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="covers",
                        to="core.auditseal",
                        verbose_name="niêm phong",
                    ),
                ),
            ],
            options={
                "verbose_name": "dòng đã niêm phong",
                "verbose_name_plural": "dòng đã niêm phong",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("seal", "table_name"), name="one_cover_a_table_and_seal"
                    )
                ],
            },
        ),
        triggers.AddTrigger(
            model_name="sealedrows",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="c2e3d782c462261d4870194bcc7aa3f5824890cc",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_849f8",
                    table="core_sealedrows",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="sealedrows",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="b8cfc40226b47a0492438cf30ed6ee30caff787c",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_e8145",
                    table="core_sealedrows",
                    when="BEFORE",
                ),
            ),
        ),
    ]
