"""Who takes part in advertising, their websites and notices, special products, guidance."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.text
import pghistory.utils
import pgtrigger.compiler
from django.db import migrations, models

import advertising.models.parties
from cityweb.core import triggers


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("core", "0016_clocks_by_their_end"),
        ("licensing", "0005_dossiers_by_time"),
    ]

    operations = [
        migrations.CreateModel(
            name="Guidance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("guide", "Hướng dẫn"), ("question", "Hỏi đáp")],
                        max_length=10,
                        verbose_name="loại",
                    ),
                ),
                ("title", models.CharField(max_length=250, verbose_name="tiêu đề hoặc câu hỏi")),
                ("slug", models.SlugField(max_length=100, unique=True, verbose_name="đường dẫn")),
                (
                    "body",
                    models.TextField(
                        help_text="Chữ thường; dòng trống bắt đầu đoạn mới.",
                        verbose_name="nội dung",
                    ),
                ),
                ("citation", models.CharField(blank=True, max_length=250, verbose_name="căn cứ")),
                ("position", models.PositiveSmallIntegerField(default=100, verbose_name="thứ tự")),
                ("is_public", models.BooleanField(default=False, verbose_name="công khai")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="cập nhật")),
            ],
            options={
                "verbose_name": "hướng dẫn, hỏi đáp",
                "verbose_name_plural": "hướng dẫn, hỏi đáp",
                "ordering": ["kind", "position", "title"],
            },
        ),
        migrations.CreateModel(
            name="GuidanceEvent",
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
                    "kind",
                    models.CharField(
                        choices=[("guide", "Hướng dẫn"), ("question", "Hỏi đáp")],
                        max_length=10,
                        null=True,
                        verbose_name="loại",
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        max_length=250, null=True, verbose_name="tiêu đề hoặc câu hỏi"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        db_index=False, max_length=100, null=True, verbose_name="đường dẫn"
                    ),
                ),
                (
                    "body",
                    models.TextField(
                        help_text="Chữ thường; dòng trống bắt đầu đoạn mới.",
                        null=True,
                        verbose_name="nội dung",
                    ),
                ),
                (
                    "citation",
                    models.CharField(blank=True, max_length=250, null=True, verbose_name="căn cứ"),
                ),
                ("position", models.PositiveSmallIntegerField(null=True, verbose_name="thứ tự")),
                ("is_public", models.BooleanField(null=True, verbose_name="công khai")),
                ("updated_at", models.DateTimeField(null=True, verbose_name="cập nhật")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Party",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=250, verbose_name="tên")),
                (
                    "kind",
                    models.CharField(
                        choices=[("organisation", "Tổ chức"), ("individual", "Cá nhân")],
                        default="organisation",
                        max_length=15,
                        verbose_name="là",
                    ),
                ),
                (
                    "roles",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("advertiser", "Người quảng cáo"),
                                ("ad_service_provider", "Người kinh doanh dịch vụ quảng cáo"),
                                ("ad_publisher", "Người phát hành quảng cáo"),
                                ("ad_conveyor", "Người chuyển tải sản phẩm quảng cáo"),
                            ],
                            max_length=20,
                        ),
                        size=None,
                        validators=[advertising.models.parties.known_roles],
                        verbose_name="vai trò",
                    ),
                ),
                (
                    "registration",
                    models.CharField(
                        blank=True,
                        help_text="Mã số doanh nghiệp; với cá nhân chỉ ghi khi đã lập biên bản.",
                        max_length=60,
                        verbose_name="số đăng ký doanh nghiệp hoặc giấy tờ",
                    ),
                ),
                (
                    "representative",
                    models.CharField(blank=True, max_length=120, verbose_name="người đại diện"),
                ),
                ("address", models.CharField(blank=True, max_length=300, verbose_name="địa chỉ")),
                ("phone", models.CharField(blank=True, max_length=30, verbose_name="điện thoại")),
                (
                    "email",
                    models.EmailField(blank=True, max_length=254, verbose_name="thư điện tử"),
                ),
                ("note", models.TextField(blank=True, verbose_name="ghi chú")),
            ],
            options={
                "verbose_name": "bên tham gia quảng cáo",
                "verbose_name_plural": "bên tham gia quảng cáo",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="PartyEvent",
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
                ("name", models.CharField(max_length=250, null=True, verbose_name="tên")),
                (
                    "kind",
                    models.CharField(
                        choices=[("organisation", "Tổ chức"), ("individual", "Cá nhân")],
                        max_length=15,
                        null=True,
                        verbose_name="là",
                    ),
                ),
                (
                    "roles",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("advertiser", "Người quảng cáo"),
                                ("ad_service_provider", "Người kinh doanh dịch vụ quảng cáo"),
                                ("ad_publisher", "Người phát hành quảng cáo"),
                                ("ad_conveyor", "Người chuyển tải sản phẩm quảng cáo"),
                            ],
                            max_length=20,
                        ),
                        null=True,
                        size=None,
                        validators=[advertising.models.parties.known_roles],
                        verbose_name="vai trò",
                    ),
                ),
                (
                    "registration",
                    models.CharField(
                        blank=True,
                        help_text="Mã số doanh nghiệp; với cá nhân chỉ ghi khi đã lập biên bản.",
                        max_length=60,
                        null=True,
                        verbose_name="số đăng ký doanh nghiệp hoặc giấy tờ",
                    ),
                ),
                (
                    "representative",
                    models.CharField(
                        blank=True, max_length=120, null=True, verbose_name="người đại diện"
                    ),
                ),
                (
                    "address",
                    models.CharField(blank=True, max_length=300, null=True, verbose_name="địa chỉ"),
                ),
                (
                    "phone",
                    models.CharField(
                        blank=True, max_length=30, null=True, verbose_name="điện thoại"
                    ),
                ),
                (
                    "email",
                    models.EmailField(
                        blank=True, max_length=254, null=True, verbose_name="thư điện tử"
                    ),
                ),
                ("note", models.TextField(blank=True, null=True, verbose_name="ghi chú")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ProductCategory",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=40, unique=True, verbose_name="mã")),
                (
                    "name",
                    models.CharField(
                        max_length=250, verbose_name="nhóm sản phẩm, hàng hóa, dịch vụ"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("prohibited", "Cấm quảng cáo"),
                            ("conditional", "Quảng cáo có điều kiện"),
                        ],
                        max_length=15,
                        verbose_name="loại",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=100, verbose_name="thứ tự")),
            ],
            options={
                "verbose_name": "sản phẩm đặc biệt",
                "verbose_name_plural": "sản phẩm, hàng hóa, dịch vụ đặc biệt",
                "ordering": ["kind", "position", "name"],
            },
        ),
        migrations.CreateModel(
            name="ProductCategoryEvent",
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
                    "code",
                    models.SlugField(db_index=False, max_length=40, null=True, verbose_name="mã"),
                ),
                (
                    "name",
                    models.CharField(
                        max_length=250, null=True, verbose_name="nhóm sản phẩm, hàng hóa, dịch vụ"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("prohibited", "Cấm quảng cáo"),
                            ("conditional", "Quảng cáo có điều kiện"),
                        ],
                        max_length=15,
                        null=True,
                        verbose_name="loại",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(null=True, verbose_name="thứ tự")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ProductCondition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(verbose_name="điều kiện, giấy tờ phải có")),
                ("citation", models.CharField(max_length=250, verbose_name="căn cứ")),
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
                ("effective_from", models.DateField(verbose_name="áp dụng từ ngày")),
                (
                    "effective_to",
                    models.DateField(blank=True, null=True, verbose_name="đến trước ngày"),
                ),
            ],
            options={
                "verbose_name": "điều kiện quảng cáo",
                "verbose_name_plural": "điều kiện quảng cáo",
                "ordering": ["category", "effective_from"],
            },
        ),
        migrations.CreateModel(
            name="ProductConditionEvent",
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
                ("text", models.TextField(null=True, verbose_name="điều kiện, giấy tờ phải có")),
                ("citation", models.CharField(max_length=250, null=True, verbose_name="căn cứ")),
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
                ("effective_from", models.DateField(null=True, verbose_name="áp dụng từ ngày")),
                (
                    "effective_to",
                    models.DateField(blank=True, null=True, verbose_name="đến trước ngày"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ServiceNotice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("first", "Thông báo lần đầu"),
                            ("change", "Thông báo thay đổi"),
                            ("end", "Thông báo chấm dứt"),
                        ],
                        default="first",
                        max_length=10,
                        verbose_name="loại",
                    ),
                ),
                (
                    "number",
                    models.CharField(blank=True, max_length=60, verbose_name="số, ký hiệu văn bản"),
                ),
                ("sent_on", models.DateField(verbose_name="ngày của văn bản")),
                ("received_on", models.DateField(verbose_name="ngày nhận")),
                (
                    "services",
                    models.TextField(verbose_name="dịch vụ quảng cáo trên mạng được thông báo"),
                ),
                (
                    "contact",
                    models.CharField(blank=True, max_length=250, verbose_name="đầu mối liên hệ"),
                ),
            ],
            options={
                "verbose_name": "thông báo dịch vụ quảng cáo trên mạng",
                "verbose_name_plural": "thông báo dịch vụ quảng cáo trên mạng",
                "ordering": ["-received_on", "-id"],
            },
        ),
        migrations.CreateModel(
            name="ServiceNoticeEvent",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("first", "Thông báo lần đầu"),
                            ("change", "Thông báo thay đổi"),
                            ("end", "Thông báo chấm dứt"),
                        ],
                        max_length=10,
                        null=True,
                        verbose_name="loại",
                    ),
                ),
                (
                    "number",
                    models.CharField(
                        blank=True, max_length=60, null=True, verbose_name="số, ký hiệu văn bản"
                    ),
                ),
                ("sent_on", models.DateField(null=True, verbose_name="ngày của văn bản")),
                ("received_on", models.DateField(null=True, verbose_name="ngày nhận")),
                (
                    "services",
                    models.TextField(
                        null=True, verbose_name="dịch vụ quảng cáo trên mạng được thông báo"
                    ),
                ),
                (
                    "contact",
                    models.CharField(
                        blank=True, max_length=250, null=True, verbose_name="đầu mối liên hệ"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AdSite",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="tên website")),
                (
                    "domain",
                    models.CharField(
                        help_text="Ví dụ: tinsaigon.vn",
                        max_length=253,
                        unique=True,
                        verbose_name="tên miền",
                    ),
                ),
                ("home_url", models.URLField(max_length=500, verbose_name="địa chỉ trang chủ")),
                ("note", models.TextField(blank=True, verbose_name="ghi chú")),
                (
                    "ended_on",
                    models.DateField(blank=True, null=True, verbose_name="ngừng hoạt động từ ngày"),
                ),
                (
                    "licence",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="licensing.licence",
                        verbose_name="giấy phép trang tổng hợp",
                    ),
                ),
            ],
            options={
                "verbose_name": "website quảng cáo",
                "verbose_name_plural": "website quảng cáo",
                "ordering": ["domain"],
            },
        ),
        migrations.CreateModel(
            name="AdSiteEvent",
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
                ("name", models.CharField(max_length=200, null=True, verbose_name="tên website")),
                (
                    "domain",
                    models.CharField(
                        help_text="Ví dụ: tinsaigon.vn",
                        max_length=253,
                        null=True,
                        verbose_name="tên miền",
                    ),
                ),
                (
                    "home_url",
                    models.URLField(max_length=500, null=True, verbose_name="địa chỉ trang chủ"),
                ),
                ("note", models.TextField(blank=True, null=True, verbose_name="ghi chú")),
                (
                    "ended_on",
                    models.DateField(blank=True, null=True, verbose_name="ngừng hoạt động từ ngày"),
                ),
                (
                    "licence",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="licensing.licence",
                        verbose_name="giấy phép trang tổng hợp",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="advertising.adsite",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        triggers.AddTrigger(
            model_name="guidance",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "advertising_guidanceevent" ("body", "citation", "id", "is_public", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "slug", "title", "updated_at") VALUES (NEW."body", NEW."citation", NEW."id", NEW."is_public", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."slug", NEW."title", NEW."updated_at"); RETURN NULL;',
                    hash="9896a2d0c744e43bab67b3988f744c92102d9121",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_2e76e",
                    table="advertising_guidance",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="guidance",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "advertising_guidanceevent" ("body", "citation", "id", "is_public", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "slug", "title", "updated_at") VALUES (NEW."body", NEW."citation", NEW."id", NEW."is_public", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."slug", NEW."title", NEW."updated_at"); RETURN NULL;',
                    hash="d20f275922bedbf1a8fb4d90a59bb7e14508651f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_43d6d",
                    table="advertising_guidance",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="guidance",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "advertising_guidanceevent" ("body", "citation", "id", "is_public", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "slug", "title", "updated_at") VALUES (OLD."body", OLD."citation", OLD."id", OLD."is_public", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."slug", OLD."title", OLD."updated_at"); RETURN NULL;',
                    hash="af32808acf1d1f3e19659b7c487587a204f43b8a",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_5fe24",
                    table="advertising_guidance",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="guidanceevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="advertising.guidance",
            ),
        ),
        migrations.AddField(
            model_name="party",
            name="organisation",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="core.organisation",
                verbose_name="tổ chức trong danh bạ",
            ),
        ),
        migrations.AddField(
            model_name="adsiteevent",
            name="operator",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="advertising.party",
                verbose_name="đơn vị quản lý, vận hành",
            ),
        ),
        migrations.AddField(
            model_name="adsite",
            name="operator",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="sites",
                to="advertising.party",
                verbose_name="đơn vị quản lý, vận hành",
            ),
        ),
        migrations.AddField(
            model_name="partyevent",
            name="organisation",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="core.organisation",
                verbose_name="tổ chức trong danh bạ",
            ),
        ),
        migrations.AddField(
            model_name="partyevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="advertising.party",
            ),
        ),
        triggers.AddTrigger(
            model_name="productcategory",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "advertising_productcategoryevent" ("code", "id", "kind", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (NEW."code", NEW."id", NEW."kind", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position"); RETURN NULL;',
                    hash="c517fba47b073ab22b6a9f7d5dd00952f0808f96",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7da31",
                    table="advertising_productcategory",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="productcategory",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "advertising_productcategoryevent" ("code", "id", "kind", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (NEW."code", NEW."id", NEW."kind", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position"); RETURN NULL;',
                    hash="0f29e60a3c26c35edae7f1b968021dc2b671a463",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_09716",
                    table="advertising_productcategory",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="productcategory",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "advertising_productcategoryevent" ("code", "id", "kind", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (OLD."code", OLD."id", OLD."kind", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position"); RETURN NULL;',
                    hash="ae6db5d8a54cef789bb9d9bac0a5d71da02b42ed",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_2608b",
                    table="advertising_productcategory",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="productcategoryevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="advertising.productcategory",
            ),
        ),
        migrations.AddField(
            model_name="productcondition",
            name="category",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="conditions",
                to="advertising.productcategory",
                verbose_name="nhóm",
            ),
        ),
        migrations.AddField(
            model_name="productconditionevent",
            name="category",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="advertising.productcategory",
                verbose_name="nhóm",
            ),
        ),
        migrations.AddField(
            model_name="productconditionevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="advertising.productcondition",
            ),
        ),
        migrations.AddField(
            model_name="servicenotice",
            name="party",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="notices",
                to="advertising.party",
                verbose_name="bên thông báo",
            ),
        ),
        migrations.AddField(
            model_name="servicenoticeevent",
            name="party",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="advertising.party",
                verbose_name="bên thông báo",
            ),
        ),
        migrations.AddField(
            model_name="servicenoticeevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="advertising.servicenotice",
            ),
        ),
        triggers.AddTrigger(
            model_name="guidanceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="9edf4dd96eaa564a82ffd25f04b34a418f3d0c2d",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_87c43",
                    table="advertising_guidanceevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="guidanceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="9c60a48b1ff4b53ee736996885029afee7963974",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_b2432",
                    table="advertising_guidanceevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="guidanceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="c42c78ec3ea54bbe1f4ea9673272e59945cc003c",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_a643d",
                    table="advertising_guidanceevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="party",
            constraint=models.UniqueConstraint(
                condition=models.Q(("registration", ""), _negated=True),
                fields=("registration",),
                name="one_party_a_registration",
                violation_error_message="Số đăng ký này đã có trong danh sách.",
            ),
        ),
        migrations.AddConstraint(
            model_name="party",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind", "organisation"), ("organisation__isnull", True), _connector="OR"
                ),
                name="a_person_is_no_organisation",
                violation_error_message="Cá nhân không gắn với tổ chức trong danh bạ.",
            ),
        ),
        triggers.AddTrigger(
            model_name="party",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "advertising_partyevent" ("address", "email", "id", "kind", "name", "note", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "registration", "representative", "roles") VALUES (NEW."address", NEW."email", NEW."id", NEW."kind", NEW."name", NEW."note", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."phone", NEW."registration", NEW."representative", NEW."roles"); RETURN NULL;',
                    hash="367042e5a22bf8fc47ba11bc2d3b3d103713f7d7",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_294f6",
                    table="advertising_party",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="party",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "advertising_partyevent" ("address", "email", "id", "kind", "name", "note", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "registration", "representative", "roles") VALUES (NEW."address", NEW."email", NEW."id", NEW."kind", NEW."name", NEW."note", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."phone", NEW."registration", NEW."representative", NEW."roles"); RETURN NULL;',
                    hash="fc24115aeaa436178fb5590ad249b30819bbb1ce",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c4696",
                    table="advertising_party",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="party",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "advertising_partyevent" ("address", "email", "id", "kind", "name", "note", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "registration", "representative", "roles") VALUES (OLD."address", OLD."email", OLD."id", OLD."kind", OLD."name", OLD."note", OLD."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."phone", OLD."registration", OLD."representative", OLD."roles"); RETURN NULL;',
                    hash="bf062c49b8ed0fe164ea3f3b8588bfc6f61afe56",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a2fb3",
                    table="advertising_party",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="adsiteevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="6ab23136332cdf784f4557ec522c80dbc4997f19",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_bead9",
                    table="advertising_adsiteevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="adsiteevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="67ca139ec0219c3bdeb92324d79d47674e8bda49",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_301c8",
                    table="advertising_adsiteevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="adsiteevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="5fd28dc3e59946fb122e83ef81494a54c8deb413",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_7a480",
                    table="advertising_adsiteevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="adsite",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("domain", ""), _negated=True),
                    ("domain", django.db.models.functions.text.Lower(models.F("domain"))),
                ),
                name="a_domain_is_lower_case",
            ),
        ),
        triggers.AddTrigger(
            model_name="adsite",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "advertising_adsiteevent" ("domain", "ended_on", "home_url", "id", "licence_id", "name", "note", "operator_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."domain", NEW."ended_on", NEW."home_url", NEW."id", NEW."licence_id", NEW."name", NEW."note", NEW."operator_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id"); RETURN NULL;',
                    hash="ff430aad694ffcfb9d95d043ec8d68268072589b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_04aed",
                    table="advertising_adsite",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="adsite",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "advertising_adsiteevent" ("domain", "ended_on", "home_url", "id", "licence_id", "name", "note", "operator_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."domain", NEW."ended_on", NEW."home_url", NEW."id", NEW."licence_id", NEW."name", NEW."note", NEW."operator_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id"); RETURN NULL;',
                    hash="e7ee17a921a1987f11b000e401f418b3e55639c7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4d1be",
                    table="advertising_adsite",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="adsite",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "advertising_adsiteevent" ("domain", "ended_on", "home_url", "id", "licence_id", "name", "note", "operator_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."domain", OLD."ended_on", OLD."home_url", OLD."id", OLD."licence_id", OLD."name", OLD."note", OLD."operator_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id"); RETURN NULL;',
                    hash="e59a2ed51e0dbee0cc75c8c72206f99ccefcae7a",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_52179",
                    table="advertising_adsite",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="partyevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="cfac988add4e9c50800ce412709b724f96ddf788",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_4924d",
                    table="advertising_partyevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="partyevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="a218b2cd73aec6950becf3dc6efbbfb0e6f138af",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_c103d",
                    table="advertising_partyevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="partyevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="60c2f8286bbc87a34716185c6c937dbc8d0e339c",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_1645b",
                    table="advertising_partyevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="productcategoryevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="4f6c83d44ab2cd71bf4ba78b9a389dc48607d0f3",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_61379",
                    table="advertising_productcategoryevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="productcategoryevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="84614ad238ea50bd23b5e5c68555e3feeb39db43",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_9d337",
                    table="advertising_productcategoryevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="productcategoryevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="17b5d6beea88dd0ff39bfbd970447cf6cab7e9ab",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_48556",
                    table="advertising_productcategoryevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="productcondition",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[
                    (
                        models.Func(
                            models.Func(
                                django.db.models.functions.text.Concat(
                                    django.db.models.functions.comparison.Cast(
                                        "category", models.TextField()
                                    ),
                                    models.Value("|"),
                                    "citation",
                                    output_field=models.TextField(),
                                ),
                                models.Value(0),
                                function="hashtextextended",
                            ),
                            models.Func(
                                django.db.models.functions.text.Concat(
                                    django.db.models.functions.comparison.Cast(
                                        "category", models.TextField()
                                    ),
                                    models.Value("|"),
                                    "citation",
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
                name="conditions_of_one_article_never_overlap",
                violation_error_message="Nhóm này đã có điều kiện theo cùng căn cứ trong khoảng thời gian đó.",
            ),
        ),
        migrations.AddConstraint(
            model_name="productcondition",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("effective_to__isnull", True),
                    ("effective_to__gt", models.F("effective_from")),
                    _connector="OR",
                ),
                name="condition_ends_after_it_begins",
                violation_error_message="Ngày kết thúc phải sau ngày bắt đầu áp dụng.",
            ),
        ),
        triggers.AddTrigger(
            model_name="productcondition",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "advertising_productconditionevent" ("category_id", "citation", "confidence", "effective_from", "effective_to", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (NEW."category_id", NEW."citation", NEW."confidence", NEW."effective_from", NEW."effective_to", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."text"); RETURN NULL;',
                    hash="d087617bb5ec08a91c8dc05a7814b13631315dca",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f8780",
                    table="advertising_productcondition",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="productcondition",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "advertising_productconditionevent" ("category_id", "citation", "confidence", "effective_from", "effective_to", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (NEW."category_id", NEW."citation", NEW."confidence", NEW."effective_from", NEW."effective_to", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."text"); RETURN NULL;',
                    hash="334ce44f29b8785e20415d59ffdeb971f8782092",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_834b2",
                    table="advertising_productcondition",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="productcondition",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "advertising_productconditionevent" ("category_id", "citation", "confidence", "effective_from", "effective_to", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (OLD."category_id", OLD."citation", OLD."confidence", OLD."effective_from", OLD."effective_to", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."text"); RETURN NULL;',
                    hash="1ba76af1e91a340ebf650f7757dcc673f865cf6c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0d1d1",
                    table="advertising_productcondition",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="productconditionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="f3960bcc631c30b0e97ff0f64be0bfd52fc564e9",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_92931",
                    table="advertising_productconditionevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="productconditionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="aafe68119b711feaabe7e3ef201c6a75081568e6",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_2a0a1",
                    table="advertising_productconditionevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="productconditionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="7116d7eb55c2cdea454a5785884b27972f7c6614",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_1477f",
                    table="advertising_productconditionevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="servicenotice",
            constraint=models.CheckConstraint(
                condition=models.Q(("received_on__gte", models.F("sent_on"))),
                name="a_notice_is_received_after_it_is_sent",
                violation_error_message="Ngày nhận không thể trước ngày của văn bản.",
            ),
        ),
        triggers.AddTrigger(
            model_name="servicenotice",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "advertising_servicenoticeevent" ("contact", "id", "kind", "number", "party_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "sent_on", "services") VALUES (NEW."contact", NEW."id", NEW."kind", NEW."number", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."received_on", NEW."sent_on", NEW."services"); RETURN NULL;',
                    hash="f802f83d7f8ddfb98f187fd0321c3380a7e494dc",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3612c",
                    table="advertising_servicenotice",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="servicenotice",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "advertising_servicenoticeevent" ("contact", "id", "kind", "number", "party_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "sent_on", "services") VALUES (NEW."contact", NEW."id", NEW."kind", NEW."number", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."received_on", NEW."sent_on", NEW."services"); RETURN NULL;',
                    hash="e2e3aba45aac80b143c9b6644f551ec036cc41a5",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_24a92",
                    table="advertising_servicenotice",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="servicenotice",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "advertising_servicenoticeevent" ("contact", "id", "kind", "number", "party_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "sent_on", "services") VALUES (OLD."contact", OLD."id", OLD."kind", OLD."number", OLD."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."received_on", OLD."sent_on", OLD."services"); RETURN NULL;',
                    hash="1f6ecc0ead8bc3317038d0551f3de6832f86f0cb",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a2214",
                    table="advertising_servicenotice",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="servicenoticeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="0948a3c11bdf382f8b1fd6417f07e09cd887b161",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_944ba",
                    table="advertising_servicenoticeevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="servicenoticeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="618daa5a72a6871805fe235ce359aaf09845d0b2",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_761ed",
                    table="advertising_servicenoticeevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="servicenoticeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="27c9f6709d999cae4ede4c491c2be00481cda5e7",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_21656",
                    table="advertising_servicenoticeevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
