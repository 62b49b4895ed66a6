"""Officers of mailboxes and of licences are two roles; who had the one of both keeps both."""

from django.db import migrations, models


def share(apps, schema_editor):
    grants = apps.get_model("core", "RoleGrant").objects
    for one in grants.filter(role="officer"):
        grants.create(
            user_id=one.user_id, role="specialist", valid_from=one.valid_from, valid_to=one.valid_to
        )


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0018_numbers_by_their_fold"),
    ]

    operations = [
        migrations.AlterField(
            model_name="rolegrant",
            name="role",
            field=models.CharField(
                choices=[
                    ("editor", "Biên tập viên"),
                    ("editorial_board", "Ban Biên tập"),
                    ("applicant", "Tổ chức nộp hồ sơ"),
                    ("one_stop_clerk", "Chuyên viên một cửa"),
                    ("officer", "Chuyên viên hộp thư góp ý"),
                    ("specialist", "Chuyên viên cấp phép"),
                    ("office_head", "Trưởng phòng"),
                    ("director", "Giám đốc"),
                    ("records_clerk", "Văn thư"),
                    ("agency_contact", "Đầu mối đơn vị hữu trách"),
                    ("site_monitor", "Theo dõi website thành viên"),
                    ("site_owner", "Phụ trách website thành viên"),
                    ("inspector", "Thành viên đoàn kiểm tra"),
                    ("denunciation_reader", "Người tiếp nhận đơn tố cáo"),
                    ("administrator", "Quản trị hệ thống"),
                ],
                max_length=30,
                verbose_name="vai trò",
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
                    ("officer", "Chuyên viên hộp thư góp ý"),
                    ("specialist", "Chuyên viên cấp phép"),
                    ("office_head", "Trưởng phòng"),
                    ("director", "Giám đốc"),
                    ("records_clerk", "Văn thư"),
                    ("agency_contact", "Đầu mối đơn vị hữu trách"),
                    ("site_monitor", "Theo dõi website thành viên"),
                    ("site_owner", "Phụ trách website thành viên"),
                    ("inspector", "Thành viên đoàn kiểm tra"),
                    ("denunciation_reader", "Người tiếp nhận đơn tố cáo"),
                    ("administrator", "Quản trị hệ thống"),
                ],
                max_length=30,
                null=True,
                verbose_name="vai trò",
            ),
        ),
        migrations.RunPython(share, migrations.RunPython.noop),
    ]
