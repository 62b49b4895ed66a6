"""Pictures, stored once and served in a few widths."""

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.files.storage import default_storage
from django.db import models

from cityweb.news.models.sites import Site
from cityweb.news.querysets import PictureQuerySet


@pghistory.track()
class Picture(models.Model):
    """A picture in our own re-encoding: `<base>/<width>.webp` for each of `widths`."""

    site = models.ForeignKey(Site, models.PROTECT, related_name="pictures", verbose_name="trang")
    base = models.CharField("thư mục", max_length=120, editable=False, unique=True)
    widths = ArrayField(models.PositiveSmallIntegerField(), editable=False)
    width = models.PositiveIntegerField("rộng (px)", editable=False)
    height = models.PositiveIntegerField("cao (px)", editable=False)
    alt = models.CharField("mô tả cho người không thấy hình", max_length=250)
    caption = models.CharField("chú thích", max_length=300, blank=True)
    # A photographer's name, or a name after a word of its own and a colon: “Minh họa: …”.
    credit = models.CharField("tác giả ảnh", max_length=120, blank=True)
    created_at = models.DateTimeField("tải lên lúc", auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )

    objects = PictureQuerySet.as_manager()

    class Meta:
        verbose_name = "hình"
        verbose_name_plural = "hình"
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.alt

    def url(self, width: int) -> str:
        """The address of the rendition with exactly `width` pixels."""
        return default_storage.url(f"{self.base}/{width}.webp")

    def as_card(self) -> dict[str, object]:
        """What a page needs to draw the picture, as plain values for `LiveArticle.picture`."""
        return {
            "src": self.url(self.widths[-1]),
            "srcset": ", ".join(f"{self.url(width)} {width}w" for width in self.widths),
            "width": self.width,
            "height": self.height,
        }
