"""Signs of life that a process leaves in the database, because a live process may do nothing."""

from django.db import models


class Heartbeat(models.Model):
    """When a kind of process last proved that it makes progress (`worker`, `beat`)."""

    name = models.CharField("tiến trình", max_length=40, primary_key=True)
    at = models.DateTimeField("lần cuối")

    class Meta:
        verbose_name = "nhịp tiến trình"
        verbose_name_plural = "nhịp tiến trình"

    def __str__(self) -> str:
        return self.name
