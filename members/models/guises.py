"""What one page gave visitors of different kinds, kept so that it can be compared again."""

import zlib

from django.db import models

from members.models.below import SubPage
from members.models.rounds import Guise
from members.models.sites import MOST_CHARACTERS


class GuisePage(models.Model):
    """One page as one visitor was given it: the last look, and the last that showed a difference.

    `is_proof` marks the second: it stays when the page is clean again.
    """

    page = models.ForeignKey(SubPage, models.CASCADE, related_name="guises")
    guise = models.CharField("vai", max_length=10, choices=Guise)
    is_proof = models.BooleanField("chứng cứ")
    final_url = models.CharField("tới", max_length=MOST_CHARACTERS)
    body = models.BinaryField("nội dung, đã nén")
    seen_at = models.DateTimeField("thấy lúc")

    class Meta:
        verbose_name = "trang cho từng vai"
        verbose_name_plural = "trang cho từng vai"
        constraints = [
            models.UniqueConstraint(
                fields=["page", "guise", "is_proof"], name="a_guise_is_kept_once_a_page"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.page}: {self.get_guise_display()}"

    @property
    def source(self) -> str:
        """The source of the page as it was given."""
        return zlib.decompress(self.body).decode()
