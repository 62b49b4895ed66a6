"""Plans with their targets and samples, checklists, inspections, findings, evidence."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from cityweb.core import triggers


class Migration(migrations.Migration):
    dependencies = [
        ("advertising", "0002_special_products"),
        ("core", "0016_clocks_by_their_end"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Attendee",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "side",
                    models.CharField(
                        choices=[
                            ("inspected", "Bên được kiểm tra"),
                            ("witness", "Người chứng kiến"),
                        ],
                        max_length=10,
                        verbose_name="tư cách",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="họ và tên")),
                (
                    "position",
                    models.CharField(blank=True, max_length=250, verbose_name="chức vụ, địa chỉ"),
                ),
                ("statement", models.TextField(blank=True, verbose_name="ý kiến")),
                (
                    "refusal",
                    models.CharField(blank=True, max_length=300, verbose_name="lý do không ký"),
                ),
            ],
            options={
                "verbose_name": "người dự",
                "verbose_name_plural": "người dự",
                "ordering": ["inspection", "id"],
            },
        ),
        migrations.CreateModel(
            name="CheckItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="thứ tự")),
                ("code", models.CharField(max_length=10, verbose_name="mã")),
                ("text", models.TextField(verbose_name="nội dung kiểm tra")),
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
                (
                    "rule_code",
                    models.CharField(blank=True, max_length=80, verbose_name="mã quy tắc"),
                ),
                (
                    "penalty_code",
                    models.CharField(blank=True, max_length=20, verbose_name="mã hành vi bị phạt"),
                ),
            ],
            options={
                "verbose_name": "nội dung kiểm tra",
                "verbose_name_plural": "nội dung kiểm tra",
                "ordering": ["version", "position"],
            },
        ),
        migrations.CreateModel(
            name="ChecklistVersionEvent",
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
                            ("website", "Quảng cáo trên trang thông tin điện tử"),
                            ("product", "Quảng cáo sản phẩm đặc biệt"),
                            ("service", "Kinh doanh dịch vụ quảng cáo trên mạng"),
                        ],
                        max_length=10,
                        null=True,
                        verbose_name="loại kiểm tra",
                    ),
                ),
                ("name", models.CharField(max_length=120, null=True, verbose_name="tên bản")),
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
            name="CustodyEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "act",
                    models.CharField(
                        choices=[
                            ("kept", "Đưa vào kho"),
                            ("read", "Mở xem"),
                            ("downloaded", "Tải về"),
                            ("handed_over", "Bàn giao"),
                            ("checked", "Kiểm tra toàn vẹn"),
                            ("broken", "Phát hiện sai khác"),
                        ],
                        max_length=12,
                        verbose_name="việc",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="lúc")),
                (
                    "receiver",
                    models.CharField(blank=True, max_length=250, verbose_name="người nhận"),
                ),
                ("purpose", models.CharField(blank=True, max_length=300, verbose_name="mục đích")),
                ("sha256", models.CharField(max_length=64, verbose_name="mã băm lúc đó")),
            ],
            options={
                "verbose_name": "lần cầm giữ chứng cứ",
                "verbose_name_plural": "chuỗi cầm giữ chứng cứ",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="DiaryEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="lúc")),
                ("title", models.CharField(max_length=200, verbose_name="việc")),
                ("words", models.TextField(blank=True, verbose_name="nội dung")),
                ("is_by_hand", models.BooleanField(default=False, verbose_name="ghi tay")),
            ],
            options={
                "verbose_name": "dòng nhật ký",
                "verbose_name_plural": "nhật ký hồ sơ",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="EvidenceItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="số")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("screenshot", "Ảnh màn hình"),
                            ("page", "Mã nguồn trang (DOM)"),
                            ("traffic", "Nhật ký trao đổi (HAR, WARC, WACZ)"),
                            ("video", "Video màn hình"),
                            ("measure", "Kết quả đo"),
                            ("provenance", "Lý lịch lần chụp"),
                            ("timestamp", "Dấu thời gian"),
                            ("document", "Văn bản, tài liệu"),
                            ("photo", "Ảnh chụp"),
                        ],
                        max_length=12,
                        verbose_name="loại",
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=[
                            ("server", "Hệ thống chụp từ phía máy chủ"),
                            ("officer", "Cán bộ chụp bằng trình duyệt"),
                            ("uploaded", "Tệp được gửi, tải lên"),
                        ],
                        max_length=10,
                        verbose_name="nguồn gốc",
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="tên chứng cứ")),
                ("url", models.TextField(blank=True, verbose_name="địa chỉ trang")),
                ("capture", models.UUIDField(db_index=True, null=True, verbose_name="lần chụp")),
                ("file_name", models.CharField(max_length=200, verbose_name="tên tệp")),
                ("sha256", models.CharField(max_length=64, verbose_name="mã băm SHA-256")),
                ("provenance", models.JSONField(default=dict, verbose_name="lý lịch")),
                ("captured_at", models.DateTimeField(verbose_name="thu lúc")),
                ("kept_at", models.DateTimeField(verbose_name="vào kho lúc")),
            ],
            options={
                "verbose_name": "chứng cứ",
                "verbose_name_plural": "chứng cứ",
                "ordering": ["inspection", "number"],
            },
        ),
        migrations.CreateModel(
            name="Exhibit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "region",
                    models.CharField(blank=True, max_length=200, verbose_name="vùng, chỗ cần xem"),
                ),
            ],
            options={
                "verbose_name": "chứng cứ của kết quả",
                "verbose_name_plural": "chứng cứ của kết quả",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Finding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "result",
                    models.CharField(
                        choices=[
                            ("pass", "Đạt"),
                            ("fail", "Vi phạm"),
                            ("not_applicable", "Không áp dụng"),
                            ("not_checked", "Chưa kiểm tra"),
                        ],
                        max_length=15,
                        verbose_name="kết quả",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="mô tả hành vi, ghi chú")),
                ("seen_on", models.DateField(verbose_name="ngày thấy")),
                ("article", models.CharField(max_length=250, verbose_name="điều luật")),
                ("at", models.DateTimeField(verbose_name="lúc")),
            ],
            options={
                "verbose_name": "kết quả kiểm tra",
                "verbose_name_plural": "kết quả kiểm tra",
                "ordering": ["inspection", "item__position"],
            },
        ),
        migrations.CreateModel(
            name="FindingEvent",
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
                    "result",
                    models.CharField(
                        choices=[
                            ("pass", "Đạt"),
                            ("fail", "Vi phạm"),
                            ("not_applicable", "Không áp dụng"),
                            ("not_checked", "Chưa kiểm tra"),
                        ],
                        max_length=15,
                        null=True,
                        verbose_name="kết quả",
                    ),
                ),
                (
                    "note",
                    models.TextField(blank=True, null=True, verbose_name="mô tả hành vi, ghi chú"),
                ),
                ("seen_on", models.DateField(null=True, verbose_name="ngày thấy")),
                ("article", models.CharField(max_length=250, null=True, verbose_name="điều luật")),
                ("at", models.DateTimeField(null=True, verbose_name="lúc")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Inspection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=20, unique=True, verbose_name="mã hồ sơ")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("website", "Quảng cáo trên trang thông tin điện tử"),
                            ("product", "Quảng cáo sản phẩm đặc biệt"),
                            ("service", "Kinh doanh dịch vụ quảng cáo trên mạng"),
                        ],
                        max_length=10,
                        verbose_name="loại kiểm tra",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("plan", "Theo kế hoạch"),
                            ("report", "Phản ánh của người dân"),
                            ("watch", "Kết quả theo dõi"),
                            ("request", "Đề nghị của cơ quan khác"),
                        ],
                        max_length=10,
                        verbose_name="nguồn",
                    ),
                ),
                ("reason", models.TextField(verbose_name="lý do kiểm tra")),
                ("scope", models.TextField(verbose_name="nội dung, phạm vi")),
                ("starts_on", models.DateField(verbose_name="từ ngày")),
                ("ends_on", models.DateField(verbose_name="đến hết ngày")),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("preparing", "Đang chuẩn bị"),
                            ("proposed", "Chờ ký quyết định"),
                            ("decided", "Đã có quyết định"),
                            ("checking", "Đang kiểm tra"),
                            ("minuted", "Đã lập biên bản"),
                            ("concluded", "Đã kết luận"),
                            ("closed", "Đã kết thúc"),
                            ("transferred", "Đã chuyển cơ quan khác"),
                            ("cancelled", "Đã hủy"),
                        ],
                        default="preparing",
                        max_length=12,
                        verbose_name="trạng thái",
                    ),
                ),
                ("is_restricted", models.BooleanField(default=False, verbose_name="hạn chế xem")),
                ("created_at", models.DateTimeField(verbose_name="lập lúc")),
                ("sent_back", models.TextField(blank=True, verbose_name="lý do trả lại")),
                (
                    "notified_on",
                    models.DateField(null=True, verbose_name="thông báo đối tượng ngày"),
                ),
                (
                    "notified_how",
                    models.CharField(
                        blank=True, max_length=250, verbose_name="cách thông báo, người nhận"
                    ),
                ),
                ("closed_at", models.DateTimeField(null=True, verbose_name="kết thúc lúc")),
            ],
            options={
                "verbose_name": "cuộc kiểm tra",
                "verbose_name_plural": "cuộc kiểm tra",
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="InspectionEvent",
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
                ("code", models.CharField(max_length=20, null=True, verbose_name="mã hồ sơ")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("website", "Quảng cáo trên trang thông tin điện tử"),
                            ("product", "Quảng cáo sản phẩm đặc biệt"),
                            ("service", "Kinh doanh dịch vụ quảng cáo trên mạng"),
                        ],
                        max_length=10,
                        null=True,
                        verbose_name="loại kiểm tra",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("plan", "Theo kế hoạch"),
                            ("report", "Phản ánh của người dân"),
                            ("watch", "Kết quả theo dõi"),
                            ("request", "Đề nghị của cơ quan khác"),
                        ],
                        max_length=10,
                        null=True,
                        verbose_name="nguồn",
                    ),
                ),
                ("reason", models.TextField(null=True, verbose_name="lý do kiểm tra")),
                ("scope", models.TextField(null=True, verbose_name="nội dung, phạm vi")),
                ("starts_on", models.DateField(null=True, verbose_name="từ ngày")),
                ("ends_on", models.DateField(null=True, verbose_name="đến hết ngày")),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("preparing", "Đang chuẩn bị"),
                            ("proposed", "Chờ ký quyết định"),
                            ("decided", "Đã có quyết định"),
                            ("checking", "Đang kiểm tra"),
                            ("minuted", "Đã lập biên bản"),
                            ("concluded", "Đã kết luận"),
                            ("closed", "Đã kết thúc"),
                            ("transferred", "Đã chuyển cơ quan khác"),
                            ("cancelled", "Đã hủy"),
                        ],
                        max_length=12,
                        null=True,
                        verbose_name="trạng thái",
                    ),
                ),
                ("is_restricted", models.BooleanField(null=True, verbose_name="hạn chế xem")),
                ("created_at", models.DateTimeField(null=True, verbose_name="lập lúc")),
                (
                    "sent_back",
                    models.TextField(blank=True, null=True, verbose_name="lý do trả lại"),
                ),
                (
                    "notified_on",
                    models.DateField(null=True, verbose_name="thông báo đối tượng ngày"),
                ),
                (
                    "notified_how",
                    models.CharField(
                        blank=True,
                        max_length=250,
                        null=True,
                        verbose_name="cách thông báo, người nhận",
                    ),
                ),
                ("closed_at", models.DateTimeField(null=True, verbose_name="kết thúc lúc")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "purpose",
                    models.CharField(max_length=300, verbose_name="nội dung đề nghị phối hợp"),
                ),
                ("sent_on", models.DateField(verbose_name="ngày mời")),
                ("answer_by", models.DateField(verbose_name="đề nghị trả lời trước ngày")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("sent", "Chờ trả lời"),
                            ("accepted", "Tham gia"),
                            ("declined", "Không tham gia"),
                        ],
                        default="sent",
                        max_length=10,
                        verbose_name="trả lời",
                    ),
                ),
                ("answered_on", models.DateField(null=True, verbose_name="ngày trả lời")),
                (
                    "answer",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="nội dung trả lời, người được cử"
                    ),
                ),
            ],
            options={
                "verbose_name": "lời mời phối hợp",
                "verbose_name_plural": "lời mời phối hợp",
                "ordering": ["inspection", "id"],
            },
        ),
        migrations.CreateModel(
            name="InvitationEvent",
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
                    "purpose",
                    models.CharField(
                        max_length=300, null=True, verbose_name="nội dung đề nghị phối hợp"
                    ),
                ),
                ("sent_on", models.DateField(null=True, verbose_name="ngày mời")),
                (
                    "answer_by",
                    models.DateField(null=True, verbose_name="đề nghị trả lời trước ngày"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("sent", "Chờ trả lời"),
                            ("accepted", "Tham gia"),
                            ("declined", "Không tham gia"),
                        ],
                        max_length=10,
                        null=True,
                        verbose_name="trả lời",
                    ),
                ),
                ("answered_on", models.DateField(null=True, verbose_name="ngày trả lời")),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        max_length=300,
                        null=True,
                        verbose_name="nội dung trả lời, người được cử",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Plan",
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
                        choices=[("yearly", "Hằng năm"), ("ad_hoc", "Đột xuất")],
                        default="yearly",
                        max_length=10,
                        verbose_name="loại",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="năm")),
                ("name", models.CharField(max_length=200, verbose_name="tên kế hoạch")),
                ("purpose", models.TextField(verbose_name="mục đích, yêu cầu")),
                (
                    "grounds",
                    models.TextField(
                        help_text="Mỗi căn cứ một dòng: văn bản chỉ đạo, phản ánh, kết quả theo dõi.",
                        verbose_name="căn cứ",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Đang soạn"),
                            ("put_up", "Chờ duyệt"),
                            ("approved", "Đã duyệt"),
                            ("closed", "Đã tổng kết"),
                        ],
                        default="draft",
                        max_length=10,
                        verbose_name="trạng thái",
                    ),
                ),
                ("created_at", models.DateTimeField(verbose_name="lập lúc")),
                ("approved_on", models.DateField(null=True, verbose_name="ngày duyệt")),
                ("sent_back", models.TextField(blank=True, verbose_name="lý do trả lại")),
                ("summary", models.TextField(blank=True, verbose_name="tổng kết")),
            ],
            options={
                "verbose_name": "kế hoạch kiểm tra",
                "verbose_name_plural": "kế hoạch kiểm tra",
                "ordering": ["-year", "-id"],
            },
        ),
        migrations.CreateModel(
            name="PlanEvent",
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
                        choices=[("yearly", "Hằng năm"), ("ad_hoc", "Đột xuất")],
                        max_length=10,
                        null=True,
                        verbose_name="loại",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(null=True, verbose_name="năm")),
                ("name", models.CharField(max_length=200, null=True, verbose_name="tên kế hoạch")),
                ("purpose", models.TextField(null=True, verbose_name="mục đích, yêu cầu")),
                (
                    "grounds",
                    models.TextField(
                        help_text="Mỗi căn cứ một dòng: văn bản chỉ đạo, phản ánh, kết quả theo dõi.",
                        null=True,
                        verbose_name="căn cứ",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Đang soạn"),
                            ("put_up", "Chờ duyệt"),
                            ("approved", "Đã duyệt"),
                            ("closed", "Đã tổng kết"),
                        ],
                        max_length=10,
                        null=True,
                        verbose_name="trạng thái",
                    ),
                ),
                ("created_at", models.DateTimeField(null=True, verbose_name="lập lúc")),
                ("approved_on", models.DateField(null=True, verbose_name="ngày duyệt")),
                (
                    "sent_back",
                    models.TextField(blank=True, null=True, verbose_name="lý do trả lại"),
                ),
                ("summary", models.TextField(blank=True, null=True, verbose_name="tổng kết")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Sample",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "population",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=253),
                        size=None,
                        verbose_name="danh sách bốc",
                    ),
                ),
                ("size", models.PositiveSmallIntegerField(verbose_name="số website cần bốc")),
                (
                    "seed_sha256",
                    models.CharField(max_length=64, verbose_name="dấu của hạt giống (SHA-256)"),
                ),
                ("committed_at", models.DateTimeField(verbose_name="chốt lúc")),
                ("seed", models.CharField(blank=True, max_length=200, verbose_name="hạt giống")),
                (
                    "witness_words",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="lời của người chứng kiến"
                    ),
                ),
                (
                    "drawn",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=253),
                        default=list,
                        size=None,
                        verbose_name="kết quả",
                    ),
                ),
                ("drawn_at", models.DateTimeField(null=True, verbose_name="bốc lúc")),
            ],
            options={
                "verbose_name": "lần bốc ngẫu nhiên",
                "verbose_name_plural": "lần bốc ngẫu nhiên",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="SampleEvent",
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
                    "population",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=253),
                        null=True,
                        size=None,
                        verbose_name="danh sách bốc",
                    ),
                ),
                (
                    "size",
                    models.PositiveSmallIntegerField(null=True, verbose_name="số website cần bốc"),
                ),
                (
                    "seed_sha256",
                    models.CharField(
                        max_length=64, null=True, verbose_name="dấu của hạt giống (SHA-256)"
                    ),
                ),
                ("committed_at", models.DateTimeField(null=True, verbose_name="chốt lúc")),
                (
                    "seed",
                    models.CharField(
                        blank=True, max_length=200, null=True, verbose_name="hạt giống"
                    ),
                ),
                (
                    "witness_words",
                    models.CharField(
                        blank=True,
                        max_length=200,
                        null=True,
                        verbose_name="lời của người chứng kiến",
                    ),
                ),
                (
                    "drawn",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=253),
                        null=True,
                        size=None,
                        verbose_name="kết quả",
                    ),
                ),
                ("drawn_at", models.DateTimeField(null=True, verbose_name="bốc lúc")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Target",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "way",
                    models.CharField(
                        choices=[("reasoned", "Chọn có lý do"), ("random", "Bốc ngẫu nhiên")],
                        max_length=10,
                        verbose_name="cách chọn",
                    ),
                ),
                ("reason", models.TextField(blank=True, verbose_name="lý do")),
            ],
            options={
                "verbose_name": "đối tượng kiểm tra",
                "verbose_name_plural": "đối tượng kiểm tra",
                "ordering": ["plan", "id"],
            },
        ),
        migrations.CreateModel(
            name="TargetEvent",
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
                    "way",
                    models.CharField(
                        choices=[("reasoned", "Chọn có lý do"), ("random", "Bốc ngẫu nhiên")],
                        max_length=10,
                        null=True,
                        verbose_name="cách chọn",
                    ),
                ),
                ("reason", models.TextField(blank=True, null=True, verbose_name="lý do")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TeamMember",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="họ và tên")),
                (
                    "position",
                    models.CharField(blank=True, max_length=250, verbose_name="chức vụ, đơn vị"),
                ),
                (
                    "duty",
                    models.CharField(
                        choices=[
                            ("lead", "Trưởng đoàn"),
                            ("secretary", "Thư ký"),
                            ("member", "Thành viên"),
                        ],
                        max_length=10,
                        verbose_name="nhiệm vụ",
                    ),
                ),
            ],
            options={
                "verbose_name": "thành viên đoàn",
                "verbose_name_plural": "đoàn kiểm tra",
                "ordering": ["inspection", "id"],
            },
        ),
        migrations.CreateModel(
            name="ChecklistVersion",
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
                            ("website", "Quảng cáo trên trang thông tin điện tử"),
                            ("product", "Quảng cáo sản phẩm đặc biệt"),
                            ("service", "Kinh doanh dịch vụ quảng cáo trên mạng"),
                        ],
                        max_length=10,
                        verbose_name="loại kiểm tra",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="tên bản")),
                ("effective_from", models.DateField(verbose_name="áp dụng từ ngày")),
                (
                    "effective_to",
                    models.DateField(blank=True, null=True, verbose_name="đến trước ngày"),
                ),
            ],
            options={
                "verbose_name": "bảng kiểm",
                "verbose_name_plural": "bảng kiểm",
                "ordering": ["kind", "-effective_from"],
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            (
                                models.Func(
                                    models.Func(
                                        models.F("kind"),
                                        models.Value(0),
                                        function="hashtextextended",
                                    ),
                                    models.Func(
                                        models.F("kind"),
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
                        name="checklists_of_one_kind_never_overlap",
                        violation_error_message="Loại kiểm tra này đã có bảng kiểm trong khoảng thời gian đó.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("effective_to__isnull", True),
                            ("effective_to__gt", models.F("effective_from")),
                            _connector="OR",
                        ),
                        name="checklist_ends_after_it_begins",
                        violation_error_message="Ngày kết thúc phải sau ngày bắt đầu áp dụng.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CheckItemEvent",
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
                ("position", models.PositiveSmallIntegerField(null=True, verbose_name="thứ tự")),
                ("code", models.CharField(max_length=10, null=True, verbose_name="mã")),
                ("text", models.TextField(null=True, verbose_name="nội dung kiểm tra")),
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
                (
                    "rule_code",
                    models.CharField(
                        blank=True, max_length=80, null=True, verbose_name="mã quy tắc"
                    ),
                ),
                (
                    "penalty_code",
                    models.CharField(
                        blank=True, max_length=20, null=True, verbose_name="mã hành vi bị phạt"
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="advertising.checkitem",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="advertising.checklistversion",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="checkitem",
            name="version",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="items",
                to="advertising.checklistversion",
            ),
        ),
        triggers.AddTrigger(
            model_name="checklistversion",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "advertising_checklistversionevent" ("effective_from", "effective_to", "id", "kind", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."effective_from", NEW."effective_to", NEW."id", NEW."kind", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id"); RETURN NULL;',
                    hash="27275ae643edf31506bc0b403d9d79bcfad9458f",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d348d",
                    table="advertising_checklistversion",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="checklistversion",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "advertising_checklistversionevent" ("effective_from", "effective_to", "id", "kind", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."effective_from", NEW."effective_to", NEW."id", NEW."kind", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id"); RETURN NULL;',
                    hash="af7b02b84af0b7e48534cb2f02534f0da6fcd69a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c84cf",
                    table="advertising_checklistversion",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="checklistversion",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "advertising_checklistversionevent" ("effective_from", "effective_to", "id", "kind", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."effective_from", OLD."effective_to", OLD."id", OLD."kind", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id"); RETURN NULL;',
                    hash="8d64e6e12ce988ec14fc818f0b7875ee3523c4da",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b7e55",
                    table="advertising_checklistversion",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="checklistversionevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="advertising.checklistversion",
            ),
        ),
        migrations.AddField(
            model_name="custodyentry",
            name="by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="diaryentry",
            name="actor",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="evidenceitem",
            name="captured_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="evidenceitem",
            name="file",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="core.storedfile",
                verbose_name="tệp",
            ),
        ),
        migrations.AddField(
            model_name="evidenceitem",
            name="site",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="evidence",
                to="advertising.adsite",
                verbose_name="website",
            ),
        ),
        migrations.AddField(
            model_name="custodyentry",
            name="item",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="custody",
                to="advertising.evidenceitem",
            ),
        ),
        migrations.AddField(
            model_name="exhibit",
            name="item",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="exhibits",
                to="advertising.evidenceitem",
            ),
        ),
        migrations.AddField(
            model_name="finding",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="finding",
            name="item",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="advertising.checkitem",
            ),
        ),
        migrations.AddField(
            model_name="finding",
            name="rule",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="core.legalrule",
                verbose_name="quy tắc",
            ),
        ),
        migrations.AddField(
            model_name="exhibit",
            name="finding",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="exhibits",
                to="advertising.finding",
            ),
        ),
        migrations.AddField(
            model_name="findingevent",
            name="by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="findingevent",
            name="item",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="advertising.checkitem",
            ),
        ),
        migrations.AddField(
            model_name="findingevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="advertising.finding",
            ),
        ),
        migrations.AddField(
            model_name="findingevent",
            name="rule",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="core.legalrule",
                verbose_name="quy tắc",
            ),
        ),
        migrations.AddField(
            model_name="inspection",
            name="checklist",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="inspections",
                to="advertising.checklistversion",
            ),
        ),
        migrations.AddField(
            model_name="inspection",
            name="conclusion",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="core.paper",
            ),
        ),
        migrations.AddField(
            model_name="inspection",
            name="created_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="inspection",
            name="decided_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="inspection",
            name="decision",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="core.paper",
            ),
        ),
        migrations.AddField(
            model_name="inspection",
            name="inspected",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="inspections",
                to="advertising.party",
                verbose_name="đối tượng kiểm tra",
            ),
        ),
        migrations.AddField(
            model_name="inspection",
            name="minutes",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="core.paper",
            ),
        ),
        migrations.AddField(
            model_name="inspection",
            name="site",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="inspections",
                to="advertising.adsite",
                verbose_name="website",
            ),
        ),
        migrations.AddField(
            model_name="findingevent",
            name="inspection",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="advertising.inspection",
            ),
        ),
        migrations.AddField(
            model_name="finding",
            name="inspection",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="findings",
                to="advertising.inspection",
            ),
        ),
        migrations.AddField(
            model_name="evidenceitem",
            name="inspection",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="evidence",
                to="advertising.inspection",
                verbose_name="cuộc kiểm tra",
            ),
        ),
        migrations.AddField(
            model_name="diaryentry",
            name="inspection",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="diary",
                to="advertising.inspection",
            ),
        ),
        migrations.AddField(
            model_name="attendee",
            name="inspection",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="attendees",
                to="advertising.inspection",
            ),
        ),
        migrations.AddField(
            model_name="inspectionevent",
            name="checklist",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="advertising.checklistversion",
            ),
        ),
        migrations.AddField(
            model_name="inspectionevent",
            name="conclusion",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="core.paper",
            ),
        ),
        migrations.AddField(
            model_name="inspectionevent",
            name="created_by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="inspectionevent",
            name="decided_by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="inspectionevent",
            name="decision",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="core.paper",
            ),
        ),
        migrations.AddField(
            model_name="inspectionevent",
            name="inspected",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="advertising.party",
                verbose_name="đối tượng kiểm tra",
            ),
        ),
        migrations.AddField(
            model_name="inspectionevent",
            name="minutes",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="core.paper",
            ),
        ),
        migrations.AddField(
            model_name="inspectionevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="advertising.inspection",
            ),
        ),
        migrations.AddField(
            model_name="inspectionevent",
            name="site",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="advertising.adsite",
                verbose_name="website",
            ),
        ),
        migrations.AddField(
            model_name="invitation",
            name="inspection",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="invitations",
                to="advertising.inspection",
            ),
        ),
        migrations.AddField(
            model_name="invitation",
            name="organisation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="core.organisation",
            ),
        ),
        migrations.AddField(
            model_name="invitationevent",
            name="inspection",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="advertising.inspection",
            ),
        ),
        migrations.AddField(
            model_name="invitationevent",
            name="organisation",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="core.organisation",
            ),
        ),
        migrations.AddField(
            model_name="invitationevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="advertising.invitation",
            ),
        ),
        migrations.AddField(
            model_name="plan",
            name="approved_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="plan",
            name="created_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="planevent",
            name="approved_by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="planevent",
            name="created_by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="planevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="advertising.plan",
            ),
        ),
        migrations.AddField(
            model_name="sample",
            name="committed_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="sample",
            name="drawn_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="sample",
            name="plan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="samples",
                to="advertising.plan",
            ),
        ),
        migrations.AddField(
            model_name="sampleevent",
            name="committed_by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="sampleevent",
            name="drawn_by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="sampleevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="advertising.sample",
            ),
        ),
        migrations.AddField(
            model_name="sampleevent",
            name="plan",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="advertising.plan",
            ),
        ),
        migrations.AddField(
            model_name="target",
            name="plan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="targets",
                to="advertising.plan",
            ),
        ),
        migrations.AddField(
            model_name="target",
            name="sample",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="targets",
                to="advertising.sample",
            ),
        ),
        migrations.AddField(
            model_name="target",
            name="site",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="targets",
                to="advertising.adsite",
                verbose_name="website",
            ),
        ),
        migrations.AddField(
            model_name="inspectionevent",
            name="target",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="advertising.target",
                verbose_name="trong kế hoạch",
            ),
        ),
        migrations.AddField(
            model_name="inspection",
            name="target",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="inspection",
                to="advertising.target",
                verbose_name="trong kế hoạch",
            ),
        ),
        migrations.AddField(
            model_name="targetevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="advertising.target",
            ),
        ),
        migrations.AddField(
            model_name="targetevent",
            name="plan",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="advertising.plan",
            ),
        ),
        migrations.AddField(
            model_name="targetevent",
            name="sample",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="advertising.sample",
            ),
        ),
        migrations.AddField(
            model_name="targetevent",
            name="site",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="advertising.adsite",
                verbose_name="website",
            ),
        ),
        migrations.AddField(
            model_name="teammember",
            name="inspection",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="team",
                to="advertising.inspection",
            ),
        ),
        migrations.AddField(
            model_name="teammember",
            name="user",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        triggers.AddTrigger(
            model_name="checkitemevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="8ac9a57ec70f78df23db6694d5594414140daa81",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_792f7",
                    table="advertising_checkitemevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="checkitemevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="e322d86130cf60d97c0cd2300e1e73456ebe0584",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_3708c",
                    table="advertising_checkitemevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="checkitemevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="83478575400867224442db104221ce1ed157dd79",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_6d9c7",
                    table="advertising_checkitemevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="checkitem",
            constraint=models.UniqueConstraint(
                fields=("version", "code"), name="a_code_stands_once_in_a_checklist"
            ),
        ),
        triggers.AddTrigger(
            model_name="checkitem",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "advertising_checkitemevent" ("citation", "code", "confidence", "id", "penalty_code", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "rule_code", "text", "version_id") VALUES (NEW."citation", NEW."code", NEW."confidence", NEW."id", NEW."penalty_code", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."rule_code", NEW."text", NEW."version_id"); RETURN NULL;',
                    hash="1fe675b672c6d5e4c41c8fee728b2b176438f14a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_dc172",
                    table="advertising_checkitem",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="checkitem",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "advertising_checkitemevent" ("citation", "code", "confidence", "id", "penalty_code", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "rule_code", "text", "version_id") VALUES (NEW."citation", NEW."code", NEW."confidence", NEW."id", NEW."penalty_code", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."rule_code", NEW."text", NEW."version_id"); RETURN NULL;',
                    hash="e257c082af1c297b652fa7e73a283f92e37a5fb3",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_96ec5",
                    table="advertising_checkitem",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="checkitem",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "advertising_checkitemevent" ("citation", "code", "confidence", "id", "penalty_code", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "rule_code", "text", "version_id") VALUES (OLD."citation", OLD."code", OLD."confidence", OLD."id", OLD."penalty_code", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."rule_code", OLD."text", OLD."version_id"); RETURN NULL;',
                    hash="112a1f1ea9a0b4473820cb488a16241f35a52bbb",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_5f649",
                    table="advertising_checkitem",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="checklistversionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="987775fa4b1042b6ae3b66a1d9f7983fd8e40f60",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_c034e",
                    table="advertising_checklistversionevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="checklistversionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="318a999c46bf716c60943001b72290aeebf7d377",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_57fb5",
                    table="advertising_checklistversionevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="checklistversionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="43c294a2d32c8cfebb054781ad7a81db3deb8977",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_495b8",
                    table="advertising_checklistversionevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="custodyentry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("act", "handed_over"), _negated=True),
                    models.Q(("receiver", ""), _negated=True),
                    _connector="OR",
                ),
                name="a_hand_over_names_who_received",
            ),
        ),
        triggers.AddTrigger(
            model_name="custodyentry",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="e01273f7c489dacc6d6eab4a6b90a0b2f18fc74e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_6498e",
                    table="advertising_custodyentry",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="custodyentry",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="f51ff256b56926465647226ebcadd7bfa0e5b09b",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_2fc66",
                    table="advertising_custodyentry",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="exhibit",
            constraint=models.UniqueConstraint(
                fields=("finding", "item"), name="a_finding_names_an_exhibit_once"
            ),
        ),
        triggers.AddTrigger(
            model_name="findingevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="4f0bb46511589482a74e5aa072ff048f2b0eafcf",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_745c5",
                    table="advertising_findingevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="findingevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="6d3dbac41e18493f6d873c26cf15fb2152e32d38",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_f8f02",
                    table="advertising_findingevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="findingevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="c13e74520ce1ff39fa9088bf75d982566289acfe",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_8cc81",
                    table="advertising_findingevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="finding",
            constraint=models.UniqueConstraint(
                fields=("inspection", "item"), name="one_finding_a_line_and_inspection"
            ),
        ),
        migrations.AddConstraint(
            model_name="finding",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("result", "fail"), _negated=True),
                    models.Q(("note", ""), _negated=True),
                    _connector="OR",
                ),
                name="a_failure_says_what_was_seen",
            ),
        ),
        triggers.AddTrigger(
            model_name="finding",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "advertising_findingevent" ("article", "at", "by_id", "id", "inspection_id", "item_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "result", "rule_id", "seen_on") VALUES (NEW."article", NEW."at", NEW."by_id", NEW."id", NEW."inspection_id", NEW."item_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."result", NEW."rule_id", NEW."seen_on"); RETURN NULL;',
                    hash="7291482c922369b6d910e2d1818de470d6928d5b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_fc3b9",
                    table="advertising_finding",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="finding",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "advertising_findingevent" ("article", "at", "by_id", "id", "inspection_id", "item_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "result", "rule_id", "seen_on") VALUES (NEW."article", NEW."at", NEW."by_id", NEW."id", NEW."inspection_id", NEW."item_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."result", NEW."rule_id", NEW."seen_on"); RETURN NULL;',
                    hash="acf5e3773dd8995a232a6e2a85f4505e500ee081",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6ca05",
                    table="advertising_finding",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="finding",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "advertising_findingevent" ("article", "at", "by_id", "id", "inspection_id", "item_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "result", "rule_id", "seen_on") VALUES (OLD."article", OLD."at", OLD."by_id", OLD."id", OLD."inspection_id", OLD."item_id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."result", OLD."rule_id", OLD."seen_on"); RETURN NULL;',
                    hash="d823b3ce7547c6a82f502df9fe8985e98d118bc3",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c99a2",
                    table="advertising_finding",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="evidenceitem",
            constraint=models.UniqueConstraint(
                fields=("inspection", "number"), name="exhibits_of_a_case_are_counted"
            ),
        ),
        triggers.AddTrigger(
            model_name="evidenceitem",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="a43d98e1f1f3e26bca282e250144c931b9226239",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_94b2e",
                    table="advertising_evidenceitem",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="evidenceitem",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="6b6768533744f4670463287f216aaa1e1dfb0ddc",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_f698b",
                    table="advertising_evidenceitem",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="diaryentry",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="e9fc4045e0d795d46b5562dbefa4f2958c159950",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_dfdf3",
                    table="advertising_diaryentry",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="diaryentry",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="f20cc14bd666d48c11fb3d2b1cfe4ba932033ab2",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_f80b3",
                    table="advertising_diaryentry",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.UniqueConstraint(
                fields=("inspection", "organisation"), name="a_body_is_invited_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answered_on__isnull", True), ("state", "sent")),
                    models.Q(
                        models.Q(("state", "sent"), _negated=True), ("answered_on__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="an_answer_has_its_day",
            ),
        ),
        triggers.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "advertising_invitationevent" ("answer", "answer_by", "answered_on", "id", "inspection_id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "sent_on", "state") VALUES (NEW."answer", NEW."answer_by", NEW."answered_on", NEW."id", NEW."inspection_id", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."purpose", NEW."sent_on", NEW."state"); RETURN NULL;',
                    hash="ab66cf5086c87116a2132de6b2a340db9d12e0fa",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d202b",
                    table="advertising_invitation",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "advertising_invitationevent" ("answer", "answer_by", "answered_on", "id", "inspection_id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "sent_on", "state") VALUES (NEW."answer", NEW."answer_by", NEW."answered_on", NEW."id", NEW."inspection_id", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."purpose", NEW."sent_on", NEW."state"); RETURN NULL;',
                    hash="fc4b00e3a592c7a18fe277b7a656ed042e415ccf",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ce6cd",
                    table="advertising_invitation",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "advertising_invitationevent" ("answer", "answer_by", "answered_on", "id", "inspection_id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "sent_on", "state") VALUES (OLD."answer", OLD."answer_by", OLD."answered_on", OLD."id", OLD."inspection_id", OLD."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."purpose", OLD."sent_on", OLD."state"); RETURN NULL;',
                    hash="4c2f844dee172af3bbabbb4cfabdd9405f1cb024",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c6c5a",
                    table="advertising_invitation",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="invitationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="0a1ab3489e4b53aa9ce7450478a160517fd83397",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_5319d",
                    table="advertising_invitationevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="invitationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="43040b14d3dc415d901611534fd18d708154ad55",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_75a02",
                    table="advertising_invitationevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="invitationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="8c17ec3a00ff1d7048ecdcf346add2473adba0ef",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_4639e",
                    table="advertising_invitationevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kind", "yearly")),
                fields=("year",),
                name="one_yearly_plan_a_year",
                violation_error_message="Năm này đã có kế hoạch hằng năm.",
            ),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["draft", "put_up"]),
                    models.Q(("approved_by__isnull", False), ("approved_on__isnull", False)),
                    _connector="OR",
                ),
                name="an_approved_plan_says_who_approved_it",
            ),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("approved_by__isnull", True),
                    models.Q(("approved_by", models.F("created_by")), _negated=True),
                    _connector="OR",
                ),
                name="nobody_approves_their_own_plan",
            ),
        ),
        triggers.AddTrigger(
            model_name="plan",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "advertising_planevent" ("approved_by_id", "approved_on", "created_at", "created_by_id", "grounds", "id", "kind", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "sent_back", "state", "summary", "year") VALUES (NEW."approved_by_id", NEW."approved_on", NEW."created_at", NEW."created_by_id", NEW."grounds", NEW."id", NEW."kind", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."purpose", NEW."sent_back", NEW."state", NEW."summary", NEW."year"); RETURN NULL;',
                    hash="441866c88d86e62fed093064250a343aee5f2880",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_93ce6",
                    table="advertising_plan",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="plan",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "advertising_planevent" ("approved_by_id", "approved_on", "created_at", "created_by_id", "grounds", "id", "kind", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "sent_back", "state", "summary", "year") VALUES (NEW."approved_by_id", NEW."approved_on", NEW."created_at", NEW."created_by_id", NEW."grounds", NEW."id", NEW."kind", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."purpose", NEW."sent_back", NEW."state", NEW."summary", NEW."year"); RETURN NULL;',
                    hash="556d346dbc601d508aeca9202a28c8e3b89a214a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9febd",
                    table="advertising_plan",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="plan",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "advertising_planevent" ("approved_by_id", "approved_on", "created_at", "created_by_id", "grounds", "id", "kind", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "sent_back", "state", "summary", "year") VALUES (OLD."approved_by_id", OLD."approved_on", OLD."created_at", OLD."created_by_id", OLD."grounds", OLD."id", OLD."kind", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."purpose", OLD."sent_back", OLD."state", OLD."summary", OLD."year"); RETURN NULL;',
                    hash="44a5dae858e0fce00bc0f11f8a183fee360432bf",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_294b0",
                    table="advertising_plan",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="planevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="a540ea470c5d24751c5f203587f5ab4f38c658e6",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_9c13d",
                    table="advertising_planevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="planevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="51b20910db114809e8d43f9a91951f6462141972",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_c5f63",
                    table="advertising_planevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="planevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="1148a02a9753608af72517ffd4cda97fe7c0de31",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_9128b",
                    table="advertising_planevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="sample",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("drawn_at__isnull", True), ("drawn_by__isnull", True), ("seed", "")),
                    models.Q(
                        ("drawn_at__gte", models.F("committed_at")),
                        ("drawn_by__isnull", False),
                        models.Q(("seed", ""), _negated=True),
                        models.Q(("witness_words", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="a_drawing_shows_its_seed_and_its_witness",
            ),
        ),
        migrations.AddConstraint(
            model_name="sample",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("drawn_by__isnull", True),
                    models.Q(("drawn_by", models.F("committed_by")), _negated=True),
                    _connector="OR",
                ),
                name="who_draws_did_not_choose_the_seed",
            ),
        ),
        triggers.AddTrigger(
            model_name="sample",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "advertising_sampleevent" ("committed_at", "committed_by_id", "drawn", "drawn_at", "drawn_by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "population", "seed", "seed_sha256", "size", "witness_words") VALUES (NEW."committed_at", NEW."committed_by_id", NEW."drawn", NEW."drawn_at", NEW."drawn_by_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."population", NEW."seed", NEW."seed_sha256", NEW."size", NEW."witness_words"); RETURN NULL;',
                    hash="d4a0d2f8a4df470d41d6b2efe2aa6fa0e98e6eed",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7fb0b",
                    table="advertising_sample",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="sample",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "advertising_sampleevent" ("committed_at", "committed_by_id", "drawn", "drawn_at", "drawn_by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "population", "seed", "seed_sha256", "size", "witness_words") VALUES (NEW."committed_at", NEW."committed_by_id", NEW."drawn", NEW."drawn_at", NEW."drawn_by_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."plan_id", NEW."population", NEW."seed", NEW."seed_sha256", NEW."size", NEW."witness_words"); RETURN NULL;',
                    hash="a501edb117ce7ca6e1716b9b024d448522abb1c4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_bb3a1",
                    table="advertising_sample",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="sample",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "advertising_sampleevent" ("committed_at", "committed_by_id", "drawn", "drawn_at", "drawn_by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "population", "seed", "seed_sha256", "size", "witness_words") VALUES (OLD."committed_at", OLD."committed_by_id", OLD."drawn", OLD."drawn_at", OLD."drawn_by_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."plan_id", OLD."population", OLD."seed", OLD."seed_sha256", OLD."size", OLD."witness_words"); RETURN NULL;',
                    hash="45131576553f37d0e3e732cd91efa606e69a8af2",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_5a862",
                    table="advertising_sample",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="sampleevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="18e2d7dc683d69d23ed14562890ce69db479ddab",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_cd742",
                    table="advertising_sampleevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="sampleevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="81b3779bb3d925a83d644462632022da2631fc4e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_82f76",
                    table="advertising_sampleevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="sampleevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="b782d42b9de54db4a34dcadf5a53de9d4e31a469",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_b6c6b",
                    table="advertising_sampleevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="target",
            constraint=models.UniqueConstraint(
                fields=("plan", "site"), name="a_site_stands_once_in_a_plan"
            ),
        ),
        migrations.AddConstraint(
            model_name="target",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("sample__isnull", True),
                        ("way", "reasoned"),
                        models.Q(("reason", ""), _negated=True),
                    ),
                    models.Q(("sample__isnull", False), ("way", "random")),
                    _connector="OR",
                ),
                name="a_target_has_a_reason_or_a_drawing",
            ),
        ),
        triggers.AddTrigger(
            model_name="target",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "advertising_targetevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "reason", "sample_id", "site_id", "way") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."reason", NEW."sample_id", NEW."site_id", NEW."way"); RETURN NULL;',
                    hash="71e7f172ab6c4ec0d59f9992d48f44bb34465a95",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a6e0c",
                    table="advertising_target",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="target",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "advertising_targetevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "reason", "sample_id", "site_id", "way") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."plan_id", NEW."reason", NEW."sample_id", NEW."site_id", NEW."way"); RETURN NULL;',
                    hash="a0e3576520515be39e68da7cc43c00b194ebd7f4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e58cd",
                    table="advertising_target",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="target",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "advertising_targetevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "reason", "sample_id", "site_id", "way") VALUES (OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."plan_id", OLD."reason", OLD."sample_id", OLD."site_id", OLD."way"); RETURN NULL;',
                    hash="0f06843a33efa10e242b984337a92c9225f07a9a",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_68cf4",
                    table="advertising_target",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="inspectionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="6dd76624a5b316d1c0009c3ca2207620e9f82ce6",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_fee30",
                    table="advertising_inspectionevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="inspectionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="5815e05456a9174dccbcf9cae5423436bfe9f5ea",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_b5ae3",
                    table="advertising_inspectionevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="inspectionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="6bd6a23b5893844c03e206d8f19d6d8bc74c5bd6",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_f4c4a",
                    table="advertising_inspectionevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="inspection",
            index=models.Index(fields=["-created_at", "-id"], name="inspections_newest"),
        ),
        migrations.AddIndex(
            model_name="inspection",
            index=models.Index(fields=["stage", "-created_at", "-id"], name="inspections_in_stage"),
        ),
        migrations.AddConstraint(
            model_name="inspection",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                name="inspection_ends_after_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="inspection",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("decided_by__isnull", True),
                    models.Q(("decided_by", models.F("created_by")), _negated=True),
                    _connector="OR",
                ),
                name="nobody_decides_their_own_inspection",
            ),
        ),
        migrations.AddConstraint(
            model_name="inspection",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("stage__in", ["preparing", "proposed", "cancelled"]),
                    models.Q(("decided_by__isnull", False), ("decision__isnull", False)),
                    _connector="OR",
                ),
                name="nothing_is_inspected_without_a_decision",
            ),
        ),
        migrations.AddConstraint(
            model_name="inspection",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("stage__in", ["minuted", "concluded", "closed"]), _negated=True),
                    ("minutes__isnull", False),
                    _connector="OR",
                ),
                name="what_was_found_stands_in_minutes",
            ),
        ),
        migrations.AddConstraint(
            model_name="inspection",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("source", "plan"), ("target__isnull", False)),
                    models.Q(models.Q(("source", "plan"), _negated=True), ("target__isnull", True)),
                    _connector="OR",
                ),
                name="an_inspection_by_plan_has_its_target",
            ),
        ),
        triggers.AddTrigger(
            model_name="inspection",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "advertising_inspectionevent" ("checklist_id", "closed_at", "code", "conclusion_id", "created_at", "created_by_id", "decided_by_id", "decision_id", "ends_on", "id", "inspected_id", "is_restricted", "kind", "minutes_id", "notified_how", "notified_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "scope", "sent_back", "site_id", "source", "stage", "starts_on", "target_id") VALUES (NEW."checklist_id", NEW."closed_at", NEW."code", NEW."conclusion_id", NEW."created_at", NEW."created_by_id", NEW."decided_by_id", NEW."decision_id", NEW."ends_on", NEW."id", NEW."inspected_id", NEW."is_restricted", NEW."kind", NEW."minutes_id", NEW."notified_how", NEW."notified_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reason", NEW."scope", NEW."sent_back", NEW."site_id", NEW."source", NEW."stage", NEW."starts_on", NEW."target_id"); RETURN NULL;',
                    hash="a32b32181d606662465d4e9769faa1beb7e190c9",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_db99a",
                    table="advertising_inspection",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="inspection",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "advertising_inspectionevent" ("checklist_id", "closed_at", "code", "conclusion_id", "created_at", "created_by_id", "decided_by_id", "decision_id", "ends_on", "id", "inspected_id", "is_restricted", "kind", "minutes_id", "notified_how", "notified_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "scope", "sent_back", "site_id", "source", "stage", "starts_on", "target_id") VALUES (NEW."checklist_id", NEW."closed_at", NEW."code", NEW."conclusion_id", NEW."created_at", NEW."created_by_id", NEW."decided_by_id", NEW."decision_id", NEW."ends_on", NEW."id", NEW."inspected_id", NEW."is_restricted", NEW."kind", NEW."minutes_id", NEW."notified_how", NEW."notified_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reason", NEW."scope", NEW."sent_back", NEW."site_id", NEW."source", NEW."stage", NEW."starts_on", NEW."target_id"); RETURN NULL;',
                    hash="6fbcc32b464bc85a4f071fffd691dd118653845a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6f408",
                    table="advertising_inspection",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="inspection",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "advertising_inspectionevent" ("checklist_id", "closed_at", "code", "conclusion_id", "created_at", "created_by_id", "decided_by_id", "decision_id", "ends_on", "id", "inspected_id", "is_restricted", "kind", "minutes_id", "notified_how", "notified_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "scope", "sent_back", "site_id", "source", "stage", "starts_on", "target_id") VALUES (OLD."checklist_id", OLD."closed_at", OLD."code", OLD."conclusion_id", OLD."created_at", OLD."created_by_id", OLD."decided_by_id", OLD."decision_id", OLD."ends_on", OLD."id", OLD."inspected_id", OLD."is_restricted", OLD."kind", OLD."minutes_id", OLD."notified_how", OLD."notified_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reason", OLD."scope", OLD."sent_back", OLD."site_id", OLD."source", OLD."stage", OLD."starts_on", OLD."target_id"); RETURN NULL;',
                    hash="cd717de8006fabf711f3a36edd827bdc93748184",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_dff77",
                    table="advertising_inspection",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="targetevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="7b202cfe466806bb291c20070d0860a1d0421edb",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_eca86",
                    table="advertising_targetevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="targetevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="cb73cd98c6a618e3ac5ef06c4212a7f220a7004e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_5a7fc",
                    table="advertising_targetevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="targetevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="eedcb174348782d5b347db34fafea47b2243d6c8",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_7f0ca",
                    table="advertising_targetevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="teammember",
            constraint=models.UniqueConstraint(
                condition=models.Q(("duty", "lead")),
                fields=("inspection",),
                name="a_team_has_one_lead",
            ),
        ),
        migrations.AddConstraint(
            model_name="teammember",
            constraint=models.UniqueConstraint(
                condition=models.Q(("user__isnull", False)),
                fields=("inspection", "user"),
                name="nobody_is_twice_in_a_team",
            ),
        ),
    ]
