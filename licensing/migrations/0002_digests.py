import django.contrib.postgres.fields
import django.db.models.deletion
import pgtrigger.compiler
from django.db import migrations, models

from cityweb.core import triggers


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0015_committees_of_units"),
        ("licensing", "0001_register"),
    ]

    operations = [
        migrations.CreateModel(
            name="RegisterDigest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField(unique=True, verbose_name="ngày")),
                ("versions", models.PositiveIntegerField(verbose_name="số bản ghi")),
                ("sha256", models.CharField(max_length=64, verbose_name="SHA-256 của danh sách")),
                ("chain", models.CharField(max_length=64, verbose_name="mắt xích")),
                (
                    "lost",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=120),
                        size=None,
                        verbose_name="bị mất hoặc bị sửa",
                    ),
                ),
                ("made_at", models.DateTimeField(auto_now_add=True, verbose_name="lập lúc")),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.storedfile",
                        verbose_name="danh sách",
                    ),
                ),
            ],
            options={
                "verbose_name": "niêm phong sổ giấy phép",
                "verbose_name_plural": "niêm phong sổ giấy phép",
                "ordering": ["-day"],
            },
        ),
        triggers.AddTrigger(
            model_name="registerdigest",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="80d6fa5b09563337ce999d6eeb5ccaba78aa3dbb",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_bc2f5",
                    table="licensing_registerdigest",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="registerdigest",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="64df5a7b6c69b8f232df2134b22dbd7d1a9b5c93",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_1c848",
                    table="licensing_registerdigest",
                    when="BEFORE",
                ),
            ),
        ),
    ]
