"""When sites are asked, and what they answered."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils import timezone

from cityweb.core.fetch import Failure
from members import novelty
from members.models.sites import MOST_CHARACTERS, MemberSite, Section


class Round(models.Model):
    """One batch of sites asked together by one worker."""

    opened_at = models.DateTimeField("giao lúc")
    started_at = models.DateTimeField("bắt đầu lúc", null=True)
    ended_at = models.DateTimeField("xong lúc", null=True)
    sites = models.PositiveSmallIntegerField("số website")
    is_deep = models.BooleanField("hỏi trang con", default=False)
    is_conclusive = models.BooleanField("tính kết quả", null=True)
    note = models.CharField("vì sao không tính", max_length=200, blank=True)

    class Meta:
        verbose_name = "lượt kiểm tra"
        verbose_name_plural = "lượt kiểm tra"
        indexes = [models.Index(fields=["-opened_at"], name="round_by_time")]

    def __str__(self) -> str:
        return f"Lượt {self.pk}"


class Watch(models.Model):
    """When a site is asked next, and who is asking it now; no history, it changes every round."""

    site = models.OneToOneField(MemberSite, models.CASCADE, primary_key=True, related_name="watch")
    due_at = models.DateTimeField("hỏi lại lúc")
    asked_at = models.DateTimeField("hỏi lần cuối", null=True)
    pages_asked_at = models.DateTimeField("hỏi chuyên mục lần cuối", null=True)
    deep_due_at = models.DateTimeField("hỏi trang con lúc", default=timezone.now)
    requests_on = models.DateField("đếm cho ngày", null=True)
    requests = models.PositiveSmallIntegerField("đã hỏi ngoài trang chủ", default=0)
    round = models.ForeignKey(Round, models.SET_NULL, null=True, related_name="watches")
    leased_until = models.DateTimeField("đang hỏi tới", null=True)

    class Meta:
        verbose_name = "lịch hỏi"
        verbose_name_plural = "lịch hỏi"
        indexes = [
            models.Index(fields=["due_at"], name="watch_by_due"),
            models.Index(fields=["deep_due_at"], name="watch_by_deep_due"),
        ]

    def __str__(self) -> str:
        return f"{self.site}: {self.due_at:%d/%m/%Y %H:%M}"

    def spent(self, today: date) -> int:
        """Return how many requests beside the home page the day has cost the site."""
        return self.requests if self.requests_on == today else 0


class PageCopy(models.Model):
    """A page as it was, kept once however often it is seen; `portrait` is what it looks like."""

    site = models.ForeignKey(MemberSite, models.CASCADE, related_name="copies")
    url = models.CharField("địa chỉ", max_length=MOST_CHARACTERS)
    digest = models.CharField("dấu nội dung", max_length=64)
    body = models.BinaryField("nội dung, đã nén")
    portrait = models.JSONField("diện mạo")
    is_clean = models.BooleanField("không có gì bất thường")
    seen_at = models.DateTimeField("thấy lần đầu")

    class Meta:
        verbose_name = "bản chụp trang"
        verbose_name_plural = "bản chụp trang"
        constraints = [
            models.UniqueConstraint(
                fields=["site", "url", "digest"], name="page_is_kept_once_a_content"
            ),
        ]
        indexes = [models.Index(fields=["site", "url", "-seen_at"], name="copy_by_time")]

    def __str__(self) -> str:
        return f"{self.url} ({self.seen_at:%d/%m/%Y %H:%M})"


class Kind(models.TextChoices):
    """What was asked for."""

    HOME = "home", "Trang chủ"
    SECTION = "section", "Chuyên mục"
    FEED = "feed", "RSS"
    SITEMAP = "sitemap", "Sitemap"
    SECURITY = "security", "security.txt"
    BELOW = "below", "Trang con"
    GUISED = "guised", "Đóng vai"


class Trick(models.TextChoices):
    """How a page looks fresher than it is."""

    REDATED = novelty.Trick.REDATED, "tin cũ đề ngày mới"
    IMPORTED = novelty.Trick.IMPORTED, "tin dẫn sang website khác"


class Guise(models.TextChoices):
    """Who we say we are; empty is ourselves."""

    BROWSER = "browser", "trình duyệt"
    BOT = "bot", "máy tìm kiếm"
    REFERRER = "referrer", "khách từ máy tìm kiếm"
    MOBILE = "mobile", "điện thoại"


class Observation(models.Model):
    """One answer, or why there was none, with the facts that verdicts are made from."""

    site = models.ForeignKey(MemberSite, models.CASCADE, related_name="observations")
    section = models.ForeignKey(Section, models.CASCADE, null=True, related_name="+")
    round = models.ForeignKey(Round, models.PROTECT, related_name="observations")
    kind = models.CharField("đã hỏi", max_length=10, choices=Kind)
    guise = models.CharField("vai", max_length=10, choices=Guise, blank=True)
    url = models.CharField("địa chỉ", max_length=MOST_CHARACTERS)
    asked_at = models.DateTimeField("lúc")
    counts = models.BooleanField("tính vào kết luận")
    is_planned = models.BooleanField("trong giờ bảo trì")
    failure = models.CharField("lỗi", max_length=30, choices=Failure, blank=True)
    reason = models.CharField("lý do", max_length=300, blank=True)
    status = models.PositiveSmallIntegerField("mã trả lời", null=True)
    elapsed_ms = models.PositiveIntegerField("thời gian (ms)")
    final_url = models.CharField("tới", max_length=MOST_CHARACTERS, blank=True)
    digest = models.CharField("dấu nội dung", max_length=64, blank=True)
    etag = models.CharField("dấu của máy chủ", max_length=200, blank=True, db_default="")
    last_modified = models.CharField("lần sửa cuối", max_length=60, blank=True, db_default="")
    tls_not_after = models.DateTimeField("chứng thư hết hạn", null=True)
    tls_issuer = models.CharField("nơi cấp chứng thư", max_length=200, blank=True)
    was_read = models.BooleanField("đọc được nội dung", default=False)
    news_day = models.DateField("ngày tin mới nhất", null=True)
    news_evidence = models.CharField("bằng chứng ngày tin", max_length=240, blank=True)
    news_rule = models.CharField("cách đọc ngày tin", max_length=30, blank=True)
    trick = models.CharField("trông mới hơn thật", max_length=10, choices=Trick, blank=True)
    own_day = models.DateField("ngày tin của chính website", null=True)
    own_proof = models.CharField("bằng chứng", max_length=240, blank=True)
    findings = models.JSONField("điều bất thường", default=list)

    class Meta:
        verbose_name = "kết quả hỏi"
        verbose_name_plural = "kết quả hỏi"
        indexes = [
            models.Index(fields=["site", "kind", "-asked_at"], name="observation_by_site"),
            models.Index(fields=["asked_at"], name="observation_by_time"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind=Kind.SECTION, section__isnull=False)
                | (~Q(kind=Kind.SECTION) & Q(section__isnull=True)),
                name="observation_of_a_section_names_it",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.url} {self.asked_at:%d/%m/%Y %H:%M}"

    @property
    def is_ok(self) -> bool:
        return not self.failure
