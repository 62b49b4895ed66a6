import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0003_administrative_units"),
    ]

    operations = [
        migrations.AlterField(
            model_name="organisationevent",
            name="kind",
            field=models.CharField(
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
        migrations.AlterField(
            model_name="organisationevent",
            name="name",
            field=models.CharField(max_length=250, null=True, verbose_name="tên đầy đủ"),
        ),
        migrations.AlterField(
            model_name="organisationevent",
            name="short_name",
            field=models.CharField(
                blank=True, max_length=80, null=True, verbose_name="tên viết tắt"
            ),
        ),
        migrations.AlterField(
            model_name="rolegrantevent",
            name="role",
            field=models.CharField(
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
        migrations.AlterField(
            model_name="rolegrantevent",
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
            model_name="rolegrantevent",
            name="valid_from",
            field=models.DateField(null=True, verbose_name="từ ngày"),
        ),
        migrations.AlterField(
            model_name="userevent",
            name="date_joined",
            field=models.DateTimeField(null=True, verbose_name="ngày tạo"),
        ),
        migrations.AlterField(
            model_name="userevent",
            name="email",
            field=models.EmailField(max_length=254, null=True, verbose_name="thư điện tử"),
        ),
        migrations.AlterField(
            model_name="userevent",
            name="full_name",
            field=models.CharField(max_length=120, null=True, verbose_name="họ và tên"),
        ),
        migrations.AlterField(
            model_name="userevent",
            name="is_active",
            field=models.BooleanField(null=True, verbose_name="còn hoạt động"),
        ),
        migrations.AlterField(
            model_name="userevent",
            name="position",
            field=models.CharField(blank=True, max_length=120, null=True, verbose_name="chức danh"),
        ),
    ]
