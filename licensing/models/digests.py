"""What the register was on each day, in one number that everybody may keep."""

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models

from cityweb.core.models import history


class RegisterDigest(models.Model):
    """The digest of one day: a list of the SHA-256 of every version, and the SHA-256 of that list.

    A version never changes, so a line of yesterday that today's list lacks was altered or removed;
    `lost` names it. `chain` binds each day to all days before.
    """

    day = models.DateField("ngày", unique=True)
    versions = models.PositiveIntegerField("số bản ghi")
    sha256 = models.CharField("SHA-256 của danh sách", max_length=64)
    chain = models.CharField("mắt xích", max_length=64)
    file = models.ForeignKey(
        "core.StoredFile", models.PROTECT, related_name="+", verbose_name="danh sách"
    )
    lost = ArrayField(models.CharField(max_length=120), verbose_name="bị mất hoặc bị sửa")
    made_at = models.DateTimeField("lập lúc", auto_now_add=True)

    class Meta:
        verbose_name = "niêm phong sổ giấy phép"
        verbose_name_plural = "niêm phong sổ giấy phép"
        ordering = ["-day"]
        triggers: list[pgtrigger.Trigger] = [history.RefuseChange(), history.RefuseTruncate()]

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y}"
