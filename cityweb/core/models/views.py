"""Filters of lists that people keep; each app has a table of its own."""

from django.conf import settings
from django.db import models


class KeptView(models.Model):
    """A filter of a list that somebody named and keeps, alone or for all."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    name = models.CharField("tên", max_length=80)
    query = models.CharField("bộ lọc", max_length=500)
    is_shared = models.BooleanField("cho mọi người trong phòng", default=False)

    class Meta:
        abstract = True
        verbose_name = "bộ lọc đã lưu"
        verbose_name_plural = "bộ lọc đã lưu"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
