"""Systems of other bodies that read published questions and hand submissions in (Open311)."""

import uuid

from django.db import models

from feedback.models.submissions import Submission


class Partner(models.Model):
    """A system we gave a key to. The key itself is shown once and kept as a digest."""

    name = models.CharField("tên hệ thống", max_length=120, unique=True)
    organisation = models.ForeignKey(
        "core.Organisation", models.PROTECT, related_name="+", verbose_name="cơ quan chủ quản"
    )
    key_digest = models.CharField("dấu của khóa", max_length=64, unique=True, editable=False)
    is_active = models.BooleanField("đang hoạt động", default=True)
    may_file = models.BooleanField("được gửi ý kiến thay người dân", default=False)

    class Meta:
        verbose_name = "hệ thống đối tác"
        verbose_name_plural = "hệ thống đối tác"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class PartnerFiling(models.Model):
    """Which partner handed a submission in, and the token by which it asks for its number."""

    partner = models.ForeignKey(Partner, models.PROTECT, related_name="filings")
    submission = models.OneToOneField(Submission, models.CASCADE, related_name="filing")
    # Random and apart from the token of the sending, from which the sender's secret is made.
    token = models.UUIDField("mã nhận", unique=True, default=uuid.uuid4, editable=False)

    class Meta:
        verbose_name = "ý kiến do đối tác gửi"
        verbose_name_plural = "ý kiến do đối tác gửi"

    def __str__(self) -> str:
        return f"{self.partner} – {self.submission}"
