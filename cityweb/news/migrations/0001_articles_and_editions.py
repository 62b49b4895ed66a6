import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from cityweb.core import triggers


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("core", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="Article",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("vi", "Tiếng Việt"), ("en", "Tiếng Anh")],
                        default="vi",
                        max_length=2,
                        verbose_name="ngôn ngữ",
                    ),
                ),
                (
                    "source_key",
                    models.CharField(
                        blank=True, editable=False, max_length=200, verbose_name="mã nguồn nhập"
                    ),
                ),
                (
                    "source_hash",
                    models.CharField(
                        blank=True, editable=False, max_length=64, verbose_name="dấu bản nhập"
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="tạo lúc")),
                (
                    "first_published_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="đăng lần đầu"),
                ),
                (
                    "withdrawn_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="gỡ lúc"),
                ),
                (
                    "withdrawal_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("error", "Có sai sót – địa chỉ báo đã gỡ (410)"),
                            ("superseded", "Đã có bài thay thế – chuyển hướng"),
                            ("expired", "Hết thời hạn – vẫn đọc được, có thông báo"),
                        ],
                        editable=False,
                        max_length=20,
                        verbose_name="lý do gỡ",
                    ),
                ),
                (
                    "withdrawal_note",
                    models.TextField(blank=True, editable=False, verbose_name="giải thích"),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "replaced_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaces",
                        to="news.article",
                        verbose_name="bài thay thế",
                    ),
                ),
                (
                    "translation_of",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="translations",
                        to="news.article",
                        verbose_name="bản dịch của",
                    ),
                ),
            ],
            options={
                "verbose_name": "bài viết",
                "verbose_name_plural": "bài viết",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("replaced_by", models.F("id")), _negated=True),
                        name="article_does_not_replace_itself",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("withdrawal_reason", "superseded"),
                            ("replaced_by__isnull", True),
                            _connector="OR",
                        ),
                        name="only_a_superseded_article_has_a_replacement",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Campaign",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("vi", "Tiếng Việt"), ("en", "Tiếng Anh")],
                        default="vi",
                        max_length=2,
                        verbose_name="ngôn ngữ",
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="tên chuyên đề")),
                ("slug", models.SlugField(max_length=100, verbose_name="đường dẫn")),
                ("lead", models.TextField(max_length=1000, verbose_name="giới thiệu")),
                ("starts_on", models.DateField(verbose_name="bắt đầu")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="kết thúc")),
                ("is_public", models.BooleanField(default=False, verbose_name="công khai")),
                (
                    "auto_tags",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="tự chọn bài có từ khóa",
                    ),
                ),
                (
                    "banner_text",
                    models.CharField(
                        help_text="Website thành viên đặt biểu ngữ này, dẫn về trang chuyên đề.",
                        max_length=120,
                        verbose_name="lời trên biểu ngữ",
                    ),
                ),
            ],
            options={
                "verbose_name": "chuyên đề",
                "verbose_name_plural": "chuyên đề",
                "ordering": ["-starts_on", "title"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__isnull", True),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="campaign_ends_after_it_starts",
                        violation_error_message="Ngày kết thúc phải sau ngày bắt đầu.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LiveArticle",
            fields=[
                (
                    "article",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="live",
                        serialize=False,
                        to="news.article",
                        verbose_name="bài viết",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("vi", "Tiếng Việt"), ("en", "Tiếng Anh")], max_length=2
                    ),
                ),
                ("slug", models.SlugField(max_length=120)),
                ("title", models.CharField(max_length=250)),
                ("lead", models.TextField(blank=True)),
                ("body", models.TextField(blank=True)),
                (
                    "column_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), default=list, size=None
                    ),
                ),
                ("authors", models.CharField(blank=True, max_length=200)),
                ("source_name", models.CharField(blank=True, max_length=200)),
                ("source_url", models.URLField(blank=True, max_length=500)),
                ("picture", models.JSONField(blank=True, default=dict)),
                (
                    "tags",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60), default=list, size=None
                    ),
                ),
                (
                    "related_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), default=list, size=None
                    ),
                ),
                ("files", models.JSONField(blank=True, default=list)),
                ("correction_note", models.CharField(blank=True, max_length=300)),
                ("expired_note", models.CharField(blank=True, max_length=300)),
                ("is_listed", models.BooleanField(default=True)),
                ("published_at", models.DateTimeField()),
                ("updated_at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "bài đang đăng",
                "verbose_name_plural": "bài đang đăng",
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["tags"], name="live_article_tags"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CampaignPick",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="thứ tự")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="news.article",
                        verbose_name="bài viết",
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="picked",
                        to="news.campaign",
                    ),
                ),
            ],
            options={
                "verbose_name": "bài chọn",
                "verbose_name_plural": "bài chọn",
                "ordering": ["position", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("campaign", "article"), name="one_pick_an_article"
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="campaign",
            name="picks",
            field=models.ManyToManyField(
                related_name="campaigns", through="news.CampaignPick", to="news.article"
            ),
        ),
        migrations.CreateModel(
            name="Column",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("vi", "Tiếng Việt"), ("en", "Tiếng Anh")],
                        default="vi",
                        max_length=2,
                        verbose_name="ngôn ngữ",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="tên")),
                ("slug", models.SlugField(max_length=80, verbose_name="đường dẫn")),
                ("description", models.CharField(blank=True, max_length=300, verbose_name="mô tả")),
                ("position", models.PositiveSmallIntegerField(default=100, verbose_name="thứ tự")),
                (
                    "is_in_menu",
                    models.BooleanField(default=True, verbose_name="trên thanh điều hướng"),
                ),
                (
                    "home_position",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Để trống: không có khối riêng.",
                        null=True,
                        verbose_name="thứ tự khối trang chủ",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="news.column",
                        verbose_name="chuyên mục cha",
                    ),
                ),
            ],
            options={
                "verbose_name": "chuyên mục",
                "verbose_name_plural": "chuyên mục",
                "ordering": ["site", "language", "position", "name"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("parent", models.F("id")), _negated=True),
                        name="column_is_not_its_own_parent",
                        violation_error_message="Chuyên mục không thể nằm trong chính nó.",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="campaign",
            name="auto_column",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="news.column",
                verbose_name="tự chọn bài trong chuyên mục",
            ),
        ),
        migrations.CreateModel(
            name="Edition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField(default=1, verbose_name="bản số")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Bản nháp"),
                            ("submitted", "Chờ biên tập"),
                            ("edited", "Chờ duyệt"),
                            ("approved", "Đã duyệt"),
                            ("scheduled", "Đã hẹn giờ"),
                            ("published", "Đang đăng"),
                            ("superseded", "Đã có bản mới"),
                            ("withdrawn", "Đã gỡ"),
                            ("archived", "Lưu trữ"),
                            ("discarded", "Đã bỏ"),
                        ],
                        default="draft",
                        max_length=20,
                        verbose_name="trạng thái",
                    ),
                ),
                ("title", models.CharField(max_length=250, verbose_name="tiêu đề")),
                ("slug", models.SlugField(max_length=120, verbose_name="đường dẫn")),
                ("lead", models.TextField(blank=True, max_length=1000, verbose_name="tóm tắt")),
                ("body", models.TextField(blank=True, verbose_name="nội dung")),
                ("authors", models.CharField(blank=True, max_length=200, verbose_name="tác giả")),
                (
                    "source_name",
                    models.CharField(blank=True, max_length=200, verbose_name="nguồn tin"),
                ),
                (
                    "source_url",
                    models.URLField(blank=True, max_length=500, verbose_name="đường dẫn nguồn"),
                ),
                (
                    "picture_alt",
                    models.CharField(blank=True, max_length=250, verbose_name="mô tả hình"),
                ),
                (
                    "picture_caption",
                    models.CharField(blank=True, max_length=300, verbose_name="chú thích hình"),
                ),
                (
                    "tags",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="từ khóa",
                    ),
                ),
                (
                    "correction_note",
                    models.CharField(
                        blank=True,
                        help_text="Hiện dưới tiêu đề khi bài đã đăng được sửa nội dung.",
                        max_length=300,
                        verbose_name="ghi chú đính chính",
                    ),
                ),
                (
                    "publish_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="hẹn đăng lúc"),
                ),
                (
                    "published_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="đăng lúc"),
                ),
                (
                    "return_reason",
                    models.TextField(blank=True, editable=False, verbose_name="lý do trả lại"),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="tạo lúc")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="sửa lúc")),
                ("lock_version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "approved_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người duyệt",
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="editions",
                        to="news.article",
                        verbose_name="bài viết",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người viết",
                    ),
                ),
                (
                    "edited_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người biên tập",
                    ),
                ),
                (
                    "extra_columns",
                    models.ManyToManyField(
                        blank=True, related_name="+", to="news.column", verbose_name="cũng đăng ở"
                    ),
                ),
                (
                    "main_column",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="editions",
                        to="news.column",
                        verbose_name="chuyên mục chính",
                    ),
                ),
                (
                    "related",
                    models.ManyToManyField(
                        blank=True,
                        related_name="+",
                        to="news.article",
                        verbose_name="bài liên quan",
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người trình",
                    ),
                ),
                (
                    "updated_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "bài viết",
                "verbose_name_plural": "bài viết",
                "ordering": ["-id"],
                "indexes": [
                    models.Index(fields=["state", "-updated_at"], name="edition_by_state"),
                    models.Index(
                        condition=models.Q(("state", "scheduled")),
                        fields=["publish_at"],
                        name="edition_due_for_publishing",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("article", "number"), name="one_edition_a_number"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "published")),
                        fields=("article",),
                        name="one_live_edition",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("state__in", ("draft", "submitted", "edited", "approved", "scheduled"))
                        ),
                        fields=("article",),
                        name="one_edition_in_work",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("approved_by__isnull", True),
                            ("author__isnull", True),
                            models.Q(("approved_by", models.F("author")), _negated=True),
                            _connector="OR",
                        ),
                        name="author_does_not_approve",
                        violation_error_message="Người viết không tự duyệt bài của mình.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("approved_by__isnull", True),
                            ("submitted_by__isnull", True),
                            models.Q(("approved_by", models.F("submitted_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="who_hands_in_does_not_approve",
                        violation_error_message="Người trình không tự duyệt bài mình trình.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "scheduled"), _negated=True),
                            ("publish_at__isnull", False),
                            _connector="OR",
                        ),
                        name="scheduled_edition_has_a_time",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EditionFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("file", models.FileField(upload_to="files/%Y/%m/", verbose_name="tệp")),
                ("title", models.CharField(max_length=200, verbose_name="tên hiển thị")),
                (
                    "size",
                    models.PositiveIntegerField(
                        default=0, editable=False, verbose_name="dung lượng (byte)"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="thứ tự")),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="files",
                        to="news.edition",
                    ),
                ),
            ],
            options={
                "verbose_name": "tệp đính kèm",
                "verbose_name_plural": "tệp đính kèm",
                "ordering": ["position", "id"],
            },
        ),
        migrations.CreateModel(
            name="Picture",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "base",
                    models.CharField(
                        editable=False, max_length=120, unique=True, verbose_name="thư mục"
                    ),
                ),
                (
                    "widths",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(), editable=False, size=None
                    ),
                ),
                ("width", models.PositiveIntegerField(editable=False, verbose_name="rộng (px)")),
                ("height", models.PositiveIntegerField(editable=False, verbose_name="cao (px)")),
                (
                    "alt",
                    models.CharField(
                        max_length=250, verbose_name="mô tả cho người không thấy hình"
                    ),
                ),
                ("caption", models.CharField(blank=True, max_length=300, verbose_name="chú thích")),
                (
                    "credit",
                    models.CharField(blank=True, max_length=120, verbose_name="tác giả ảnh"),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="tải lên lúc")),
                (
                    "created_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "hình",
                "verbose_name_plural": "hình",
                "ordering": ["-id"],
            },
        ),
        migrations.AddField(
            model_name="edition",
            name="picture",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="news.picture",
                verbose_name="hình chính",
            ),
        ),
        migrations.AddField(
            model_name="campaign",
            name="banner_picture",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="news.picture",
                verbose_name="hình biểu ngữ",
            ),
        ),
        migrations.AddField(
            model_name="campaign",
            name="picture",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="news.picture",
                verbose_name="hình",
            ),
        ),
        migrations.CreateModel(
            name="Presence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("opened_at", models.DateTimeField(verbose_name="mở lúc")),
                ("seen_at", models.DateTimeField(db_index=True, verbose_name="lần cuối")),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="presences",
                        to="news.edition",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "người đang mở bài",
                "verbose_name_plural": "người đang mở bài",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("edition", "user"), name="one_presence_a_person"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Site",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=20, unique=True, verbose_name="mã")),
                ("host", models.CharField(max_length=120, unique=True, verbose_name="tên miền")),
                (
                    "is_default",
                    models.BooleanField(default=False, verbose_name="trả lời mọi tên miền khác"),
                ),
                ("name", models.CharField(max_length=120, verbose_name="tên trang")),
                ("name_en", models.CharField(max_length=120, verbose_name="tên tiếng Anh")),
                ("owner_name", models.CharField(max_length=200, verbose_name="tên cơ quan")),
                (
                    "owner_name_en",
                    models.CharField(max_length=200, verbose_name="tên cơ quan (tiếng Anh)"),
                ),
                ("tagline", models.CharField(max_length=200, verbose_name="dòng giới thiệu")),
                (
                    "tagline_en",
                    models.CharField(max_length=200, verbose_name="dòng giới thiệu (tiếng Anh)"),
                ),
                (
                    "responsible_person",
                    models.CharField(max_length=200, verbose_name="người chịu trách nhiệm chính"),
                ),
                ("address", models.CharField(max_length=250, verbose_name="địa chỉ")),
                ("phone", models.CharField(max_length=40, verbose_name="điện thoại")),
                ("email", models.EmailField(max_length=254, verbose_name="thư điện tử")),
            ],
            options={
                "verbose_name": "trang",
                "verbose_name_plural": "trang",
                "ordering": ["-is_default", "name"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_default", True)),
                        fields=("is_default",),
                        name="one_default_site",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("host__regex", "^[a-z0-9.-]+$")),
                        name="site_host_is_a_plain_host_name",
                        violation_error_message="Tên miền chỉ gồm chữ thường, số, dấu chấm và gạch nối.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Redirect",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("old_path", models.CharField(max_length=250, verbose_name="địa chỉ cũ")),
                ("new_path", models.CharField(max_length=250, verbose_name="địa chỉ mới")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="từ lúc")),
                (
                    "site",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="redirects",
                        to="news.site",
                        verbose_name="trang",
                    ),
                ),
            ],
            options={
                "verbose_name": "chuyển hướng",
                "verbose_name_plural": "chuyển hướng",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("site", "old_path"),
                        name="one_redirect_an_address",
                        violation_error_message="Địa chỉ cũ này đã có chuyển hướng.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("old_path", models.F("new_path")), _negated=True),
                        name="redirect_leads_elsewhere",
                        violation_error_message="Địa chỉ mới phải khác địa chỉ cũ.",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="picture",
            name="site",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="pictures",
                to="news.site",
                verbose_name="trang",
            ),
        ),
        migrations.CreateModel(
            name="Page",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("vi", "Tiếng Việt"), ("en", "Tiếng Anh")],
                        default="vi",
                        max_length=2,
                        verbose_name="ngôn ngữ",
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="tiêu đề")),
                ("slug", models.SlugField(max_length=100, verbose_name="đường dẫn")),
                ("lead", models.TextField(blank=True, max_length=500, verbose_name="tóm tắt")),
                ("body", models.TextField(blank=True, verbose_name="nội dung")),
                ("position", models.PositiveSmallIntegerField(default=100, verbose_name="thứ tự")),
                ("is_public", models.BooleanField(default=False, verbose_name="công khai")),
                (
                    "is_in_footer",
                    models.BooleanField(default=False, verbose_name="liên kết ở chân trang"),
                ),
                (
                    "review_on",
                    models.DateField(blank=True, null=True, verbose_name="rà soát lại trước ngày"),
                ),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="cập nhật")),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người phụ trách",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="news.page",
                        verbose_name="trang cha",
                    ),
                ),
                (
                    "site",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pages",
                        to="news.site",
                        verbose_name="trang",
                    ),
                ),
            ],
            options={
                "verbose_name": "trang thông tin tĩnh",
                "verbose_name_plural": "trang thông tin tĩnh",
                "ordering": ["position", "title"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("site", "language", "slug"),
                        name="one_page_a_slug",
                        violation_error_message="Trang này đã có nội dung với đường dẫn đó.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("parent", models.F("id")), _negated=True),
                        name="page_is_not_its_own_parent",
                        violation_error_message="Trang không thể nằm trong chính nó.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HeroSlot",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("vi", "Tiếng Việt"), ("en", "Tiếng Anh")],
                        default="vi",
                        max_length=2,
                        verbose_name="ngôn ngữ",
                    ),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Vị trí 1"),
                            (2, "Vị trí 2"),
                            (3, "Vị trí 3"),
                            (4, "Vị trí 4"),
                            (5, "Vị trí 5"),
                        ],
                        verbose_name="vị trí",
                    ),
                ),
                ("starts_at", models.DateTimeField(verbose_name="ghim từ")),
                ("ends_at", models.DateTimeField(blank=True, null=True, verbose_name="ghim đến")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="hero_slots",
                        to="news.article",
                        verbose_name="bài viết",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "site",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="hero_slots",
                        to="news.site",
                        verbose_name="trang",
                    ),
                ),
            ],
            options={
                "verbose_name": "bài ghim trang chủ",
                "verbose_name_plural": "bài ghim trang chủ",
                "ordering": ["site", "language", "position", "-starts_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_at__isnull", True),
                            ("ends_at__gt", models.F("starts_at")),
                            _connector="OR",
                        ),
                        name="hero_slot_ends_after_it_starts",
                        violation_error_message="Giờ kết thúc ghim phải sau giờ bắt đầu.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="EditorialRight",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "column",
                    models.ForeignKey(
                        blank=True,
                        help_text="Để trống: cả trang.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rights",
                        to="news.column",
                        verbose_name="chuyên mục",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="editorial_rights",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người dùng",
                    ),
                ),
                (
                    "site",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rights",
                        to="news.site",
                        verbose_name="trang",
                    ),
                ),
            ],
            options={
                "verbose_name": "phạm vi biên tập",
                "verbose_name_plural": "phạm vi biên tập",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("user", "site", "column"),
                        name="one_editorial_right_a_scope",
                        nulls_distinct=False,
                        violation_error_message="Người này đã có phạm vi này.",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="column",
            name="site",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="columns",
                to="news.site",
                verbose_name="trang",
            ),
        ),
        migrations.AddField(
            model_name="campaign",
            name="site",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="campaigns",
                to="news.site",
                verbose_name="trang",
            ),
        ),
        migrations.AddField(
            model_name="article",
            name="site",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="articles",
                to="news.site",
                verbose_name="trang",
            ),
        ),
        migrations.CreateModel(
            name="Placement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("published_at", models.DateTimeField()),
                (
                    "column",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="news.column",
                    ),
                ),
                (
                    "live",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="placements",
                        to="news.livearticle",
                    ),
                ),
            ],
            options={
                "verbose_name": "vị trí trong chuyên mục",
                "verbose_name_plural": "vị trí trong chuyên mục",
                "indexes": [
                    models.Index(
                        fields=["column", "-published_at", "-live"], name="placement_newest"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("live", "column"), name="one_placement_a_column"
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="livearticle",
            name="edition",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="news.edition"
            ),
        ),
        migrations.AddField(
            model_name="livearticle",
            name="main_column",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="news.column"
            ),
        ),
        migrations.AddField(
            model_name="livearticle",
            name="site",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="news.site"
            ),
        ),
        migrations.CreateModel(
            name="ArticleEvent",
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
                    "language",
                    models.CharField(
                        choices=[("vi", "Tiếng Việt"), ("en", "Tiếng Anh")],
                        max_length=2,
                        null=True,
                        verbose_name="ngôn ngữ",
                    ),
                ),
                (
                    "source_key",
                    models.CharField(
                        blank=True,
                        editable=False,
                        max_length=200,
                        null=True,
                        verbose_name="mã nguồn nhập",
                    ),
                ),
                (
                    "source_hash",
                    models.CharField(
                        blank=True,
                        editable=False,
                        max_length=64,
                        null=True,
                        verbose_name="dấu bản nhập",
                    ),
                ),
                ("created_at", models.DateTimeField(null=True, verbose_name="tạo lúc")),
                (
                    "first_published_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="đăng lần đầu"),
                ),
                (
                    "withdrawn_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="gỡ lúc"),
                ),
                (
                    "withdrawal_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("error", "Có sai sót – địa chỉ báo đã gỡ (410)"),
                            ("superseded", "Đã có bài thay thế – chuyển hướng"),
                            ("expired", "Hết thời hạn – vẫn đọc được, có thông báo"),
                        ],
                        editable=False,
                        max_length=20,
                        null=True,
                        verbose_name="lý do gỡ",
                    ),
                ),
                (
                    "withdrawal_note",
                    models.TextField(
                        blank=True, editable=False, null=True, verbose_name="giải thích"
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="news.article",
                    ),
                ),
                (
                    "replaced_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="news.article",
                        verbose_name="bài thay thế",
                    ),
                ),
                (
                    "translation_of",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="news.article",
                        verbose_name="bản dịch của",
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
                        to="news.site",
                        verbose_name="trang",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CampaignEvent",
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
                    "language",
                    models.CharField(
                        choices=[("vi", "Tiếng Việt"), ("en", "Tiếng Anh")],
                        max_length=2,
                        null=True,
                        verbose_name="ngôn ngữ",
                    ),
                ),
                (
                    "title",
                    models.CharField(max_length=200, null=True, verbose_name="tên chuyên đề"),
                ),
                (
                    "slug",
                    models.SlugField(
                        db_index=False, max_length=100, null=True, verbose_name="đường dẫn"
                    ),
                ),
                ("lead", models.TextField(max_length=1000, null=True, verbose_name="giới thiệu")),
                ("starts_on", models.DateField(null=True, verbose_name="bắt đầu")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="kết thúc")),
                ("is_public", models.BooleanField(null=True, verbose_name="công khai")),
                (
                    "auto_tags",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60),
                        blank=True,
                        null=True,
                        size=None,
                        verbose_name="tự chọn bài có từ khóa",
                    ),
                ),
                (
                    "banner_text",
                    models.CharField(
                        help_text="Website thành viên đặt biểu ngữ này, dẫn về trang chuyên đề.",
                        max_length=120,
                        null=True,
                        verbose_name="lời trên biểu ngữ",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="news.campaign",
                    ),
                ),
                (
                    "auto_column",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="news.column",
                        verbose_name="tự chọn bài trong chuyên mục",
                    ),
                ),
                (
                    "banner_picture",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="news.picture",
                        verbose_name="hình biểu ngữ",
                    ),
                ),
                (
                    "picture",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="news.picture",
                        verbose_name="hình",
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
                        to="news.site",
                        verbose_name="trang",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ColumnEvent",
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
                    "language",
                    models.CharField(
                        choices=[("vi", "Tiếng Việt"), ("en", "Tiếng Anh")],
                        max_length=2,
                        null=True,
                        verbose_name="ngôn ngữ",
                    ),
                ),
                ("name", models.CharField(max_length=120, null=True, verbose_name="tên")),
                (
                    "slug",
                    models.SlugField(
                        db_index=False, max_length=80, null=True, verbose_name="đường dẫn"
                    ),
                ),
                (
                    "description",
                    models.CharField(blank=True, max_length=300, null=True, verbose_name="mô tả"),
                ),
                ("position", models.PositiveSmallIntegerField(null=True, verbose_name="thứ tự")),
                (
                    "is_in_menu",
                    models.BooleanField(null=True, verbose_name="trên thanh điều hướng"),
                ),
                (
                    "home_position",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Để trống: không có khối riêng.",
                        null=True,
                        verbose_name="thứ tự khối trang chủ",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="news.column",
                        verbose_name="chuyên mục cha",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="news.column",
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
                        to="news.site",
                        verbose_name="trang",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EditionEvent",
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
                ("number", models.PositiveIntegerField(null=True, verbose_name="bản số")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Bản nháp"),
                            ("submitted", "Chờ biên tập"),
                            ("edited", "Chờ duyệt"),
                            ("approved", "Đã duyệt"),
                            ("scheduled", "Đã hẹn giờ"),
                            ("published", "Đang đăng"),
                            ("superseded", "Đã có bản mới"),
                            ("withdrawn", "Đã gỡ"),
                            ("archived", "Lưu trữ"),
                            ("discarded", "Đã bỏ"),
                        ],
                        max_length=20,
                        null=True,
                        verbose_name="trạng thái",
                    ),
                ),
                ("title", models.CharField(max_length=250, null=True, verbose_name="tiêu đề")),
                (
                    "slug",
                    models.SlugField(
                        db_index=False, max_length=120, null=True, verbose_name="đường dẫn"
                    ),
                ),
                (
                    "lead",
                    models.TextField(
                        blank=True, max_length=1000, null=True, verbose_name="tóm tắt"
                    ),
                ),
                (
                    "authors",
                    models.CharField(blank=True, max_length=200, null=True, verbose_name="tác giả"),
                ),
                (
                    "source_name",
                    models.CharField(
                        blank=True, max_length=200, null=True, verbose_name="nguồn tin"
                    ),
                ),
                (
                    "source_url",
                    models.URLField(
                        blank=True, max_length=500, null=True, verbose_name="đường dẫn nguồn"
                    ),
                ),
                (
                    "picture_alt",
                    models.CharField(
                        blank=True, max_length=250, null=True, verbose_name="mô tả hình"
                    ),
                ),
                (
                    "picture_caption",
                    models.CharField(
                        blank=True, max_length=300, null=True, verbose_name="chú thích hình"
                    ),
                ),
                (
                    "tags",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60),
                        blank=True,
                        null=True,
                        size=None,
                        verbose_name="từ khóa",
                    ),
                ),
                (
                    "correction_note",
                    models.CharField(
                        blank=True,
                        help_text="Hiện dưới tiêu đề khi bài đã đăng được sửa nội dung.",
                        max_length=300,
                        null=True,
                        verbose_name="ghi chú đính chính",
                    ),
                ),
                (
                    "publish_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="hẹn đăng lúc"),
                ),
                (
                    "published_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="đăng lúc"),
                ),
                (
                    "return_reason",
                    models.TextField(
                        blank=True, editable=False, null=True, verbose_name="lý do trả lại"
                    ),
                ),
                ("created_at", models.DateTimeField(null=True, verbose_name="tạo lúc")),
                (
                    "approved_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người duyệt",
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="news.article",
                        verbose_name="bài viết",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người viết",
                    ),
                ),
                (
                    "edited_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người biên tập",
                    ),
                ),
                (
                    "main_column",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="news.column",
                        verbose_name="chuyên mục chính",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="news.edition",
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người trình",
                    ),
                ),
                (
                    "updated_by",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "picture",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="news.picture",
                        verbose_name="hình chính",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EditorialRightEvent",
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
                    "column",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Để trống: cả trang.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="news.column",
                        verbose_name="chuyên mục",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="news.editorialright",
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
                (
                    "site",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="news.site",
                        verbose_name="trang",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="HeroSlotEvent",
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
                    "language",
                    models.CharField(
                        choices=[("vi", "Tiếng Việt"), ("en", "Tiếng Anh")],
                        max_length=2,
                        null=True,
                        verbose_name="ngôn ngữ",
                    ),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Vị trí 1"),
                            (2, "Vị trí 2"),
                            (3, "Vị trí 3"),
                            (4, "Vị trí 4"),
                            (5, "Vị trí 5"),
                        ],
                        null=True,
                        verbose_name="vị trí",
                    ),
                ),
                ("starts_at", models.DateTimeField(null=True, verbose_name="ghim từ")),
                ("ends_at", models.DateTimeField(blank=True, null=True, verbose_name="ghim đến")),
                (
                    "article",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="news.article",
                        verbose_name="bài viết",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="news.heroslot",
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
                        to="news.site",
                        verbose_name="trang",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PageEvent",
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
                    "language",
                    models.CharField(
                        choices=[("vi", "Tiếng Việt"), ("en", "Tiếng Anh")],
                        max_length=2,
                        null=True,
                        verbose_name="ngôn ngữ",
                    ),
                ),
                ("title", models.CharField(max_length=200, null=True, verbose_name="tiêu đề")),
                (
                    "slug",
                    models.SlugField(
                        db_index=False, max_length=100, null=True, verbose_name="đường dẫn"
                    ),
                ),
                (
                    "lead",
                    models.TextField(blank=True, max_length=500, null=True, verbose_name="tóm tắt"),
                ),
                ("body", models.TextField(blank=True, null=True, verbose_name="nội dung")),
                ("position", models.PositiveSmallIntegerField(null=True, verbose_name="thứ tự")),
                ("is_public", models.BooleanField(null=True, verbose_name="công khai")),
                (
                    "is_in_footer",
                    models.BooleanField(null=True, verbose_name="liên kết ở chân trang"),
                ),
                (
                    "review_on",
                    models.DateField(blank=True, null=True, verbose_name="rà soát lại trước ngày"),
                ),
                ("updated_at", models.DateTimeField(null=True, verbose_name="cập nhật")),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người phụ trách",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="news.page",
                        verbose_name="trang cha",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="news.page",
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
                        to="news.site",
                        verbose_name="trang",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PictureEvent",
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
                    "base",
                    models.CharField(
                        editable=False, max_length=120, null=True, verbose_name="thư mục"
                    ),
                ),
                (
                    "widths",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(),
                        editable=False,
                        null=True,
                        size=None,
                    ),
                ),
                (
                    "width",
                    models.PositiveIntegerField(
                        editable=False, null=True, verbose_name="rộng (px)"
                    ),
                ),
                (
                    "height",
                    models.PositiveIntegerField(editable=False, null=True, verbose_name="cao (px)"),
                ),
                (
                    "alt",
                    models.CharField(
                        max_length=250, null=True, verbose_name="mô tả cho người không thấy hình"
                    ),
                ),
                (
                    "caption",
                    models.CharField(
                        blank=True, max_length=300, null=True, verbose_name="chú thích"
                    ),
                ),
                (
                    "credit",
                    models.CharField(
                        blank=True, max_length=120, null=True, verbose_name="tác giả ảnh"
                    ),
                ),
                ("created_at", models.DateTimeField(null=True, verbose_name="tải lên lúc")),
                (
                    "created_by",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="news.picture",
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
                        to="news.site",
                        verbose_name="trang",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SiteEvent",
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
                    models.SlugField(db_index=False, max_length=20, null=True, verbose_name="mã"),
                ),
                ("host", models.CharField(max_length=120, null=True, verbose_name="tên miền")),
                (
                    "is_default",
                    models.BooleanField(null=True, verbose_name="trả lời mọi tên miền khác"),
                ),
                ("name", models.CharField(max_length=120, null=True, verbose_name="tên trang")),
                (
                    "name_en",
                    models.CharField(max_length=120, null=True, verbose_name="tên tiếng Anh"),
                ),
                (
                    "owner_name",
                    models.CharField(max_length=200, null=True, verbose_name="tên cơ quan"),
                ),
                (
                    "owner_name_en",
                    models.CharField(
                        max_length=200, null=True, verbose_name="tên cơ quan (tiếng Anh)"
                    ),
                ),
                (
                    "tagline",
                    models.CharField(max_length=200, null=True, verbose_name="dòng giới thiệu"),
                ),
                (
                    "tagline_en",
                    models.CharField(
                        max_length=200, null=True, verbose_name="dòng giới thiệu (tiếng Anh)"
                    ),
                ),
                (
                    "responsible_person",
                    models.CharField(
                        max_length=200, null=True, verbose_name="người chịu trách nhiệm chính"
                    ),
                ),
                ("address", models.CharField(max_length=250, null=True, verbose_name="địa chỉ")),
                ("phone", models.CharField(max_length=40, null=True, verbose_name="điện thoại")),
                ("email", models.EmailField(max_length=254, null=True, verbose_name="thư điện tử")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="news.site",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="column",
            constraint=models.UniqueConstraint(
                fields=("site", "language", "slug"),
                name="one_column_a_slug",
                violation_error_message="Trang này đã có chuyên mục với đường dẫn đó.",
            ),
        ),
        migrations.AddConstraint(
            model_name="campaign",
            constraint=models.UniqueConstraint(
                fields=("site", "language", "slug"),
                name="one_campaign_a_slug",
                violation_error_message="Trang này đã có chuyên đề với đường dẫn đó.",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.UniqueConstraint(
                condition=models.Q(("source_key", ""), _negated=True),
                fields=("site", "source_key"),
                name="one_article_an_imported_key",
            ),
        ),
        migrations.AddIndex(
            model_name="livearticle",
            index=models.Index(
                condition=models.Q(("is_listed", True)),
                fields=["site", "language", "-published_at", "-article"],
                name="live_article_newest",
            ),
        ),
        triggers.AddTrigger(
            model_name="site",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "news_siteevent" ("address", "code", "email", "host", "id", "is_default", "name", "name_en", "owner_name", "owner_name_en", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "responsible_person", "tagline", "tagline_en") VALUES (NEW."address", NEW."code", NEW."email", NEW."host", NEW."id", NEW."is_default", NEW."name", NEW."name_en", NEW."owner_name", NEW."owner_name_en", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."phone", NEW."responsible_person", NEW."tagline", NEW."tagline_en"); RETURN NULL;',
                    hash="efe37ae2cb016a98424ab7f2c67b725c05367417",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_547ae",
                    table="news_site",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="site",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "news_siteevent" ("address", "code", "email", "host", "id", "is_default", "name", "name_en", "owner_name", "owner_name_en", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "responsible_person", "tagline", "tagline_en") VALUES (NEW."address", NEW."code", NEW."email", NEW."host", NEW."id", NEW."is_default", NEW."name", NEW."name_en", NEW."owner_name", NEW."owner_name_en", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."phone", NEW."responsible_person", NEW."tagline", NEW."tagline_en"); RETURN NULL;',
                    hash="7346d86fce10de07c96889031b4238917d787581",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0aa3a",
                    table="news_site",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="site",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "news_siteevent" ("address", "code", "email", "host", "id", "is_default", "name", "name_en", "owner_name", "owner_name_en", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "responsible_person", "tagline", "tagline_en") VALUES (OLD."address", OLD."code", OLD."email", OLD."host", OLD."id", OLD."is_default", OLD."name", OLD."name_en", OLD."owner_name", OLD."owner_name_en", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."phone", OLD."responsible_person", OLD."tagline", OLD."tagline_en"); RETURN NULL;',
                    hash="89f97bca78e6161f8c37c877d228105f610fbbce",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f5285",
                    table="news_site",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="editionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="4ad6ba5d5854ac8c8e29cf802eb2fcb2cbee2e4d",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_2d5fa",
                    table="news_editionevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="editionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="844b7b1e13502de45b286fe9f039b4fc1495999e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_3ef5d",
                    table="news_editionevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="editionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="828ce8faf832771c5742175ac777d174fcdf8fea",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_5b809",
                    table="news_editionevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="edition",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."approved_by_id" IS DISTINCT FROM (NEW."approved_by_id") OR OLD."article_id" IS DISTINCT FROM (NEW."article_id") OR OLD."author_id" IS DISTINCT FROM (NEW."author_id") OR OLD."authors" IS DISTINCT FROM (NEW."authors") OR OLD."correction_note" IS DISTINCT FROM (NEW."correction_note") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."edited_by_id" IS DISTINCT FROM (NEW."edited_by_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."lead" IS DISTINCT FROM (NEW."lead") OR OLD."main_column_id" IS DISTINCT FROM (NEW."main_column_id") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."picture_id" IS DISTINCT FROM (NEW."picture_id") OR OLD."picture_alt" IS DISTINCT FROM (NEW."picture_alt") OR OLD."picture_caption" IS DISTINCT FROM (NEW."picture_caption") OR OLD."publish_at" IS DISTINCT FROM (NEW."publish_at") OR OLD."published_at" IS DISTINCT FROM (NEW."published_at") OR OLD."return_reason" IS DISTINCT FROM (NEW."return_reason") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."source_name" IS DISTINCT FROM (NEW."source_name") OR OLD."source_url" IS DISTINCT FROM (NEW."source_url") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."submitted_by_id" IS DISTINCT FROM (NEW."submitted_by_id") OR OLD."tags" IS DISTINCT FROM (NEW."tags") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."updated_by_id" IS DISTINCT FROM (NEW."updated_by_id"))',
                    func='INSERT INTO "news_editionevent" ("approved_by_id", "article_id", "author_id", "authors", "correction_note", "created_at", "edited_by_id", "id", "lead", "main_column_id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "picture_alt", "picture_caption", "picture_id", "publish_at", "published_at", "return_reason", "slug", "source_name", "source_url", "state", "submitted_by_id", "tags", "title", "updated_by_id") VALUES (NEW."approved_by_id", NEW."article_id", NEW."author_id", NEW."authors", NEW."correction_note", NEW."created_at", NEW."edited_by_id", NEW."id", NEW."lead", NEW."main_column_id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."picture_alt", NEW."picture_caption", NEW."picture_id", NEW."publish_at", NEW."published_at", NEW."return_reason", NEW."slug", NEW."source_name", NEW."source_url", NEW."state", NEW."submitted_by_id", NEW."tags", NEW."title", NEW."updated_by_id"); RETURN NULL;',
                    hash="e5ce52e10183b05c4ba34180b3d88763939751a3",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b3164",
                    table="news_edition",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="edition",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "news_editionevent" ("approved_by_id", "article_id", "author_id", "authors", "correction_note", "created_at", "edited_by_id", "id", "lead", "main_column_id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "picture_alt", "picture_caption", "picture_id", "publish_at", "published_at", "return_reason", "slug", "source_name", "source_url", "state", "submitted_by_id", "tags", "title", "updated_by_id") VALUES (OLD."approved_by_id", OLD."article_id", OLD."author_id", OLD."authors", OLD."correction_note", OLD."created_at", OLD."edited_by_id", OLD."id", OLD."lead", OLD."main_column_id", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."picture_alt", OLD."picture_caption", OLD."picture_id", OLD."publish_at", OLD."published_at", OLD."return_reason", OLD."slug", OLD."source_name", OLD."source_url", OLD."state", OLD."submitted_by_id", OLD."tags", OLD."title", OLD."updated_by_id"); RETURN NULL;',
                    hash="74b1931928435dfc822cd19a78cce67d49f4e49a",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_acdeb",
                    table="news_edition",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="pictureevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="455c831abf5b66f938feea04fe7dfc69e1592005",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_29bfd",
                    table="news_pictureevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="pictureevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="c53c73ae1a01d045ab906266cb90c3bb5b82119d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_832b7",
                    table="news_pictureevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="pictureevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="99af658e64cb5928e3451057e776f3d3d588b4fe",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_90c47",
                    table="news_pictureevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="picture",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "news_pictureevent" ("alt", "base", "caption", "created_at", "created_by_id", "credit", "height", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "site_id", "width", "widths") VALUES (NEW."alt", NEW."base", NEW."caption", NEW."created_at", NEW."created_by_id", NEW."credit", NEW."height", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."site_id", NEW."width", NEW."widths"); RETURN NULL;',
                    hash="93e068845340cf217bd38dc050d0d3ec15b616fe",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f9f0a",
                    table="news_picture",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="picture",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "news_pictureevent" ("alt", "base", "caption", "created_at", "created_by_id", "credit", "height", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "site_id", "width", "widths") VALUES (NEW."alt", NEW."base", NEW."caption", NEW."created_at", NEW."created_by_id", NEW."credit", NEW."height", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."site_id", NEW."width", NEW."widths"); RETURN NULL;',
                    hash="4c7c148d74a13b4c4df6bfafa28a6d945dddbfdd",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_46acc",
                    table="news_picture",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="picture",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "news_pictureevent" ("alt", "base", "caption", "created_at", "created_by_id", "credit", "height", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "site_id", "width", "widths") VALUES (OLD."alt", OLD."base", OLD."caption", OLD."created_at", OLD."created_by_id", OLD."credit", OLD."height", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."site_id", OLD."width", OLD."widths"); RETURN NULL;',
                    hash="78d28208e9bbdbdbb84b20c2dc3c2b980f8a2f38",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8915a",
                    table="news_picture",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="pageevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="1bacd972202b31dba5a3fc5d33fd6d83e7d9e0ff",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_518d9",
                    table="news_pageevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="pageevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="c5d6995416401ab91373721fb7a559c15ad0d4e6",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_25c4c",
                    table="news_pageevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="pageevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="a01c97d2267a1bd213d3326a37560f3b4edf7420",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_865c2",
                    table="news_pageevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="page",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "news_pageevent" ("body", "id", "is_in_footer", "is_public", "language", "lead", "owner_id", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "review_on", "site_id", "slug", "title", "updated_at") VALUES (NEW."body", NEW."id", NEW."is_in_footer", NEW."is_public", NEW."language", NEW."lead", NEW."owner_id", NEW."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."review_on", NEW."site_id", NEW."slug", NEW."title", NEW."updated_at"); RETURN NULL;',
                    hash="4f53d8f61f29924203f5e7df0f275c5752acb47a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_95e89",
                    table="news_page",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="page",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "news_pageevent" ("body", "id", "is_in_footer", "is_public", "language", "lead", "owner_id", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "review_on", "site_id", "slug", "title", "updated_at") VALUES (NEW."body", NEW."id", NEW."is_in_footer", NEW."is_public", NEW."language", NEW."lead", NEW."owner_id", NEW."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."review_on", NEW."site_id", NEW."slug", NEW."title", NEW."updated_at"); RETURN NULL;',
                    hash="2fb04710459bc0e3f515e362f593e1745a06400f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4550c",
                    table="news_page",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="page",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "news_pageevent" ("body", "id", "is_in_footer", "is_public", "language", "lead", "owner_id", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "review_on", "site_id", "slug", "title", "updated_at") VALUES (OLD."body", OLD."id", OLD."is_in_footer", OLD."is_public", OLD."language", OLD."lead", OLD."owner_id", OLD."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."review_on", OLD."site_id", OLD."slug", OLD."title", OLD."updated_at"); RETURN NULL;',
                    hash="9f2c9c403f300634365c3b4ec1c929559be26694",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b0836",
                    table="news_page",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="heroslotevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="643e39c453efeaa414805c12658d2bc3ec2675f9",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_e8dc6",
                    table="news_heroslotevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="heroslotevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="6c3206e70943fa60457a2e66b5824ac11d59039c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_16322",
                    table="news_heroslotevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="heroslotevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="0e41972e826e272659d2f88f5fdd61dfabcee58b",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_de417",
                    table="news_heroslotevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="heroslot",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "news_heroslotevent" ("article_id", "created_by_id", "ends_at", "id", "language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "site_id", "starts_at") VALUES (NEW."article_id", NEW."created_by_id", NEW."ends_at", NEW."id", NEW."language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."site_id", NEW."starts_at"); RETURN NULL;',
                    hash="61fe7011df6cfe27a8b5fc3358c4717fe1fb89ac",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b472c",
                    table="news_heroslot",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="heroslot",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "news_heroslotevent" ("article_id", "created_by_id", "ends_at", "id", "language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "site_id", "starts_at") VALUES (NEW."article_id", NEW."created_by_id", NEW."ends_at", NEW."id", NEW."language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."site_id", NEW."starts_at"); RETURN NULL;',
                    hash="a15ac28af3240857101b4950a2df4b940da2c39d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_db3ae",
                    table="news_heroslot",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="heroslot",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "news_heroslotevent" ("article_id", "created_by_id", "ends_at", "id", "language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "site_id", "starts_at") VALUES (OLD."article_id", OLD."created_by_id", OLD."ends_at", OLD."id", OLD."language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."site_id", OLD."starts_at"); RETURN NULL;',
                    hash="89f08b117bd1117d6802a52c7fdc6595b1b1beaf",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_719f8",
                    table="news_heroslot",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="editorialrightevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="c7f3470f5be042cf43ff20c83329c7e9b14a34d0",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_1d157",
                    table="news_editorialrightevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="editorialrightevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="0a6fc49666a853bf416e796c627934792fb90405",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_6c87d",
                    table="news_editorialrightevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="editorialrightevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="0938d1c3485d82433061fb57362e38b250bff329",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_d2041",
                    table="news_editorialrightevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="editorialright",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "news_editorialrightevent" ("column_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "site_id", "user_id") VALUES (NEW."column_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."site_id", NEW."user_id"); RETURN NULL;',
                    hash="4fa3d4cdb46dea33d17b59054186abbd743ebff5",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c1a0b",
                    table="news_editorialright",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="editorialright",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "news_editorialrightevent" ("column_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "site_id", "user_id") VALUES (NEW."column_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."site_id", NEW."user_id"); RETURN NULL;',
                    hash="463ac2eab81eacba4c792a512e025bb39e3cba04",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1aa12",
                    table="news_editorialright",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="editorialright",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "news_editorialrightevent" ("column_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "site_id", "user_id") VALUES (OLD."column_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."site_id", OLD."user_id"); RETURN NULL;',
                    hash="14448977af576c1717dce33768fb4b8a1f9c3392",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_62321",
                    table="news_editorialright",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="columnevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="36aaac5a62755a230ebd4d6384b0d08048df84b6",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_648df",
                    table="news_columnevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="columnevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="17bd4b65d5df5a908964c2a78883b08a26300df7",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_bad62",
                    table="news_columnevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="columnevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="7587404fa445193017b92981b6eb4bd3b0b35281",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_81d03",
                    table="news_columnevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="column",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "news_columnevent" ("description", "home_position", "id", "is_in_menu", "language", "name", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "site_id", "slug") VALUES (NEW."description", NEW."home_position", NEW."id", NEW."is_in_menu", NEW."language", NEW."name", NEW."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."site_id", NEW."slug"); RETURN NULL;',
                    hash="08a4311428b69e4c851515da54f91841f5948104",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_1e812",
                    table="news_column",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="column",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "news_columnevent" ("description", "home_position", "id", "is_in_menu", "language", "name", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "site_id", "slug") VALUES (NEW."description", NEW."home_position", NEW."id", NEW."is_in_menu", NEW."language", NEW."name", NEW."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."site_id", NEW."slug"); RETURN NULL;',
                    hash="70f5acc3f67b3f213ff01c1524fd5f245734e817",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b1b49",
                    table="news_column",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="column",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "news_columnevent" ("description", "home_position", "id", "is_in_menu", "language", "name", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "site_id", "slug") VALUES (OLD."description", OLD."home_position", OLD."id", OLD."is_in_menu", OLD."language", OLD."name", OLD."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."site_id", OLD."slug"); RETURN NULL;',
                    hash="4eae67f901fc2b8e8032f9a82be7cb9da9875e66",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_29406",
                    table="news_column",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="campaignevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="c03c15dc4a09e1462e7e4a261ae56ce22f4ea4f6",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_f112d",
                    table="news_campaignevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="campaignevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="b6beb55381f2b0e19c0bf68d76a15e27fa873e7a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_74fa0",
                    table="news_campaignevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="campaignevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="a896b2c16d2afd4ff9daf8ae47f1f12c385dfcce",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_39603",
                    table="news_campaignevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="campaign",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "news_campaignevent" ("auto_column_id", "auto_tags", "banner_picture_id", "banner_text", "ends_on", "id", "is_public", "language", "lead", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "picture_id", "site_id", "slug", "starts_on", "title") VALUES (NEW."auto_column_id", NEW."auto_tags", NEW."banner_picture_id", NEW."banner_text", NEW."ends_on", NEW."id", NEW."is_public", NEW."language", NEW."lead", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."picture_id", NEW."site_id", NEW."slug", NEW."starts_on", NEW."title"); RETURN NULL;',
                    hash="fa6167c992c454c4533ec55bec8cdec16d17cde3",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f90d1",
                    table="news_campaign",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="campaign",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "news_campaignevent" ("auto_column_id", "auto_tags", "banner_picture_id", "banner_text", "ends_on", "id", "is_public", "language", "lead", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "picture_id", "site_id", "slug", "starts_on", "title") VALUES (NEW."auto_column_id", NEW."auto_tags", NEW."banner_picture_id", NEW."banner_text", NEW."ends_on", NEW."id", NEW."is_public", NEW."language", NEW."lead", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."picture_id", NEW."site_id", NEW."slug", NEW."starts_on", NEW."title"); RETURN NULL;',
                    hash="624ee1c69a38a4073c158812473ccfb5fe1d88cf",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5b308",
                    table="news_campaign",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="campaign",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "news_campaignevent" ("auto_column_id", "auto_tags", "banner_picture_id", "banner_text", "ends_on", "id", "is_public", "language", "lead", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "picture_id", "site_id", "slug", "starts_on", "title") VALUES (OLD."auto_column_id", OLD."auto_tags", OLD."banner_picture_id", OLD."banner_text", OLD."ends_on", OLD."id", OLD."is_public", OLD."language", OLD."lead", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."picture_id", OLD."site_id", OLD."slug", OLD."starts_on", OLD."title"); RETURN NULL;',
                    hash="f5236cb86106e8bba92087d9573b45145fc49b66",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_6441c",
                    table="news_campaign",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="articleevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="91cfed386da5fe56cdf8aae6baa6c3fd48ac2435",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_d99b4",
                    table="news_articleevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="articleevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="23022a9c7c79f10ba7a16abdb0d29eb5cc1bb68c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_d512d",
                    table="news_articleevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="articleevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="73837a551e54aa07be8502dfc75ed6ec39c4d37b",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_d90f3",
                    table="news_articleevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="article",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "news_articleevent" ("created_at", "created_by_id", "first_published_at", "id", "language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "replaced_by_id", "site_id", "source_hash", "source_key", "translation_of_id", "withdrawal_note", "withdrawal_reason", "withdrawn_at") VALUES (NEW."created_at", NEW."created_by_id", NEW."first_published_at", NEW."id", NEW."language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."replaced_by_id", NEW."site_id", NEW."source_hash", NEW."source_key", NEW."translation_of_id", NEW."withdrawal_note", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="8cccf94c6e8d0a3ebd70d45fe2f3b462fc37c489",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_12d52",
                    table="news_article",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="article",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "news_articleevent" ("created_at", "created_by_id", "first_published_at", "id", "language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "replaced_by_id", "site_id", "source_hash", "source_key", "translation_of_id", "withdrawal_note", "withdrawal_reason", "withdrawn_at") VALUES (OLD."created_at", OLD."created_by_id", OLD."first_published_at", OLD."id", OLD."language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."replaced_by_id", OLD."site_id", OLD."source_hash", OLD."source_key", OLD."translation_of_id", OLD."withdrawal_note", OLD."withdrawal_reason", OLD."withdrawn_at"); RETURN NULL;',
                    hash="68e99c2f1c33d290d31a2a6b946ac11d13c9174f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_bcd3d",
                    table="news_article",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="siteevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="63c9a6d6c568294dd7831c62cdf82ee3afb2719a",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_155e0",
                    table="news_siteevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="siteevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="4cc704c28f856d86d7e59271083a8d553295b4d1",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_2c81f",
                    table="news_siteevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="siteevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="0c78c6e600992d8605cbc84ba7d74a2b811f49d9",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_9effa",
                    table="news_siteevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
