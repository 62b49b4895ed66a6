"""The audit trail: one append-only entry a verb, and the daily seal that chains the days."""

import pgtrigger
from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.fields import ArrayField
from django.db import models

from cityweb.core.models import history


class AuditEntry(models.Model):
    """Who did what to which object, when, and why. Never changed, never deleted."""

    at = models.DateTimeField("thời điểm", auto_now_add=True)
    actor = models.ForeignKey(
        "core.User", models.PROTECT, null=True, related_name="+", verbose_name="người thực hiện"
    )
    verb = models.CharField("việc", max_length=80)
    target_type = models.ForeignKey(
        ContentType, models.PROTECT, null=True, related_name="+", verbose_name="loại đối tượng"
    )
    target_id = models.CharField("mã đối tượng", max_length=40, blank=True)
    target_label = models.CharField("đối tượng", max_length=300, blank=True)
    reason = models.TextField("lý do", blank=True)
    details = models.JSONField("chi tiết", default=dict, blank=True)
    request_id = models.CharField("mã yêu cầu", max_length=40, blank=True)
    row_digest = models.CharField("dấu kiểm", max_length=64, blank=True, editable=False)

    class Meta:
        verbose_name = "dòng nhật ký"
        verbose_name_plural = "nhật ký nghiệp vụ"
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["target_type", "target_id", "-id"], name="audit_by_target"),
            models.Index(fields=["actor", "-id"], name="audit_by_actor"),
            models.Index(fields=["verb", "-id"], name="audit_by_verb"),
            models.Index(fields=["at"], name="audit_by_time"),
            models.Index(fields=["request_id"], name="audit_by_request"),
        ]
        triggers = history.append_only()

    def __str__(self) -> str:
        return f"{self.verb} {self.target_label}"


class AuditSeal(models.Model):
    """The digests of all rows recorded on one day, chained to the day before by a keyed digest."""

    day = models.DateField("ngày", unique=True)
    previous = models.CharField("dấu ngày trước", max_length=64, blank=True)
    digest = models.CharField("dấu ngày", max_length=64)
    sealed_at = models.DateTimeField("niêm phong lúc", auto_now_add=True)

    class Meta:
        verbose_name = "niêm phong nhật ký"
        verbose_name_plural = "niêm phong nhật ký"
        ordering = ["-day"]
        triggers: list[pgtrigger.Trigger] = [history.RefuseChange(), history.RefuseTruncate()]

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y}"


class SealedRows(models.Model):
    """What a seal covers of one table: the keys of the day's rows and the digest of each."""

    seal = models.ForeignKey(
        AuditSeal, models.PROTECT, related_name="covers", verbose_name="niêm phong"
    )
    table_name = models.CharField("bảng", max_length=63)
    keys = ArrayField(models.BigIntegerField(), verbose_name="mã dòng")
    # The first 32 characters of each `row_digest`, in the order of `keys`.
    digests = ArrayField(models.CharField(max_length=32), verbose_name="dấu từng dòng")

    class Meta:
        verbose_name = "dòng đã niêm phong"
        verbose_name_plural = "dòng đã niêm phong"
        constraints = [
            models.UniqueConstraint(
                fields=["seal", "table_name"], name="one_cover_a_table_and_seal"
            ),
        ]
        triggers: list[pgtrigger.Trigger] = [history.RefuseChange(), history.RefuseTruncate()]

    def __str__(self) -> str:
        return f"{self.table_name} {self.seal}"
