import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
from django.db import migrations, models

from cityweb.core import triggers


class Migration(migrations.Migration):
    initial = True
    dependencies = [("core", "0014_papers")]
    operations = [
        migrations.CreateModel(
            name="Contact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "rung",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Đầu mối của đơn vị"),
                            (2, "Lãnh đạo đơn vị"),
                            (3, "Phụ trách của Phòng"),
                        ],
                        default=1,
                        verbose_name="trách nhiệm",
                    ),
                ),
                ("full_name", models.CharField(max_length=120, verbose_name="họ và tên")),
                (
                    "position",
                    models.CharField(blank=True, max_length=120, verbose_name="chức danh"),
                ),
                ("email", models.EmailField(max_length=254, verbose_name="thư điện tử")),
                ("phone", models.CharField(blank=True, max_length=30, verbose_name="điện thoại")),
                (
                    "valid_from",
                    models.DateField(
                        default=django.utils.timezone.localdate, verbose_name="từ ngày"
                    ),
                ),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="đến hết ngày")),
            ],
            options={
                "verbose_name": "người chịu trách nhiệm",
                "verbose_name_plural": "người chịu trách nhiệm",
                "ordering": ["site", "rung", "full_name"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True),
                            ("valid_to__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="contact_ends_after_it_begins",
                        violation_error_message="Ngày kết thúc phải sau ngày bắt đầu.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="MaintenanceWindow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("starts_at", models.DateTimeField(verbose_name="bắt đầu")),
                ("ends_at", models.DateTimeField(verbose_name="kết thúc")),
                (
                    "repeats",
                    models.CharField(
                        choices=[
                            ("once", "Một lần"),
                            ("daily", "Hằng ngày"),
                            ("weekly", "Hằng tuần"),
                            ("monthly", "Hằng tháng"),
                        ],
                        default="once",
                        max_length=10,
                        verbose_name="lặp lại",
                    ),
                ),
                (
                    "until",
                    models.DateField(
                        blank=True,
                        help_text="Để trống: lặp cho đến khi xóa.",
                        null=True,
                        verbose_name="lặp đến hết ngày",
                    ),
                ),
                ("reason", models.CharField(max_length=250, verbose_name="nội dung")),
            ],
            options={
                "verbose_name": "lịch bảo trì",
                "verbose_name_plural": "lịch bảo trì",
                "ordering": ["site", "starts_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                        name="maintenance_ends_after_it_begins",
                        violation_error_message="Giờ kết thúc phải sau giờ bắt đầu.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="MemberSite",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "warn_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Để trống: theo quy tắc chung.",
                        null=True,
                        verbose_name="nhắc sau (ngày)",
                    ),
                ),
                (
                    "stale_days",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="quá hạn sau (ngày)"
                    ),
                ),
                (
                    "alarm_days",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="báo động sau (ngày)"
                    ),
                ),
                ("code", models.SlugField(max_length=40, unique=True, verbose_name="mã")),
                ("name", models.CharField(max_length=200, verbose_name="tên website")),
                (
                    "home_url",
                    models.CharField(
                        max_length=500,
                        unique=True,
                        validators=[
                            django.core.validators.URLValidator(
                                message="Ghi địa chỉ bắt đầu bằng http:// hoặc https://.",
                                schemes=["http", "https"],
                            )
                        ],
                        verbose_name="địa chỉ trang chủ",
                    ),
                ),
                (
                    "feed_url",
                    models.CharField(
                        blank=True,
                        max_length=500,
                        validators=[
                            django.core.validators.URLValidator(
                                message="Ghi địa chỉ bắt đầu bằng http:// hoặc https://.",
                                schemes=["http", "https"],
                            )
                        ],
                        verbose_name="địa chỉ RSS",
                    ),
                ),
                (
                    "sitemap_url",
                    models.CharField(
                        blank=True,
                        max_length=500,
                        validators=[
                            django.core.validators.URLValidator(
                                message="Ghi địa chỉ bắt đầu bằng http:// hoặc https://.",
                                schemes=["http", "https"],
                            )
                        ],
                        verbose_name="địa chỉ sitemap",
                    ),
                ),
                ("platform", models.CharField(blank=True, max_length=80, verbose_name="nền tảng")),
                (
                    "builder",
                    models.CharField(blank=True, max_length=120, verbose_name="đơn vị xây dựng"),
                ),
                (
                    "tags",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="nhãn",
                    ),
                ),
                (
                    "interval_minutes",
                    models.PositiveSmallIntegerField(
                        default=30,
                        validators=[django.core.validators.MinValueValidator(5)],
                        verbose_name="kiểm tra mỗi (phút)",
                    ),
                ),
                (
                    "archived_on",
                    models.DateField(
                        blank=True,
                        help_text="Từ ngày này website không còn được kiểm tra, nhắc nhở.",
                        null=True,
                        verbose_name="lưu trữ từ ngày",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="member_sites",
                        to="core.organisation",
                        verbose_name="đơn vị quản lý",
                    ),
                ),
            ],
            options={
                "verbose_name": "website thành viên",
                "verbose_name_plural": "website thành viên",
                "ordering": ["code"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("warn_days__lt", models.F("stale_days")),
                            ("stale_days__lt", models.F("alarm_days")),
                            ("warn_days__lt", models.F("alarm_days")),
                        ),
                        name="site_limits_rise",
                        violation_error_message="Ba hạn cập nhật tin phải tăng dần: nhắc, quá hạn, báo động.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("interval_minutes__gte", 5)),
                        name="site_is_not_asked_too_often",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MaintenanceWindowEvent",
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
                ("starts_at", models.DateTimeField(null=True, verbose_name="bắt đầu")),
                ("ends_at", models.DateTimeField(null=True, verbose_name="kết thúc")),
                (
                    "repeats",
                    models.CharField(
                        choices=[
                            ("once", "Một lần"),
                            ("daily", "Hằng ngày"),
                            ("weekly", "Hằng tuần"),
                            ("monthly", "Hằng tháng"),
                        ],
                        max_length=10,
                        null=True,
                        verbose_name="lặp lại",
                    ),
                ),
                (
                    "until",
                    models.DateField(
                        blank=True,
                        help_text="Để trống: lặp cho đến khi xóa.",
                        null=True,
                        verbose_name="lặp đến hết ngày",
                    ),
                ),
                ("reason", models.CharField(max_length=250, null=True, verbose_name="nội dung")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="members.maintenancewindow",
                    ),
                ),
                (
                    "site",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="members.membersite",
                        verbose_name="website",
                    ),
                ),
            ],
            options={"abstract": False},
        ),
        migrations.AddField(
            model_name="maintenancewindow",
            name="site",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="maintenance",
                to="members.membersite",
                verbose_name="website",
            ),
        ),
        migrations.CreateModel(
            name="ContactEvent",
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
                    "rung",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Đầu mối của đơn vị"),
                            (2, "Lãnh đạo đơn vị"),
                            (3, "Phụ trách của Phòng"),
                        ],
                        null=True,
                        verbose_name="trách nhiệm",
                    ),
                ),
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
                ("email", models.EmailField(max_length=254, null=True, verbose_name="thư điện tử")),
                (
                    "phone",
                    models.CharField(
                        blank=True, max_length=30, null=True, verbose_name="điện thoại"
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
                        to="members.contact",
                    ),
                ),
                (
                    "site",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="members.membersite",
                        verbose_name="website",
                    ),
                ),
            ],
            options={"abstract": False},
        ),
        migrations.AddField(
            model_name="contact",
            name="site",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="contacts",
                to="members.membersite",
                verbose_name="website",
            ),
        ),
        migrations.CreateModel(
            name="MemberSiteEvent",
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
                    "warn_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Để trống: theo quy tắc chung.",
                        null=True,
                        verbose_name="nhắc sau (ngày)",
                    ),
                ),
                (
                    "stale_days",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="quá hạn sau (ngày)"
                    ),
                ),
                (
                    "alarm_days",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="báo động sau (ngày)"
                    ),
                ),
                (
                    "code",
                    models.SlugField(db_index=False, max_length=40, null=True, verbose_name="mã"),
                ),
                ("name", models.CharField(max_length=200, null=True, verbose_name="tên website")),
                (
                    "home_url",
                    models.CharField(
                        max_length=500,
                        null=True,
                        validators=[
                            django.core.validators.URLValidator(
                                message="Ghi địa chỉ bắt đầu bằng http:// hoặc https://.",
                                schemes=["http", "https"],
                            )
                        ],
                        verbose_name="địa chỉ trang chủ",
                    ),
                ),
                (
                    "feed_url",
                    models.CharField(
                        blank=True,
                        max_length=500,
                        null=True,
                        validators=[
                            django.core.validators.URLValidator(
                                message="Ghi địa chỉ bắt đầu bằng http:// hoặc https://.",
                                schemes=["http", "https"],
                            )
                        ],
                        verbose_name="địa chỉ RSS",
                    ),
                ),
                (
                    "sitemap_url",
                    models.CharField(
                        blank=True,
                        max_length=500,
                        null=True,
                        validators=[
                            django.core.validators.URLValidator(
                                message="Ghi địa chỉ bắt đầu bằng http:// hoặc https://.",
                                schemes=["http", "https"],
                            )
                        ],
                        verbose_name="địa chỉ sitemap",
                    ),
                ),
                (
                    "platform",
                    models.CharField(blank=True, max_length=80, null=True, verbose_name="nền tảng"),
                ),
                (
                    "builder",
                    models.CharField(
                        blank=True, max_length=120, null=True, verbose_name="đơn vị xây dựng"
                    ),
                ),
                (
                    "tags",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40),
                        blank=True,
                        null=True,
                        size=None,
                        verbose_name="nhãn",
                    ),
                ),
                (
                    "interval_minutes",
                    models.PositiveSmallIntegerField(
                        null=True,
                        validators=[django.core.validators.MinValueValidator(5)],
                        verbose_name="kiểm tra mỗi (phút)",
                    ),
                ),
                (
                    "archived_on",
                    models.DateField(
                        blank=True,
                        help_text="Từ ngày này website không còn được kiểm tra, nhắc nhở.",
                        null=True,
                        verbose_name="lưu trữ từ ngày",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.organisation",
                        verbose_name="đơn vị quản lý",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="members.membersite",
                    ),
                ),
            ],
            options={"abstract": False},
        ),
        migrations.CreateModel(
            name="Section",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "warn_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Để trống: theo quy tắc chung.",
                        null=True,
                        verbose_name="nhắc sau (ngày)",
                    ),
                ),
                (
                    "stale_days",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="quá hạn sau (ngày)"
                    ),
                ),
                (
                    "alarm_days",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="báo động sau (ngày)"
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="chuyên mục")),
                (
                    "url",
                    models.CharField(
                        max_length=500,
                        validators=[
                            django.core.validators.URLValidator(
                                message="Ghi địa chỉ bắt đầu bằng http:// hoặc https://.",
                                schemes=["http", "https"],
                            )
                        ],
                        verbose_name="địa chỉ",
                    ),
                ),
                (
                    "site",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sections",
                        to="members.membersite",
                        verbose_name="website",
                    ),
                ),
            ],
            options={
                "verbose_name": "chuyên mục phải cập nhật",
                "verbose_name_plural": "chuyên mục phải cập nhật",
                "ordering": ["site", "name"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("site", "name"),
                        name="section_is_listed_once",
                        violation_error_message="Chuyên mục này đã có trong danh sách.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("warn_days__lt", models.F("stale_days")),
                            ("stale_days__lt", models.F("alarm_days")),
                            ("warn_days__lt", models.F("alarm_days")),
                        ),
                        name="section_limits_rise",
                        violation_error_message="Ba hạn cập nhật tin phải tăng dần: nhắc, quá hạn, báo động.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SectionEvent",
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
                    "warn_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Để trống: theo quy tắc chung.",
                        null=True,
                        verbose_name="nhắc sau (ngày)",
                    ),
                ),
                (
                    "stale_days",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="quá hạn sau (ngày)"
                    ),
                ),
                (
                    "alarm_days",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="báo động sau (ngày)"
                    ),
                ),
                ("name", models.CharField(max_length=120, null=True, verbose_name="chuyên mục")),
                (
                    "url",
                    models.CharField(
                        max_length=500,
                        null=True,
                        validators=[
                            django.core.validators.URLValidator(
                                message="Ghi địa chỉ bắt đầu bằng http:// hoặc https://.",
                                schemes=["http", "https"],
                            )
                        ],
                        verbose_name="địa chỉ",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="members.section",
                    ),
                ),
                (
                    "site",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="members.membersite",
                        verbose_name="website",
                    ),
                ),
            ],
            options={"abstract": False},
        ),
        triggers.AddTrigger(
            model_name="membersite",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "members_membersiteevent" ("alarm_days", "archived_on", "builder", "code", "feed_url", "home_url", "id", "interval_minutes", "name", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "platform", "sitemap_url", "stale_days", "tags", "warn_days") VALUES (NEW."alarm_days", NEW."archived_on", NEW."builder", NEW."code", NEW."feed_url", NEW."home_url", NEW."id", NEW."interval_minutes", NEW."name", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."platform", NEW."sitemap_url", NEW."stale_days", NEW."tags", NEW."warn_days"); RETURN NULL;',
                    hash="c2db3d7b42ac81a45a83b8784b0294e3ad8d2919",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_bfc69",
                    table="members_membersite",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="membersite",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "members_membersiteevent" ("alarm_days", "archived_on", "builder", "code", "feed_url", "home_url", "id", "interval_minutes", "name", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "platform", "sitemap_url", "stale_days", "tags", "warn_days") VALUES (NEW."alarm_days", NEW."archived_on", NEW."builder", NEW."code", NEW."feed_url", NEW."home_url", NEW."id", NEW."interval_minutes", NEW."name", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."platform", NEW."sitemap_url", NEW."stale_days", NEW."tags", NEW."warn_days"); RETURN NULL;',
                    hash="5877be06e2db8b1ec158d942218f8c77020e41ca",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_edee8",
                    table="members_membersite",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="membersite",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "members_membersiteevent" ("alarm_days", "archived_on", "builder", "code", "feed_url", "home_url", "id", "interval_minutes", "name", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "platform", "sitemap_url", "stale_days", "tags", "warn_days") VALUES (OLD."alarm_days", OLD."archived_on", OLD."builder", OLD."code", OLD."feed_url", OLD."home_url", OLD."id", OLD."interval_minutes", OLD."name", OLD."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."platform", OLD."sitemap_url", OLD."stale_days", OLD."tags", OLD."warn_days"); RETURN NULL;',
                    hash="6aa07b00686ca91d119befad40d262c6110d5796",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_2f926",
                    table="members_membersite",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="maintenancewindowevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="e543f3b3fe11b8ffb892b9e72a077cd14b65d0ef",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_9a00f",
                    table="members_maintenancewindowevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="maintenancewindowevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="f09b779bc8b46050b7697d663834f12345e27021",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_6f12b",
                    table="members_maintenancewindowevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="maintenancewindowevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="13169618a5ef1e624a0442cbbb731d4227cf58ff",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_dbe94",
                    table="members_maintenancewindowevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="maintenancewindow",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "members_maintenancewindowevent" ("ends_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "repeats", "site_id", "starts_at", "until") VALUES (NEW."ends_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reason", NEW."repeats", NEW."site_id", NEW."starts_at", NEW."until"); RETURN NULL;',
                    hash="7bd3c78a707232a4922c4693ba861674e8d250bd",
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
                    func='INSERT INTO "members_maintenancewindowevent" ("ends_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "repeats", "site_id", "starts_at", "until") VALUES (NEW."ends_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reason", NEW."repeats", NEW."site_id", NEW."starts_at", NEW."until"); RETURN NULL;',
                    hash="abdefb70ca87d1222a6b2375bd09f0c5840e605e",
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
                    func='INSERT INTO "members_maintenancewindowevent" ("ends_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "repeats", "site_id", "starts_at", "until") VALUES (OLD."ends_at", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reason", OLD."repeats", OLD."site_id", OLD."starts_at", OLD."until"); RETURN NULL;',
                    hash="352ba56bdcf62310ad77d2e026b5188a951a4f5f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_6ca9b",
                    table="members_maintenancewindow",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="contactevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="18cf0162d6137172215b36dd9333500264ac3807",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_5f8e0",
                    table="members_contactevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="contactevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="db0ce023d9e94cb88eb9dfe1945afa365ecd1965",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_1938a",
                    table="members_contactevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="contactevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="1df8ca2016d362877304e717ecfe3e87b95213b5",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_9fdb9",
                    table="members_contactevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="contact",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "members_contactevent" ("email", "full_name", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "position", "rung", "site_id", "valid_from", "valid_to") VALUES (NEW."email", NEW."full_name", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."phone", NEW."position", NEW."rung", NEW."site_id", NEW."valid_from", NEW."valid_to"); RETURN NULL;',
                    hash="21b2de3ba14f44d8f4d7487d7e16db0943701374",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_bd961",
                    table="members_contact",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="contact",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "members_contactevent" ("email", "full_name", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "position", "rung", "site_id", "valid_from", "valid_to") VALUES (NEW."email", NEW."full_name", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."phone", NEW."position", NEW."rung", NEW."site_id", NEW."valid_from", NEW."valid_to"); RETURN NULL;',
                    hash="c3e2ade68994c0ad60d395e11b32907d85213bf4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7798f",
                    table="members_contact",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="contact",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "members_contactevent" ("email", "full_name", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "position", "rung", "site_id", "valid_from", "valid_to") VALUES (OLD."email", OLD."full_name", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."phone", OLD."position", OLD."rung", OLD."site_id", OLD."valid_from", OLD."valid_to"); RETURN NULL;',
                    hash="7ebc2c97872a0de42c75de59cc2a7b7d581f0b62",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_aff54",
                    table="members_contact",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="membersiteevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="871f2e50ca1d2b910d72bf59e1c651a0e6c10e26",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_38cc7",
                    table="members_membersiteevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="membersiteevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="10bb693ea3a71e64e0a37d69f1e9657cdca33c71",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_a79f9",
                    table="members_membersiteevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="membersiteevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="b78ab81308ed0c8a83b9a9af211074c666a5e102",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_6ab7a",
                    table="members_membersiteevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="section",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "members_sectionevent" ("alarm_days", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "site_id", "stale_days", "url", "warn_days") VALUES (NEW."alarm_days", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."site_id", NEW."stale_days", NEW."url", NEW."warn_days"); RETURN NULL;',
                    hash="b731581a2d807a727bc1e73915dfac3ec72a4a65",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_82e91",
                    table="members_section",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="section",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "members_sectionevent" ("alarm_days", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "site_id", "stale_days", "url", "warn_days") VALUES (NEW."alarm_days", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."site_id", NEW."stale_days", NEW."url", NEW."warn_days"); RETURN NULL;',
                    hash="d1f8af99e7f2f14c2dc999d789cb728a3e91e893",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_78dd4",
                    table="members_section",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="section",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "members_sectionevent" ("alarm_days", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "site_id", "stale_days", "url", "warn_days") VALUES (OLD."alarm_days", OLD."id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."site_id", OLD."stale_days", OLD."url", OLD."warn_days"); RETURN NULL;',
                    hash="dc602735c0ec334c8412b127ded47af31c043ce7",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_979ee",
                    table="members_section",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="sectionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="40c13ba809856d717f325114048cc154cc656a2d",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_895ae",
                    table="members_sectionevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="sectionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="6b8a2ac560730b42987acc9772216b17f02eacf7",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_7a25c",
                    table="members_sectionevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="sectionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="804e256a11fa8b8cf721b004d3bcfa9a71a50023",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_b356d",
                    table="members_sectionevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
