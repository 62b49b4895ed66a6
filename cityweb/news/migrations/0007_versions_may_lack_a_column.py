import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("news", "0006_search_suggestions"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="articleevent",
            name="created_at",
            field=models.DateTimeField(null=True, verbose_name="tạo lúc"),
        ),
        migrations.AlterField(
            model_name="articleevent",
            name="language",
            field=models.CharField(
                choices=[("vi", "Tiếng Việt"), ("en", "Tiếng Anh")],
                max_length=2,
                null=True,
                verbose_name="ngôn ngữ",
            ),
        ),
        migrations.AlterField(
            model_name="articleevent",
            name="site",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="news.site",
                verbose_name="trang",
            ),
        ),
        migrations.AlterField(
            model_name="articleevent",
            name="source_hash",
            field=models.CharField(
                blank=True, editable=False, max_length=64, null=True, verbose_name="dấu bản nhập"
            ),
        ),
        migrations.AlterField(
            model_name="articleevent",
            name="source_key",
            field=models.CharField(
                blank=True, editable=False, max_length=200, null=True, verbose_name="mã nguồn nhập"
            ),
        ),
        migrations.AlterField(
            model_name="articleevent",
            name="withdrawal_note",
            field=models.TextField(
                blank=True, editable=False, null=True, verbose_name="giải thích"
            ),
        ),
        migrations.AlterField(
            model_name="articleevent",
            name="withdrawal_reason",
            field=models.CharField(
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
        migrations.AlterField(
            model_name="campaignevent",
            name="auto_tags",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=60),
                blank=True,
                null=True,
                size=None,
                verbose_name="tự chọn bài có từ khóa",
            ),
        ),
        migrations.AlterField(
            model_name="campaignevent",
            name="banner_text",
            field=models.CharField(
                help_text="Website thành viên đặt biểu ngữ này, dẫn về trang chuyên đề.",
                max_length=120,
                null=True,
                verbose_name="lời trên biểu ngữ",
            ),
        ),
        migrations.AlterField(
            model_name="campaignevent",
            name="is_public",
            field=models.BooleanField(null=True, verbose_name="công khai"),
        ),
        migrations.AlterField(
            model_name="campaignevent",
            name="language",
            field=models.CharField(
                choices=[("vi", "Tiếng Việt"), ("en", "Tiếng Anh")],
                max_length=2,
                null=True,
                verbose_name="ngôn ngữ",
            ),
        ),
        migrations.AlterField(
            model_name="campaignevent",
            name="lead",
            field=models.TextField(max_length=1000, null=True, verbose_name="giới thiệu"),
        ),
        migrations.AlterField(
            model_name="campaignevent",
            name="site",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="news.site",
                verbose_name="trang",
            ),
        ),
        migrations.AlterField(
            model_name="campaignevent",
            name="slug",
            field=models.SlugField(
                db_index=False, max_length=100, null=True, verbose_name="đường dẫn"
            ),
        ),
        migrations.AlterField(
            model_name="campaignevent",
            name="starts_on",
            field=models.DateField(null=True, verbose_name="bắt đầu"),
        ),
        migrations.AlterField(
            model_name="campaignevent",
            name="title",
            field=models.CharField(max_length=200, null=True, verbose_name="tên chuyên đề"),
        ),
        migrations.AlterField(
            model_name="columnevent",
            name="description",
            field=models.CharField(blank=True, max_length=300, null=True, verbose_name="mô tả"),
        ),
        migrations.AlterField(
            model_name="columnevent",
            name="is_in_menu",
            field=models.BooleanField(null=True, verbose_name="trên thanh điều hướng"),
        ),
        migrations.AlterField(
            model_name="columnevent",
            name="language",
            field=models.CharField(
                choices=[("vi", "Tiếng Việt"), ("en", "Tiếng Anh")],
                max_length=2,
                null=True,
                verbose_name="ngôn ngữ",
            ),
        ),
        migrations.AlterField(
            model_name="columnevent",
            name="name",
            field=models.CharField(max_length=120, null=True, verbose_name="tên"),
        ),
        migrations.AlterField(
            model_name="columnevent",
            name="position",
            field=models.PositiveSmallIntegerField(null=True, verbose_name="thứ tự"),
        ),
        migrations.AlterField(
            model_name="columnevent",
            name="site",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="news.site",
                verbose_name="trang",
            ),
        ),
        migrations.AlterField(
            model_name="columnevent",
            name="slug",
            field=models.SlugField(
                db_index=False, max_length=80, null=True, verbose_name="đường dẫn"
            ),
        ),
        migrations.AlterField(
            model_name="editionevent",
            name="article",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="news.article",
                verbose_name="bài viết",
            ),
        ),
        migrations.AlterField(
            model_name="editionevent",
            name="authors",
            field=models.CharField(blank=True, max_length=200, null=True, verbose_name="tác giả"),
        ),
        migrations.AlterField(
            model_name="editionevent",
            name="correction_note",
            field=models.CharField(
                blank=True,
                help_text="Hiện dưới tiêu đề khi bài đã đăng được sửa nội dung.",
                max_length=300,
                null=True,
                verbose_name="ghi chú đính chính",
            ),
        ),
        migrations.AlterField(
            model_name="editionevent",
            name="created_at",
            field=models.DateTimeField(null=True, verbose_name="tạo lúc"),
        ),
        migrations.AlterField(
            model_name="editionevent",
            name="lead",
            field=models.TextField(blank=True, max_length=1000, null=True, verbose_name="tóm tắt"),
        ),
        migrations.AlterField(
            model_name="editionevent",
            name="main_column",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="news.column",
                verbose_name="chuyên mục chính",
            ),
        ),
        migrations.AlterField(
            model_name="editionevent",
            name="number",
            field=models.PositiveIntegerField(null=True, verbose_name="bản số"),
        ),
        migrations.AlterField(
            model_name="editionevent",
            name="picture_alt",
            field=models.CharField(
                blank=True, max_length=250, null=True, verbose_name="mô tả hình"
            ),
        ),
        migrations.AlterField(
            model_name="editionevent",
            name="picture_caption",
            field=models.CharField(
                blank=True, max_length=300, null=True, verbose_name="chú thích hình"
            ),
        ),
        migrations.AlterField(
            model_name="editionevent",
            name="return_reason",
            field=models.TextField(
                blank=True, editable=False, null=True, verbose_name="lý do trả lại"
            ),
        ),
        migrations.AlterField(
            model_name="editionevent",
            name="slug",
            field=models.SlugField(
                db_index=False, max_length=120, null=True, verbose_name="đường dẫn"
            ),
        ),
        migrations.AlterField(
            model_name="editionevent",
            name="source_name",
            field=models.CharField(blank=True, max_length=200, null=True, verbose_name="nguồn tin"),
        ),
        migrations.AlterField(
            model_name="editionevent",
            name="source_url",
            field=models.URLField(
                blank=True, max_length=500, null=True, verbose_name="đường dẫn nguồn"
            ),
        ),
        migrations.AlterField(
            model_name="editionevent",
            name="state",
            field=models.CharField(
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
        migrations.AlterField(
            model_name="editionevent",
            name="tags",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=60),
                blank=True,
                null=True,
                size=None,
                verbose_name="từ khóa",
            ),
        ),
        migrations.AlterField(
            model_name="editionevent",
            name="title",
            field=models.CharField(max_length=250, null=True, verbose_name="tiêu đề"),
        ),
        migrations.AlterField(
            model_name="editorialrightevent",
            name="site",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="news.site",
                verbose_name="trang",
            ),
        ),
        migrations.AlterField(
            model_name="editorialrightevent",
            name="user",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="người dùng",
            ),
        ),
        migrations.AlterField(
            model_name="heroslotevent",
            name="article",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="news.article",
                verbose_name="bài viết",
            ),
        ),
        migrations.AlterField(
            model_name="heroslotevent",
            name="language",
            field=models.CharField(
                choices=[("vi", "Tiếng Việt"), ("en", "Tiếng Anh")],
                max_length=2,
                null=True,
                verbose_name="ngôn ngữ",
            ),
        ),
        migrations.AlterField(
            model_name="heroslotevent",
            name="position",
            field=models.PositiveSmallIntegerField(
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
        migrations.AlterField(
            model_name="heroslotevent",
            name="site",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="news.site",
                verbose_name="trang",
            ),
        ),
        migrations.AlterField(
            model_name="heroslotevent",
            name="starts_at",
            field=models.DateTimeField(null=True, verbose_name="ghim từ"),
        ),
        migrations.AlterField(
            model_name="pageevent",
            name="body",
            field=models.TextField(blank=True, null=True, verbose_name="nội dung"),
        ),
        migrations.AlterField(
            model_name="pageevent",
            name="is_in_footer",
            field=models.BooleanField(null=True, verbose_name="liên kết ở chân trang"),
        ),
        migrations.AlterField(
            model_name="pageevent",
            name="is_public",
            field=models.BooleanField(null=True, verbose_name="công khai"),
        ),
        migrations.AlterField(
            model_name="pageevent",
            name="language",
            field=models.CharField(
                choices=[("vi", "Tiếng Việt"), ("en", "Tiếng Anh")],
                max_length=2,
                null=True,
                verbose_name="ngôn ngữ",
            ),
        ),
        migrations.AlterField(
            model_name="pageevent",
            name="lead",
            field=models.TextField(blank=True, max_length=500, null=True, verbose_name="tóm tắt"),
        ),
        migrations.AlterField(
            model_name="pageevent",
            name="position",
            field=models.PositiveSmallIntegerField(null=True, verbose_name="thứ tự"),
        ),
        migrations.AlterField(
            model_name="pageevent",
            name="site",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="news.site",
                verbose_name="trang",
            ),
        ),
        migrations.AlterField(
            model_name="pageevent",
            name="slug",
            field=models.SlugField(
                db_index=False, max_length=100, null=True, verbose_name="đường dẫn"
            ),
        ),
        migrations.AlterField(
            model_name="pageevent",
            name="title",
            field=models.CharField(max_length=200, null=True, verbose_name="tiêu đề"),
        ),
        migrations.AlterField(
            model_name="pageevent",
            name="updated_at",
            field=models.DateTimeField(null=True, verbose_name="cập nhật"),
        ),
        migrations.AlterField(
            model_name="pictureevent",
            name="alt",
            field=models.CharField(
                max_length=250, null=True, verbose_name="mô tả cho người không thấy hình"
            ),
        ),
        migrations.AlterField(
            model_name="pictureevent",
            name="base",
            field=models.CharField(
                editable=False, max_length=120, null=True, verbose_name="thư mục"
            ),
        ),
        migrations.AlterField(
            model_name="pictureevent",
            name="caption",
            field=models.CharField(blank=True, max_length=300, null=True, verbose_name="chú thích"),
        ),
        migrations.AlterField(
            model_name="pictureevent",
            name="created_at",
            field=models.DateTimeField(null=True, verbose_name="tải lên lúc"),
        ),
        migrations.AlterField(
            model_name="pictureevent",
            name="credit",
            field=models.CharField(
                blank=True, max_length=120, null=True, verbose_name="tác giả ảnh"
            ),
        ),
        migrations.AlterField(
            model_name="pictureevent",
            name="height",
            field=models.PositiveIntegerField(editable=False, null=True, verbose_name="cao (px)"),
        ),
        migrations.AlterField(
            model_name="pictureevent",
            name="site",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="news.site",
                verbose_name="trang",
            ),
        ),
        migrations.AlterField(
            model_name="pictureevent",
            name="width",
            field=models.PositiveIntegerField(editable=False, null=True, verbose_name="rộng (px)"),
        ),
        migrations.AlterField(
            model_name="pictureevent",
            name="widths",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.PositiveSmallIntegerField(), editable=False, null=True, size=None
            ),
        ),
        migrations.AlterField(
            model_name="siteevent",
            name="address",
            field=models.CharField(max_length=250, null=True, verbose_name="địa chỉ"),
        ),
        migrations.AlterField(
            model_name="siteevent",
            name="code",
            field=models.SlugField(db_index=False, max_length=20, null=True, verbose_name="mã"),
        ),
        migrations.AlterField(
            model_name="siteevent",
            name="email",
            field=models.EmailField(max_length=254, null=True, verbose_name="thư điện tử"),
        ),
        migrations.AlterField(
            model_name="siteevent",
            name="host",
            field=models.CharField(max_length=120, null=True, verbose_name="tên miền"),
        ),
        migrations.AlterField(
            model_name="siteevent",
            name="is_default",
            field=models.BooleanField(null=True, verbose_name="trả lời mọi tên miền khác"),
        ),
        migrations.AlterField(
            model_name="siteevent",
            name="name",
            field=models.CharField(max_length=120, null=True, verbose_name="tên trang"),
        ),
        migrations.AlterField(
            model_name="siteevent",
            name="name_en",
            field=models.CharField(max_length=120, null=True, verbose_name="tên tiếng Anh"),
        ),
        migrations.AlterField(
            model_name="siteevent",
            name="owner_name",
            field=models.CharField(max_length=200, null=True, verbose_name="tên cơ quan"),
        ),
        migrations.AlterField(
            model_name="siteevent",
            name="owner_name_en",
            field=models.CharField(
                max_length=200, null=True, verbose_name="tên cơ quan (tiếng Anh)"
            ),
        ),
        migrations.AlterField(
            model_name="siteevent",
            name="phone",
            field=models.CharField(max_length=40, null=True, verbose_name="điện thoại"),
        ),
        migrations.AlterField(
            model_name="siteevent",
            name="responsible_person",
            field=models.CharField(
                max_length=200, null=True, verbose_name="người chịu trách nhiệm chính"
            ),
        ),
        migrations.AlterField(
            model_name="siteevent",
            name="tagline",
            field=models.CharField(max_length=200, null=True, verbose_name="dòng giới thiệu"),
        ),
        migrations.AlterField(
            model_name="siteevent",
            name="tagline_en",
            field=models.CharField(
                max_length=200, null=True, verbose_name="dòng giới thiệu (tiếng Anh)"
            ),
        ),
    ]
