import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.db.models.functions.text
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from cityweb.core import triggers


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0005_sealed_rows"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.CreateModel(
            name="CalendarDayEvent",
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
                ("date", models.DateField(null=True, verbose_name="ngày")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("working", "Ngày làm việc"),
                            ("weekend", "Nghỉ hằng tuần"),
                            ("holiday", "Nghỉ lễ, tết"),
                            ("substitute_rest", "Nghỉ bù, nghỉ hoán đổi"),
                            ("make_up_working", "Làm bù"),
                        ],
                        max_length=20,
                        null=True,
                        verbose_name="loại",
                    ),
                ),
                ("note", models.CharField(max_length=200, null=True, verbose_name="nội dung")),
                (
                    "citation",
                    models.CharField(blank=True, max_length=300, null=True, verbose_name="căn cứ"),
                ),
                (
                    "is_confirmed",
                    models.BooleanField(
                        help_text="Chưa đối chiếu: hạn rơi qua ngày này được ghi là tạm tính.",
                        null=True,
                        verbose_name="đã đối chiếu văn bản",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="LegalRule",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=80, verbose_name="mã")),
                (
                    "applies_to",
                    models.CharField(
                        blank=True,
                        help_text="Thủ tục, hộp thư, loại nội dung…; để trống là áp dụng chung.",
                        max_length=60,
                        verbose_name="áp dụng cho",
                    ),
                ),
                (
                    "value",
                    models.JSONField(
                        blank=True,
                        help_text="Để trống khi chưa biết: quy tắc không tự chạy.",
                        null=True,
                        verbose_name="giá trị",
                    ),
                ),
                (
                    "unit",
                    models.CharField(
                        choices=[
                            ("working_day", "ngày làm việc"),
                            ("calendar_day", "ngày"),
                            ("hour", "giờ"),
                            ("month", "tháng"),
                            ("year", "năm"),
                            ("second", "giây"),
                            ("VND", "đồng"),
                            ("ratio", "%"),
                            ("count", "số lượng"),
                            ("list", "danh sách"),
                            ("time", "giờ trong ngày"),
                            ("day_of_year", "ngày, tháng hằng năm"),
                            ("word", "cách làm"),
                        ],
                        max_length=20,
                        verbose_name="đơn vị",
                    ),
                ),
                ("effective_from", models.DateField(verbose_name="áp dụng từ ngày")),
                (
                    "effective_to",
                    models.DateField(
                        blank=True,
                        help_text="Ngày này không còn áp dụng.",
                        null=True,
                        verbose_name="đến trước ngày",
                    ),
                ),
                ("citation", models.TextField(verbose_name="căn cứ")),
                (
                    "confidence",
                    models.CharField(
                        choices=[
                            ("SEEN-P", "Đã đọc trong văn bản gốc"),
                            ("SEEN-S", "Đọc qua nguồn thứ cấp"),
                            ("KNOWN", "Hiểu biết chung, chưa đối chiếu"),
                            ("UNSURE", "Chưa chắc chắn"),
                        ],
                        max_length=10,
                        verbose_name="độ tin cậy",
                    ),
                ),
                ("source_note", models.TextField(blank=True, verbose_name="nguồn, ghi chú")),
                (
                    "is_law",
                    models.BooleanField(
                        help_text="Bỏ dấu nếu là quy định riêng của Phòng.",
                        verbose_name="quy định của pháp luật",
                    ),
                ),
                (
                    "confirmed_on",
                    models.DateField(
                        blank=True, editable=False, null=True, verbose_name="ngày xác nhận"
                    ),
                ),
                (
                    "fine_basis",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("organisation", "Mức phạt đối với tổ chức"),
                            ("individual", "Mức phạt đối với cá nhân"),
                        ],
                        max_length=20,
                        verbose_name="mức phạt tính cho",
                    ),
                ),
            ],
            options={
                "verbose_name": "quy tắc",
                "verbose_name_plural": "quy tắc pháp luật và của Phòng",
                "ordering": ["code", "applies_to", "-effective_from"],
                "indexes": [models.Index(fields=["code", "applies_to"], name="rule_by_code")],
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            (
                                models.Func(
                                    models.Func(
                                        django.db.models.functions.text.Concat(
                                            models.F("code"),
                                            models.Value("|"),
                                            models.F("applies_to"),
                                            output_field=models.TextField(),
                                        ),
                                        models.Value(0),
                                        function="hashtextextended",
                                    ),
                                    models.Func(
                                        django.db.models.functions.text.Concat(
                                            models.F("code"),
                                            models.Value("|"),
                                            models.F("applies_to"),
                                            output_field=models.TextField(),
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
                        name="rules_of_one_code_never_overlap",
                        violation_error_message="Đã có quy tắc cùng mã, cùng phạm vi áp dụng trong khoảng thời gian này. Hãy ghi ngày kết thúc cho quy tắc cũ trước.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("effective_to__isnull", True),
                            ("effective_to__gt", models.F("effective_from")),
                            _connector="OR",
                        ),
                        name="rule_ends_after_it_begins",
                        violation_error_message="Ngày kết thúc phải sau ngày bắt đầu áp dụng.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LegalRuleEvent",
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
                ("code", models.CharField(max_length=80, null=True, verbose_name="mã")),
                (
                    "applies_to",
                    models.CharField(
                        blank=True,
                        help_text="Thủ tục, hộp thư, loại nội dung…; để trống là áp dụng chung.",
                        max_length=60,
                        null=True,
                        verbose_name="áp dụng cho",
                    ),
                ),
                (
                    "value",
                    models.JSONField(
                        blank=True,
                        help_text="Để trống khi chưa biết: quy tắc không tự chạy.",
                        null=True,
                        verbose_name="giá trị",
                    ),
                ),
                (
                    "unit",
                    models.CharField(
                        choices=[
                            ("working_day", "ngày làm việc"),
                            ("calendar_day", "ngày"),
                            ("hour", "giờ"),
                            ("month", "tháng"),
                            ("year", "năm"),
                            ("second", "giây"),
                            ("VND", "đồng"),
                            ("ratio", "%"),
                            ("count", "số lượng"),
                            ("list", "danh sách"),
                            ("time", "giờ trong ngày"),
                            ("day_of_year", "ngày, tháng hằng năm"),
                            ("word", "cách làm"),
                        ],
                        max_length=20,
                        null=True,
                        verbose_name="đơn vị",
                    ),
                ),
                ("effective_from", models.DateField(null=True, verbose_name="áp dụng từ ngày")),
                (
                    "effective_to",
                    models.DateField(
                        blank=True,
                        help_text="Ngày này không còn áp dụng.",
                        null=True,
                        verbose_name="đến trước ngày",
                    ),
                ),
                ("citation", models.TextField(null=True, verbose_name="căn cứ")),
                (
                    "confidence",
                    models.CharField(
                        choices=[
                            ("SEEN-P", "Đã đọc trong văn bản gốc"),
                            ("SEEN-S", "Đọc qua nguồn thứ cấp"),
                            ("KNOWN", "Hiểu biết chung, chưa đối chiếu"),
                            ("UNSURE", "Chưa chắc chắn"),
                        ],
                        max_length=10,
                        null=True,
                        verbose_name="độ tin cậy",
                    ),
                ),
                (
                    "source_note",
                    models.TextField(blank=True, null=True, verbose_name="nguồn, ghi chú"),
                ),
                (
                    "is_law",
                    models.BooleanField(
                        help_text="Bỏ dấu nếu là quy định riêng của Phòng.",
                        null=True,
                        verbose_name="quy định của pháp luật",
                    ),
                ),
                (
                    "confirmed_on",
                    models.DateField(
                        blank=True, editable=False, null=True, verbose_name="ngày xác nhận"
                    ),
                ),
                (
                    "fine_basis",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("organisation", "Mức phạt đối với tổ chức"),
                            ("individual", "Mức phạt đối với cá nhân"),
                        ],
                        max_length=20,
                        null=True,
                        verbose_name="mức phạt tính cho",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CalendarDay",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("date", models.DateField(unique=True, verbose_name="ngày")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("working", "Ngày làm việc"),
                            ("weekend", "Nghỉ hằng tuần"),
                            ("holiday", "Nghỉ lễ, tết"),
                            ("substitute_rest", "Nghỉ bù, nghỉ hoán đổi"),
                            ("make_up_working", "Làm bù"),
                        ],
                        max_length=20,
                        verbose_name="loại",
                    ),
                ),
                ("note", models.CharField(max_length=200, verbose_name="nội dung")),
                ("citation", models.CharField(blank=True, max_length=300, verbose_name="căn cứ")),
                (
                    "is_confirmed",
                    models.BooleanField(
                        default=False,
                        help_text="Chưa đối chiếu: hạn rơi qua ngày này được ghi là tạm tính.",
                        verbose_name="đã đối chiếu văn bản",
                    ),
                ),
            ],
            options={
                "verbose_name": "ngày trong lịch làm việc",
                "verbose_name_plural": "lịch làm việc",
                "ordering": ["date"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_confirmed", False),
                            models.Q(("citation", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="confirmed_day_names_its_source",
                        violation_error_message="Ngày đã đối chiếu phải ghi căn cứ.",
                    )
                ],
            },
        ),
        triggers.AddTrigger(
            model_name="calendarday",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "core_calendardayevent" ("citation", "date", "id", "is_confirmed", "kind", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."citation", NEW."date", NEW."id", NEW."is_confirmed", NEW."kind", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id"); RETURN NULL;',
                    hash="cac46cd8f28e74c5ece1b427e8d24b0e290287f6",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e1369",
                    table="core_calendarday",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="calendarday",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "core_calendardayevent" ("citation", "date", "id", "is_confirmed", "kind", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."citation", NEW."date", NEW."id", NEW."is_confirmed", NEW."kind", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id"); RETURN NULL;',
                    hash="84391d55865741fefc4031585d8b2cb689a58198",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_36b7b",
                    table="core_calendarday",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="calendarday",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "core_calendardayevent" ("citation", "date", "id", "is_confirmed", "kind", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."citation", OLD."date", OLD."id", OLD."is_confirmed", OLD."kind", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id"); RETURN NULL;',
                    hash="e6d8acec3e2bd5ad2115d2ed1269223ab3978815",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_94941",
                    table="core_calendarday",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="calendardayevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="core.calendarday",
            ),
        ),
        migrations.AddField(
            model_name="legalrule",
            name="confirmed_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="người xác nhận",
            ),
        ),
        migrations.AddField(
            model_name="legalruleevent",
            name="confirmed_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="người xác nhận",
            ),
        ),
        migrations.AddField(
            model_name="legalruleevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="core.legalrule",
            ),
        ),
        triggers.AddTrigger(
            model_name="calendardayevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="27bcf954883ab79a0df25cdb02ea3e46ccd85301",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_4a8e8",
                    table="core_calendardayevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="calendardayevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="81d7fc378ba01fe27c5c8533ba3c355d6851f225",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_0e135",
                    table="core_calendardayevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="calendardayevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="5b0c4134c1f0b2bf65b6883e8774e27bad569e60",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_616c2",
                    table="core_calendardayevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="legalrule",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("confirmed_by__isnull", True), ("confirmed_on__isnull", True)),
                    models.Q(("confirmed_by__isnull", False), ("confirmed_on__isnull", False)),
                    _connector="OR",
                ),
                name="rule_is_confirmed_by_someone_some_day",
            ),
        ),
        triggers.AddTrigger(
            model_name="legalrule",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "core_legalruleevent" ("applies_to", "citation", "code", "confidence", "confirmed_by_id", "confirmed_on", "effective_from", "effective_to", "fine_basis", "id", "is_law", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_note", "unit", "value") VALUES (NEW."applies_to", NEW."citation", NEW."code", NEW."confidence", NEW."confirmed_by_id", NEW."confirmed_on", NEW."effective_from", NEW."effective_to", NEW."fine_basis", NEW."id", NEW."is_law", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."source_note", NEW."unit", NEW."value"); RETURN NULL;',
                    hash="ad81453339368b49731a6cb36c9278dc9a4e83bf",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_27666",
                    table="core_legalrule",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="legalrule",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "core_legalruleevent" ("applies_to", "citation", "code", "confidence", "confirmed_by_id", "confirmed_on", "effective_from", "effective_to", "fine_basis", "id", "is_law", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_note", "unit", "value") VALUES (NEW."applies_to", NEW."citation", NEW."code", NEW."confidence", NEW."confirmed_by_id", NEW."confirmed_on", NEW."effective_from", NEW."effective_to", NEW."fine_basis", NEW."id", NEW."is_law", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."source_note", NEW."unit", NEW."value"); RETURN NULL;',
                    hash="deb58412889a9a45ffb838cd6722d9e3bbcd1de2",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_71de8",
                    table="core_legalrule",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="legalrule",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "core_legalruleevent" ("applies_to", "citation", "code", "confidence", "confirmed_by_id", "confirmed_on", "effective_from", "effective_to", "fine_basis", "id", "is_law", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_note", "unit", "value") VALUES (OLD."applies_to", OLD."citation", OLD."code", OLD."confidence", OLD."confirmed_by_id", OLD."confirmed_on", OLD."effective_from", OLD."effective_to", OLD."fine_basis", OLD."id", OLD."is_law", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."source_note", OLD."unit", OLD."value"); RETURN NULL;',
                    hash="988ca2be9e9fc9a4a79e80f11da889b5b5fd1303",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_38498",
                    table="core_legalrule",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="legalruleevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="79504cda09275dc9fca27af5fe716ada87d10681",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_38393",
                    table="core_legalruleevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="legalruleevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="75fe826d3373397656c9ac118f44df2a35174265",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_c83fe",
                    table="core_legalruleevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="legalruleevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="d3736f3b6f2cfbcda91130693da66e6720d9a721",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_ec728",
                    table="core_legalruleevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
