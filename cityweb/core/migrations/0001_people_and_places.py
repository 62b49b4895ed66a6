import django.db.models.deletion
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from cityweb.core import triggers

# The functions that the triggers of every append-only table call; they must be here first.
DIGEST = """
CREATE FUNCTION core_digest(fields jsonb) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    -- Nulls are left out, so that a column added later leaves old digests right.
    -- One plain expression: anything more costs ten times as much for every row.
    SELECT encode(
        sha256(convert_to(jsonb_strip_nulls(fields - 'row_digest')::text, 'UTF8')), 'hex'
    )
$$
"""
STAMP = """
CREATE FUNCTION core_stamp_digest() RETURNS trigger
LANGUAGE plpgsql SET TimeZone TO 'UTC' AS $$
BEGIN
    NEW.row_digest := core_digest(to_jsonb(NEW));
    RETURN NEW;
END
$$
"""
REFUSE = """
CREATE FUNCTION core_refuse_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, lower(TG_OP);
END
$$
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.RunSQL(DIGEST, "DROP FUNCTION core_digest(jsonb)"),
        migrations.RunSQL(STAMP, "DROP FUNCTION core_stamp_digest()"),
        migrations.RunSQL(REFUSE, "DROP FUNCTION core_refuse_change()"),
        migrations.CreateModel(
            name="User",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "last_login",
                    models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                ),
                (
                    "email",
                    models.EmailField(max_length=254, unique=True, verbose_name="thư điện tử"),
                ),
                ("full_name", models.CharField(max_length=120, verbose_name="họ và tên")),
                (
                    "position",
                    models.CharField(blank=True, max_length=120, verbose_name="chức danh"),
                ),
                ("is_active", models.BooleanField(default=True, verbose_name="còn hoạt động")),
                ("date_joined", models.DateTimeField(auto_now_add=True, verbose_name="ngày tạo")),
            ],
            options={
                "verbose_name": "người dùng",
                "verbose_name_plural": "người dùng",
                "ordering": ["full_name"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("email", models.Func(models.F("email"), function="lower"))
                        ),
                        name="user_email_is_lower_case",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AuditSeal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField(unique=True, verbose_name="ngày")),
                ("leaves", models.JSONField(default=dict, verbose_name="dấu từng dòng")),
                (
                    "previous",
                    models.CharField(blank=True, max_length=64, verbose_name="dấu ngày trước"),
                ),
                ("digest", models.CharField(max_length=64, verbose_name="dấu ngày")),
                (
                    "sealed_at",
                    models.DateTimeField(auto_now_add=True, verbose_name="niêm phong lúc"),
                ),
            ],
            options={
                "verbose_name": "niêm phong nhật ký",
                "verbose_name_plural": "niêm phong nhật ký",
                "ordering": ["-day"],
            },
        ),
        migrations.CreateModel(
            name="Heartbeat",
            fields=[
                (
                    "name",
                    models.CharField(
                        max_length=40, primary_key=True, serialize=False, verbose_name="tiến trình"
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="lần cuối")),
            ],
            options={
                "verbose_name": "nhịp tiến trình",
                "verbose_name_plural": "nhịp tiến trình",
            },
        ),
        migrations.CreateModel(
            name="AdminUnit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=20, verbose_name="mã")),
                ("name", models.CharField(max_length=120, verbose_name="tên đầy đủ")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("ward", "Phường"),
                            ("commune", "Xã"),
                            ("special_zone", "Đặc khu"),
                            ("township", "Thị trấn"),
                            ("district", "Quận, huyện, thành phố, thị xã"),
                            ("province", "Tỉnh, thành phố trực thuộc trung ương"),
                        ],
                        max_length=20,
                        verbose_name="loại",
                    ),
                ),
                (
                    "search_key",
                    models.CharField(
                        editable=False, max_length=160, verbose_name="khóa tìm không dấu"
                    ),
                ),
                (
                    "sort_key",
                    models.CharField(
                        db_collation="C",
                        editable=False,
                        max_length=200,
                        verbose_name="khóa sắp xếp",
                    ),
                ),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="có từ ngày")),
                (
                    "valid_to",
                    models.DateField(blank=True, null=True, verbose_name="hết hiệu lực sau ngày"),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="core.adminunit",
                        verbose_name="trực thuộc",
                    ),
                ),
            ],
            options={
                "verbose_name": "đơn vị hành chính",
                "verbose_name_plural": "đơn vị hành chính",
                "ordering": ["sort_key"],
                "indexes": [models.Index(fields=["search_key"], name="admin_unit_search_key")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("valid_to__isnull", True)),
                        fields=("code",),
                        name="one_present_unit_a_code",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AdminUnitSuccession",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("is_partial", models.BooleanField(default=False, verbose_name="chỉ một phần")),
                (
                    "new",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="came_from",
                        to="core.adminunit",
                        verbose_name="đơn vị mới",
                    ),
                ),
                (
                    "old",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="went_into",
                        to="core.adminunit",
                        verbose_name="đơn vị cũ",
                    ),
                ),
            ],
            options={
                "verbose_name": "kế thừa địa giới",
                "verbose_name_plural": "kế thừa địa giới",
                "constraints": [
                    models.UniqueConstraint(fields=("old", "new"), name="one_succession_a_pair")
                ],
            },
        ),
        migrations.CreateModel(
            name="AuditEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="thời điểm")),
                ("verb", models.CharField(max_length=80, verbose_name="việc")),
                (
                    "target_id",
                    models.CharField(blank=True, max_length=40, verbose_name="mã đối tượng"),
                ),
                (
                    "target_label",
                    models.CharField(blank=True, max_length=300, verbose_name="đối tượng"),
                ),
                ("reason", models.TextField(blank=True, verbose_name="lý do")),
                ("details", models.JSONField(blank=True, default=dict, verbose_name="chi tiết")),
                (
                    "request_id",
                    models.CharField(blank=True, max_length=40, verbose_name="mã yêu cầu"),
                ),
                (
                    "row_digest",
                    models.CharField(
                        blank=True, editable=False, max_length=64, verbose_name="dấu kiểm"
                    ),
                ),
                (
                    "actor",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người thực hiện",
                    ),
                ),
                (
                    "target_type",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="contenttypes.contenttype",
                        verbose_name="loại đối tượng",
                    ),
                ),
            ],
            options={
                "verbose_name": "dòng nhật ký",
                "verbose_name_plural": "nhật ký nghiệp vụ",
                "ordering": ["-id"],
                "indexes": [
                    models.Index(
                        fields=["target_type", "target_id", "-id"], name="audit_by_target"
                    ),
                    models.Index(fields=["actor", "-id"], name="audit_by_actor"),
                    models.Index(fields=["verb", "-id"], name="audit_by_verb"),
                    models.Index(fields=["at"], name="audit_by_time"),
                    models.Index(fields=["request_id"], name="audit_by_request"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Organisation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=250, verbose_name="tên đầy đủ")),
                (
                    "short_name",
                    models.CharField(blank=True, max_length=80, verbose_name="tên viết tắt"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("department", "Sở, ban, ngành"),
                            ("committee", "Ủy ban nhân dân"),
                            ("office", "Phòng, đơn vị thuộc Sở"),
                            ("agency", "Cơ quan nhà nước khác"),
                            ("press", "Cơ quan báo chí"),
                            ("company", "Doanh nghiệp"),
                            ("association", "Hội, hiệp hội"),
                            ("school", "Cơ sở giáo dục"),
                            ("other", "Tổ chức khác"),
                        ],
                        max_length=20,
                        verbose_name="loại",
                    ),
                ),
                (
                    "valid_from",
                    models.DateField(blank=True, null=True, verbose_name="hoạt động từ"),
                ),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="đến hết ngày")),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="core.organisation",
                        verbose_name="trực thuộc",
                    ),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="predecessors",
                        to="core.organisation",
                        verbose_name="đơn vị kế thừa",
                    ),
                ),
            ],
            options={
                "verbose_name": "tổ chức",
                "verbose_name_plural": "tổ chức",
                "ordering": ["name"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True),
                            ("valid_from__isnull", True),
                            ("valid_to__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="organisation_ends_after_it_begins",
                        violation_error_message="Ngày kết thúc phải sau ngày bắt đầu hoạt động.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("successor", models.F("id")), _negated=True),
                            models.Q(("parent", models.F("id")), _negated=True),
                        ),
                        name="organisation_is_not_its_own_relative",
                        violation_error_message="Tổ chức không thể trực thuộc hoặc kế thừa chính nó.",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="user",
            name="organisation",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="people",
                to="core.organisation",
                verbose_name="đơn vị",
            ),
        ),
        migrations.CreateModel(
            name="RoleGrant",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("editor", "Biên tập viên"),
                            ("editorial_board", "Ban Biên tập"),
                            ("applicant", "Tổ chức nộp hồ sơ"),
                            ("one_stop_clerk", "Chuyên viên một cửa"),
                            ("officer", "Chuyên viên"),
                            ("office_head", "Trưởng phòng"),
                            ("director", "Giám đốc"),
                            ("records_clerk", "Văn thư"),
                            ("agency_contact", "Đầu mối đơn vị hữu trách"),
                            ("site_monitor", "Theo dõi website thành viên"),
                            ("site_owner", "Phụ trách website thành viên"),
                            ("inspector", "Thành viên đoàn kiểm tra"),
                            ("administrator", "Quản trị hệ thống"),
                        ],
                        max_length=30,
                        verbose_name="vai trò",
                    ),
                ),
                (
                    "valid_from",
                    models.DateField(
                        default=django.utils.timezone.localdate, verbose_name="từ ngày"
                    ),
                ),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="đến hết ngày")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="grants",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người dùng",
                    ),
                ),
            ],
            options={
                "verbose_name": "vai trò được giao",
                "verbose_name_plural": "vai trò được giao",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True),
                            ("valid_to__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="role_grant_ends_after_it_begins",
                        violation_error_message="Ngày kết thúc phải sau ngày bắt đầu.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OrganisationEvent",
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
                ("name", models.CharField(max_length=250, null=True, verbose_name="tên đầy đủ")),
                (
                    "short_name",
                    models.CharField(
                        blank=True, max_length=80, null=True, verbose_name="tên viết tắt"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("department", "Sở, ban, ngành"),
                            ("committee", "Ủy ban nhân dân"),
                            ("office", "Phòng, đơn vị thuộc Sở"),
                            ("agency", "Cơ quan nhà nước khác"),
                            ("press", "Cơ quan báo chí"),
                            ("company", "Doanh nghiệp"),
                            ("association", "Hội, hiệp hội"),
                            ("school", "Cơ sở giáo dục"),
                            ("other", "Tổ chức khác"),
                        ],
                        max_length=20,
                        null=True,
                        verbose_name="loại",
                    ),
                ),
                (
                    "valid_from",
                    models.DateField(blank=True, null=True, verbose_name="hoạt động từ"),
                ),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="đến hết ngày")),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.organisation",
                        verbose_name="trực thuộc",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="core.organisation",
                    ),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.organisation",
                        verbose_name="đơn vị kế thừa",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RoleGrantEvent",
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
                    "role",
                    models.CharField(
                        choices=[
                            ("editor", "Biên tập viên"),
                            ("editorial_board", "Ban Biên tập"),
                            ("applicant", "Tổ chức nộp hồ sơ"),
                            ("one_stop_clerk", "Chuyên viên một cửa"),
                            ("officer", "Chuyên viên"),
                            ("office_head", "Trưởng phòng"),
                            ("director", "Giám đốc"),
                            ("records_clerk", "Văn thư"),
                            ("agency_contact", "Đầu mối đơn vị hữu trách"),
                            ("site_monitor", "Theo dõi website thành viên"),
                            ("site_owner", "Phụ trách website thành viên"),
                            ("inspector", "Thành viên đoàn kiểm tra"),
                            ("administrator", "Quản trị hệ thống"),
                        ],
                        max_length=30,
                        null=True,
                        verbose_name="vai trò",
                    ),
                ),
                ("valid_from", models.DateField(null=True, verbose_name="từ ngày")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="đến hết ngày")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="core.rolegrant",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người dùng",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="UserEvent",
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
                ("email", models.EmailField(max_length=254, null=True, verbose_name="thư điện tử")),
                (
                    "full_name",
                    models.CharField(max_length=120, null=True, verbose_name="họ và tên"),
                ),
                (
                    "position",
                    models.CharField(
                        blank=True, max_length=120, null=True, verbose_name="chức danh"
                    ),
                ),
                ("is_active", models.BooleanField(null=True, verbose_name="còn hoạt động")),
                ("date_joined", models.DateTimeField(null=True, verbose_name="ngày tạo")),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.organisation",
                        verbose_name="đơn vị",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        triggers.AddTrigger(
            model_name="auditseal",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="f90a4fb56ef614e9016e13f80e33cd743c8c0962",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_5c15c",
                    table="core_auditseal",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="auditseal",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="0b0f99b8c072a90af684d49ff2b0a599ad9fbaf6",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_fbae9",
                    table="core_auditseal",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="auditentry",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="fa79b51c01c2fc763e58c80f85a44efa98b08d93",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_9b49c",
                    table="core_auditentry",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="auditentry",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="895d2d0e165bd4443ea4fe334b734485bce20cbf",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_726bb",
                    table="core_auditentry",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="auditentry",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="72f3b32da8946696d8a4dc6440d84305e97963dd",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_eb145",
                    table="core_auditentry",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="organisation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "core_organisationevent" ("id", "kind", "name", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "short_name", "successor_id", "valid_from", "valid_to") VALUES (NEW."id", NEW."kind", NEW."name", NEW."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."short_name", NEW."successor_id", NEW."valid_from", NEW."valid_to"); RETURN NULL;',
                    hash="9e68736b07c1b38f18ae5e7540a4cb6fb2c011b4",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_1e9d1",
                    table="core_organisation",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="organisation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "core_organisationevent" ("id", "kind", "name", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "short_name", "successor_id", "valid_from", "valid_to") VALUES (NEW."id", NEW."kind", NEW."name", NEW."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."short_name", NEW."successor_id", NEW."valid_from", NEW."valid_to"); RETURN NULL;',
                    hash="73a5e37556f689c172e2d1a150f7f2e8a27518bf",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1b882",
                    table="core_organisation",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="organisation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "core_organisationevent" ("id", "kind", "name", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "short_name", "successor_id", "valid_from", "valid_to") VALUES (OLD."id", OLD."kind", OLD."name", OLD."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."short_name", OLD."successor_id", OLD."valid_from", OLD."valid_to"); RETURN NULL;',
                    hash="f01f75955127e4145111d3891188165764f74b1a",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8a59c",
                    table="core_organisation",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="user",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "core_userevent" ("date_joined", "email", "full_name", "id", "is_active", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (NEW."date_joined", NEW."email", NEW."full_name", NEW."id", NEW."is_active", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position"); RETURN NULL;',
                    hash="35672f7b1f2ebdd73fef73959b62cfb73392a923",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_45de6",
                    table="core_user",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="user",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."date_joined" IS DISTINCT FROM (NEW."date_joined") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."full_name" IS DISTINCT FROM (NEW."full_name") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."organisation_id" IS DISTINCT FROM (NEW."organisation_id") OR OLD."position" IS DISTINCT FROM (NEW."position"))',
                    func='INSERT INTO "core_userevent" ("date_joined", "email", "full_name", "id", "is_active", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (NEW."date_joined", NEW."email", NEW."full_name", NEW."id", NEW."is_active", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position"); RETURN NULL;',
                    hash="8adc27696302502a79986a4cc6de8e9d04037caf",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6ccff",
                    table="core_user",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="user",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "core_userevent" ("date_joined", "email", "full_name", "id", "is_active", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (OLD."date_joined", OLD."email", OLD."full_name", OLD."id", OLD."is_active", OLD."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position"); RETURN NULL;',
                    hash="e182d02fc2126a2a86ba388a23f4c544f7e55935",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_1425a",
                    table="core_user",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="organisationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="1c061fa1bd38a46de83a847030a1ff26d228ac70",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_4092e",
                    table="core_organisationevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="organisationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="73c518f4b22a515e756e0e10ad732b9dd6e78692",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_181b9",
                    table="core_organisationevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="organisationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="9494aec5784bfc08b6e237452946faa9ec70a709",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_b190c",
                    table="core_organisationevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="rolegrant",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "core_rolegrantevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "user_id", "valid_from", "valid_to") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."role", NEW."user_id", NEW."valid_from", NEW."valid_to"); RETURN NULL;',
                    hash="746d98366be41d3f4f3ff4bfeffca9c872e0d9a4",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_aa777",
                    table="core_rolegrant",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="rolegrant",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "core_rolegrantevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "user_id", "valid_from", "valid_to") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."role", NEW."user_id", NEW."valid_from", NEW."valid_to"); RETURN NULL;',
                    hash="41ef03bdbd6fd52bae48f5e887bc171400795d9b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a831d",
                    table="core_rolegrant",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="rolegrant",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "core_rolegrantevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "user_id", "valid_from", "valid_to") VALUES (OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."role", OLD."user_id", OLD."valid_from", OLD."valid_to"); RETURN NULL;',
                    hash="52288a4e56f69fdbe20b76ebb2dabc4c59084de3",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_bf593",
                    table="core_rolegrant",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="rolegrantevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="b0ec14189b4abd6103fd8361fae1ee4de11682ea",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_d3031",
                    table="core_rolegrantevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="rolegrantevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="d4f68915ccd7aefc01d7e6a4fa130ef20a2d67e8",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_70a60",
                    table="core_rolegrantevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="rolegrantevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="5e629e4fe9a4af6cf964699a8f6c7ffa84253e37",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_6af1f",
                    table="core_rolegrantevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="userevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="bb761267c4184111953fee1fd48a6e391ebf765e",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_ecced",
                    table="core_userevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="userevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="30cd29e5473db63cd6bdaccd5f5dd2be78a61172",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_f53a5",
                    table="core_userevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="userevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="d5686cb7e9157db0b3722133c4218a83efb8deb5",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_3d1d9",
                    table="core_userevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
