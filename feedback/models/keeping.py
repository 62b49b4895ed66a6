"""How long submissions are kept as they were written, what was erased, and who asked for it."""

from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from cityweb.core.sealed import EncryptedTextField
from feedback.models.mailboxes import Category, Mailbox
from feedback.models.submissions import Submission


class EraseBy(models.TextChoices):
    """What becomes of a submission whose time is over."""

    ANONYMISE = "anonymise", "Xóa dữ liệu cá nhân, giữ hồ sơ"
    DELETE = "delete", "Xóa toàn bộ hồ sơ"


class RetentionPolicy(models.Model):
    """After how many months an ended submission is anonymised or deleted.

    Without a number it does nothing: the law sets none, and the body's own list of terms decides.
    """

    mailbox = models.ForeignKey(
        Mailbox, models.CASCADE, related_name="retention", verbose_name="hộp thư"
    )
    category = models.ForeignKey(
        Category,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="lĩnh vực",
        help_text="Để trống: mọi lĩnh vực của hộp thư không có chính sách riêng.",
    )
    months = models.PositiveSmallIntegerField(
        "số tháng sau khi kết thúc",
        null=True,
        blank=True,
        help_text="Để trống: chưa xác định, không làm gì.",
    )
    action = models.CharField(
        "khi hết thời hạn", max_length=10, choices=EraseBy, default=EraseBy.ANONYMISE
    )
    basis = models.CharField("căn cứ", max_length=300)
    is_active = models.BooleanField("đang áp dụng", default=False)

    class Meta:
        verbose_name = "chính sách lưu giữ"
        verbose_name_plural = "chính sách lưu giữ"
        ordering = ["mailbox", "category"]
        constraints = [
            models.UniqueConstraint(
                fields=["mailbox", "category"],
                nulls_distinct=False,
                name="one_retention_policy_a_category",
                violation_error_message="Hộp thư và lĩnh vực này đã có chính sách.",
            ),
            models.CheckConstraint(
                condition=Q(months__isnull=True) | Q(months__gte=1),
                name="retention_lasts_a_month_at_least",
                violation_error_message="Thời hạn ít nhất là một tháng.",
            ),
        ]

    def __str__(self) -> str:
        what = self.category.name if self.category else "mọi lĩnh vực"
        return f"{self.mailbox.short_name}, {what}"

    def clean(self) -> None:
        if self.category and self.category.mailbox_id != self.mailbox_id:
            raise ValidationError({"category": "Lĩnh vực này thuộc hộp thư khác."})


class LegalHold(models.Model):
    """While it stands, nothing of the submission is erased, whatever a policy or a person says."""

    submission = models.OneToOneField(Submission, models.PROTECT, related_name="hold")
    reason = models.CharField("lý do", max_length=300)
    by = models.ForeignKey("core.User", models.PROTECT, related_name="+")
    at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "lệnh giữ hồ sơ"
        verbose_name_plural = "lệnh giữ hồ sơ"

    def __str__(self) -> str:
        return f"Giữ {self.submission}"


class Erasure(models.Model):
    """That something was erased: enough to do it again after a restore, not enough to tell whose.

    Stands without the submission, which may be gone.
    """

    digest = models.CharField("dấu của mã", max_length=64)
    action = models.CharField("đã làm", max_length=10, choices=EraseBy)
    at = models.DateTimeField("lúc")
    policy = models.ForeignKey(
        RetentionPolicy,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="theo chính sách",
    )

    class Meta:
        verbose_name = "lần xóa"
        verbose_name_plural = "sổ xóa"
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["digest", "action"], name="one_erasure_a_deed"),
        ]

    def __str__(self) -> str:
        return f"{self.get_action_display()} {self.digest[:8]}"


# For so long after the decision the sender may open the copy of what is held about them.
COPY_LASTS = timedelta(days=30)


class DataSubjectRequest(models.Model):
    """What a sender asks about their own data, and what the office decided. Has a clock."""

    class Kind(models.TextChoices):
        ACCESS = "access", "Cung cấp dữ liệu"
        RECTIFY = "rectify", "Chỉnh sửa dữ liệu"
        DELETE = "delete", "Xóa dữ liệu"
        RESTRICT = "restrict", "Hạn chế xử lý"
        WITHDRAW = "withdraw", "Rút lại sự đồng ý"
        OBJECT = "object", "Phản đối xử lý"

    class State(models.TextChoices):
        WAITING = "waiting", "Chờ quyết định"
        PROMISED = "promised", "Chấp thuận, xóa khi kết thúc"
        GRANTED = "granted", "Đã chấp thuận"
        REFUSED = "refused", "Từ chối, có lý do"

    submission = models.ForeignKey(Submission, models.CASCADE, related_name="data_requests")
    kind = models.CharField("yêu cầu", max_length=10, choices=Kind)
    text = EncryptedTextField("nội dung yêu cầu", blank=True)
    state = models.CharField("trạng thái", max_length=10, choices=State, default=State.WAITING)
    received_at = models.DateTimeField("nhận lúc")
    decided_by = models.ForeignKey(
        "core.User", models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField("quyết định lúc", null=True, blank=True)
    answer = EncryptedTextField("trả lời người yêu cầu", blank=True)

    class Meta:
        verbose_name = "yêu cầu về dữ liệu cá nhân"
        verbose_name_plural = "yêu cầu về dữ liệu cá nhân"
        ordering = ["received_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["submission", "kind"],
                condition=Q(state="waiting"),
                name="one_waiting_data_request_a_kind",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} – {self.submission}"

    @property
    def copy_until(self) -> datetime | None:
        """Until when the sender may open a copy of what is held; none where none was granted."""
        is_granted = self.kind == self.Kind.ACCESS and self.state == self.State.GRANTED
        return self.decided_at + COPY_LASTS if is_granted else None
