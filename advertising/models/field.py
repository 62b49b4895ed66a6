"""Packs that officers take along where there is no network, and what came back in them."""

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q

from advertising.models.checklists import CheckItem
from advertising.models.evidence import EvidenceItem
from advertising.models.inspections import Finding, Inspection
from advertising.querysets import BelowInspection
from cityweb.core.sealed import EncryptedTextField


class FieldPack(models.Model):
    """One inspection on one device of one officer, encrypted there.

    `secret` opens the pack where its passphrase is forgotten: the device keeps its own key closed
    once with the passphrase and once with this, and never keeps this.
    """

    key = models.UUIDField("mã gói", default=uuid.uuid4, unique=True, editable=False)
    inspection = models.ForeignKey(
        Inspection, models.PROTECT, related_name="packs", verbose_name="cuộc kiểm tra"
    )
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    taken_at = models.DateTimeField("lấy lúc")
    secret = EncryptedTextField("khóa dự phòng")

    objects = BelowInspection.as_manager()

    class Meta:
        verbose_name = "gói thực địa"
        verbose_name_plural = "gói thực địa"
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.inspection.code}, {self.taken_at:%d/%m/%Y %H:%M}"


@pghistory.track()
class FieldEntry(models.Model):
    """Something written or photographed with a pack. The device gives it its key: it comes in once.

    A result that meets another one at the desk waits until a person has chosen; both stay readable.
    """

    class Kind(models.TextChoices):
        CHECK = "check", "Kết quả kiểm tra"
        NOTE = "note", "Ghi chú"
        PHOTO = "photo", "Ảnh"

    class State(models.TextChoices):
        MERGED = "merged", "Đã nhập"
        WAITING = "waiting", "Khác kết quả ở bàn, chờ chọn"
        TAKEN = "taken", "Đã lấy kết quả thực địa"
        DROPPED = "dropped", "Đã giữ kết quả ở bàn"

    key = models.UUIDField("mã", unique=True)
    pack = models.ForeignKey(FieldPack, models.PROTECT, related_name="entries")
    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="field_entries")
    kind = models.CharField("loại", max_length=10, choices=Kind)
    item = models.ForeignKey(CheckItem, models.PROTECT, null=True, related_name="+")
    result = models.CharField("kết quả", max_length=15, choices=Finding.Result, blank=True)
    words = models.TextField("nội dung", blank=True)
    made_at = models.DateTimeField("ghi lúc (giờ của máy)")
    received_at = models.DateTimeField("nhận lúc")
    digest = models.CharField("mã băm nội dung", max_length=64)
    evidence = models.ForeignKey(EvidenceItem, models.PROTECT, null=True, related_name="+")
    state = models.CharField("trạng thái", max_length=10, choices=State)

    objects = BelowInspection.as_manager()

    class Meta:
        verbose_name = "mục thực địa"
        verbose_name_plural = "mục thực địa"
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind="check") | (Q(item__isnull=False) & ~Q(result="")),
                name="a_check_from_the_field_names_its_line",
            ),
            models.CheckConstraint(
                condition=Q(kind="photo", evidence__isnull=False)
                | (~Q(kind="photo") & Q(evidence__isnull=True)),
                name="a_photo_from_the_field_is_an_exhibit",
            ),
        ]
        indexes = [
            models.Index(
                fields=["inspection"], condition=Q(state="waiting"), name="field_entries_waiting"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.made_at:%d/%m/%Y %H:%M}"
