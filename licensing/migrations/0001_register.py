import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.functions.comparison
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from cityweb.core import triggers

GUARD = """
CREATE FUNCTION licensing_guard_version() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'a version of a licence is never deleted';
    END IF;
    IF (to_jsonb(NEW) - 'effective_to') IS DISTINCT FROM (to_jsonb(OLD) - 'effective_to')
        OR (OLD.effective_to IS NOT NULL AND NEW.effective_to IS DISTINCT FROM OLD.effective_to)
    THEN
        RAISE EXCEPTION 'a version of a licence is never rewritten';
    END IF;
    RETURN NEW;
END
$$
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("core", "0015_committees_of_units"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunSQL(GUARD, "DROP FUNCTION licensing_guard_version()"),
        migrations.CreateModel(
            name="Licence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.CharField(max_length=60, verbose_name="số giấy phép")),
                (
                    "number_key",
                    models.CharField(db_index=True, max_length=60, verbose_name="số để so sánh"),
                ),
                ("slug", models.SlugField(max_length=80, unique=True, verbose_name="địa chỉ")),
                ("issued_on", models.DateField(verbose_name="ngày cấp")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("valid", "Còn hiệu lực"),
                            ("suspended", "Đang bị đình chỉ"),
                            ("expired", "Hết thời hạn"),
                            ("revoked", "Đã thu hồi"),
                        ],
                        max_length=10,
                        verbose_name="hiệu lực",
                    ),
                ),
                ("changes_on", models.DateField(null=True, verbose_name="hiệu lực đổi vào ngày")),
                ("words", models.TextField(verbose_name="chữ để tìm")),
                (
                    "search",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.contrib.postgres.search.SearchVector(
                            "words", config="simple"
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
                (
                    "holder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="licences",
                        to="core.organisation",
                        verbose_name="tổ chức",
                    ),
                ),
                (
                    "issuer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.organisation",
                        verbose_name="cơ quan cấp",
                    ),
                ),
            ],
            options={
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["search"], name="licence_search"
                    ),
                    models.Index(fields=["-issued_on", "-id"], name="licences_newest"),
                    models.Index(fields=["state", "-issued_on", "-id"], name="licences_by_state"),
                    models.Index(fields=["issuer", "-issued_on", "-id"], name="licences_by_issuer"),
                    models.Index(
                        condition=models.Q(("changes_on__isnull", False)),
                        fields=["changes_on"],
                        name="licences_turn",
                    ),
                ],
                "verbose_name": "giấy phép",
                "verbose_name_plural": "giấy phép",
                "ordering": ["-issued_on", "-id"],
            },
        ),
        migrations.CreateModel(
            name="LicenceVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ordinal", models.PositiveSmallIntegerField(verbose_name="lần")),
                (
                    "event",
                    models.CharField(
                        choices=[
                            ("issued", "Cấp giấy phép"),
                            ("amended", "Sửa đổi, bổ sung"),
                            ("extended", "Gia hạn"),
                            ("reissued", "Cấp lại"),
                            ("suspended", "Đình chỉ"),
                            ("revoked", "Thu hồi"),
                        ],
                        max_length=10,
                        verbose_name="việc",
                    ),
                ),
                ("decision_number", models.CharField(max_length=80, verbose_name="số quyết định")),
                ("decided_on", models.DateField(verbose_name="ngày ký")),
                ("reason", models.TextField(blank=True, verbose_name="lý do")),
                ("effective_from", models.DateField(verbose_name="từ ngày")),
                ("effective_to", models.DateField(null=True, verbose_name="đến trước ngày")),
                ("valid_to", models.DateField(verbose_name="giấy phép có giá trị đến hết ngày")),
                (
                    "suspended_until",
                    models.DateField(null=True, verbose_name="có hiệu lực trở lại từ ngày"),
                ),
                ("holder_name", models.CharField(max_length=250, verbose_name="tên tổ chức")),
                (
                    "address",
                    models.CharField(blank=True, max_length=300, verbose_name="trụ sở chính"),
                ),
                ("site_name", models.CharField(max_length=200, verbose_name="tên trang")),
                (
                    "domains",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=253),
                        size=None,
                        verbose_name="tên miền",
                    ),
                ),
                (
                    "sections",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=120),
                        default=list,
                        size=None,
                        verbose_name="chuyên mục",
                    ),
                ),
                (
                    "sources",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200),
                        default=list,
                        size=None,
                        verbose_name="nguồn tin",
                    ),
                ),
                (
                    "servers",
                    models.CharField(blank=True, max_length=300, verbose_name="nơi đặt máy chủ"),
                ),
                (
                    "manager",
                    models.CharField(
                        max_length=120, verbose_name="người chịu trách nhiệm nội dung"
                    ),
                ),
                ("recorded_at", models.DateTimeField(verbose_name="ghi vào sổ lúc")),
                (
                    "licence",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="licensing.licence",
                        verbose_name="giấy phép",
                    ),
                ),
                (
                    "paper",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.paper",
                        verbose_name="văn bản đã ký",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người ghi",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["-recorded_at", "-id"], name="versions_newest")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("licence", "ordinal"), name="versions_are_counted"
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            (
                                models.Func(
                                    models.Func(
                                        django.db.models.functions.comparison.Cast(
                                            "licence_id", models.TextField()
                                        ),
                                        models.Value(0),
                                        function="hashtextextended",
                                    ),
                                    models.Func(
                                        django.db.models.functions.comparison.Cast(
                                            "licence_id", models.TextField()
                                        ),
                                        models.Value(0),
                                        function="hashtextextended",
                                    ),
                                    models.Value("[]"),
                                    function="int8range",
                                    output_field=django.contrib.postgres.fields.ranges.BigIntegerRangeField(),
                                ),
                                "&&",
                            ),
                            (
                                models.Func(
                                    models.F("effective_from"),
                                    models.F("effective_to"),
                                    models.Value("[)"),
                                    function="daterange",
                                    output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                ),
                                "&&",
                            ),
                        ],
                        name="versions_of_one_licence_never_overlap",
                        violation_error_message="Giấy phép này đã có bản khác trong khoảng thời gian đó.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("effective_to__isnull", True),
                            ("effective_to__gt", models.F("effective_from")),
                            _connector="OR",
                        ),
                        name="version_ends_after_it_begins",
                        violation_error_message="Ngày kết thúc phải sau ngày bắt đầu áp dụng.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("event", "suspended"),
                                ("suspended_until__gt", models.F("effective_from")),
                            ),
                            models.Q(
                                models.Q(("event", "suspended"), _negated=True),
                                ("suspended_until__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="only_a_suspension_has_an_end",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("event__in", ["suspended", "revoked"]), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="suspending_and_revoking_has_a_reason",
                    ),
                ],
                "verbose_name": "bản của giấy phép",
                "verbose_name_plural": "bản của giấy phép",
                "ordering": ["licence", "ordinal"],
            },
        ),
        migrations.CreateModel(
            name="LicenceEvent",
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
                ("number", models.CharField(max_length=60, null=True, verbose_name="số giấy phép")),
                (
                    "number_key",
                    models.CharField(max_length=60, null=True, verbose_name="số để so sánh"),
                ),
                (
                    "slug",
                    models.SlugField(
                        db_index=False, max_length=80, null=True, verbose_name="địa chỉ"
                    ),
                ),
                ("issued_on", models.DateField(null=True, verbose_name="ngày cấp")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("valid", "Còn hiệu lực"),
                            ("suspended", "Đang bị đình chỉ"),
                            ("expired", "Hết thời hạn"),
                            ("revoked", "Đã thu hồi"),
                        ],
                        max_length=10,
                        null=True,
                        verbose_name="hiệu lực",
                    ),
                ),
                ("changes_on", models.DateField(null=True, verbose_name="hiệu lực đổi vào ngày")),
                (
                    "holder",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.organisation",
                        verbose_name="tổ chức",
                    ),
                ),
                (
                    "issuer",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.organisation",
                        verbose_name="cơ quan cấp",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="licensing.licence",
                    ),
                ),
                (
                    "current",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="licensing.licenceversion",
                        verbose_name="bản hiện nay",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="licence",
            name="current",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="licensing.licenceversion",
                verbose_name="bản hiện nay",
            ),
        ),
        migrations.CreateModel(
            name="LicenceVersionEvent",
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
                ("ordinal", models.PositiveSmallIntegerField(null=True, verbose_name="lần")),
                (
                    "event",
                    models.CharField(
                        choices=[
                            ("issued", "Cấp giấy phép"),
                            ("amended", "Sửa đổi, bổ sung"),
                            ("extended", "Gia hạn"),
                            ("reissued", "Cấp lại"),
                            ("suspended", "Đình chỉ"),
                            ("revoked", "Thu hồi"),
                        ],
                        max_length=10,
                        null=True,
                        verbose_name="việc",
                    ),
                ),
                (
                    "decision_number",
                    models.CharField(max_length=80, null=True, verbose_name="số quyết định"),
                ),
                ("decided_on", models.DateField(null=True, verbose_name="ngày ký")),
                ("reason", models.TextField(blank=True, null=True, verbose_name="lý do")),
                ("effective_from", models.DateField(null=True, verbose_name="từ ngày")),
                ("effective_to", models.DateField(null=True, verbose_name="đến trước ngày")),
                (
                    "valid_to",
                    models.DateField(null=True, verbose_name="giấy phép có giá trị đến hết ngày"),
                ),
                (
                    "suspended_until",
                    models.DateField(null=True, verbose_name="có hiệu lực trở lại từ ngày"),
                ),
                (
                    "holder_name",
                    models.CharField(max_length=250, null=True, verbose_name="tên tổ chức"),
                ),
                (
                    "address",
                    models.CharField(
                        blank=True, max_length=300, null=True, verbose_name="trụ sở chính"
                    ),
                ),
                (
                    "site_name",
                    models.CharField(max_length=200, null=True, verbose_name="tên trang"),
                ),
                (
                    "domains",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=253),
                        null=True,
                        size=None,
                        verbose_name="tên miền",
                    ),
                ),
                (
                    "sections",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=120),
                        null=True,
                        size=None,
                        verbose_name="chuyên mục",
                    ),
                ),
                (
                    "sources",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200),
                        null=True,
                        size=None,
                        verbose_name="nguồn tin",
                    ),
                ),
                (
                    "servers",
                    models.CharField(
                        blank=True, max_length=300, null=True, verbose_name="nơi đặt máy chủ"
                    ),
                ),
                (
                    "manager",
                    models.CharField(
                        max_length=120, null=True, verbose_name="người chịu trách nhiệm nội dung"
                    ),
                ),
                ("recorded_at", models.DateTimeField(null=True, verbose_name="ghi vào sổ lúc")),
                (
                    "licence",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="licensing.licence",
                        verbose_name="giấy phép",
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
                        verbose_name="văn bản đã ký",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="licensing.licenceversion",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người ghi",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        triggers.AddTrigger(
            model_name="licenceversion",
            trigger=pgtrigger.compiler.Trigger(
                name="versions_are_never_rewritten",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="licensing_guard_version()",
                    func="RETURN NEW;",
                    hash="014e29439432e9079177f6c10d8613338a1dab0b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_versions_are_never_rewritten_09a36",
                    table="licensing_licenceversion",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="licenceversion",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="4097d65c308f27eb6e96d68dc79f33032488b337",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_5928f",
                    table="licensing_licenceversion",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="licenceversion",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "licensing_licenceversionevent" ("address", "decided_on", "decision_number", "domains", "effective_from", "effective_to", "event", "holder_name", "id", "licence_id", "manager", "ordinal", "paper_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "sections", "servers", "site_name", "sources", "suspended_until", "valid_to") VALUES (NEW."address", NEW."decided_on", NEW."decision_number", NEW."domains", NEW."effective_from", NEW."effective_to", NEW."event", NEW."holder_name", NEW."id", NEW."licence_id", NEW."manager", NEW."ordinal", NEW."paper_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."sections", NEW."servers", NEW."site_name", NEW."sources", NEW."suspended_until", NEW."valid_to"); RETURN NULL;',
                    hash="527a99e2d865c14a547b8bf72f55e0e1029a0937",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_93675",
                    table="licensing_licenceversion",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="licenceversion",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "licensing_licenceversionevent" ("address", "decided_on", "decision_number", "domains", "effective_from", "effective_to", "event", "holder_name", "id", "licence_id", "manager", "ordinal", "paper_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "sections", "servers", "site_name", "sources", "suspended_until", "valid_to") VALUES (NEW."address", NEW."decided_on", NEW."decision_number", NEW."domains", NEW."effective_from", NEW."effective_to", NEW."event", NEW."holder_name", NEW."id", NEW."licence_id", NEW."manager", NEW."ordinal", NEW."paper_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."sections", NEW."servers", NEW."site_name", NEW."sources", NEW."suspended_until", NEW."valid_to"); RETURN NULL;',
                    hash="9beb5e877d03cb0ffe84d1241c81e9aa0813cd53",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_bc706",
                    table="licensing_licenceversion",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="licenceversion",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "licensing_licenceversionevent" ("address", "decided_on", "decision_number", "domains", "effective_from", "effective_to", "event", "holder_name", "id", "licence_id", "manager", "ordinal", "paper_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "sections", "servers", "site_name", "sources", "suspended_until", "valid_to") VALUES (OLD."address", OLD."decided_on", OLD."decision_number", OLD."domains", OLD."effective_from", OLD."effective_to", OLD."event", OLD."holder_name", OLD."id", OLD."licence_id", OLD."manager", OLD."ordinal", OLD."paper_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reason", OLD."recorded_at", OLD."recorded_by_id", OLD."sections", OLD."servers", OLD."site_name", OLD."sources", OLD."suspended_until", OLD."valid_to"); RETURN NULL;',
                    hash="43d548bbaf66f90aebdddd20f31938c05f51ce37",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9e112",
                    table="licensing_licenceversion",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="licenceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="06fdf05a850d9c255fa3cff0800d72c8ed12a45e",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_dcf2a",
                    table="licensing_licenceevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="licenceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="906c4d58998b521b2aa80beb99de83b411f55bc8",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_032d6",
                    table="licensing_licenceevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="licenceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="71810fc4579f5a344f48b14053e99c7170831b17",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_4bd13",
                    table="licensing_licenceevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="licence",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "licensing_licenceevent" ("changes_on", "current_id", "holder_id", "id", "issued_on", "issuer_id", "number", "number_key", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "state") VALUES (NEW."changes_on", NEW."current_id", NEW."holder_id", NEW."id", NEW."issued_on", NEW."issuer_id", NEW."number", NEW."number_key", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."slug", NEW."state"); RETURN NULL;',
                    hash="e2d108ade663dcbba77d14b9a9ad77a586af5615",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_fccb5",
                    table="licensing_licence",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="licence",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."changes_on" IS DISTINCT FROM (NEW."changes_on") OR OLD."current_id" IS DISTINCT FROM (NEW."current_id") OR OLD."holder_id" IS DISTINCT FROM (NEW."holder_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."issued_on" IS DISTINCT FROM (NEW."issued_on") OR OLD."issuer_id" IS DISTINCT FROM (NEW."issuer_id") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."number_key" IS DISTINCT FROM (NEW."number_key") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."state" IS DISTINCT FROM (NEW."state"))',
                    func='INSERT INTO "licensing_licenceevent" ("changes_on", "current_id", "holder_id", "id", "issued_on", "issuer_id", "number", "number_key", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "state") VALUES (NEW."changes_on", NEW."current_id", NEW."holder_id", NEW."id", NEW."issued_on", NEW."issuer_id", NEW."number", NEW."number_key", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."slug", NEW."state"); RETURN NULL;',
                    hash="5281d22c2380f786991ae60d6cccaada9486fdcb",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9a36f",
                    table="licensing_licence",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="licence",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "licensing_licenceevent" ("changes_on", "current_id", "holder_id", "id", "issued_on", "issuer_id", "number", "number_key", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "state") VALUES (OLD."changes_on", OLD."current_id", OLD."holder_id", OLD."id", OLD."issued_on", OLD."issuer_id", OLD."number", OLD."number_key", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."slug", OLD."state"); RETURN NULL;',
                    hash="5f813edb7f9de8716f21b2230054fed01135e9f5",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_91475",
                    table="licensing_licence",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="licenceversionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="fa9a40a1fda2f28df0935264ab1b61e6d4835779",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_3648f",
                    table="licensing_licenceversionevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="licenceversionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="46ff6cb8ff4f66458678bd718f8ec241ff01d413",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_a41b4",
                    table="licensing_licenceversionevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="licenceversionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="6e41c0a23927895f586b92a245498768823aba6d",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_9c7de",
                    table="licensing_licenceversionevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
