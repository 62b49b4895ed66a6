import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("members", "0001_register")]
    operations = [
        migrations.CreateModel(
            name="Round",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("opened_at", models.DateTimeField(verbose_name="giao lúc")),
                ("started_at", models.DateTimeField(null=True, verbose_name="bắt đầu lúc")),
                ("ended_at", models.DateTimeField(null=True, verbose_name="xong lúc")),
                ("sites", models.PositiveSmallIntegerField(verbose_name="số website")),
                ("is_conclusive", models.BooleanField(null=True, verbose_name="tính kết quả")),
                (
                    "note",
                    models.CharField(blank=True, max_length=200, verbose_name="vì sao không tính"),
                ),
            ],
            options={
                "verbose_name": "lượt kiểm tra",
                "verbose_name_plural": "lượt kiểm tra",
                "indexes": [models.Index(fields=["-opened_at"], name="round_by_time")],
            },
        ),
        migrations.CreateModel(
            name="PageCopy",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("url", models.CharField(max_length=500, verbose_name="địa chỉ")),
                ("digest", models.CharField(max_length=64, verbose_name="dấu nội dung")),
                ("body", models.BinaryField(verbose_name="nội dung, đã nén")),
                ("portrait", models.JSONField(verbose_name="diện mạo")),
                ("is_clean", models.BooleanField(verbose_name="không có gì bất thường")),
                ("seen_at", models.DateTimeField(verbose_name="thấy lần đầu")),
                (
                    "site",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="copies",
                        to="members.membersite",
                    ),
                ),
            ],
            options={
                "verbose_name": "bản chụp trang",
                "verbose_name_plural": "bản chụp trang",
                "indexes": [models.Index(fields=["site", "url", "-seen_at"], name="copy_by_time")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("site", "url", "digest"), name="page_is_kept_once_a_content"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Observation",
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
                            ("home", "Trang chủ"),
                            ("section", "Chuyên mục"),
                            ("feed", "RSS"),
                            ("sitemap", "Sitemap"),
                        ],
                        max_length=10,
                        verbose_name="đã hỏi",
                    ),
                ),
                ("url", models.CharField(max_length=500, verbose_name="địa chỉ")),
                ("asked_at", models.DateTimeField(verbose_name="lúc")),
                ("counts", models.BooleanField(verbose_name="tính vào kết luận")),
                ("is_planned", models.BooleanField(verbose_name="trong giờ bảo trì")),
                (
                    "failure",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("bad_url", "Địa chỉ viết sai"),
                            ("off_limits", "Địa chỉ không thuộc Internet công cộng"),
                            ("port", "Cổng kết nối không được phép"),
                            ("dns_missing", "Tên miền không tồn tại"),
                            ("dns_empty", "Tên miền không trỏ tới máy chủ nào"),
                            ("dns_failed", "Máy chủ tên miền báo lỗi"),
                            ("dns_timeout", "Máy chủ tên miền không trả lời"),
                            ("connect_refused", "Máy chủ từ chối kết nối"),
                            ("connect_timeout", "Không kết nối được trong thời hạn"),
                            ("unreachable", "Không có đường tới máy chủ"),
                            ("reset", "Kết nối bị cắt ngang"),
                            ("closed", "Máy chủ đóng kết nối mà không trả lời"),
                            ("tls_expired", "Chứng thư số đã hết hạn"),
                            ("tls_not_yet", "Chứng thư số chưa có hiệu lực"),
                            ("tls_name", "Chứng thư số cấp cho tên miền khác"),
                            ("tls_self_signed", "Chứng thư số tự ký"),
                            ("tls_chain", "Chuỗi chứng thư số không kiểm chứng được"),
                            ("tls_handshake", "Không thiết lập được kết nối HTTPS"),
                            ("tls_timeout", "Thiết lập kết nối HTTPS quá lâu"),
                            ("no_answer", "Máy chủ nhận yêu cầu nhưng không trả lời"),
                            ("too_slow", "Trả lời nhỏ giọt, không xong trong thời hạn"),
                            ("truncated", "Nội dung bị cắt dở"),
                            ("bad_http", "Câu trả lời sai giao thức HTTP"),
                            ("headers_too_large", "Phần đầu của câu trả lời quá lớn"),
                            ("too_large", "Trang quá lớn"),
                            ("bad_encoding", "Nội dung nén bị hỏng"),
                            ("bomb", "Nội dung nén phình to bất thường"),
                            ("redirect_loop", "Chuyển hướng lòng vòng"),
                            ("too_many_redirects", "Chuyển hướng quá nhiều lần"),
                            ("redirect_broken", "Chuyển hướng tới địa chỉ hỏng"),
                            ("redirect_off_limits", "Chuyển hướng vào mạng nội bộ"),
                            ("unauthorized", "Đòi đăng nhập (401)"),
                            ("forbidden", "Từ chối truy cập (403)"),
                            ("not_found", "Không có trang này (404, 410)"),
                            ("client_error", "Máy chủ không nhận yêu cầu (4xx)"),
                            ("server_error", "Lỗi bên trong máy chủ (5xx)"),
                            ("bad_gateway", "Máy chủ phía sau hỏng (502)"),
                            ("unavailable", "Tạm ngừng phục vụ (503)"),
                            ("gateway_timeout", "Máy chủ phía sau không trả lời (504)"),
                            ("odd_status", "Mã trả lời không hiểu được"),
                            ("empty", "Trang trống"),
                            ("not_html", "Câu trả lời không phải trang web"),
                            ("rate_limited", "Bị giới hạn số lần hỏi (429)"),
                            ("blocked", "Bị tường lửa của website chặn"),
                            ("challenged", "Bị đòi xác minh không phải máy (captcha)"),
                            ("ours", "Máy của cổng gặp lỗi khi hỏi"),
                        ],
                        max_length=30,
                        verbose_name="lỗi",
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="lý do")),
                ("status", models.PositiveSmallIntegerField(null=True, verbose_name="mã trả lời")),
                ("elapsed_ms", models.PositiveIntegerField(verbose_name="thời gian (ms)")),
                ("final_url", models.CharField(blank=True, max_length=500, verbose_name="tới")),
                (
                    "digest",
                    models.CharField(blank=True, max_length=64, verbose_name="dấu nội dung"),
                ),
                (
                    "tls_not_after",
                    models.DateTimeField(null=True, verbose_name="chứng thư hết hạn"),
                ),
                (
                    "tls_issuer",
                    models.CharField(blank=True, max_length=200, verbose_name="nơi cấp chứng thư"),
                ),
                ("was_read", models.BooleanField(default=False, verbose_name="đọc được nội dung")),
                ("news_day", models.DateField(null=True, verbose_name="ngày tin mới nhất")),
                (
                    "news_evidence",
                    models.CharField(
                        blank=True, max_length=240, verbose_name="bằng chứng ngày tin"
                    ),
                ),
                (
                    "news_rule",
                    models.CharField(blank=True, max_length=30, verbose_name="cách đọc ngày tin"),
                ),
                ("findings", models.JSONField(default=list, verbose_name="điều bất thường")),
                (
                    "section",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="members.section",
                    ),
                ),
                (
                    "site",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="observations",
                        to="members.membersite",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="observations",
                        to="members.round",
                    ),
                ),
            ],
            options={
                "verbose_name": "kết quả hỏi",
                "verbose_name_plural": "kết quả hỏi",
                "indexes": [
                    models.Index(fields=["site", "kind", "-asked_at"], name="observation_by_site"),
                    models.Index(fields=["asked_at"], name="observation_by_time"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "section"), ("section__isnull", False)),
                            models.Q(
                                models.Q(("kind", "section"), _negated=True),
                                ("section__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="observation_of_a_section_names_it",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Watch",
            fields=[
                (
                    "site",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="watch",
                        serialize=False,
                        to="members.membersite",
                    ),
                ),
                ("due_at", models.DateTimeField(verbose_name="hỏi lại lúc")),
                ("asked_at", models.DateTimeField(null=True, verbose_name="hỏi lần cuối")),
                (
                    "pages_asked_at",
                    models.DateTimeField(null=True, verbose_name="hỏi chuyên mục lần cuối"),
                ),
                ("leased_until", models.DateTimeField(null=True, verbose_name="đang hỏi tới")),
                (
                    "round",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="watches",
                        to="members.round",
                    ),
                ),
            ],
            options={
                "verbose_name": "lịch hỏi",
                "verbose_name_plural": "lịch hỏi",
                "indexes": [models.Index(fields=["due_at"], name="watch_by_due")],
            },
        ),
    ]
