"""What the office adds to the words and domains that pages are judged by."""

import pghistory
from django.db import models
from django.db.models import Q

from members.abnormality.keywords import Kind as WordKind
from members.models.sites import MOST_CHARACTERS, MemberSite

LONGEST_WORDS = 80


@pghistory.track()
class ListedWord(models.Model):
    """Words of one kind, added to those of the house or, not in use, taken from them."""

    words = models.CharField("từ, cụm từ", max_length=LONGEST_WORDS)
    kind = models.CharField("loại", max_length=10, choices=WordKind)
    is_used = models.BooleanField(
        "dùng", default=True, help_text="Bỏ chọn để không dùng từ này, kể cả khi có sẵn."
    )
    note = models.CharField("ghi chú", max_length=250, blank=True)
    changed_at = models.DateTimeField("sửa lúc", auto_now=True)

    class Meta:
        verbose_name = "từ trong danh sách"
        verbose_name_plural = "danh sách từ"
        ordering = ["kind", "words"]
        constraints = [
            models.UniqueConstraint(
                fields=["words", "kind"],
                name="words_are_listed_once",
                violation_error_message="Từ này đã có trong danh sách.",
            )
        ]

    def __str__(self) -> str:
        return self.words


class BlockedDomainQuerySet(models.QuerySet["BlockedDomain"]):
    def proposed(self) -> "BlockedDomainQuerySet":
        """Keep what nobody has decided on yet."""
        return self.filter(is_blocked__isnull=True)


@pghistory.track()
class BlockedDomain(models.Model):
    """A domain that strangers' links lead to: blocked, harmless, or proposed and undecided."""

    domain = models.CharField("tên miền", max_length=190, unique=True)
    is_blocked = models.BooleanField(
        "chặn", null=True, blank=True, help_text="Để trống: máy đề xuất, chưa ai quyết."
    )
    site = models.ForeignKey(
        MemberSite, models.SET_NULL, null=True, blank=True, related_name="+",
        verbose_name="thấy ở website",
    )  # fmt: skip
    url = models.CharField("thấy ở địa chỉ", max_length=MOST_CHARACTERS, blank=True)
    evidence = models.CharField("bằng chứng", max_length=250, blank=True)
    note = models.CharField("ghi chú", max_length=250, blank=True)
    changed_at = models.DateTimeField("sửa lúc", auto_now=True)

    objects = BlockedDomainQuerySet.as_manager()

    class Meta:
        verbose_name = "tên miền chặn"
        verbose_name_plural = "danh sách tên miền chặn"
        ordering = ["domain"]
        constraints = [
            models.CheckConstraint(condition=~Q(domain=""), name="blocked_domain_is_named")
        ]

    def __str__(self) -> str:
        return self.domain
