"""What was found on the home page of a licensed site, beside what the office has on file."""

from django.conf import settings
from django.db import models

from licensing.models.dossiers import Dossier
from licensing.models.licences import Licence


class ClaimCheck(models.Model):
    """One look at a home page: what it was compared with, what it showed, or why nothing."""

    licence = models.ForeignKey(Licence, models.CASCADE, null=True, related_name="claim_checks")
    dossier = models.ForeignKey(Dossier, models.CASCADE, null=True, related_name="claim_checks")
    asked_at = models.DateTimeField("yêu cầu lúc")
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    url = models.URLField("địa chỉ", max_length=300)
    done_at = models.DateTimeField("đối chiếu lúc", null=True)
    reached_url = models.CharField("địa chỉ đến", max_length=500, blank=True)
    problem = models.CharField("không xem được vì", max_length=300, blank=True)
    compared = models.JSONField("kết quả", default=list)
    differences = models.PositiveSmallIntegerField("số điểm khác", default=0)
    # The words that the page showed then, and the hash of the bytes they came from.
    words = models.TextField("chữ trên trang", blank=True)
    sha256 = models.CharField("SHA-256 của trang", max_length=64, blank=True)

    class Meta:
        verbose_name = "đối chiếu trang chủ"
        verbose_name_plural = "đối chiếu trang chủ"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(licence__isnull=False) | models.Q(dossier__isnull=False),
                name="a_claim_is_of_a_licence_or_a_dossier",
            ),
        ]

    def __str__(self) -> str:
        return f"Đối chiếu {self.url}"
