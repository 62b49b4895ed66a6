"""Files that people send: the bytes, kept once by what they are, and who they were sent to."""

from __future__ import annotations

import uuid
from datetime import datetime

import pgtrigger
from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q

from cityweb.core.models import history


class KeepHash(history.RefuseChange):
    """Refuses to let a row mean other bytes than those it was made for."""

    name = "a_row_keeps_its_bytes"
    operation = pgtrigger.Update
    condition = pgtrigger.AnyChange("sha256", "size")


class StoredFile(models.Model):
    """Bytes in the private store, by their own SHA-256; the same bytes are kept once.

    The row is committed only after the bytes are on the disk, so a row always has its bytes, except
    when they were found infected: then they are gone and the row remembers why.
    """

    class State(models.TextChoices):
        READY = "ready", "Đã kiểm tra"
        QUARANTINED = "quarantined", "Chờ quét mã độc"
        INFECTED = "infected", "Có mã độc, đã gỡ bỏ"

    sha256 = models.CharField("mã băm", max_length=64, unique=True)
    size = models.PositiveBigIntegerField("cỡ (byte)")
    media_type = models.CharField("loại nội dung", max_length=120)
    has_thumbnail = models.BooleanField("có hình thu nhỏ", default=False)
    state = models.CharField("trạng thái", max_length=12, choices=State.choices)
    scan_after = models.DateTimeField("quét lại sau", null=True, blank=True)
    created_at = models.DateTimeField("nhận lúc", auto_now_add=True)

    class Meta:
        verbose_name = "tệp trong kho"
        verbose_name_plural = "tệp trong kho"
        indexes = [
            models.Index(
                fields=["scan_after"], condition=Q(state="quarantined"), name="files_to_scan_again"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="quarantined", scan_after__isnull=False)
                | (~Q(state="quarantined") & Q(scan_after__isnull=True)),
                name="quarantine_alone_waits_for_a_scan",
            ),
        ]
        triggers: list[pgtrigger.Trigger] = [KeepHash()]

    def __str__(self) -> str:
        return f"Tệp {self.sha256[:12]}"

    @property
    def path(self) -> str:
        """Where the bytes lie in the store."""
        return f"{self.sha256[:2]}/{self.sha256}"

    @property
    def thumbnail_path(self) -> str:
        return f"{self.path}.webp"


class AttachmentQuerySet(models.QuerySet["Attachment"]):
    """Questions about attachments."""

    def owned_by(self, owner: models.Model) -> AttachmentQuerySet:
        return self.filter(
            owner_type=ContentType.objects.get_for_model(owner), owner_id=owner.pk
        ).select_related("file")

    def waiting(self, draft_token: str) -> AttachmentQuerySet:
        """Return what was sent under this token and nobody has claimed; an empty token has none."""
        if not draft_token:
            return self.none()
        return self.filter(draft_token=draft_token, owner_type=None).select_related("file")

    def abandoned(self, before: datetime) -> AttachmentQuerySet:
        """Return what nobody claimed although it was sent before that moment."""
        return self.filter(owner_type=None, created_at__lt=before)


class Attachment(models.Model):
    """One file as somebody sent it: under which name, for what. `key` is its public address."""

    key = models.UUIDField("mã", unique=True, default=uuid.uuid4, editable=False)
    owner_type = models.ForeignKey(
        ContentType, models.PROTECT, null=True, related_name="+", verbose_name="loại hồ sơ"
    )
    owner_id = models.PositiveBigIntegerField("mã hồ sơ", null=True)
    owner = GenericForeignKey("owner_type", "owner_id")
    draft_token = models.CharField("mã bản nháp", max_length=64, blank=True)
    file = models.ForeignKey(
        StoredFile, models.PROTECT, related_name="attachments", verbose_name="tệp"
    )
    name = models.CharField("tên tệp", max_length=150)
    purpose = models.CharField("dùng làm", max_length=40, blank=True)
    created_at = models.DateTimeField("gửi lúc", auto_now_add=True)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="người gửi",
    )

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        verbose_name = "tệp đính kèm"
        verbose_name_plural = "tệp đính kèm"
        ordering = ["id"]
        indexes = [
            models.Index(fields=["owner_type", "owner_id", "id"], name="attachments_by_owner"),
            models.Index(
                fields=["draft_token"], condition=~Q(draft_token=""), name="attachments_by_draft"
            ),
            models.Index(
                fields=["created_at"],
                condition=Q(owner_type__isnull=True),
                name="attachments_unclaimed",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(owner_type__isnull=False, owner_id__isnull=False)
                | (Q(owner_type__isnull=True, owner_id__isnull=True) & ~Q(draft_token="")),
                name="an_attachment_has_an_owner_or_a_draft",
            ),
        ]

    def __str__(self) -> str:
        return f"Tệp đính kèm {self.pk}"
