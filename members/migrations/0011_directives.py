import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.db import migrations, models

from cityweb.core import triggers


class Migration(migrations.Migration):
    dependencies = [
        ("members", "0010_learned_lists"),
        ("news", "0006_search_suggestions"),
    ]

    operations = [
        migrations.CreateModel(
            name="Directive",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=160, verbose_name="chủ trương")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("banner", "Đặt biểu ngữ, liên kết"),
                            ("sections", "Có các mục bắt buộc"),
                            ("footer", "Chân trang có đủ thông tin"),
                            ("search", "Có ô tìm kiếm"),
                            ("english", "Có bản tiếng Anh"),
                            ("https", "Dùng HTTPS"),
                            ("hsts", "Bật HSTS"),
                            ("ipv6", "Có địa chỉ IPv6"),
                            ("gov_vn", "Tên miền .gov.vn"),
                            ("headers", "Có tiêu đề bảo mật"),
                            ("security_txt", "Có security.txt"),
                        ],
                        max_length=20,
                        verbose_name="yêu cầu",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="từ ngày")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="đến hết ngày")),
                (
                    "tags",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40),
                        blank=True,
                        default=list,
                        help_text="Cách nhau bằng dấu phẩy. Để trống: mọi website thành viên.",
                        size=None,
                        verbose_name="website mang nhãn",
                    ),
                ),
                (
                    "link",
                    models.CharField(
                        blank=True,
                        help_text="Để trống khi đã chọn chuyên đề.",
                        max_length=500,
                        validators=[
                            django.core.validators.URLValidator(
                                message="Ghi địa chỉ bắt đầu bằng http:// hoặc https://.",
                                schemes=["http", "https"],
                            )
                        ],
                        verbose_name="biểu ngữ dẫn tới",
                    ),
                ),
                (
                    "words",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=80),
                        blank=True,
                        default=list,
                        help_text="Cách nhau bằng dấu phẩy: tên mục bắt buộc, thông tin ở chân trang, tên tiêu đề bảo mật, lời trên biểu ngữ. Chữ thay nhau được thì ngăn bằng “|”: địa chỉ|trụ sở.",
                        size=None,
                        verbose_name="chữ phải có",
                    ),
                ),
                (
                    "is_grave",
                    models.BooleanField(
                        default=True,
                        help_text="Có: quá ngày đầu mà chưa thực hiện thì mở sự cố và nhắc. Không: chỉ “Cần xem”.",
                        verbose_name="nhắc đơn vị khi chưa thực hiện",
                    ),
                ),
                ("citation", models.CharField(blank=True, max_length=250, verbose_name="căn cứ")),
            ],
            options={
                "verbose_name": "chủ trương chung",
                "verbose_name_plural": "chủ trương chung",
                "ordering": ["-starts_on", "title"],
            },
        ),
        migrations.CreateModel(
            name="DirectiveEvent",
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
                ("title", models.CharField(max_length=160, null=True, verbose_name="chủ trương")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("banner", "Đặt biểu ngữ, liên kết"),
                            ("sections", "Có các mục bắt buộc"),
                            ("footer", "Chân trang có đủ thông tin"),
                            ("search", "Có ô tìm kiếm"),
                            ("english", "Có bản tiếng Anh"),
                            ("https", "Dùng HTTPS"),
                            ("hsts", "Bật HSTS"),
                            ("ipv6", "Có địa chỉ IPv6"),
                            ("gov_vn", "Tên miền .gov.vn"),
                            ("headers", "Có tiêu đề bảo mật"),
                            ("security_txt", "Có security.txt"),
                        ],
                        max_length=20,
                        null=True,
                        verbose_name="yêu cầu",
                    ),
                ),
                ("starts_on", models.DateField(null=True, verbose_name="từ ngày")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="đến hết ngày")),
                (
                    "tags",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40),
                        blank=True,
                        help_text="Cách nhau bằng dấu phẩy. Để trống: mọi website thành viên.",
                        null=True,
                        size=None,
                        verbose_name="website mang nhãn",
                    ),
                ),
                (
                    "link",
                    models.CharField(
                        blank=True,
                        help_text="Để trống khi đã chọn chuyên đề.",
                        max_length=500,
                        null=True,
                        validators=[
                            django.core.validators.URLValidator(
                                message="Ghi địa chỉ bắt đầu bằng http:// hoặc https://.",
                                schemes=["http", "https"],
                            )
                        ],
                        verbose_name="biểu ngữ dẫn tới",
                    ),
                ),
                (
                    "words",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=80),
                        blank=True,
                        help_text="Cách nhau bằng dấu phẩy: tên mục bắt buộc, thông tin ở chân trang, tên tiêu đề bảo mật, lời trên biểu ngữ. Chữ thay nhau được thì ngăn bằng “|”: địa chỉ|trụ sở.",
                        null=True,
                        size=None,
                        verbose_name="chữ phải có",
                    ),
                ),
                (
                    "is_grave",
                    models.BooleanField(
                        help_text="Có: quá ngày đầu mà chưa thực hiện thì mở sự cố và nhắc. Không: chỉ “Cần xem”.",
                        null=True,
                        verbose_name="nhắc đơn vị khi chưa thực hiện",
                    ),
                ),
                (
                    "citation",
                    models.CharField(blank=True, max_length=250, null=True, verbose_name="căn cứ"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Showing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("url", models.CharField(max_length=500, verbose_name="địa chỉ")),
                ("shown", models.JSONField(verbose_name="đã thấy")),
                ("first_seen_at", models.DateTimeField(verbose_name="thấy lần đầu")),
                ("last_seen_at", models.DateTimeField(verbose_name="thấy lần cuối")),
            ],
            options={
                "verbose_name": "điều trang chủ mang",
                "verbose_name_plural": "điều trang chủ mang",
            },
        ),
        migrations.RemoveConstraint(
            model_name="incident",
            name="one_incident_is_open_at_a_time",
        ),
        migrations.RemoveConstraint(
            model_name="verdict",
            name="one_verdict_holds_at_a_time",
        ),
        migrations.AlterField(
            model_name="incident",
            name="subject",
            field=models.CharField(
                choices=[
                    ("availability", "Truy cập"),
                    ("abnormality", "Bất thường"),
                    ("freshness", "Cập nhật tin"),
                    ("tls", "Chứng thư số"),
                    ("directive", "Chủ trương chung"),
                ],
                max_length=20,
                verbose_name="về",
            ),
        ),
        migrations.AlterField(
            model_name="observation",
            name="kind",
            field=models.CharField(
                choices=[
                    ("home", "Trang chủ"),
                    ("section", "Chuyên mục"),
                    ("feed", "RSS"),
                    ("sitemap", "Sitemap"),
                    ("security", "security.txt"),
                    ("below", "Trang con"),
                    ("guised", "Đóng vai"),
                ],
                max_length=10,
                verbose_name="đã hỏi",
            ),
        ),
        migrations.AlterField(
            model_name="verdict",
            name="subject",
            field=models.CharField(
                choices=[
                    ("availability", "Truy cập"),
                    ("abnormality", "Bất thường"),
                    ("freshness", "Cập nhật tin"),
                    ("tls", "Chứng thư số"),
                    ("directive", "Chủ trương chung"),
                ],
                max_length=20,
                verbose_name="về",
            ),
        ),
        migrations.AddField(
            model_name="directive",
            name="campaign",
            field=models.ForeignKey(
                blank=True,
                help_text="Biểu ngữ dẫn về trang chuyên đề này.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="news.campaign",
                verbose_name="chuyên đề",
            ),
        ),
        migrations.AddField(
            model_name="incident",
            name="directive",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="incidents",
                to="members.directive",
            ),
        ),
        migrations.AddField(
            model_name="verdict",
            name="directive",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="verdicts",
                to="members.directive",
            ),
        ),
        migrations.AddConstraint(
            model_name="incident",
            constraint=models.UniqueConstraint(
                condition=models.Q(("closed_at__isnull", True)),
                fields=("site", "subject", "section", "directive"),
                name="one_incident_is_open_at_a_time",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="verdict",
            constraint=models.UniqueConstraint(
                condition=models.Q(("until__isnull", True)),
                fields=("site", "subject", "section", "directive"),
                name="one_verdict_holds_at_a_time",
                nulls_distinct=False,
            ),
        ),
        migrations.AddField(
            model_name="directiveevent",
            name="campaign",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                help_text="Biểu ngữ dẫn về trang chuyên đề này.",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="news.campaign",
                verbose_name="chuyên đề",
            ),
        ),
        migrations.AddField(
            model_name="directiveevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="members.directive",
            ),
        ),
        migrations.AddField(
            model_name="showing",
            name="site",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="showings",
                to="members.membersite",
            ),
        ),
        migrations.AddConstraint(
            model_name="directive",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on__isnull", True),
                    ("ends_on__gte", models.F("starts_on")),
                    _connector="OR",
                ),
                name="directive_ends_after_it_begins",
                violation_error_message="Ngày kết thúc phải sau ngày bắt đầu.",
            ),
        ),
        migrations.AddConstraint(
            model_name="directive",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "banner"), _negated=True),
                    models.Q(("link", ""), _negated=True),
                    ("campaign__isnull", False),
                    _connector="OR",
                ),
                name="banner_leads_somewhere",
                violation_error_message="Chọn chuyên đề hoặc ghi địa chỉ mà biểu ngữ dẫn tới.",
            ),
        ),
        triggers.AddTrigger(
            model_name="directive",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "members_directiveevent" ("campaign_id", "citation", "ends_on", "id", "is_grave", "kind", "link", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "tags", "title", "words") VALUES (NEW."campaign_id", NEW."citation", NEW."ends_on", NEW."id", NEW."is_grave", NEW."kind", NEW."link", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."starts_on", NEW."tags", NEW."title", NEW."words"); RETURN NULL;',
                    hash="d043843200011aaa27231983d55e02714959699c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_21071",
                    table="members_directive",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="directive",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "members_directiveevent" ("campaign_id", "citation", "ends_on", "id", "is_grave", "kind", "link", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "tags", "title", "words") VALUES (NEW."campaign_id", NEW."citation", NEW."ends_on", NEW."id", NEW."is_grave", NEW."kind", NEW."link", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."starts_on", NEW."tags", NEW."title", NEW."words"); RETURN NULL;',
                    hash="064483baca11c1156a01a69ea7cf6224bef82c0c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c7b13",
                    table="members_directive",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="directive",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "members_directiveevent" ("campaign_id", "citation", "ends_on", "id", "is_grave", "kind", "link", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "tags", "title", "words") VALUES (OLD."campaign_id", OLD."citation", OLD."ends_on", OLD."id", OLD."is_grave", OLD."kind", OLD."link", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."starts_on", OLD."tags", OLD."title", OLD."words"); RETURN NULL;',
                    hash="0d1d6156b8170f00eb719a3d01816217891e3768",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b7a82",
                    table="members_directive",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="directiveevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="b6aa7503e3aa834965d7cce2fd65fa7eed3bd3e3",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_7d032",
                    table="members_directiveevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="directiveevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="54e129dc5f48d15cb6ec5f4c5dd7ff1657cb54fd",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_103f3",
                    table="members_directiveevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="directiveevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="c62f2a06c848b7c98ef3e9d6c17a8480154fd413",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_28024",
                    table="members_directiveevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="showing",
            index=models.Index(fields=["site", "-first_seen_at"], name="showing_by_site"),
        ),
        migrations.AddConstraint(
            model_name="showing",
            constraint=models.CheckConstraint(
                condition=models.Q(("last_seen_at__gte", models.F("first_seen_at"))),
                name="showing_ends_after_it_begins",
            ),
        ),
    ]
