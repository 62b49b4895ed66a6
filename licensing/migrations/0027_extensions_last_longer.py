import pgtrigger.compiler
from django.db import migrations

from cityweb.core import triggers

GUARD = """
CREATE FUNCTION licensing_guard_extension() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.event = 'extended' AND NEW.valid_to <= (
        SELECT valid_to FROM licensing_licenceversion
        WHERE licence_id = NEW.licence_id AND ordinal < NEW.ordinal
        ORDER BY ordinal DESC LIMIT 1
    ) THEN
        RAISE EXCEPTION 'an extension ends later than the licence did'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END
$$
"""


class Migration(migrations.Migration):
    dependencies = [
        ("licensing", "0026_found_by_month"),
    ]

    operations = [
        migrations.RunSQL(GUARD, "DROP FUNCTION licensing_guard_extension()"),
        triggers.AddTrigger(
            model_name="licenceversion",
            trigger=pgtrigger.compiler.Trigger(
                name="extensions_last_longer",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="licensing_guard_extension()",
                    func="RETURN NEW;",
                    hash="2841dfb16805db14843f3fb6fbd87f4679ead16f",
                    operation="INSERT",
                    pgid="pgtrigger_extensions_last_longer_10284",
                    table="licensing_licenceversion",
                    when="BEFORE",
                ),
            ),
        ),
    ]
