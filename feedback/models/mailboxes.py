"""The three mailboxes, their categories, and the notices about personal data."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone


class Mailbox(models.Model):
    """A mailbox of the office's mandate, with the words and the rules of its page."""

    class Need(models.TextChoices):
        """What the law asks the sender to give."""

        NAME = "name", "họ tên hoặc tên tổ chức"
        ADDRESS = "address", "địa chỉ"
        CONTACT = "contact", "điện thoại hoặc thư điện tử"

    code = models.CharField("mã", max_length=30, unique=True)
    slug = models.SlugField("đường dẫn", max_length=60, unique=True)
    name = models.CharField("tên hộp thư", max_length=120)
    short_name = models.CharField("tên ngắn", max_length=60)
    code_prefix = models.CharField("chữ đầu mã tra cứu", max_length=4)
    purpose = models.TextField("dùng để làm gì")
    examples = models.TextField("ví dụ, mỗi dòng một việc", blank=True)
    needs = ArrayField(
        models.CharField(max_length=10, choices=Need),
        verbose_name="người gửi phải cho biết",
        default=list,
        blank=True,
    )
    needs_citation = models.CharField("căn cứ của yêu cầu này", max_length=250, blank=True)
    acknowledge_rule = models.CharField("quy tắc hạn tiếp nhận", max_length=60)
    forward_rule = models.CharField("quy tắc hạn chuyển", max_length=60)
    reply_rule = models.CharField("quy tắc hạn trả lời", max_length=60)
    hop_rule = models.CharField("quy tắc hạn của cơ quan", max_length=60)
    unit_rule = models.CharField(
        "quy tắc hạn của đơn vị trực thuộc cơ quan", max_length=60, default="FB.HOP.UNIT.REPLY"
    )
    is_open = models.BooleanField("đang nhận ý kiến", default=True)
    position = models.PositiveSmallIntegerField("thứ tự", default=0)

    class Meta:
        verbose_name = "hộp thư"
        verbose_name_plural = "hộp thư"
        ordering = ["position"]

    def __str__(self) -> str:
        return self.name


class Category(models.Model):
    """What a submission is about; routing and statistics go by it."""

    mailbox = models.ForeignKey(
        Mailbox, models.PROTECT, related_name="categories", verbose_name="hộp thư"
    )
    code = models.SlugField("mã", max_length=40, unique=True)
    name = models.CharField("lĩnh vực", max_length=120)
    hint = models.CharField("giải thích", max_length=250, blank=True)
    is_active = models.BooleanField("đang dùng", default=True)
    position = models.PositiveSmallIntegerField("thứ tự", default=0)

    class Meta:
        verbose_name = "lĩnh vực"
        verbose_name_plural = "lĩnh vực"
        ordering = ["mailbox", "position"]

    def __str__(self) -> str:
        return self.name


class PrivacyNotice(models.Model):
    """What a sender is told about personal data; a new text is a new version."""

    version = models.PositiveIntegerField("phiên bản", unique=True)
    notice = models.TextField("thông báo xử lý dữ liệu cá nhân")
    consent = models.TextField("lời đồng ý công khai kèm họ tên")
    valid_from = models.DateField("áp dụng từ", default=timezone.localdate)

    class Meta:
        verbose_name = "thông báo dữ liệu cá nhân"
        verbose_name_plural = "thông báo dữ liệu cá nhân"
        ordering = ["-version"]

    def __str__(self) -> str:
        return f"Phiên bản {self.version}"
