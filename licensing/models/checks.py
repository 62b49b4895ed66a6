"""What the office found in a dossier: marks of its papers, supplements, findings on conditions."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from licensing.models.dossiers import Dossier
from licensing.models.procedures import Component, Condition


class ComponentMark(models.Model):
    """How one paper of the dossier stands; the last word of the specialist."""

    class Verdict(models.TextChoices):
        GOOD = "good", "Đạt"
        MISSING = "missing", "Thiếu"
        WRONG = "wrong", "Chưa đúng, chưa đủ"
        NOT_APPLICABLE = "not_apply", "Không áp dụng"

    # What the applicant is asked for.
    WANTING = (Verdict.MISSING, Verdict.WRONG)

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="marks")
    component = models.ForeignKey(Component, models.PROTECT, related_name="+")
    verdict = models.CharField("kết quả", max_length=10, choices=Verdict)
    comment = models.TextField("nội dung cần bổ sung, hoặc lý do", blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "kết quả kiểm tra giấy tờ"
        verbose_name_plural = "kết quả kiểm tra giấy tờ"
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "component"], name="one_mark_a_component_and_dossier"
            ),
            models.CheckConstraint(
                condition=Q(verdict="good") | ~Q(comment=""),
                name="what_is_not_good_says_what_is_to_be_done",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.component}: {self.get_verdict_display()}"


class Supplement(models.Model):
    """One request for more, built from the marks. A later one needs leave."""

    class State(models.TextChoices):
        PROPOSED = "proposed", "Chờ Trưởng phòng"
        DENIED = "denied", "Không đồng ý"
        SENT = "sent", "Đã gửi người nộp"
        ANSWERED = "answered", "Đã bổ sung"

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="supplements")
    ordinal = models.PositiveSmallIntegerField("lần")
    state = models.CharField("trạng thái", max_length=10, choices=State)
    # Written to the office head, who decides whether to ask once more.
    reason = models.TextField("lý do", blank=True)
    # What the applicant reads of it.
    told = models.TextField("lời với người nộp", blank=True, default="", db_default="")
    # Something in it could have been seen the first time: it counts against the office.
    is_repeated = models.BooleanField("lẽ ra thấy từ lần đầu", default=False)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    allowed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    at = models.DateTimeField("lúc")
    answered_at = models.DateTimeField("bổ sung lúc", null=True)

    class Meta:
        verbose_name = "yêu cầu bổ sung"
        verbose_name_plural = "yêu cầu bổ sung"
        ordering = ["dossier", "ordinal"]
        constraints = [
            models.UniqueConstraint(fields=["dossier", "ordinal"], name="supplements_are_counted"),
            models.CheckConstraint(
                condition=Q(is_repeated=False)
                | Q(state__in=["proposed", "denied"])
                | (Q(allowed_by__isnull=False) & ~Q(allowed_by=F("asked_by"))),
                name="asking_again_is_allowed_by_another",
            ),
            models.UniqueConstraint(
                fields=["dossier"],
                condition=Q(state__in=["proposed", "sent"]),
                name="one_open_supplement_a_dossier",
            ),
        ]

    def __str__(self) -> str:
        return f"Yêu cầu bổ sung lần {self.ordinal}"


class SupplementItem(models.Model):
    """One thing asked for, and what the applicant answered to it."""

    supplement = models.ForeignKey(Supplement, models.CASCADE, related_name="items")
    component = models.ForeignKey(Component, models.PROTECT, related_name="+")
    verdict = models.CharField("kết quả", max_length=10, choices=ComponentMark.Verdict)
    comment = models.TextField("nội dung")
    was_visible = models.BooleanField("thấy được từ lần đầu", default=False)
    answer = models.TextField("giải trình của người nộp", blank=True)

    class Meta:
        verbose_name = "nội dung bổ sung"
        verbose_name_plural = "nội dung bổ sung"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.component}"


class Finding(models.Model):
    """What one officer found about one condition, and on what evidence."""

    class Verdict(models.TextChoices):
        MET = "met", "Đáp ứng"
        NOT_MET = "not_met", "Không đáp ứng"
        NOT_APPLICABLE = "not_applicable", "Không áp dụng"

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="findings")
    condition = models.ForeignKey(Condition, models.PROTECT, related_name="+")
    verdict = models.CharField("kết luận", max_length=15, choices=Verdict)
    evidence = models.TextField("căn cứ, bằng chứng", blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "kết luận thẩm định"
        verbose_name_plural = "kết luận thẩm định"
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "condition", "by"], name="one_finding_a_condition_and_officer"
            ),
            models.CheckConstraint(
                condition=Q(verdict="met") | ~Q(evidence=""),
                name="a_finding_that_is_not_met_names_its_evidence",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.condition.code}: {self.get_verdict_display()}"
