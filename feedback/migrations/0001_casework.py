import uuid

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import cityweb.core.sealed
from cityweb.core import triggers


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("core", "0012_denunciation_readers"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Mailbox",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=30, unique=True, verbose_name="mã")),
                ("slug", models.SlugField(max_length=60, unique=True, verbose_name="đường dẫn")),
                ("name", models.CharField(max_length=120, verbose_name="tên hộp thư")),
                ("short_name", models.CharField(max_length=60, verbose_name="tên ngắn")),
                ("code_prefix", models.CharField(max_length=4, verbose_name="chữ đầu mã tra cứu")),
                ("purpose", models.TextField(verbose_name="dùng để làm gì")),
                ("examples", models.TextField(blank=True, verbose_name="ví dụ, mỗi dòng một việc")),
                (
                    "needs",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("name", "họ tên hoặc tên tổ chức"),
                                ("address", "địa chỉ"),
                                ("contact", "điện thoại hoặc thư điện tử"),
                            ],
                            max_length=10,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="người gửi phải cho biết",
                    ),
                ),
                (
                    "needs_citation",
                    models.CharField(
                        blank=True, max_length=250, verbose_name="căn cứ của yêu cầu này"
                    ),
                ),
                (
                    "acknowledge_rule",
                    models.CharField(max_length=60, verbose_name="quy tắc hạn tiếp nhận"),
                ),
                (
                    "forward_rule",
                    models.CharField(max_length=60, verbose_name="quy tắc hạn chuyển"),
                ),
                ("reply_rule", models.CharField(max_length=60, verbose_name="quy tắc hạn trả lời")),
                (
                    "hop_rule",
                    models.CharField(max_length=60, verbose_name="quy tắc hạn của cơ quan"),
                ),
                ("is_open", models.BooleanField(default=True, verbose_name="đang nhận ý kiến")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="thứ tự")),
            ],
            options={
                "verbose_name": "hộp thư",
                "verbose_name_plural": "hộp thư",
                "ordering": ["position"],
            },
        ),
        migrations.CreateModel(
            name="PrivacyNotice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(unique=True, verbose_name="phiên bản")),
                ("notice", models.TextField(verbose_name="thông báo xử lý dữ liệu cá nhân")),
                ("consent", models.TextField(verbose_name="lời đồng ý công khai kèm họ tên")),
                (
                    "valid_from",
                    models.DateField(
                        default=django.utils.timezone.localdate, verbose_name="áp dụng từ"
                    ),
                ),
            ],
            options={
                "verbose_name": "thông báo dữ liệu cá nhân",
                "verbose_name_plural": "thông báo dữ liệu cá nhân",
                "ordering": ["-version"],
            },
        ),
        migrations.CreateModel(
            name="AgencyContact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "name",
                    models.CharField(blank=True, max_length=120, verbose_name="người đầu mối"),
                ),
                ("email", models.EmailField(max_length=254, verbose_name="thư điện tử công vụ")),
                (
                    "valid_from",
                    models.DateField(
                        default=django.utils.timezone.localdate, verbose_name="từ ngày"
                    ),
                ),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="đến hết ngày")),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="core.organisation",
                        verbose_name="cơ quan",
                    ),
                ),
            ],
            options={
                "verbose_name": "đầu mối cơ quan",
                "verbose_name_plural": "đầu mối cơ quan",
                "ordering": ["organisation", "-valid_from"],
            },
        ),
        migrations.CreateModel(
            name="Hop",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("sent", "Đã chuyển, chưa xác nhận"),
                            ("acknowledged", "Cơ quan đã nhận"),
                            ("passed_on", "Đã giao đơn vị trực thuộc"),
                            ("answered", "Đã trả lời"),
                            ("returned", "Trả lại, không thuộc thẩm quyền"),
                            ("recalled", "Đã thu hồi"),
                        ],
                        default="sent",
                        max_length=15,
                        verbose_name="trạng thái",
                    ),
                ),
                ("sent_at", models.DateTimeField(verbose_name="chuyển lúc")),
                ("message", models.TextField(blank=True, verbose_name="lời gửi cơ quan")),
                ("why", models.TextField(blank=True, verbose_name="vì sao chuyển cơ quan này")),
                (
                    "shares_sender",
                    models.BooleanField(default=False, verbose_name="cho cơ quan biết người gửi"),
                ),
                (
                    "acknowledged_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="cơ quan nhận lúc"),
                ),
                ("answer", models.TextField(blank=True, verbose_name="trả lời của cơ quan")),
                (
                    "answered_by",
                    models.CharField(blank=True, max_length=120, verbose_name="người trả lời"),
                ),
                ("returned_reason", models.TextField(blank=True, verbose_name="lý do trả lại")),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="xong lúc")),
                (
                    "late_minutes",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="trễ (phút)"),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.organisation",
                        verbose_name="cơ quan nhận",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sub_hops",
                        to="feedback.hop",
                        verbose_name="giao lại từ",
                    ),
                ),
                (
                    "sent_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người chuyển",
                    ),
                ),
                (
                    "suggested",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.organisation",
                        verbose_name="cơ quan được gợi ý",
                    ),
                ),
            ],
            options={
                "verbose_name": "lần chuyển",
                "verbose_name_plural": "lần chuyển",
                "ordering": ["sent_at", "id"],
                "indexes": [
                    models.Index(fields=["organisation", "state"], name="hop_by_organisation")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ("sent", "acknowledged", "passed_on"))),
                        fields=("parent",),
                        name="one_open_sub_forwarding_a_hop",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AgencyLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "key_digest",
                    models.CharField(max_length=64, unique=True, verbose_name="dấu của liên kết"),
                ),
                ("sent_to", models.EmailField(max_length=254, verbose_name="gửi tới")),
                ("expires_at", models.DateTimeField(verbose_name="hết hạn lúc")),
                (
                    "revoked_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="thu hồi lúc"),
                ),
                (
                    "opened_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="mở lần đầu lúc"),
                ),
                (
                    "hop",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="links",
                        to="feedback.hop",
                    ),
                ),
            ],
            options={
                "verbose_name": "liên kết cho cơ quan",
                "verbose_name_plural": "liên kết cho cơ quan",
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="Category",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=40, unique=True, verbose_name="mã")),
                ("name", models.CharField(max_length=120, verbose_name="lĩnh vực")),
                ("hint", models.CharField(blank=True, max_length=250, verbose_name="giải thích")),
                ("is_active", models.BooleanField(default=True, verbose_name="đang dùng")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="thứ tự")),
                (
                    "mailbox",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="categories",
                        to="feedback.mailbox",
                        verbose_name="hộp thư",
                    ),
                ),
            ],
            options={
                "verbose_name": "lĩnh vực",
                "verbose_name_plural": "lĩnh vực",
                "ordering": ["mailbox", "position"],
            },
        ),
        migrations.CreateModel(
            name="Publication",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("preparing", "Đang chuẩn bị công khai"),
                            ("published", "Đang công khai"),
                            ("declined", "Quyết định không công khai"),
                            ("withdrawn", "Đã gỡ"),
                        ],
                        default="preparing",
                        max_length=10,
                        verbose_name="trạng thái",
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="tiêu đề công khai")),
                ("question", models.TextField(verbose_name="câu hỏi công khai")),
                ("answer", models.TextField(verbose_name="trả lời công khai")),
                (
                    "sender_name",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="tên người gửi được công khai"
                    ),
                ),
                (
                    "answered_by",
                    models.CharField(blank=True, max_length=250, verbose_name="cơ quan trả lời"),
                ),
                ("reason", models.TextField(blank=True, verbose_name="lý do")),
                (
                    "published_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="công khai lúc"),
                ),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="sửa lúc")),
                (
                    "search",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.contrib.postgres.search.SearchVector(
                            models.Func(
                                django.db.models.functions.text.Concat(
                                    "title",
                                    models.Value(" "),
                                    "question",
                                    models.Value(" "),
                                    django.db.models.functions.text.Left("answer", 50000),
                                    output_field=models.TextField(),
                                ),
                                function="core_fold",
                                output_field=models.TextField(),
                            ),
                            config="simple",
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "hỏi đáp công khai",
                "verbose_name_plural": "hỏi đáp công khai",
                "ordering": ["-published_at", "-id"],
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["search"], name="publication_search"
                    ),
                    models.Index(
                        condition=models.Q(("state", "published")),
                        fields=["-published_at", "-id"],
                        name="publication_newest",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "published"), _negated=True),
                            ("published_at__isnull", False),
                            _connector="OR",
                        ),
                        name="what_is_published_has_a_day",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PublicationEvent",
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
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("preparing", "Đang chuẩn bị công khai"),
                            ("published", "Đang công khai"),
                            ("declined", "Quyết định không công khai"),
                            ("withdrawn", "Đã gỡ"),
                        ],
                        max_length=10,
                        null=True,
                        verbose_name="trạng thái",
                    ),
                ),
                ("reason", models.TextField(blank=True, null=True, verbose_name="lý do")),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
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
                        to="feedback.publication",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PublishedFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="tên tệp công khai")),
                (
                    "checked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "original",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="core.attachment",
                    ),
                ),
                (
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="files",
                        to="feedback.publication",
                    ),
                ),
                (
                    "shown",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="core.attachment",
                    ),
                ),
            ],
            options={
                "verbose_name": "tệp công khai",
                "verbose_name_plural": "tệp công khai",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("publication", "original"), name="one_public_copy_a_file"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Reply",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Đang soạn"),
                            ("in_review", "Chờ duyệt"),
                            ("approved", "Đã duyệt, chưa gửi"),
                            ("sent", "Đã gửi"),
                            ("dropped", "Đã bỏ"),
                        ],
                        default="draft",
                        max_length=10,
                        verbose_name="trạng thái",
                    ),
                ),
                ("body", models.TextField(verbose_name="nội dung trả lời")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("answered", "Đã trả lời đầy đủ"),
                            ("partly", "Trả lời một phần"),
                            ("no_competence", "Không thuộc thẩm quyền"),
                            ("no_reply", "Cơ quan không trả lời"),
                        ],
                        default="answered",
                        max_length=15,
                        verbose_name="kết quả",
                    ),
                ),
                ("returned_reason", models.TextField(blank=True, verbose_name="lý do trả lại")),
                ("version", models.PositiveIntegerField(default=1, verbose_name="lần lưu")),
                ("created_at", models.DateTimeField(verbose_name="soạn lúc")),
                (
                    "approved_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="duyệt lúc"),
                ),
                ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="gửi lúc")),
                (
                    "approver",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người duyệt",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người soạn",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replies",
                        to="feedback.hop",
                        verbose_name="dựa trên trả lời của",
                    ),
                ),
            ],
            options={
                "verbose_name": "trả lời",
                "verbose_name_plural": "trả lời",
                "ordering": ["created_at", "id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("state__in", ["draft", "in_review", "approved"])),
                        fields=["state", "author"],
                        name="reply_in_work",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("approver__isnull", True),
                            models.Q(("approver", models.F("author")), _negated=True),
                            _connector="OR",
                        ),
                        name="nobody_approves_their_own_reply",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["approved", "sent"]), _negated=True),
                            ("approver__isnull", False),
                            _connector="OR",
                        ),
                        name="a_reply_is_approved_by_a_named_person",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="publication",
            name="reply",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="feedback.reply",
                verbose_name="trả lời",
            ),
        ),
        migrations.CreateModel(
            name="Citation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("target_id", models.PositiveBigIntegerField(verbose_name="mã")),
                ("title", models.CharField(max_length=300, verbose_name="tên")),
                ("address", models.CharField(max_length=300, verbose_name="địa chỉ")),
                (
                    "version",
                    models.CharField(blank=True, max_length=80, verbose_name="phiên bản được dẫn"),
                ),
                (
                    "flagged_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="cần xem lại từ"),
                ),
                (
                    "flag",
                    models.CharField(blank=True, max_length=300, verbose_name="vì sao cần xem lại"),
                ),
                (
                    "settled_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "target_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="contenttypes.contenttype",
                    ),
                ),
                (
                    "reply",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="feedback.reply",
                    ),
                ),
            ],
            options={
                "verbose_name": "trích dẫn",
                "verbose_name_plural": "trích dẫn",
                "indexes": [
                    models.Index(fields=["target_type", "target_id"], name="citation_by_target")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("reply", "target_type", "target_id"),
                        name="one_citation_a_thing_and_reply",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RoutingRule",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "valid_from",
                    models.DateField(
                        default=django.utils.timezone.localdate, verbose_name="từ ngày"
                    ),
                ),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="đến hết ngày")),
                ("basis", models.CharField(blank=True, max_length=250, verbose_name="căn cứ")),
                (
                    "category",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="routing",
                        to="feedback.category",
                        verbose_name="lĩnh vực",
                    ),
                ),
                (
                    "mailbox",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="routing",
                        to="feedback.mailbox",
                        verbose_name="hộp thư",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.organisation",
                        verbose_name="cơ quan có trách nhiệm",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="core.adminunit",
                        verbose_name="phường, xã, đặc khu",
                    ),
                ),
            ],
            options={
                "verbose_name": "quy tắc chuyển",
                "verbose_name_plural": "quy tắc chuyển",
                "ordering": ["mailbox", "category", "unit", "-valid_from"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True),
                            ("valid_to__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="routing_rule_ends_after_it_begins",
                        violation_error_message="Ngày kết thúc phải sau ngày bắt đầu.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RoutingRuleEvent",
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
                ("valid_from", models.DateField(null=True, verbose_name="từ ngày")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="đến hết ngày")),
                (
                    "basis",
                    models.CharField(blank=True, max_length=250, null=True, verbose_name="căn cứ"),
                ),
                (
                    "category",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="feedback.category",
                        verbose_name="lĩnh vực",
                    ),
                ),
                (
                    "mailbox",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="feedback.mailbox",
                        verbose_name="hộp thư",
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
                        verbose_name="cơ quan có trách nhiệm",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="feedback.routingrule",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.adminunit",
                        verbose_name="phường, xã, đặc khu",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SavedView",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="tên")),
                ("query", models.CharField(max_length=500, verbose_name="bộ lọc")),
                (
                    "is_shared",
                    models.BooleanField(default=False, verbose_name="cho mọi người trong phòng"),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "bộ lọc đã lưu",
                "verbose_name_plural": "bộ lọc đã lưu",
                "ordering": ["name"],
                "constraints": [
                    models.UniqueConstraint(fields=("owner", "name"), name="one_saved_view_a_name")
                ],
            },
        ),
        migrations.CreateModel(
            name="Snippet",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=120, verbose_name="tên")),
                (
                    "use",
                    models.CharField(
                        choices=[
                            ("reply", "Trả lời"),
                            ("question", "Đề nghị bổ sung"),
                            ("refusal", "Không tiếp nhận, hướng dẫn"),
                            ("forwarding", "Chuyển cơ quan"),
                        ],
                        max_length=12,
                        verbose_name="dùng khi",
                    ),
                ),
                ("body", models.TextField(verbose_name="nội dung")),
                (
                    "state",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("submitted", "Mới gửi"),
                            ("needs_info", "Chờ người gửi bổ sung"),
                            ("accepted", "Đã tiếp nhận"),
                            ("classified", "Đã phân loại"),
                            ("forwarded", "Đã chuyển cơ quan"),
                            ("answering", "Phòng đang soạn trả lời"),
                            ("answered", "Cơ quan đã trả lời"),
                            ("reply_review", "Chờ duyệt trả lời"),
                            ("replied", "Đã trả lời"),
                            ("reopened", "Người gửi đề nghị xem lại"),
                            ("rejected", "Không tiếp nhận"),
                            ("redirected", "Đã hướng dẫn nơi khác"),
                            ("merged", "Gộp vào ý kiến trùng"),
                        ],
                        max_length=15,
                        verbose_name="ở trạng thái",
                    ),
                ),
                ("is_active", models.BooleanField(default=True, verbose_name="đang dùng")),
                (
                    "category",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="feedback.category",
                        verbose_name="lĩnh vực",
                    ),
                ),
                (
                    "mailbox",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="feedback.mailbox",
                        verbose_name="hộp thư",
                    ),
                ),
            ],
            options={
                "verbose_name": "đoạn soạn sẵn",
                "verbose_name_plural": "đoạn soạn sẵn",
                "ordering": ["use", "title"],
            },
        ),
        migrations.CreateModel(
            name="Submission",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=20, unique=True, verbose_name="mã tra cứu")),
                (
                    "token",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, unique=True, verbose_name="mã lần gửi"
                    ),
                ),
                (
                    "secret_digest",
                    models.CharField(
                        editable=False, max_length=64, verbose_name="dấu của mã bí mật"
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("web", "Trang web"),
                            ("mail", "Thư điện tử"),
                            ("phone", "Điện thoại"),
                            ("paper", "Văn bản, trực tiếp"),
                            ("partner", "Hệ thống đối tác"),
                        ],
                        default="web",
                        max_length=10,
                        verbose_name="kênh",
                    ),
                ),
                ("received_at", models.DateTimeField(verbose_name="nhận lúc")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("submitted", "Mới gửi"),
                            ("needs_info", "Chờ người gửi bổ sung"),
                            ("accepted", "Đã tiếp nhận"),
                            ("classified", "Đã phân loại"),
                            ("forwarded", "Đã chuyển cơ quan"),
                            ("answering", "Phòng đang soạn trả lời"),
                            ("answered", "Cơ quan đã trả lời"),
                            ("reply_review", "Chờ duyệt trả lời"),
                            ("replied", "Đã trả lời"),
                            ("reopened", "Người gửi đề nghị xem lại"),
                            ("rejected", "Không tiếp nhận"),
                            ("redirected", "Đã hướng dẫn nơi khác"),
                            ("merged", "Gộp vào ý kiến trùng"),
                        ],
                        default="submitted",
                        max_length=15,
                        verbose_name="trạng thái",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("report", "Phản ánh"),
                            ("petition", "Kiến nghị"),
                            ("question", "Câu hỏi"),
                            ("praise", "Khen ngợi, cảm ơn"),
                            ("complaint", "Khiếu nại"),
                            ("denunciation", "Tố cáo"),
                            ("dossier", "Hồ sơ thủ tục hành chính"),
                        ],
                        max_length=15,
                        verbose_name="loại",
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=250, verbose_name="địa điểm")),
                ("subject", models.CharField(max_length=200, verbose_name="tiêu đề")),
                ("body", models.TextField(verbose_name="nội dung")),
                ("is_urgent", models.BooleanField(default=False, verbose_name="khẩn")),
                (
                    "is_restricted",
                    models.BooleanField(default=False, verbose_name="hạn chế người đọc"),
                ),
                (
                    "is_suspected_spam",
                    models.BooleanField(default=False, verbose_name="nghi là thư rác"),
                ),
                (
                    "spam_score",
                    models.FloatField(blank=True, null=True, verbose_name="điểm thư rác"),
                ),
                (
                    "sender_kind",
                    models.CharField(
                        choices=[("person", "Cá nhân"), ("organisation", "Tổ chức, doanh nghiệp")],
                        default="person",
                        max_length=15,
                        verbose_name="người gửi là",
                    ),
                ),
                (
                    "sender_name",
                    cityweb.core.sealed.EncryptedTextField(blank=True, verbose_name="họ tên"),
                ),
                (
                    "sender_address",
                    cityweb.core.sealed.EncryptedTextField(blank=True, verbose_name="địa chỉ"),
                ),
                (
                    "sender_phone",
                    cityweb.core.sealed.EncryptedTextField(blank=True, verbose_name="điện thoại"),
                ),
                (
                    "sender_email",
                    cityweb.core.sealed.EncryptedTextField(blank=True, verbose_name="thư điện tử"),
                ),
                ("email_index", models.CharField(blank=True, editable=False, max_length=64)),
                ("phone_index", models.CharField(blank=True, editable=False, max_length=64)),
                (
                    "may_publish_name",
                    models.BooleanField(default=False, verbose_name="đồng ý công khai kèm họ tên"),
                ),
                (
                    "consented_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="đồng ý lúc"),
                ),
                (
                    "consent_withdrawn_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="rút đồng ý lúc"),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("answered", "Đã trả lời đầy đủ"),
                            ("partly", "Trả lời một phần"),
                            ("no_competence", "Không thuộc thẩm quyền"),
                            ("refused", "Không tiếp nhận, có lý do"),
                            ("no_reply", "Cơ quan không trả lời"),
                            ("merged", "Trả lời chung với ý kiến trùng"),
                            ("transferred", "Đã chuyển cơ quan có thẩm quyền bằng văn bản"),
                        ],
                        max_length=15,
                        verbose_name="kết quả",
                    ),
                ),
                (
                    "closed_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="kết thúc lúc"),
                ),
                (
                    "reopened_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="mở lại lúc"),
                ),
                (
                    "anonymised_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="đã xóa dữ liệu cá nhân lúc"
                    ),
                ),
                (
                    "assigned_to",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="phụ trách",
                    ),
                ),
                (
                    "category",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="submissions",
                        to="feedback.category",
                        verbose_name="lĩnh vực",
                    ),
                ),
                (
                    "duplicate_of",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="duplicates",
                        to="feedback.submission",
                        verbose_name="trùng với",
                    ),
                ),
                (
                    "mailbox",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="submissions",
                        to="feedback.mailbox",
                        verbose_name="hộp thư",
                    ),
                ),
                (
                    "notice",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="feedback.privacynotice",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.adminunit",
                        verbose_name="phường, xã, đặc khu",
                    ),
                ),
            ],
            options={
                "verbose_name": "ý kiến",
                "verbose_name_plural": "ý kiến",
                "ordering": ["-received_at", "-id"],
                "indexes": [
                    models.Index(fields=["-received_at", "-id"], name="submission_newest"),
                    models.Index(
                        fields=["state", "-received_at", "-id"], name="submission_by_state"
                    ),
                    models.Index(
                        fields=["mailbox", "-received_at", "-id"], name="submission_by_mailbox"
                    ),
                    models.Index(
                        fields=["category", "-received_at", "-id"], name="submission_by_category"
                    ),
                    models.Index(fields=["unit", "-received_at", "-id"], name="submission_by_unit"),
                    models.Index(
                        condition=models.Q(("assigned_to__isnull", False)),
                        fields=["assigned_to", "-received_at", "-id"],
                        name="submission_by_officer",
                    ),
                    models.Index(
                        condition=models.Q(("email_index", ""), _negated=True),
                        fields=["email_index"],
                        name="submission_by_email",
                    ),
                    models.Index(
                        condition=models.Q(("phone_index", ""), _negated=True),
                        fields=["phone_index"],
                        name="submission_by_phone",
                    ),
                    models.Index(
                        condition=models.Q(("is_suspected_spam", True)),
                        fields=["-received_at"],
                        name="submission_suspected_spam",
                    ),
                    models.Index(
                        condition=models.Q(
                            (
                                "state__in",
                                (
                                    "submitted",
                                    "needs_info",
                                    "accepted",
                                    "classified",
                                    "forwarded",
                                    "answering",
                                    "answered",
                                    "reply_review",
                                    "reopened",
                                ),
                            )
                        ),
                        fields=["-received_at", "-id"],
                        name="submission_open",
                    ),
                    models.Index(
                        condition=models.Q(("kind", ""), _negated=True),
                        fields=["kind", "-received_at", "-id"],
                        name="submission_by_kind",
                    ),
                    models.Index(
                        condition=models.Q(("is_urgent", True)),
                        fields=["-received_at", "-id"],
                        name="submission_urgent",
                    ),
                    models.Index(
                        condition=models.Q(("is_restricted", True)),
                        fields=["-received_at", "-id"],
                        name="submission_restricted",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("state__in", ("replied", "rejected", "redirected", "merged")),
                                _negated=True,
                            ),
                            models.Q(("outcome", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="nothing_closes_without_an_outcome",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "denunciation"), _negated=True),
                            ("is_restricted", True),
                            _connector="OR",
                        ),
                        name="a_denunciation_is_restricted",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("is_restricted", True), _negated=True),
                            models.Q(("state", "forwarded"), _negated=True),
                            _connector="OR",
                        ),
                        name="what_is_restricted_is_not_forwarded",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("duplicate_of", models.F("id")), _negated=True),
                        name="nothing_is_its_own_duplicate",
                    ),
                ],
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
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("submitted", "Mới gửi"),
                            ("needs_info", "Chờ người gửi bổ sung"),
                            ("accepted", "Đã tiếp nhận"),
                            ("classified", "Đã phân loại"),
                            ("forwarded", "Đã chuyển cơ quan"),
                            ("answering", "Phòng đang soạn trả lời"),
                            ("answered", "Cơ quan đã trả lời"),
                            ("reply_review", "Chờ duyệt trả lời"),
                            ("replied", "Đã trả lời"),
                            ("reopened", "Người gửi đề nghị xem lại"),
                            ("rejected", "Không tiếp nhận"),
                            ("redirected", "Đã hướng dẫn nơi khác"),
                            ("merged", "Gộp vào ý kiến trùng"),
                        ],
                        max_length=15,
                        verbose_name="trạng thái",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="lúc")),
                ("public_note", models.TextField(blank=True, verbose_name="lời cho người gửi")),
                ("reason", models.TextField(blank=True, verbose_name="lý do nội bộ")),
                (
                    "actor",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người thực hiện",
                    ),
                ),
                (
                    "submission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="feedback.submission",
                    ),
                ),
            ],
            options={
                "verbose_name": "bước xử lý",
                "verbose_name_plural": "bước xử lý",
                "ordering": ["at", "id"],
                "indexes": [models.Index(fields=["state", "at"], name="step_by_state")],
            },
        ),
        migrations.CreateModel(
            name="ReplyEvent",
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
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Đang soạn"),
                            ("in_review", "Chờ duyệt"),
                            ("approved", "Đã duyệt, chưa gửi"),
                            ("sent", "Đã gửi"),
                            ("dropped", "Đã bỏ"),
                        ],
                        max_length=10,
                        null=True,
                        verbose_name="trạng thái",
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("answered", "Đã trả lời đầy đủ"),
                            ("partly", "Trả lời một phần"),
                            ("no_competence", "Không thuộc thẩm quyền"),
                            ("no_reply", "Cơ quan không trả lời"),
                        ],
                        max_length=15,
                        null=True,
                        verbose_name="kết quả",
                    ),
                ),
                (
                    "returned_reason",
                    models.TextField(blank=True, null=True, verbose_name="lý do trả lại"),
                ),
                ("version", models.PositiveIntegerField(null=True, verbose_name="lần lưu")),
                ("created_at", models.DateTimeField(null=True, verbose_name="soạn lúc")),
                (
                    "approved_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="duyệt lúc"),
                ),
                ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="gửi lúc")),
                (
                    "approver",
                    models.ForeignKey(
                        blank=True,
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
                    "author",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người soạn",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="feedback.reply",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="feedback.hop",
                        verbose_name="dựa trên trả lời của",
                    ),
                ),
                (
                    "submission",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="feedback.submission",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="reply",
            name="submission",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="replies",
                to="feedback.submission",
            ),
        ),
        migrations.CreateModel(
            name="Rating",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("stars", models.PositiveSmallIntegerField(verbose_name="mức hài lòng")),
                ("comment", models.TextField(blank=True, verbose_name="góp ý thêm")),
                ("at", models.DateTimeField(verbose_name="lúc")),
                (
                    "submission",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rating",
                        to="feedback.submission",
                    ),
                ),
            ],
            options={
                "verbose_name": "đánh giá",
                "verbose_name_plural": "đánh giá",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("stars__gte", 1), ("stars__lte", 5)),
                        name="rating_is_one_to_five",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="publication",
            name="submission",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="publication",
                to="feedback.submission",
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
                ("seen_at", models.DateTimeField(verbose_name="lúc")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "submission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="feedback.submission",
                    ),
                ),
            ],
            options={
                "verbose_name": "người đang xem",
                "verbose_name_plural": "người đang xem",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("submission", "person"), name="one_presence_a_person_and_submission"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Note",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("body", models.TextField(verbose_name="ghi chú")),
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
                    "mentions",
                    models.ManyToManyField(
                        blank=True,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="nhắc tới",
                    ),
                ),
                (
                    "submission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notes",
                        to="feedback.submission",
                    ),
                ),
            ],
            options={
                "verbose_name": "ghi chú nội bộ",
                "verbose_name_plural": "ghi chú nội bộ",
                "ordering": ["at", "id"],
            },
        ),
        migrations.CreateModel(
            name="Message",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("question", "Đề nghị bổ sung"),
                            ("addition", "Người gửi bổ sung"),
                            ("reopening", "Đề nghị xem lại"),
                            ("notice", "Thông báo"),
                            ("progress", "Thông báo tiến độ"),
                        ],
                        max_length=12,
                        verbose_name="loại",
                    ),
                ),
                ("body", models.TextField(verbose_name="nội dung")),
                ("at", models.DateTimeField(verbose_name="lúc")),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("web", "Trang web"),
                            ("mail", "Thư điện tử"),
                            ("phone", "Điện thoại"),
                            ("paper", "Văn bản, trực tiếp"),
                            ("partner", "Hệ thống đối tác"),
                        ],
                        default="web",
                        max_length=10,
                        verbose_name="kênh",
                    ),
                ),
                (
                    "promised_on",
                    models.DateField(blank=True, null=True, verbose_name="hẹn lại ngày"),
                ),
                (
                    "author",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người viết",
                    ),
                ),
                (
                    "submission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="messages",
                        to="feedback.submission",
                    ),
                ),
            ],
            options={
                "verbose_name": "trao đổi",
                "verbose_name_plural": "trao đổi",
                "ordering": ["at", "id"],
            },
        ),
        migrations.CreateModel(
            name="HopEvent",
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
                    "state",
                    models.CharField(
                        choices=[
                            ("sent", "Đã chuyển, chưa xác nhận"),
                            ("acknowledged", "Cơ quan đã nhận"),
                            ("passed_on", "Đã giao đơn vị trực thuộc"),
                            ("answered", "Đã trả lời"),
                            ("returned", "Trả lại, không thuộc thẩm quyền"),
                            ("recalled", "Đã thu hồi"),
                        ],
                        max_length=15,
                        null=True,
                        verbose_name="trạng thái",
                    ),
                ),
                ("sent_at", models.DateTimeField(null=True, verbose_name="chuyển lúc")),
                (
                    "why",
                    models.TextField(
                        blank=True, null=True, verbose_name="vì sao chuyển cơ quan này"
                    ),
                ),
                (
                    "shares_sender",
                    models.BooleanField(null=True, verbose_name="cho cơ quan biết người gửi"),
                ),
                (
                    "acknowledged_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="cơ quan nhận lúc"),
                ),
                (
                    "answered_by",
                    models.CharField(
                        blank=True, max_length=120, null=True, verbose_name="người trả lời"
                    ),
                ),
                (
                    "returned_reason",
                    models.TextField(blank=True, null=True, verbose_name="lý do trả lại"),
                ),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="xong lúc")),
                (
                    "late_minutes",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="trễ (phút)"),
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
                        verbose_name="cơ quan nhận",
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
                        to="feedback.hop",
                        verbose_name="giao lại từ",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="feedback.hop",
                    ),
                ),
                (
                    "sent_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người chuyển",
                    ),
                ),
                (
                    "suggested",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.organisation",
                        verbose_name="cơ quan được gợi ý",
                    ),
                ),
                (
                    "submission",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="feedback.submission",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="hop",
            name="submission",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="hops",
                to="feedback.submission",
            ),
        ),
        migrations.CreateModel(
            name="DuplicateSuggestion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("score", models.FloatField(verbose_name="độ giống")),
                (
                    "verdict",
                    models.CharField(
                        choices=[
                            ("suggested", "Gợi ý"),
                            ("confirmed", "Đúng là trùng"),
                            ("dismissed", "Không trùng"),
                        ],
                        default="suggested",
                        max_length=10,
                        verbose_name="quyết định",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="suggested_for",
                        to="feedback.submission",
                    ),
                ),
                (
                    "submission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="suggestions",
                        to="feedback.submission",
                    ),
                ),
            ],
            options={
                "verbose_name": "gợi ý trùng",
                "verbose_name_plural": "gợi ý trùng",
                "ordering": ["-score"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("submission", "other"), name="one_suggestion_a_pair"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("submission__gt", models.F("other"))),
                        name="the_later_points_to_the_earlier",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SubmissionEvent",
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
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("submitted", "Mới gửi"),
                            ("needs_info", "Chờ người gửi bổ sung"),
                            ("accepted", "Đã tiếp nhận"),
                            ("classified", "Đã phân loại"),
                            ("forwarded", "Đã chuyển cơ quan"),
                            ("answering", "Phòng đang soạn trả lời"),
                            ("answered", "Cơ quan đã trả lời"),
                            ("reply_review", "Chờ duyệt trả lời"),
                            ("replied", "Đã trả lời"),
                            ("reopened", "Người gửi đề nghị xem lại"),
                            ("rejected", "Không tiếp nhận"),
                            ("redirected", "Đã hướng dẫn nơi khác"),
                            ("merged", "Gộp vào ý kiến trùng"),
                        ],
                        max_length=15,
                        null=True,
                        verbose_name="trạng thái",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("report", "Phản ánh"),
                            ("petition", "Kiến nghị"),
                            ("question", "Câu hỏi"),
                            ("praise", "Khen ngợi, cảm ơn"),
                            ("complaint", "Khiếu nại"),
                            ("denunciation", "Tố cáo"),
                            ("dossier", "Hồ sơ thủ tục hành chính"),
                        ],
                        max_length=15,
                        null=True,
                        verbose_name="loại",
                    ),
                ),
                ("is_urgent", models.BooleanField(null=True, verbose_name="khẩn")),
                ("is_restricted", models.BooleanField(null=True, verbose_name="hạn chế người đọc")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("answered", "Đã trả lời đầy đủ"),
                            ("partly", "Trả lời một phần"),
                            ("no_competence", "Không thuộc thẩm quyền"),
                            ("refused", "Không tiếp nhận, có lý do"),
                            ("no_reply", "Cơ quan không trả lời"),
                            ("merged", "Trả lời chung với ý kiến trùng"),
                            ("transferred", "Đã chuyển cơ quan có thẩm quyền bằng văn bản"),
                        ],
                        max_length=15,
                        null=True,
                        verbose_name="kết quả",
                    ),
                ),
                (
                    "closed_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="kết thúc lúc"),
                ),
                (
                    "is_suspected_spam",
                    models.BooleanField(null=True, verbose_name="nghi là thư rác"),
                ),
                (
                    "anonymised_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="đã xóa dữ liệu cá nhân lúc"
                    ),
                ),
                (
                    "assigned_to",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="phụ trách",
                    ),
                ),
                (
                    "category",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="feedback.category",
                        verbose_name="lĩnh vực",
                    ),
                ),
                (
                    "duplicate_of",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="feedback.submission",
                        verbose_name="trùng với",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="feedback.submission",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.adminunit",
                        verbose_name="phường, xã, đặc khu",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PrivacyDecision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("part", models.CharField(max_length=20, verbose_name="phần")),
                ("kind", models.CharField(max_length=20, verbose_name="loại dữ liệu")),
                ("digest", models.CharField(max_length=64, verbose_name="dấu")),
                (
                    "verdict",
                    models.CharField(
                        choices=[("masked", "Đã che"), ("kept", "Giữ lại, có lý do")],
                        max_length=10,
                        verbose_name="quyết định",
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=250, verbose_name="lý do")),
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
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="decisions",
                        to="feedback.publication",
                    ),
                ),
            ],
            options={
                "verbose_name": "quyết định về dữ liệu cá nhân",
                "verbose_name_plural": "quyết định về dữ liệu cá nhân",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("publication", "part", "digest"), name="one_decision_a_find"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("verdict", "kept"), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="what_is_kept_has_a_reason",
                    ),
                ],
            },
        ),
        triggers.AddTrigger(
            model_name="publicationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="e2a1ab9fda4d28a2a0944870732d65f80f475cb4",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_0f95f",
                    table="feedback_publicationevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="publicationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="638765791ccd370b3aae169df9caab9394b3ed0d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_f356b",
                    table="feedback_publicationevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="publicationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="19a6500d2b07e352c4f3b0fe32e706a4639d8cf5",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_172b4",
                    table="feedback_publicationevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="routingrule",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "feedback_routingruleevent" ("basis", "category_id", "id", "mailbox_id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "unit_id", "valid_from", "valid_to") VALUES (NEW."basis", NEW."category_id", NEW."id", NEW."mailbox_id", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."unit_id", NEW."valid_from", NEW."valid_to"); RETURN NULL;',
                    hash="f18a6d422723ed53eb3e0665557bf2b3cbdb0552",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c33db",
                    table="feedback_routingrule",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="routingrule",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "feedback_routingruleevent" ("basis", "category_id", "id", "mailbox_id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "unit_id", "valid_from", "valid_to") VALUES (NEW."basis", NEW."category_id", NEW."id", NEW."mailbox_id", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."unit_id", NEW."valid_from", NEW."valid_to"); RETURN NULL;',
                    hash="adf494004ee37085835ae54365b06a720ee1d6bb",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e7933",
                    table="feedback_routingrule",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="routingrule",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "feedback_routingruleevent" ("basis", "category_id", "id", "mailbox_id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "unit_id", "valid_from", "valid_to") VALUES (OLD."basis", OLD."category_id", OLD."id", OLD."mailbox_id", OLD."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."unit_id", OLD."valid_from", OLD."valid_to"); RETURN NULL;',
                    hash="2a7b65a68b10d60b127d2a85ec0278a7392569a3",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e52ba",
                    table="feedback_routingrule",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="routingruleevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="32897a7e761c33ae7463cab62b818382940ae626",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_22a86",
                    table="feedback_routingruleevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="routingruleevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="89342c88c3fdd614077e80723296d664fae7de48",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_1b99e",
                    table="feedback_routingruleevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="routingruleevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="0bbc083721d1d9c2ba14d04183669fe15557145a",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_07587",
                    table="feedback_routingruleevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddField(
            model_name="submission",
            name="search",
            field=models.GeneratedField(
                db_persist=True,
                expression=django.contrib.postgres.search.SearchVector(
                    models.Func(
                        django.db.models.functions.text.Concat(
                            "subject",
                            models.Value(" "),
                            "place",
                            models.Value(" "),
                            django.db.models.functions.text.Left("body", 20000),
                        ),
                        function="core_fold",
                        output_field=models.TextField(),
                    ),
                    config="simple",
                ),
                output_field=django.contrib.postgres.search.SearchVectorField(),
            ),
        ),
        migrations.AddIndex(
            model_name="submission",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["search"], name="submission_search"
            ),
        ),
        triggers.AddTrigger(
            model_name="submission",
            trigger=pgtrigger.compiler.Trigger(
                name="what_was_written_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (NEW."anonymised_at" IS NULL AND (OLD."subject" IS DISTINCT FROM (NEW."subject") OR OLD."body" IS DISTINCT FROM (NEW."body")))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="9a04f4e3ff61fc91a4dfce4a071b5acb2558c5ee",
                    operation="UPDATE",
                    pgid="pgtrigger_what_was_written_stays_9700b",
                    table="feedback_submission",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="submission",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."anonymised_at" IS DISTINCT FROM (NEW."anonymised_at") OR OLD."assigned_to_id" IS DISTINCT FROM (NEW."assigned_to_id") OR OLD."category_id" IS DISTINCT FROM (NEW."category_id") OR OLD."closed_at" IS DISTINCT FROM (NEW."closed_at") OR OLD."duplicate_of_id" IS DISTINCT FROM (NEW."duplicate_of_id") OR OLD."is_restricted" IS DISTINCT FROM (NEW."is_restricted") OR OLD."is_suspected_spam" IS DISTINCT FROM (NEW."is_suspected_spam") OR OLD."is_urgent" IS DISTINCT FROM (NEW."is_urgent") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."outcome" IS DISTINCT FROM (NEW."outcome") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."unit_id" IS DISTINCT FROM (NEW."unit_id"))',
                    func='INSERT INTO "feedback_submissionevent" ("anonymised_at", "assigned_to_id", "category_id", "closed_at", "duplicate_of_id", "is_restricted", "is_suspected_spam", "is_urgent", "kind", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "unit_id") VALUES (NEW."anonymised_at", NEW."assigned_to_id", NEW."category_id", NEW."closed_at", NEW."duplicate_of_id", NEW."is_restricted", NEW."is_suspected_spam", NEW."is_urgent", NEW."kind", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."state", NEW."unit_id"); RETURN NULL;',
                    hash="c579856c874db83931fe1492c9c4a02b041ad86a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_39841",
                    table="feedback_submission",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="submission",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "feedback_submissionevent" ("anonymised_at", "assigned_to_id", "category_id", "closed_at", "duplicate_of_id", "is_restricted", "is_suspected_spam", "is_urgent", "kind", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "unit_id") VALUES (OLD."anonymised_at", OLD."assigned_to_id", OLD."category_id", OLD."closed_at", OLD."duplicate_of_id", OLD."is_restricted", OLD."is_suspected_spam", OLD."is_urgent", OLD."kind", OLD."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."state", OLD."unit_id"); RETURN NULL;',
                    hash="7904229399123e82afe49d6ce1991095e5d0fb31",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0bd12",
                    table="feedback_submission",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="replyevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="57393a1eaf0cd2b4e2a4676511e04c19bc27db3f",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_f0eea",
                    table="feedback_replyevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="replyevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="f2c8f44fb9805c5f7119a3145d8a2c04e33bcb8b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_7b7e4",
                    table="feedback_replyevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="replyevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="190b0e827bbd82592d6143a1671771609556f724",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_feb7f",
                    table="feedback_replyevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="reply",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ["sent", "dropped"]), _negated=True),
                fields=("submission",),
                name="one_reply_in_work_a_submission",
            ),
        ),
        triggers.AddTrigger(
            model_name="reply",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."approved_at" IS DISTINCT FROM (NEW."approved_at") OR OLD."approver_id" IS DISTINCT FROM (NEW."approver_id") OR OLD."author_id" IS DISTINCT FROM (NEW."author_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."outcome" IS DISTINCT FROM (NEW."outcome") OR OLD."returned_reason" IS DISTINCT FROM (NEW."returned_reason") OR OLD."sent_at" IS DISTINCT FROM (NEW."sent_at") OR OLD."source_id" IS DISTINCT FROM (NEW."source_id") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."submission_id" IS DISTINCT FROM (NEW."submission_id") OR OLD."version" IS DISTINCT FROM (NEW."version"))',
                    func='INSERT INTO "feedback_replyevent" ("approved_at", "approver_id", "author_id", "created_at", "id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "returned_reason", "sent_at", "source_id", "state", "submission_id", "version") VALUES (NEW."approved_at", NEW."approver_id", NEW."author_id", NEW."created_at", NEW."id", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."returned_reason", NEW."sent_at", NEW."source_id", NEW."state", NEW."submission_id", NEW."version"); RETURN NULL;',
                    hash="57e7cdc6152c9d537fbc3a9a65a629d39de900ad",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_27a15",
                    table="feedback_reply",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="reply",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "feedback_replyevent" ("approved_at", "approver_id", "author_id", "created_at", "id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "returned_reason", "sent_at", "source_id", "state", "submission_id", "version") VALUES (OLD."approved_at", OLD."approver_id", OLD."author_id", OLD."created_at", OLD."id", OLD."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."returned_reason", OLD."sent_at", OLD."source_id", OLD."state", OLD."submission_id", OLD."version"); RETURN NULL;',
                    hash="413839dc30b763d94e0a0bc4a9136a3556424ea5",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_af20b",
                    table="feedback_reply",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="publication",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."decided_by_id" IS DISTINCT FROM (NEW."decided_by_id") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."state" IS DISTINCT FROM (NEW."state"))',
                    func='INSERT INTO "feedback_publicationevent" ("decided_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "state") VALUES (NEW."decided_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reason", NEW."state"); RETURN NULL;',
                    hash="9e99723b2d4f15b313ad0e7bc791bed446c279a2",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_78e2e",
                    table="feedback_publication",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="publication",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "feedback_publicationevent" ("decided_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "state") VALUES (OLD."decided_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reason", OLD."state"); RETURN NULL;',
                    hash="d3a44dfc2087f57cba1047890bccf0774cb18d65",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_7a6ef",
                    table="feedback_publication",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="hopevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="160f85fea5ab692c19633b5f68ac9b94fbf328c8",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_62d6d",
                    table="feedback_hopevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="hopevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="86d9f245187ee502106da94720b43e2e6fa392c6",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_d9629",
                    table="feedback_hopevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="hopevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="b7efef1cd3e4f890e522a4329122319ef4d17edb",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_b5543",
                    table="feedback_hopevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="hop",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("parent__isnull", True), ("state__in", ("sent", "acknowledged", "passed_on"))
                ),
                fields=("submission",),
                name="one_open_forwarding_a_submission",
            ),
        ),
        triggers.AddTrigger(
            model_name="hop",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."acknowledged_at" IS DISTINCT FROM (NEW."acknowledged_at") OR OLD."answered_by" IS DISTINCT FROM (NEW."answered_by") OR OLD."closed_at" IS DISTINCT FROM (NEW."closed_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."late_minutes" IS DISTINCT FROM (NEW."late_minutes") OR OLD."organisation_id" IS DISTINCT FROM (NEW."organisation_id") OR OLD."parent_id" IS DISTINCT FROM (NEW."parent_id") OR OLD."returned_reason" IS DISTINCT FROM (NEW."returned_reason") OR OLD."sent_at" IS DISTINCT FROM (NEW."sent_at") OR OLD."sent_by_id" IS DISTINCT FROM (NEW."sent_by_id") OR OLD."shares_sender" IS DISTINCT FROM (NEW."shares_sender") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."submission_id" IS DISTINCT FROM (NEW."submission_id") OR OLD."suggested_id" IS DISTINCT FROM (NEW."suggested_id") OR OLD."why" IS DISTINCT FROM (NEW."why"))',
                    func='INSERT INTO "feedback_hopevent" ("acknowledged_at", "answered_by", "closed_at", "id", "late_minutes", "organisation_id", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "returned_reason", "sent_at", "sent_by_id", "shares_sender", "state", "submission_id", "suggested_id", "why") VALUES (NEW."acknowledged_at", NEW."answered_by", NEW."closed_at", NEW."id", NEW."late_minutes", NEW."organisation_id", NEW."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."returned_reason", NEW."sent_at", NEW."sent_by_id", NEW."shares_sender", NEW."state", NEW."submission_id", NEW."suggested_id", NEW."why"); RETURN NULL;',
                    hash="e0be58e5e523e5d7499c15c380d06de72dc969a9",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c40b5",
                    table="feedback_hop",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="hop",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "feedback_hopevent" ("acknowledged_at", "answered_by", "closed_at", "id", "late_minutes", "organisation_id", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "returned_reason", "sent_at", "sent_by_id", "shares_sender", "state", "submission_id", "suggested_id", "why") VALUES (OLD."acknowledged_at", OLD."answered_by", OLD."closed_at", OLD."id", OLD."late_minutes", OLD."organisation_id", OLD."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."returned_reason", OLD."sent_at", OLD."sent_by_id", OLD."shares_sender", OLD."state", OLD."submission_id", OLD."suggested_id", OLD."why"); RETURN NULL;',
                    hash="1a6410dc188f68b2a8801328c2cd1d58e9d2f289",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_edbf0",
                    table="feedback_hop",
                    when="AFTER",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="submissionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="row_digest_is_stamped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_stamp_digest()",
                    func="RETURN NEW;",
                    hash="efb96849986dd2c8f29ee67d4a255c518b7330eb",
                    operation="INSERT",
                    pgid="pgtrigger_row_digest_is_stamped_b7c58",
                    table="feedback_submissionevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="submissionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="c6ace3bd3da1bb00216932a939fcb5b00c6baf51",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_rows_are_append_only_8302a",
                    table="feedback_submissionevent",
                    when="BEFORE",
                ),
            ),
        ),
        triggers.AddTrigger(
            model_name="submissionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="table_is_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    execute="core_refuse_change()",
                    func="RETURN NEW;",
                    hash="24d7375cdc697aeb8ffdd21201a21a632ca4feb6",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_table_is_append_only_08e60",
                    table="feedback_submissionevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
