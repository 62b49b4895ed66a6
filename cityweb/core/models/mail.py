"""Mail that came in, kept as it came before anybody reads it."""

from django.db import models
from django.db.models import Q


class RawMail(models.Model):
    """One message as it arrived. Its bytes lie in the private store under their digest.

    The same bytes fetched twice are one row. A row without `handled_at` is handed on again.
    """

    sha256 = models.CharField("dấu nội dung", max_length=64, unique=True)
    size = models.PositiveIntegerField("số byte")
    received_at = models.DateTimeField("nhận lúc", auto_now_add=True)
    handled_at = models.DateTimeField("xử lý xong lúc", null=True)
    attempts = models.PositiveSmallIntegerField("số lần thử", default=0)
    last_error = models.CharField("lỗi gần nhất", max_length=200, blank=True)

    class Meta:
        verbose_name = "thư đến"
        verbose_name_plural = "thư đến"
        indexes = [
            models.Index(
                fields=["id"], condition=Q(handled_at__isnull=True), name="raw_mail_unhandled"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sha256[:12]} ({self.size} byte)"
