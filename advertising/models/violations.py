"""A violation from its minutes to the sanction that is carried out."""

from datetime import datetime

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from advertising.life import Standing
from advertising.models.captures import Capture
from advertising.models.evidence import EvidenceItem
from advertising.models.inspections import Inspection
from advertising.models.parties import AdSite, Party
from advertising.models.penalties import Factor, Penalty
from advertising.querysets import BelowInspection
from cityweb.core.models import history


@pghistory.track()
class Violation(models.Model):
    """One act of one offender, found in an inspection."""

    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="violations")
    offender = models.ForeignKey(
        Party, models.PROTECT, related_name="violations", verbose_name="người vi phạm"
    )
    site = models.ForeignKey(
        AdSite, models.PROTECT, related_name="violations", verbose_name="website"
    )
    penalty = models.ForeignKey(
        Penalty, models.PROTECT, related_name="violations", verbose_name="hành vi"
    )
    why_penalty = models.TextField("vì sao chọn hành vi này", blank=True)
    rule = models.ForeignKey(
        "core.LegalRule", models.PROTECT, null=True, related_name="+", verbose_name="khung phạt"
    )
    description = models.TextField("mô tả hành vi")
    committed_on = models.DateField("ngày chấm dứt hành vi, hoặc ngày phát hiện nếu còn tiếp diễn")
    is_ongoing = models.BooleanField("còn tiếp diễn khi phát hiện", default=False)
    evaded_on = models.DateField("ngày chấm dứt việc trốn tránh", null=True)
    standing = models.CharField(
        "trạng thái", max_length=12, choices=Standing, default=Standing.WRITING
    )
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField("lập lúc")
    minutes = models.OneToOneField("core.Paper", models.PROTECT, null=True, related_name="+")
    may_explain = models.BooleanField("có quyền giải trình", null=True)
    sent_back = models.TextField("lý do trả lại", blank=True)
    served_on = models.DateField("ngày giao quyết định", null=True)
    served_how = models.CharField("cách giao, người nhận", max_length=250, blank=True)
    ended_at = models.DateTimeField("kết thúc lúc", null=True)

    objects = BelowInspection.as_manager()

    class Meta:
        verbose_name = "vụ vi phạm"
        verbose_name_plural = "vụ vi phạm"
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["-created_at", "-id"], name="violations_newest"),
            models.Index(fields=["standing", "-created_at"], name="violations_in_standing"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(standing__in=["writing", "cancelled"]) | Q(minutes__isnull=False),
                name="a_violation_stands_in_minutes",
            ),
            models.CheckConstraint(
                condition=~Q(standing__in=["served", "complied", "overdue", "enforced"])
                | Q(served_on__isnull=False),
                name="what_is_due_was_served",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.inspection.code}/VP{self.pk}"

    @property
    def proof_from(self) -> datetime:
        """The minute of the minutes; proof is of this or later, and officers give whole minutes."""
        return self.minutes.issued_at.replace(second=0, microsecond=0)


class Explanation(models.Model):
    """What the offender said for themselves. Only ever added to."""

    class Way(models.TextChoices):
        WRITTEN = "written", "Bằng văn bản"
        HEARING = "hearing", "Trực tiếp"
        WAIVED = "waived", "Không giải trình"

    violation = models.ForeignKey(Violation, models.PROTECT, related_name="explanations")
    way = models.CharField("cách giải trình", max_length=10, choices=Way)
    received_on = models.DateField("ngày nhận, ngày làm việc")
    words = models.TextField("nội dung", blank=True)
    assessment = models.TextField("ý kiến của đoàn", blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField("ghi lúc")

    class Meta:
        verbose_name = "giải trình"
        verbose_name_plural = "giải trình"
        ordering = ["id"]
        triggers: list[pgtrigger.Trigger] = [history.RefuseChange(), history.RefuseTruncate()]

    def __str__(self) -> str:
        return f"{self.get_way_display()}, {self.received_on:%d/%m/%Y}"


@pghistory.track()
class Sanction(models.Model):
    """The fine: drafted by one person, reviewed by another, issued by a third, inside its bracket.

    `lines` is the reckoning as it was, each line with its citation.
    """

    violation = models.OneToOneField(Violation, models.PROTECT, related_name="sanction")
    low_vnd = models.PositiveBigIntegerField("mức thấp nhất")
    high_vnd = models.PositiveBigIntegerField("mức cao nhất")
    bracket_source = models.CharField("nguồn của khung phạt", max_length=300, blank=True)
    amount_vnd = models.PositiveBigIntegerField("mức phạt (đồng)")
    proposed_vnd = models.PositiveBigIntegerField("mức do hệ thống tính")
    why_amount = models.TextField("vì sao khác mức tính", blank=True)
    factors = models.ManyToManyField(Factor, related_name="+", verbose_name="tình tiết")
    authority = models.CharField("người có thẩm quyền", max_length=200)
    authority_source = models.CharField("căn cứ thẩm quyền", max_length=300)
    lines = models.JSONField("cách tính", default=list)
    drafted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    review_words = models.TextField("ý kiến thẩm định pháp lý", blank=True)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    paper = models.OneToOneField("core.Paper", models.PROTECT, null=True, related_name="+")
    issued_on = models.DateField("ngày quyết định", null=True)
    # Signed by somebody with the authority outside of the office: their paper is an exhibit.
    outside_number = models.CharField("số quyết định bên ngoài", max_length=60, blank=True)
    outside_signer = models.CharField("người ký bên ngoài", max_length=200, blank=True)
    outside_proof = models.ForeignKey(
        EvidenceItem, models.PROTECT, null=True, related_name="+", verbose_name="bản quyết định"
    )
    pay_to = models.CharField("nơi nộp phạt, số tài khoản", max_length=300, blank=True)

    class Meta:
        verbose_name = "quyết định xử phạt"
        verbose_name_plural = "quyết định xử phạt"
        constraints = [
            models.CheckConstraint(
                condition=Q(amount_vnd__gte=F("low_vnd"), amount_vnd__lte=F("high_vnd")),
                name="a_fine_stays_inside_its_bracket",
            ),
            models.CheckConstraint(
                condition=Q(amount_vnd=F("proposed_vnd")) | ~Q(why_amount=""),
                name="another_amount_has_its_reason",
            ),
            models.CheckConstraint(
                condition=Q(reviewed_by__isnull=True) | ~Q(reviewed_by=F("drafted_by")),
                name="nobody_reviews_their_own_sanction",
            ),
            models.CheckConstraint(
                condition=Q(issued_by__isnull=True)
                | (
                    Q(reviewed_by__isnull=False)
                    & ~Q(issued_by=F("drafted_by"))
                    & ~Q(issued_by=F("reviewed_by"))
                ),
                name="who_sanctions_neither_drafted_nor_reviewed",
            ),
            models.CheckConstraint(
                condition=Q(outside_number="", outside_signer="", outside_proof__isnull=True)
                | (
                    ~Q(outside_number="")
                    & ~Q(outside_signer="")
                    & Q(outside_proof__isnull=False, paper__isnull=True)
                ),
                name="a_decision_of_others_is_proven",
            ),
        ]

    def __str__(self) -> str:
        return f"Xử phạt {self.violation}"

    @property
    def number_text(self) -> str:
        """The number of the decision, whoever signed it."""
        return self.outside_number or (self.paper.number_text if self.paper else "")


@pghistory.track()
class Remedy(models.Model):
    """Something that has to be put right, by when, and the proof that it was."""

    violation = models.ForeignKey(Violation, models.PROTECT, related_name="remedies")
    text = models.CharField("biện pháp", max_length=300)
    due_on = models.DateField("thực hiện trước ngày", null=True)
    done_on = models.DateField("thực hiện ngày", null=True)
    proof = models.ForeignKey(
        EvidenceItem, models.PROTECT, null=True, related_name="+", verbose_name="chứng cứ"
    )
    note = models.CharField("ghi chú", max_length=300, blank=True)
    recapture = models.ForeignKey(
        Capture, models.PROTECT, null=True, related_name="+", verbose_name="lần chụp lại"
    )

    class Meta:
        verbose_name = "biện pháp khắc phục"
        verbose_name_plural = "biện pháp khắc phục"
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(done_on__isnull=True) | Q(proof__isnull=False),
                name="what_is_put_right_is_proven",
            ),
        ]

    def __str__(self) -> str:
        return self.text


class Payment(models.Model):
    """Money that came in for a fine. Only ever added to; a mistake is set right by another row."""

    violation = models.ForeignKey(Violation, models.PROTECT, related_name="payments")
    paid_on = models.DateField("ngày nộp")
    amount_vnd = models.BigIntegerField("số tiền (đồng)")
    receipt = models.CharField("số biên lai, chứng từ", max_length=100)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField("ghi lúc")

    class Meta:
        verbose_name = "lần nộp phạt"
        verbose_name_plural = "lần nộp phạt"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["violation", "receipt"], name="a_receipt_counts_once"),
            models.CheckConstraint(condition=~Q(amount_vnd=0), name="a_payment_is_some_money"),
        ]
        triggers: list[pgtrigger.Trigger] = [history.RefuseChange(), history.RefuseTruncate()]

    def __str__(self) -> str:
        return f"{self.amount_vnd} đồng, {self.receipt}"
