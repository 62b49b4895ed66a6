"""Evidence: bytes that never change, where they came from, and everybody who had them in hand."""

import hashlib
import json
from datetime import UTC

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from advertising.models.inspections import Finding, Inspection
from advertising.models.parties import AdSite
from advertising.querysets import BelowInspection
from cityweb.core.models import StoredFile, history


class EvidenceItem(models.Model):
    """One exhibit. The row is only ever added: file, hash and origin are sealed with it.

    Its hash also stands in the audit trail, whose days are sealed; every read checks the bytes.
    Items of one capture share `capture`.
    """

    class Origin(models.TextChoices):
        """How strong the origin is, the strongest first."""

        SERVER = "server", "Hệ thống chụp từ phía máy chủ"
        OFFICER = "officer", "Cán bộ chụp bằng trình duyệt"
        UPLOADED = "uploaded", "Tệp được gửi, tải lên"

    class Kind(models.TextChoices):
        SCREENSHOT = "screenshot", "Ảnh màn hình"
        PAGE = "page", "Mã nguồn trang (DOM)"
        TRAFFIC = "traffic", "Nhật ký trao đổi (HAR, WARC, WACZ)"
        VIDEO = "video", "Video màn hình"
        MEASURE = "measure", "Kết quả đo"
        PROVENANCE = "provenance", "Lý lịch lần chụp"
        TIMESTAMP = "timestamp", "Dấu thời gian"
        DOCUMENT = "document", "Văn bản, tài liệu"
        PHOTO = "photo", "Ảnh chụp"

    inspection = models.ForeignKey(
        Inspection, models.PROTECT, related_name="evidence", verbose_name="cuộc kiểm tra"
    )
    site = models.ForeignKey(
        AdSite, models.PROTECT, related_name="evidence", verbose_name="website"
    )
    number = models.PositiveIntegerField("số")
    kind = models.CharField("loại", max_length=12, choices=Kind)
    origin = models.CharField("nguồn gốc", max_length=10, choices=Origin)
    title = models.CharField("tên chứng cứ", max_length=200)
    url = models.TextField("địa chỉ trang", blank=True)
    capture = models.UUIDField("lần chụp", null=True, db_index=True)
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+", verbose_name="tệp")
    file_name = models.CharField("tên tệp", max_length=200)
    sha256 = models.CharField("mã băm SHA-256", max_length=64)
    provenance = models.JSONField("lý lịch", default=dict)
    captured_at = models.DateTimeField("thu lúc")
    captured_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    kept_at = models.DateTimeField("vào kho lúc")
    row_sha256 = models.CharField("mã băm của dòng này", max_length=64, blank=True, db_default="")
    """Over everything else that the row says, so that a changed word shows as a changed byte does.
    """

    objects = BelowInspection.as_manager()

    class Meta:
        verbose_name = "chứng cứ"
        verbose_name_plural = "chứng cứ"
        ordering = ["inspection", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["inspection", "number"], name="exhibits_of_a_case_are_counted"
            ),
        ]
        triggers: list[pgtrigger.Trigger] = [history.RefuseChange(), history.RefuseTruncate()]

    def __str__(self) -> str:
        return f"CC-{self.number:02d}"

    @property
    def fingerprint(self) -> str:
        """Return the hash of what the row says now."""
        facts = [
            self.inspection_id, self.site_id, self.number, self.kind, self.origin, self.title,
            self.url, str(self.capture), self.file_name, self.sha256, self.provenance,
            self.captured_at.astimezone(UTC).isoformat(), self.captured_by_id,
            self.kept_at.astimezone(UTC).isoformat(),
        ]  # fmt: skip
        return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()


class CustodyEntry(models.Model):
    """One time somebody had an exhibit in hand. Only ever added to."""

    class Act(models.TextChoices):
        KEPT = "kept", "Đưa vào kho"
        READ = "read", "Mở xem"
        DOWNLOADED = "downloaded", "Tải về"
        HANDED_OVER = "handed_over", "Bàn giao"
        CHECKED = "checked", "Kiểm tra toàn vẹn"
        BROKEN = "broken", "Phát hiện sai khác"

    item = models.ForeignKey(EvidenceItem, models.PROTECT, related_name="custody")
    act = models.CharField("việc", max_length=12, choices=Act)
    at = models.DateTimeField("lúc")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    receiver = models.CharField("người nhận", max_length=250, blank=True)
    purpose = models.CharField("mục đích", max_length=300, blank=True)
    sha256 = models.CharField("mã băm lúc đó", max_length=64)

    class Meta:
        verbose_name = "lần cầm giữ chứng cứ"
        verbose_name_plural = "chuỗi cầm giữ chứng cứ"
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(act="handed_over") | ~Q(receiver=""),
                name="a_hand_over_names_who_received",
            ),
        ]
        triggers: list[pgtrigger.Trigger] = [history.RefuseChange(), history.RefuseTruncate()]

    def __str__(self) -> str:
        return f"{self.item}: {self.get_act_display()}"


class Exhibit(models.Model):
    """Which evidence bears out a finding, and where in it to look."""

    finding = models.ForeignKey(Finding, models.CASCADE, related_name="exhibits")
    item = models.ForeignKey(EvidenceItem, models.PROTECT, related_name="exhibits")
    region = models.CharField("vùng, chỗ cần xem", max_length=200, blank=True)

    class Meta:
        verbose_name = "chứng cứ của kết quả"
        verbose_name_plural = "chứng cứ của kết quả"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["finding", "item"], name="a_finding_names_an_exhibit_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.finding} – {self.item}"
