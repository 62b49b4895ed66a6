"""A press dossier on its way to the national level, and what came back."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q

from licensing.models.dossiers import Dossier


@pghistory.track()
class Forwarding(models.Model):
    """What was forwarded: the manifest as it was signed, and so the same bytes for ever."""

    class Outcome(models.TextChoices):
        LICENSED = "licensed", "Đã cấp giấy phép"
        REFUSED = "refused", "Không cấp giấy phép"
        MORE = "more", "Yêu cầu bổ sung"

    dossier = models.OneToOneField(Dossier, models.CASCADE, related_name="forwarding")
    manifest = models.TextField("bản kê")
    signature = models.BinaryField("chữ ký số của cơ quan")
    # Of the whole package.
    sha256 = models.CharField("SHA-256 của gói", max_length=64)
    made_at = models.DateTimeField("lập lúc")
    outcome = models.CharField("kết quả ở Bộ", max_length=10, choices=Outcome, blank=True)
    answer_number = models.CharField("số văn bản của Bộ", max_length=80, blank=True)
    answered_on = models.DateField("ngày văn bản", null=True)
    note = models.TextField("nội dung", blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        verbose_name = "gói hồ sơ chuyển Bộ"
        verbose_name_plural = "gói hồ sơ chuyển Bộ"
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="", answered_on__isnull=True)
                | (
                    ~Q(outcome="")
                    & ~Q(answer_number="")
                    & Q(answered_on__isnull=False, recorded_by__isnull=False)
                ),
                name="an_answer_of_the_ministry_is_a_document",
            ),
        ]

    def __str__(self) -> str:
        return f"Gói chuyển Bộ của {self.dossier}"
