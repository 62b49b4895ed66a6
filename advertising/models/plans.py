"""Plans of inspections: the yearly one and ad-hoc ones, their targets, random samples."""

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from advertising.life import PlanState
from advertising.models.parties import AdSite


@pghistory.track()
class Plan(models.Model):
    """What the office is going to inspect. Who approves it did not write it."""

    class Kind(models.TextChoices):
        YEARLY = "yearly", "Hằng năm"
        AD_HOC = "ad_hoc", "Đột xuất"

    kind = models.CharField("loại", max_length=10, choices=Kind, default=Kind.YEARLY)
    year = models.PositiveSmallIntegerField("năm")
    name = models.CharField("tên kế hoạch", max_length=200)
    purpose = models.TextField("mục đích, yêu cầu")
    grounds = models.TextField(
        "căn cứ", help_text="Mỗi căn cứ một dòng: văn bản chỉ đạo, phản ánh, kết quả theo dõi."
    )
    state = models.CharField("trạng thái", max_length=10, choices=PlanState, default="draft")
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField("lập lúc")
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    approved_on = models.DateField("ngày duyệt", null=True)
    sent_back = models.TextField("lý do trả lại", blank=True)
    summary = models.TextField("tổng kết", blank=True)

    class Meta:
        verbose_name = "kế hoạch kiểm tra"
        verbose_name_plural = "kế hoạch kiểm tra"
        ordering = ["-year", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["year"], condition=Q(kind="yearly"), name="one_yearly_plan_a_year",
                violation_error_message="Năm này đã có kế hoạch hằng năm.",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "put_up"])
                | Q(approved_by__isnull=False, approved_on__isnull=False),
                name="an_approved_plan_says_who_approved_it",
            ),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("created_by")),
                name="nobody_approves_their_own_plan",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class Sample(models.Model):
    """A random choice that nobody can steer.

    First the list and the hash of a seed are written down; then somebody else, the witness, adds
    words of their own without knowing the seed; only then it is told, and both together decide.
    Anybody can repeat the drawing.
    """

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="samples")
    population = ArrayField(models.CharField(max_length=253), verbose_name="danh sách bốc")
    size = models.PositiveSmallIntegerField("số website cần bốc")
    seed_sha256 = models.CharField("dấu của hạt giống (SHA-256)", max_length=64)
    committed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    committed_at = models.DateTimeField("chốt lúc")
    seed = models.CharField("hạt giống", max_length=200, blank=True)
    witness_words = models.CharField("lời của người chứng kiến", max_length=200, blank=True)
    drawn = ArrayField(models.CharField(max_length=253), default=list, verbose_name="kết quả")
    drawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    drawn_at = models.DateTimeField("bốc lúc", null=True)

    class Meta:
        verbose_name = "lần bốc ngẫu nhiên"
        verbose_name_plural = "lần bốc ngẫu nhiên"
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(drawn_at__isnull=True, seed="")
                | (
                    Q(drawn_at__gte=F("committed_at"), drawn_by__isnull=False)
                    & ~Q(seed="") & ~Q(witness_words="")
                ),
                name="a_drawing_shows_its_seed_and_its_witness",
            ),
            models.CheckConstraint(
                condition=Q(drawn_by__isnull=True) | ~Q(drawn_by=F("committed_by")),
                name="who_draws_did_not_choose_the_seed",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"Bốc {self.size} trong {len(self.population)} website"


@pghistory.track()
class Target(models.Model):
    """One website of a plan, and why it: for a reason, or by chance."""

    class Way(models.TextChoices):
        REASONED = "reasoned", "Chọn có lý do"
        RANDOM = "random", "Bốc ngẫu nhiên"

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="targets")
    site = models.ForeignKey(AdSite, models.PROTECT, related_name="targets", verbose_name="website")
    way = models.CharField("cách chọn", max_length=10, choices=Way)
    reason = models.TextField("lý do", blank=True)
    sample = models.ForeignKey(Sample, models.PROTECT, null=True, related_name="targets")

    class Meta:
        verbose_name = "đối tượng kiểm tra"
        verbose_name_plural = "đối tượng kiểm tra"
        ordering = ["plan", "id"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "site"], name="a_site_stands_once_in_a_plan"),
            models.CheckConstraint(
                condition=(Q(way="reasoned", sample__isnull=True) & ~Q(reason=""))
                | Q(way="random", sample__isnull=False),
                name="a_target_has_a_reason_or_a_drawing",
            ),
        ]

    def __str__(self) -> str:
        return str(self.site)
