"""Who is responsible for what, and every forwarding of a submission to such a body."""

import pghistory
from django.db import models
from django.db.models import Q
from django.utils import timezone

from feedback.models.mailboxes import Category, Mailbox
from feedback.models.submissions import Submission
from feedback.querysets import (
    AgencyLinkQuerySet,
    DatedQuerySet,
    HopQuerySet,
    RoutingRuleQuerySet,
)
from feedback.states import OPEN_HOPS, HopState


@pghistory.track()
class RoutingRule(models.Model):
    """For a mailbox, a category and a place, the responsible body of a span of days.

    What is left empty stands for all; the rule that says most wins. A rule may name, instead of one
    body, the People's Committee of whatever ward, commune or special zone the matter lies in.
    """

    mailbox = models.ForeignKey(
        Mailbox, models.CASCADE, related_name="routing", verbose_name="hộp thư"
    )
    category = models.ForeignKey(
        Category,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="routing",
        verbose_name="lĩnh vực",
    )
    unit = models.ForeignKey(
        "core.AdminUnit",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="phường, xã, đặc khu",
    )
    organisation = models.ForeignKey(
        "core.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="cơ quan có trách nhiệm",
    )
    to_committee = models.BooleanField(
        "Ủy ban nhân dân cấp xã nơi xảy ra",
        default=False,
        help_text="Chọn thay cho một cơ quan: ý kiến thuộc phường, xã, đặc khu nào thì đề xuất "
        "Ủy ban nhân dân nơi đó.",
    )
    is_confirmed = models.BooleanField(
        "đã xác nhận thẩm quyền",
        default=True,
        help_text="Bỏ chọn khi chưa có văn bản: cán bộ phải tự kiểm tra mỗi lần chuyển.",
    )
    valid_from = models.DateField("từ ngày", default=timezone.localdate)
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)
    basis = models.CharField("căn cứ", max_length=250, blank=True)

    objects = RoutingRuleQuerySet.as_manager()

    class Meta:
        verbose_name = "quy tắc chuyển"
        verbose_name_plural = "quy tắc chuyển"
        ordering = ["mailbox", "category", "unit", "-valid_from"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=models.F("valid_from")),
                name="routing_rule_ends_after_it_begins",
                violation_error_message="Ngày kết thúc phải sau ngày bắt đầu.",
            ),
            models.CheckConstraint(
                condition=Q(organisation__isnull=False, to_committee=False)
                | Q(organisation__isnull=True, to_committee=True, unit__isnull=True),
                name="routing_rule_names_one_body_or_the_committee_of_any_place",
                violation_error_message="Hãy chọn một cơ quan; hoặc “Ủy ban nhân dân cấp xã nơi "
                "xảy ra” và để trống cơ quan, địa bàn.",
            ),
        ]

    def __str__(self) -> str:
        where = ", ".join(str(part) for part in (self.category, self.unit) if part)
        return f"{where or self.mailbox} → {self.body_name}"

    @property
    def body_name(self) -> str:
        """The body, or in words which one it is."""
        return str(self.organisation) if self.organisation else "UBND cấp xã nơi xảy ra"


class AgencyContact(models.Model):
    """Where a body takes what we forward, for a span of days."""

    organisation = models.ForeignKey(
        "core.Organisation", models.CASCADE, related_name="+", verbose_name="cơ quan"
    )
    name = models.CharField("người đầu mối", max_length=120, blank=True)
    email = models.EmailField("thư điện tử công vụ")
    valid_from = models.DateField("từ ngày", default=timezone.localdate)
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = "đầu mối cơ quan"
        verbose_name_plural = "đầu mối cơ quan"
        ordering = ["organisation", "-valid_from"]

    def __str__(self) -> str:
        return f"{self.organisation} – {self.email}"


# The words between office and body may name the sender; history is for ever, they are not.
@pghistory.track(
    pghistory.UpdateEvent(),
    pghistory.DeleteEvent(),
    exclude=["answer", "message", "why", "returned_reason"],
)
class Hop(models.Model):
    """One forwarding: to which body, when, with what answer, and how late that body was."""

    submission = models.ForeignKey(Submission, models.CASCADE, related_name="hops")
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="sub_hops",
        verbose_name="giao lại từ",
    )
    organisation = models.ForeignKey(
        "core.Organisation", models.PROTECT, related_name="+", verbose_name="cơ quan nhận"
    )
    state = models.CharField("trạng thái", max_length=15, choices=HopState, default=HopState.SENT)
    sent_at = models.DateTimeField("chuyển lúc")
    sent_by = models.ForeignKey(
        "core.User", models.PROTECT, null=True, related_name="+", verbose_name="người chuyển"
    )
    message = models.TextField("lời gửi cơ quan", blank=True)
    why = models.TextField("vì sao chuyển cơ quan này", blank=True)
    # The body sees who wrote only when it cannot answer without knowing.
    shares_sender = models.BooleanField("cho cơ quan biết người gửi", default=False)
    # Files of the sender that the office keeps to itself: what is in them tells who that is.
    kept_back = models.ManyToManyField(
        "core.Attachment", blank=True, related_name="+", verbose_name="tệp Phòng giữ lại"
    )
    # Those of them that came after the forwarding, until an officer says what becomes of them.
    undecided = models.ManyToManyField(
        "core.Attachment",
        blank=True,
        related_name="undecided_at",
        verbose_name="tệp chờ quyết định",
    )
    acknowledged_at = models.DateTimeField("cơ quan nhận lúc", null=True, blank=True)
    answer = models.TextField("trả lời của cơ quan", blank=True)
    # A link has no account behind it: this is the name its holder gave.
    answered_by = models.CharField("người trả lời", max_length=120, blank=True)
    returned_reason = models.TextField("lý do trả lại", blank=True)
    suggested = models.ForeignKey(
        "core.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="cơ quan được gợi ý",
    )
    closed_at = models.DateTimeField("xong lúc", null=True, blank=True)
    # Fixed when the hop ends: what a later calendar or rule says does not change who was late.
    late_minutes = models.PositiveIntegerField("trễ (phút)", null=True, blank=True)

    objects = HopQuerySet.as_manager()

    class Meta:
        verbose_name = "lần chuyển"
        verbose_name_plural = "lần chuyển"
        ordering = ["sent_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["submission"],
                condition=Q(state__in=OPEN_HOPS, parent__isnull=True),
                name="one_open_forwarding_a_submission",
            ),
            models.UniqueConstraint(
                fields=["parent"],
                condition=Q(state__in=OPEN_HOPS),
                name="one_open_sub_forwarding_a_hop",
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "state"], name="hop_by_organisation"),
            models.Index(fields=["sent_at"], name="hop_by_sending"),
            models.Index(fields=["closed_at"], name="hop_by_end"),
        ]

    def __str__(self) -> str:
        return f"{self.submission} → {self.organisation}"

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_HOPS


class AgencyLink(models.Model):
    """A link by which one body answers one forwarding, for a time. Its key is kept as a digest."""

    hop = models.ForeignKey(Hop, models.CASCADE, related_name="links")
    key_digest = models.CharField("dấu của liên kết", max_length=64, unique=True)
    sent_to = models.EmailField("gửi tới")
    expires_at = models.DateTimeField("hết hạn lúc")
    revoked_at = models.DateTimeField("thu hồi lúc", null=True, blank=True)
    # The first deed by it, not the first look: looking is also done by scanners of mail.
    opened_at = models.DateTimeField("mở lần đầu lúc", null=True, blank=True)

    objects = AgencyLinkQuerySet.as_manager()

    class Meta:
        verbose_name = "liên kết cho cơ quan"
        verbose_name_plural = "liên kết cho cơ quan"
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"Liên kết {self.hop}"
