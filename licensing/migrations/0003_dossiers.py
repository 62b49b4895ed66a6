"""Procedures with versions, dossiers with their steps, what the office finds in them."""

import uuid

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.db.models.functions.comparison
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from cityweb.core import triggers


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0016_clocks_by_their_end"),
        ("licensing", "0002_digests"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Procedure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=20, unique=True, verbose_name="mã")),
                ("slug", models.SlugField(unique=True, verbose_name="địa chỉ")),
                ("name", models.CharField(max_length=200, verbose_name="tên thủ tục")),
                ("short_name", models.CharField(max_length=60, verbose_name="tên ngắn")),
                (
                    "event",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("issued", "Cấp giấy phép"),
                            ("amended", "Sửa đổi, bổ sung"),
                            ("extended", "Gia hạn"),
                            ("reissued", "Cấp lại"),
                            ("suspended", "Đình chỉ"),
                            ("revoked", "Thu hồi"),
                        ],
                        max_length=10,
                        verbose_name="kết quả ghi vào sổ giấy phép",
                    ),
                ),
                (
                    "is_filed",
                    models.BooleanField(
                        help_text="Bỏ dấu khi cơ quan nhà nước tự thực hiện.",
                        verbose_name="tổ chức nộp hồ sơ",
                    ),
                ),
                ("needs_licence", models.BooleanField(verbose_name="về một giấy phép đã cấp")),
                ("position", models.PositiveSmallIntegerField(verbose_name="thứ tự")),
            ],
            options={
                "verbose_name": "thủ tục",
                "verbose_name_plural": "thủ tục",
                "ordering": ["position"],
            },
        ),
        migrations.CreateModel(
            name="Applicant",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "name",
                    models.CharField(max_length=250, verbose_name="tên tổ chức, doanh nghiệp"),
                ),
                (
                    "international_name",
                    models.CharField(
                        blank=True, max_length=250, verbose_name="tên giao dịch quốc tế"
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
                        verbose_name="loại hình",
                    ),
                ),
                (
                    "registration",
                    models.CharField(
                        help_text="Loại giấy, số, ngày cấp, nơi cấp. Ví dụ: Giấy chứng nhận đăng ký doanh nghiệp số 0312345678 do Sở Tài chính cấp ngày 05/3/2019.",
                        max_length=250,
                        verbose_name="giấy đăng ký hoặc quyết định thành lập",
                    ),
                ),
                ("address", models.CharField(max_length=300, verbose_name="trụ sở chính")),
                ("phone", models.CharField(max_length=30, verbose_name="điện thoại")),
                (
                    "email",
                    models.EmailField(max_length=254, verbose_name="thư điện tử nhận thông báo"),
                ),
                (
                    "representative",
                    models.CharField(max_length=120, verbose_name="người đại diện theo pháp luật"),
                ),
                (
                    "representative_position",
                    models.CharField(max_length=120, verbose_name="chức danh"),
                ),
                (
                    "account",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="applicant",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="tài khoản",
                    ),
                ),
            ],
            options={
                "verbose_name": "tổ chức nộp hồ sơ",
                "verbose_name_plural": "tổ chức nộp hồ sơ",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="Dossier",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "key",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, unique=True, verbose_name="địa chỉ"
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("online", "Trực tuyến"),
                            ("counter", "Trực tiếp tại quầy"),
                            ("post", "Bưu chính công ích"),
                        ],
                        max_length=10,
                        verbose_name="cách nộp",
                    ),
                ),
                ("created_at", models.DateTimeField(verbose_name="bắt đầu soạn lúc")),
                ("saved_at", models.DateTimeField(verbose_name="lưu lúc")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Đang soạn"),
                            ("submitted", "Chờ tiếp nhận"),
                            ("not_accepted", "Không tiếp nhận"),
                            ("received", "Đã tiếp nhận, chờ chuyển"),
                            ("assigned", "Đã chuyển chuyên viên"),
                            ("appraising", "Đang thẩm định"),
                            ("supplement", "Chờ bổ sung"),
                            ("drafting", "Đang dự thảo kết quả"),
                            ("reviewing", "Chờ Trưởng phòng duyệt"),
                            ("signing", "Chờ Giám đốc ký"),
                            ("signed", "Đã ký duyệt, chờ ban hành"),
                            ("withdrawing", "Đề nghị rút hồ sơ"),
                            ("stopped", "Dừng giải quyết"),
                            ("decided", "Đã có kết quả"),
                            ("returned", "Đã trả kết quả"),
                        ],
                        default="draft",
                        max_length=15,
                        verbose_name="trạng thái",
                    ),
                ),
                ("contents", models.JSONField(default=dict, verbose_name="nội dung")),
                ("sent", models.JSONField(null=True, verbose_name="nội dung đã nộp")),
                (
                    "sent_sha256",
                    models.CharField(
                        blank=True, max_length=64, verbose_name="dấu của hồ sơ đã nộp"
                    ),
                ),
                ("submitted_at", models.DateTimeField(null=True, verbose_name="nộp lúc")),
                (
                    "deposit_code",
                    models.CharField(blank=True, max_length=12, verbose_name="mã nộp"),
                ),
                ("code", models.CharField(blank=True, max_length=40, verbose_name="mã hồ sơ")),
                ("received_at", models.DateTimeField(null=True, verbose_name="tiếp nhận lúc")),
                (
                    "term_source",
                    models.CharField(blank=True, max_length=300, verbose_name="căn cứ thời hạn"),
                ),
                (
                    "pause_mode",
                    models.CharField(
                        blank=True, max_length=10, verbose_name="tính giờ sau bổ sung"
                    ),
                ),
                (
                    "apologies",
                    models.PositiveSmallIntegerField(default=0, verbose_name="số lần hẹn lại"),
                ),
                (
                    "state_before",
                    models.CharField(
                        blank=True, max_length=15, verbose_name="trạng thái trước khi xin rút"
                    ),
                ),
                ("closed_at", models.DateTimeField(null=True, verbose_name="kết thúc lúc")),
                (
                    "applicant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dossiers",
                        to="licensing.applicant",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "licence",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dossiers",
                        to="licensing.licence",
                    ),
                ),
                (
                    "specialist",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="chuyên viên",
                    ),
                ),
                (
                    "procedure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="licensing.procedure",
                    ),
                ),
            ],
            options={
                "verbose_name": "hồ sơ",
                "verbose_name_plural": "hồ sơ",
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="ProcedureVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="tên bản quy định")),
                ("effective_from", models.DateField(verbose_name="áp dụng từ ngày")),
                (
                    "effective_to",
                    models.DateField(blank=True, null=True, verbose_name="đến trước ngày"),
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
                (
                    "time_rule",
                    models.CharField(
                        blank=True,
                        help_text="Ví dụ LIC.ISSUE.TIME; để trống: không có.",
                        max_length=80,
                        verbose_name="mã quy tắc thời hạn",
                    ),
                ),
                (
                    "pause_rule",
                    models.CharField(
                        default="ONESTOP.SUPPLEMENT.CLOCK",
                        max_length=80,
                        verbose_name="mã quy tắc tính giờ sau bổ sung",
                    ),
                ),
                (
                    "limit_rules",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=80),
                        blank=True,
                        default=list,
                        help_text="Cách nhau bằng dấu phẩy: thời hạn giấy phép, số lần gia hạn…",
                        size=None,
                        verbose_name="mã các quy tắc khác",
                    ),
                ),
                ("sets", models.PositiveSmallIntegerField(default=1, verbose_name="số bộ hồ sơ")),
                (
                    "result_form",
                    models.CharField(blank=True, max_length=120, verbose_name="mẫu của kết quả"),
                ),
                ("who", models.TextField(verbose_name="ai nộp, khi nào")),
                ("note", models.TextField(blank=True, verbose_name="điều chưa rõ, cần xác nhận")),
                (
                    "procedure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="licensing.procedure",
                        verbose_name="thủ tục",
                    ),
                ),
            ],
            options={
                "verbose_name": "bản quy định của thủ tục",
                "verbose_name_plural": "bản quy định của thủ tục",
                "ordering": ["procedure", "-effective_from"],
            },
        ),
        migrations.CreateModel(
            name="DossierEvent",
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
                ("key", models.UUIDField(editable=False, null=True, verbose_name="địa chỉ")),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("online", "Trực tuyến"),
                            ("counter", "Trực tiếp tại quầy"),
                            ("post", "Bưu chính công ích"),
                        ],
                        max_length=10,
                        null=True,
                        verbose_name="cách nộp",
                    ),
                ),
                ("created_at", models.DateTimeField(null=True, verbose_name="bắt đầu soạn lúc")),
                ("saved_at", models.DateTimeField(null=True, verbose_name="lưu lúc")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Đang soạn"),
                            ("submitted", "Chờ tiếp nhận"),
                            ("not_accepted", "Không tiếp nhận"),
                            ("received", "Đã tiếp nhận, chờ chuyển"),
                            ("assigned", "Đã chuyển chuyên viên"),
                            ("appraising", "Đang thẩm định"),
                            ("supplement", "Chờ bổ sung"),
                            ("drafting", "Đang dự thảo kết quả"),
                            ("reviewing", "Chờ Trưởng phòng duyệt"),
                            ("signing", "Chờ Giám đốc ký"),
                            ("signed", "Đã ký duyệt, chờ ban hành"),
                            ("withdrawing", "Đề nghị rút hồ sơ"),
                            ("stopped", "Dừng giải quyết"),
                            ("decided", "Đã có kết quả"),
                            ("returned", "Đã trả kết quả"),
                        ],
                        max_length=15,
                        null=True,
                        verbose_name="trạng thái",
                    ),
                ),
                ("sent", models.JSONField(null=True, verbose_name="nội dung đã nộp")),
                (
                    "sent_sha256",
                    models.CharField(
                        blank=True, max_length=64, null=True, verbose_name="dấu của hồ sơ đã nộp"
                    ),
                ),
                ("submitted_at", models.DateTimeField(null=True, verbose_name="nộp lúc")),
                (
                    "deposit_code",
                    models.CharField(blank=True, max_length=12, null=True, verbose_name="mã nộp"),
                ),
                (
                    "code",
                    models.CharField(blank=True, max_length=40, null=True, verbose_name="mã hồ sơ"),
                ),
                ("received_at", models.DateTimeField(null=True, verbose_name="tiếp nhận lúc")),
                (
                    "term_source",
                    models.CharField(
                        blank=True, max_length=300, null=True, verbose_name="căn cứ thời hạn"
                    ),
                ),
                (
                    "pause_mode",
                    models.CharField(
                        blank=True, max_length=10, null=True, verbose_name="tính giờ sau bổ sung"
                    ),
                ),
                (
                    "apologies",
                    models.PositiveSmallIntegerField(null=True, verbose_name="số lần hẹn lại"),
                ),
                (
                    "state_before",
                    models.CharField(
                        blank=True,
                        max_length=15,
                        null=True,
                        verbose_name="trạng thái trước khi xin rút",
                    ),
                ),
                ("closed_at", models.DateTimeField(null=True, verbose_name="kết thúc lúc")),
                (
                    "applicant",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="licensing.applicant",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "licence",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="licensing.licence",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="licensing.dossier",
                    ),
                ),
                (
                    "specialist",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="chuyên viên",
                    ),
                ),
                (
                    "procedure",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="licensing.procedure",
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
                        to="licensing.procedureversion",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="dossier",
            name="version",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="dossiers",
                to="licensing.procedureversion",
            ),
        ),
        migrations.CreateModel(
            name="Condition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=10, verbose_name="mã")),
                ("text", models.TextField(verbose_name="điều kiện")),
                ("citation", models.CharField(max_length=200, verbose_name="căn cứ")),
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
                ("position", models.PositiveSmallIntegerField(verbose_name="thứ tự")),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="conditions",
                        to="licensing.procedureversion",
                        verbose_name="bản quy định",
                    ),
                ),
            ],
            options={
                "verbose_name": "điều kiện thẩm định",
                "verbose_name_plural": "điều kiện thẩm định",
                "ordering": ["version", "position"],
            },
        ),
        migrations.CreateModel(
            name="Component",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=30, verbose_name="mã")),
                ("name", models.CharField(max_length=300, verbose_name="tên giấy tờ")),
                ("form_number", models.CharField(blank=True, max_length=80, verbose_name="mẫu số")),
                ("hint", models.TextField(blank=True, verbose_name="hướng dẫn")),
                ("is_required", models.BooleanField(default=True, verbose_name="bắt buộc")),
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
                ("position", models.PositiveSmallIntegerField(verbose_name="thứ tự")),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="components",
                        to="licensing.procedureversion",
                        verbose_name="bản quy định",
                    ),
                ),
            ],
            options={
                "verbose_name": "thành phần hồ sơ",
                "verbose_name_plural": "thành phần hồ sơ",
                "ordering": ["version", "position"],
            },
        ),
        migrations.CreateModel(
            name="ProcedureVersionEvent",
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
                    "name",
                    models.CharField(max_length=80, null=True, verbose_name="tên bản quy định"),
                ),
                ("effective_from", models.DateField(null=True, verbose_name="áp dụng từ ngày")),
                (
                    "effective_to",
                    models.DateField(blank=True, null=True, verbose_name="đến trước ngày"),
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
                    "time_rule",
                    models.CharField(
                        blank=True,
                        help_text="Ví dụ LIC.ISSUE.TIME; để trống: không có.",
                        max_length=80,
                        null=True,
                        verbose_name="mã quy tắc thời hạn",
                    ),
                ),
                (
                    "pause_rule",
                    models.CharField(
                        max_length=80, null=True, verbose_name="mã quy tắc tính giờ sau bổ sung"
                    ),
                ),
                (
                    "limit_rules",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=80),
                        blank=True,
                        help_text="Cách nhau bằng dấu phẩy: thời hạn giấy phép, số lần gia hạn…",
                        null=True,
                        size=None,
                        verbose_name="mã các quy tắc khác",
                    ),
                ),
                ("sets", models.PositiveSmallIntegerField(null=True, verbose_name="số bộ hồ sơ")),
                (
                    "result_form",
                    models.CharField(
                        blank=True, max_length=120, null=True, verbose_name="mẫu của kết quả"
                    ),
                ),
                ("who", models.TextField(null=True, verbose_name="ai nộp, khi nào")),
                (
                    "note",
                    models.TextField(
                        blank=True, null=True, verbose_name="điều chưa rõ, cần xác nhận"
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="licensing.procedureversion",
                    ),
                ),
                (
                    "procedure",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="licensing.procedure",
                        verbose_name="thủ tục",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Remark",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("is_internal", models.BooleanField(verbose_name="chỉ trong cơ quan")),
                ("body", models.TextField(verbose_name="nội dung")),
                ("at", models.DateTimeField(verbose_name="lúc")),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="remarks",
                        to="licensing.dossier",
                    ),
                ),
            ],
            options={
                "verbose_name": "trao đổi",
                "verbose_name_plural": "trao đổi",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Result",
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
                            ("grant", "Giải quyết theo đề nghị"),
                            ("refuse", "Từ chối, có lý do"),
                        ],
                        max_length=10,
                        verbose_name="kết quả",
                    ),
                ),
                (
                    "valid_to",
                    models.DateField(null=True, verbose_name="giấy phép có giá trị đến hết ngày"),
                ),
                ("reason", models.TextField(blank=True, verbose_name="lý do, căn cứ")),
                ("sent_back", models.TextField(blank=True, verbose_name="lý do trả lại")),
                (
                    "dossier",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="result",
                        to="licensing.dossier",
                    ),
                ),
                (
                    "drafted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "paper",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.paper",
                    ),
                ),
                (
                    "reviewed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "signed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "kết quả giải quyết",
                "verbose_name_plural": "kết quả giải quyết",
            },
        ),
        migrations.CreateModel(
            name="ResultEvent",
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
                            ("grant", "Giải quyết theo đề nghị"),
                            ("refuse", "Từ chối, có lý do"),
                        ],
                        max_length=10,
                        null=True,
                        verbose_name="kết quả",
                    ),
                ),
                (
                    "valid_to",
                    models.DateField(null=True, verbose_name="giấy phép có giá trị đến hết ngày"),
                ),
                ("reason", models.TextField(blank=True, null=True, verbose_name="lý do, căn cứ")),
                (
                    "sent_back",
                    models.TextField(blank=True, null=True, verbose_name="lý do trả lại"),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="licensing.dossier",
                    ),
                ),
                (
                    "drafted_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.paper",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="licensing.result",
                    ),
                ),
                (
                    "reviewed_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "signed_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Step",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("verb", models.CharField(max_length=20, verbose_name="việc")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Đang soạn"),
                            ("submitted", "Chờ tiếp nhận"),
                            ("not_accepted", "Không tiếp nhận"),
                            ("received", "Đã tiếp nhận, chờ chuyển"),
                            ("assigned", "Đã chuyển chuyên viên"),
                            ("appraising", "Đang thẩm định"),
                            ("supplement", "Chờ bổ sung"),
                            ("drafting", "Đang dự thảo kết quả"),
                            ("reviewing", "Chờ Trưởng phòng duyệt"),
                            ("signing", "Chờ Giám đốc ký"),
                            ("signed", "Đã ký duyệt, chờ ban hành"),
                            ("withdrawing", "Đề nghị rút hồ sơ"),
                            ("stopped", "Dừng giải quyết"),
                            ("decided", "Đã có kết quả"),
                            ("returned", "Đã trả kết quả"),
                        ],
                        max_length=15,
                        verbose_name="trạng thái",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="lúc")),
                ("public_note", models.TextField(blank=True, verbose_name="lời báo người nộp")),
                ("reason", models.TextField(blank=True, verbose_name="lý do")),
                (
                    "actor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="licensing.dossier",
                    ),
                ),
            ],
            options={
                "verbose_name": "bước xử lý",
                "verbose_name_plural": "bước xử lý",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Supplement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ordinal", models.PositiveSmallIntegerField(verbose_name="lần")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "Chờ Trưởng phòng"),
                            ("denied", "Không đồng ý"),
                            ("sent", "Đã gửi người nộp"),
                            ("answered", "Đã bổ sung"),
                        ],
                        max_length=10,
                        verbose_name="trạng thái",
                    ),
                ),
                ("reason", models.TextField(blank=True, verbose_name="lý do")),
                (
                    "is_repeated",
                    models.BooleanField(default=False, verbose_name="lẽ ra thấy từ lần đầu"),
                ),
                ("at", models.DateTimeField(verbose_name="lúc")),
                ("answered_at", models.DateTimeField(null=True, verbose_name="bổ sung lúc")),
                (
                    "allowed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="supplements",
                        to="licensing.dossier",
                    ),
                ),
            ],
            options={
                "verbose_name": "yêu cầu bổ sung",
                "verbose_name_plural": "yêu cầu bổ sung",
                "ordering": ["dossier", "ordinal"],
            },
        ),
        migrations.CreateModel(
            name="SupplementItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "verdict",
                    models.CharField(
                        choices=[
                            ("good", "Đạt"),
                            ("missing", "Thiếu"),
                            ("wrong", "Chưa đúng, chưa đủ"),
                        ],
                        max_length=10,
                        verbose_name="kết quả",
                    ),
                ),
                ("comment", models.TextField(verbose_name="nội dung")),
                (
                    "was_visible",
                    models.BooleanField(default=False, verbose_name="thấy được từ lần đầu"),
                ),
                ("answer", models.TextField(blank=True, verbose_name="giải trình của người nộp")),
                (
                    "component",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="licensing.component",
                    ),
                ),
                (
                    "supplement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="items",
                        to="licensing.supplement",
                    ),
                ),
            ],
            options={
                "verbose_name": "nội dung bổ sung",
                "verbose_name_plural": "nội dung bổ sung",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="ComponentMark",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "verdict",
                    models.CharField(
                        choices=[
                            ("good", "Đạt"),
                            ("missing", "Thiếu"),
                            ("wrong", "Chưa đúng, chưa đủ"),
                        ],
                        max_length=10,
                        verbose_name="kết quả",
                    ),
                ),
                (
                    "comment",
                    models.TextField(blank=True, verbose_name="nội dung cần bổ sung, hoàn thiện"),
                ),
                ("at", models.DateTimeField(verbose_name="lúc")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "component",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="licensing.component",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="marks",
                        to="licensing.dossier",
                    ),
                ),
            ],
            options={
                "verbose_name": "kết quả kiểm tra giấy tờ",
                "verbose_name_plural": "kết quả kiểm tra giấy tờ",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("dossier", "component"), name="one_mark_a_component_and_dossier"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("verdict", "good"),
                            models.Q(("comment", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="what_is_not_good_says_what_is_to_be_done",
                    ),
                ],
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
                    "verdict",
                    models.CharField(
                        choices=[
                            ("met", "Đáp ứng"),
                            ("not_met", "Không đáp ứng"),
                            ("not_applicable", "Không áp dụng"),
                        ],
                        max_length=15,
                        verbose_name="kết luận",
                    ),
                ),
                ("evidence", models.TextField(blank=True, verbose_name="căn cứ, bằng chứng")),
                ("at", models.DateTimeField(verbose_name="lúc")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "condition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="licensing.condition",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="findings",
                        to="licensing.dossier",
                    ),
                ),
            ],
            options={
                "verbose_name": "kết luận thẩm định",
                "verbose_name_plural": "kết luận thẩm định",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("dossier", "condition", "by"),
                        name="one_finding_a_condition_and_officer",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("verdict", "met"),
                            models.Q(("evidence", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_finding_that_is_not_met_names_its_evidence",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="procedureversion",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[
                    (
                        models.Func(
                            models.Func(
                                django.db.models.functions.comparison.Cast(
                                    "procedure_id", models.TextField()
                                ),
                                models.Value(0),
                                function="hashtextextended",
                            ),
                            models.Func(
                                django.db.models.functions.comparison.Cast(
                                    "procedure_id", models.TextField()
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
                name="versions_of_one_procedure_never_overlap",
                violation_error_message="Thủ tục này đã có bản quy định trong khoảng thời gian đó. Hãy ghi ngày kết thúc cho bản cũ trước.",
            ),
        ),
        migrations.AddConstraint(
            model_name="procedureversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("effective_to__isnull", True),
                    ("effective_to__gt", models.F("effective_from")),
                    _connector="OR",
                ),
                name="procedure_version_ends_after_it_begins",
                violation_error_message="Ngày kết thúc phải sau ngày bắt đầu áp dụng.",
            ),
        ),
        triggers.AddTrigger(
            model_name="procedureversion",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "licensing_procedureversionevent" ("citation", "confidence", "effective_from", "effective_to", "id", "limit_rules", "name", "note", "pause_rule", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procedure_id", "result_form", "sets", "time_rule", "who") VALUES (NEW."citation", NEW."confidence", NEW."effective_from", NEW."effective_to", NEW."id", NEW."limit_rules", NEW."name", NEW."note", NEW."pause_rule", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."procedure_id", NEW."result_form", NEW."sets", NEW."time_rule", NEW."who"); RETURN NULL;',
                    hash="306a7df44309fdbe81198f9a325935fed4dc31ca",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f04de",
                    table="licensing_procedureversion",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="procedureversion",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "licensing_procedureversionevent" ("citation", "confidence", "effective_from", "effective_to", "id", "limit_rules", "name", "note", "pause_rule", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procedure_id", "result_form", "sets", "time_rule", "who") VALUES (NEW."citation", NEW."confidence", NEW."effective_from", NEW."effective_to", NEW."id", NEW."limit_rules", NEW."name", NEW."note", NEW."pause_rule", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."procedure_id", NEW."result_form", NEW."sets", NEW."time_rule", NEW."who"); RETURN NULL;',
                    hash="b29e472062144c8b16438169008b527a1140e8ac",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ae16f",
                    table="licensing_procedureversion",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="procedureversion",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "licensing_procedureversionevent" ("citation", "confidence", "effective_from", "effective_to", "id", "limit_rules", "name", "note", "pause_rule", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procedure_id", "result_form", "sets", "time_rule", "who") VALUES (OLD."citation", OLD."confidence", OLD."effective_from", OLD."effective_to", OLD."id", OLD."limit_rules", OLD."name", OLD."note", OLD."pause_rule", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."procedure_id", OLD."result_form", OLD."sets", OLD."time_rule", OLD."who"); RETURN NULL;',
                    hash="d425523cc3f679104ab3f0b086d7e1e68142186e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_5c6ae",
                    table="licensing_procedureversion",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="dossierevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="def5ce75848988d6fcac8443ea1eca155154b4fb",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_97f3d",
                    table="licensing_dossierevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="dossierevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="28c52252f0b5269e632781dc7e54dbba144ccfad",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_492ae",
                    table="licensing_dossierevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="dossierevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="cf037c53bd81d4120db826e33303db11bd323f1d",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_d1a98",
                    table="licensing_dossierevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(fields=["state", "-id"], name="dossiers_by_state"),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(
                fields=["specialist", "state", "-id"], name="dossiers_by_specialist"
            ),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(fields=["applicant", "-id"], name="dossiers_by_applicant"),
        ),
        migrations.AddConstraint(
            model_name="dossier",
            constraint=models.UniqueConstraint(
                condition=models.Q(("code", ""), _negated=True),
                fields=("code",),
                name="no_dossier_code_is_given_twice",
            ),
        ),
        migrations.AddConstraint(
            model_name="dossier",
            constraint=models.UniqueConstraint(
                condition=models.Q(("deposit_code", ""), _negated=True),
                fields=("deposit_code",),
                name="no_deposit_code_is_given_twice",
            ),
        ),
        migrations.AddConstraint(
            model_name="dossier",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("sent__isnull", True), ("state", "draft"), ("submitted_at__isnull", True)
                    ),
                    models.Q(
                        models.Q(("state", "draft"), _negated=True),
                        models.Q(("sent_sha256", ""), _negated=True),
                        models.Q(("deposit_code", ""), _negated=True),
                        ("sent__isnull", False),
                        ("submitted_at__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="what_was_sent_is_kept_and_hashed",
            ),
        ),
        migrations.AddConstraint(
            model_name="dossier",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("code", ""), ("received_at__isnull", True)),
                    models.Q(models.Q(("code", ""), _negated=True), ("received_at__isnull", False)),
                    _connector="OR",
                ),
                name="a_code_comes_with_the_receipt",
            ),
        ),
        migrations.AddConstraint(
            model_name="dossier",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["draft", "submitted", "not_accepted", "stopped"]),
                    models.Q(("code", ""), _negated=True),
                    _connector="OR",
                ),
                name="nothing_is_worked_on_before_its_receipt",
            ),
        ),
        triggers.AddTrigger(
            model_name="dossier",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "licensing_dossierevent" ("apologies", "applicant_id", "channel", "closed_at", "code", "created_at", "created_by_id", "deposit_code", "id", "key", "licence_id", "pause_mode", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procedure_id", "received_at", "saved_at", "sent", "sent_sha256", "specialist_id", "state", "state_before", "submitted_at", "term_source", "version_id") VALUES (NEW."apologies", NEW."applicant_id", NEW."channel", NEW."closed_at", NEW."code", NEW."created_at", NEW."created_by_id", NEW."deposit_code", NEW."id", NEW."key", NEW."licence_id", NEW."pause_mode", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."procedure_id", NEW."received_at", NEW."saved_at", NEW."sent", NEW."sent_sha256", NEW."specialist_id", NEW."state", NEW."state_before", NEW."submitted_at", NEW."term_source", NEW."version_id"); RETURN NULL;',
                    hash="5571e8ab87c62b9f6b37088f6c2ff1b52fb21369",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ea632",
                    table="licensing_dossier",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="dossier",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."apologies" IS DISTINCT FROM (NEW."apologies") OR OLD."applicant_id" IS DISTINCT FROM (NEW."applicant_id") OR OLD."channel" IS DISTINCT FROM (NEW."channel") OR OLD."closed_at" IS DISTINCT FROM (NEW."closed_at") OR OLD."code" IS DISTINCT FROM (NEW."code") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."created_by_id" IS DISTINCT FROM (NEW."created_by_id") OR OLD."deposit_code" IS DISTINCT FROM (NEW."deposit_code") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."key" IS DISTINCT FROM (NEW."key") OR OLD."licence_id" IS DISTINCT FROM (NEW."licence_id") OR OLD."pause_mode" IS DISTINCT FROM (NEW."pause_mode") OR OLD."procedure_id" IS DISTINCT FROM (NEW."procedure_id") OR OLD."received_at" IS DISTINCT FROM (NEW."received_at") OR OLD."saved_at" IS DISTINCT FROM (NEW."saved_at") OR OLD."sent" IS DISTINCT FROM (NEW."sent") OR OLD."sent_sha256" IS DISTINCT FROM (NEW."sent_sha256") OR OLD."specialist_id" IS DISTINCT FROM (NEW."specialist_id") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."state_before" IS DISTINCT FROM (NEW."state_before") OR OLD."submitted_at" IS DISTINCT FROM (NEW."submitted_at") OR OLD."term_source" IS DISTINCT FROM (NEW."term_source") OR OLD."version_id" IS DISTINCT FROM (NEW."version_id"))',
                    func='INSERT INTO "licensing_dossierevent" ("apologies", "applicant_id", "channel", "closed_at", "code", "created_at", "created_by_id", "deposit_code", "id", "key", "licence_id", "pause_mode", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procedure_id", "received_at", "saved_at", "sent", "sent_sha256", "specialist_id", "state", "state_before", "submitted_at", "term_source", "version_id") VALUES (NEW."apologies", NEW."applicant_id", NEW."channel", NEW."closed_at", NEW."code", NEW."created_at", NEW."created_by_id", NEW."deposit_code", NEW."id", NEW."key", NEW."licence_id", NEW."pause_mode", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."procedure_id", NEW."received_at", NEW."saved_at", NEW."sent", NEW."sent_sha256", NEW."specialist_id", NEW."state", NEW."state_before", NEW."submitted_at", NEW."term_source", NEW."version_id"); RETURN NULL;',
                    hash="97e0b498e90fea8cb614c8080f82ea6a6cc8849a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_fe618",
                    table="licensing_dossier",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="dossier",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "licensing_dossierevent" ("apologies", "applicant_id", "channel", "closed_at", "code", "created_at", "created_by_id", "deposit_code", "id", "key", "licence_id", "pause_mode", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procedure_id", "received_at", "saved_at", "sent", "sent_sha256", "specialist_id", "state", "state_before", "submitted_at", "term_source", "version_id") VALUES (OLD."apologies", OLD."applicant_id", OLD."channel", OLD."closed_at", OLD."code", OLD."created_at", OLD."created_by_id", OLD."deposit_code", OLD."id", OLD."key", OLD."licence_id", OLD."pause_mode", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."procedure_id", OLD."received_at", OLD."saved_at", OLD."sent", OLD."sent_sha256", OLD."specialist_id", OLD."state", OLD."state_before", OLD."submitted_at", OLD."term_source", OLD."version_id"); RETURN NULL;',
                    hash="e40cdbcf793d82954d7ef1a43d9f317c6ea31891",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_dbc21",
                    table="licensing_dossier",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="condition",
            constraint=models.UniqueConstraint(
                fields=("version", "code"), name="one_condition_a_code_and_version"
            ),
        ),
        migrations.AddConstraint(
            model_name="component",
            constraint=models.UniqueConstraint(
                fields=("version", "code"), name="one_component_a_code_and_version"
            ),
        ),
        triggers.AddTrigger(
            model_name="procedureversionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="e2d0b83c055892f0b0e1fefa6883b4c6c3e2ade5",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_04ffb",
                    table="licensing_procedureversionevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="procedureversionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="561c3210405b38400732f90ec24a5146c87e245e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_ccc0f",
                    table="licensing_procedureversionevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="procedureversionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="3a4a1995f526d33ae0b6ee859febbe800924e621",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_9a324",
                    table="licensing_procedureversionevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="result",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("reviewed_by", models.F("drafted_by")), _negated=True),
                    ("reviewed_by__isnull", True),
                    _connector="OR",
                ),
                name="nobody_reviews_their_own_draft",
            ),
        ),
        migrations.AddConstraint(
            model_name="result",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("signed_by__isnull", True),
                    models.Q(
                        ("reviewed_by__isnull", False),
                        models.Q(("signed_by", models.F("drafted_by")), _negated=True),
                        models.Q(("signed_by", models.F("reviewed_by")), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="who_signs_neither_drafted_nor_reviewed",
            ),
        ),
        migrations.AddConstraint(
            model_name="result",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "refuse"), _negated=True),
                    models.Q(("reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="a_refusal_has_a_reason",
            ),
        ),
        triggers.AddTrigger(
            model_name="result",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "licensing_resultevent" ("dossier_id", "drafted_by_id", "id", "kind", "paper_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reviewed_by_id", "sent_back", "signed_by_id", "valid_to") VALUES (NEW."dossier_id", NEW."drafted_by_id", NEW."id", NEW."kind", NEW."paper_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reason", NEW."reviewed_by_id", NEW."sent_back", NEW."signed_by_id", NEW."valid_to"); RETURN NULL;',
                    hash="6a89bc14698215b417d401b3ee04c6c35ae14842",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_476e2",
                    table="licensing_result",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="result",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "licensing_resultevent" ("dossier_id", "drafted_by_id", "id", "kind", "paper_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reviewed_by_id", "sent_back", "signed_by_id", "valid_to") VALUES (NEW."dossier_id", NEW."drafted_by_id", NEW."id", NEW."kind", NEW."paper_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reason", NEW."reviewed_by_id", NEW."sent_back", NEW."signed_by_id", NEW."valid_to"); RETURN NULL;',
                    hash="ca852f85cf0e543ca36d5276582693a6565ee783",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f20f4",
                    table="licensing_result",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="result",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "licensing_resultevent" ("dossier_id", "drafted_by_id", "id", "kind", "paper_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reviewed_by_id", "sent_back", "signed_by_id", "valid_to") VALUES (OLD."dossier_id", OLD."drafted_by_id", OLD."id", OLD."kind", OLD."paper_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reason", OLD."reviewed_by_id", OLD."sent_back", OLD."signed_by_id", OLD."valid_to"); RETURN NULL;',
                    hash="45a477f5f0a0bf3b133c5d13891e2fb2da4cfc52",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_01194",
                    table="licensing_result",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="resultevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="05ef689fff67cc6d6093a4e0fdaa35eb7e5f119c",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_6125d",
                    table="licensing_resultevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="resultevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="b08d7ac0ea2698cd865c4218902ee6dfbff3a8db",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_90426",
                    table="licensing_resultevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="resultevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="9e8a0f54141531462ab4a37eedd011ef418b5be0",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_336cb",
                    table="licensing_resultevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="step",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="38cb4c10512fd0bb04781df5e5bf4a3908440279",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_73aa6",
                    table="licensing_step",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="step",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="9c6231cfd87f95b2865284eb970286fcb97a0deb",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_6f2a8",
                    table="licensing_step",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="supplement",
            constraint=models.UniqueConstraint(
                fields=("dossier", "ordinal"), name="supplements_are_counted"
            ),
        ),
        migrations.AddConstraint(
            model_name="supplement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("is_repeated", False),
                    ("state__in", ["proposed", "denied"]),
                    models.Q(
                        ("allowed_by__isnull", False),
                        models.Q(("allowed_by", models.F("asked_by")), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="asking_again_is_allowed_by_another",
            ),
        ),
        migrations.AddConstraint(
            model_name="supplement",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ["proposed", "sent"])),
                fields=("dossier",),
                name="one_open_supplement_a_dossier",
            ),
        ),
    ]
