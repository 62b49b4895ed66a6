"""An inspection: whom it is about, who does it, who was asked along, what was found."""

from typing import Any

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q, QuerySet

from advertising.life import Stage
from advertising.models.checklists import CheckItem, CheckKind, ChecklistVersion
from advertising.models.parties import AdSite, Party
from advertising.models.plans import Target
from advertising.querysets import BelowInspection, InspectionQuerySet, InvitationQuerySet
from cityweb.core.models import history


@pghistory.track()
class Inspection(models.Model):
    """One inspection of one website. Who signs the decision did not propose it."""

    class Source(models.TextChoices):
        PLAN = "plan", "Theo kế hoạch"
        REPORT = "report", "Phản ánh của người dân"
        WATCH = "watch", "Kết quả theo dõi"
        REQUEST = "request", "Đề nghị của cơ quan khác"

    code = models.CharField("mã hồ sơ", max_length=20, unique=True)
    kind = models.CharField("loại kiểm tra", max_length=10, choices=CheckKind)
    source = models.CharField("nguồn", max_length=10, choices=Source)
    reason = models.TextField("lý do kiểm tra")
    target = models.OneToOneField(
        Target, models.PROTECT, null=True, related_name="inspection", verbose_name="trong kế hoạch"
    )
    site = models.ForeignKey(
        AdSite, models.PROTECT, related_name="inspections", verbose_name="website"
    )
    inspected = models.ForeignKey(
        Party, models.PROTECT, related_name="inspections", verbose_name="đối tượng kiểm tra"
    )
    checklist = models.ForeignKey(ChecklistVersion, models.PROTECT, related_name="inspections")
    scope = models.TextField("nội dung, phạm vi")
    starts_on = models.DateField("từ ngày")
    ends_on = models.DateField("đến hết ngày")
    stage = models.CharField("trạng thái", max_length=12, choices=Stage, default=Stage.PREPARING)
    is_restricted = models.BooleanField("hạn chế xem", default=False)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField("lập lúc")
    sent_back = models.TextField("lý do trả lại", blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    decision = models.OneToOneField("core.Paper", models.PROTECT, null=True, related_name="+")
    notified_on = models.DateField("thông báo đối tượng ngày", null=True)
    notified_how = models.CharField("cách thông báo, người nhận", max_length=250, blank=True)
    minutes = models.OneToOneField("core.Paper", models.PROTECT, null=True, related_name="+")
    conclusion = models.OneToOneField("core.Paper", models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField("kết thúc lúc", null=True)

    objects = InspectionQuerySet.as_manager()

    class Meta:
        verbose_name = "cuộc kiểm tra"
        verbose_name_plural = "cuộc kiểm tra"
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["-created_at", "-id"], name="inspections_newest"),
            models.Index(fields=["stage", "-created_at", "-id"], name="inspections_in_stage"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="inspection_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=F("created_by")),
                name="nobody_decides_their_own_inspection",
            ),
            models.CheckConstraint(
                condition=Q(stage__in=["preparing", "proposed", "cancelled"])
                | Q(decided_by__isnull=False, decision__isnull=False),
                name="nothing_is_inspected_without_a_decision",
            ),
            models.CheckConstraint(
                condition=~Q(stage__in=["minuted", "concluded", "closed"])
                | Q(minutes__isnull=False),
                name="what_was_found_stands_in_minutes",
            ),
            models.CheckConstraint(
                condition=Q(source="plan", target__isnull=False)
                | (~Q(source="plan") & Q(target__isnull=True)),
                name="an_inspection_by_plan_has_its_target",
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @staticmethod
    def members_of(user: Any) -> "QuerySet[Any]":
        """Return the inspections, as keys, in whose team this person is."""
        return TeamMember.objects.filter(user=user).values("inspection")


class TeamMember(models.Model):
    """Somebody of the team; guests of other bodies have no account here."""

    class Duty(models.TextChoices):
        LEAD = "lead", "Trưởng đoàn"
        SECRETARY = "secretary", "Thư ký"
        MEMBER = "member", "Thành viên"

    inspection = models.ForeignKey(Inspection, models.CASCADE, related_name="team")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    name = models.CharField("họ và tên", max_length=120)
    position = models.CharField("chức vụ, đơn vị", max_length=250, blank=True)
    duty = models.CharField("nhiệm vụ", max_length=10, choices=Duty)

    class Meta:
        verbose_name = "thành viên đoàn"
        verbose_name_plural = "đoàn kiểm tra"
        ordering = ["inspection", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["inspection"], condition=Q(duty="lead"), name="a_team_has_one_lead"
            ),
            models.UniqueConstraint(
                fields=["inspection", "user"], condition=Q(user__isnull=False),
                name="nobody_is_twice_in_a_team",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.name} ({self.get_duty_display()})"


@pghistory.track()
class Invitation(models.Model):
    """Another body that was asked to take part, and what it answered."""

    class State(models.TextChoices):
        SENT = "sent", "Chờ trả lời"
        ACCEPTED = "accepted", "Tham gia"
        DECLINED = "declined", "Không tham gia"

    inspection = models.ForeignKey(Inspection, models.CASCADE, related_name="invitations")
    organisation = models.ForeignKey("core.Organisation", models.PROTECT, related_name="+")
    purpose = models.CharField("nội dung đề nghị phối hợp", max_length=300)
    sent_on = models.DateField("ngày mời")
    answer_by = models.DateField("đề nghị trả lời trước ngày")
    state = models.CharField("trả lời", max_length=10, choices=State, default=State.SENT)
    answered_on = models.DateField("ngày trả lời", null=True)
    answer = models.CharField("nội dung trả lời, người được cử", max_length=300, blank=True)
    paper = models.OneToOneField(
        "core.Paper", models.PROTECT, null=True, related_name="+", verbose_name="công văn mời"
    )

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = "lời mời phối hợp"
        verbose_name_plural = "lời mời phối hợp"
        ordering = ["inspection", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["inspection", "organisation"], name="a_body_is_invited_once"
            ),
            models.CheckConstraint(
                condition=Q(state="sent", answered_on__isnull=True)
                | (~Q(state="sent") & Q(answered_on__isnull=False)),
                name="an_answer_has_its_day",
            ),
        ]

    def __str__(self) -> str:
        is_unsigned = self.paper_id is None and self.state == self.State.SENT
        state = "Chờ ký công văn mời" if is_unsigned else self.get_state_display()
        return f"{self.organisation}: {state}"


class Attendee(models.Model):
    """Somebody at the writing of minutes: what they said, whether they signed, and why not."""

    class Side(models.TextChoices):
        INSPECTED = "inspected", "Bên được kiểm tra"
        WITNESS = "witness", "Người chứng kiến"

    inspection = models.ForeignKey(Inspection, models.CASCADE, related_name="attendees")
    side = models.CharField("tư cách", max_length=10, choices=Side)
    name = models.CharField("họ và tên", max_length=120)
    position = models.CharField("chức vụ, địa chỉ", max_length=250, blank=True)
    statement = models.TextField("ý kiến", blank=True)
    refusal = models.CharField("lý do không ký", max_length=300, blank=True)

    class Meta:
        verbose_name = "người dự"
        verbose_name_plural = "người dự"
        ordering = ["inspection", "id"]

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class Finding(models.Model):
    """What was found for one line of the checklist, judged by the law of the day it was seen."""

    class Result(models.TextChoices):
        PASS = "pass", "Đạt"
        FAIL = "fail", "Vi phạm"
        NOT_APPLICABLE = "not_applicable", "Không áp dụng"
        NOT_CHECKED = "not_checked", "Chưa kiểm tra"

    inspection = models.ForeignKey(Inspection, models.CASCADE, related_name="findings")
    item = models.ForeignKey(CheckItem, models.PROTECT, related_name="+")
    result = models.CharField("kết quả", max_length=15, choices=Result)
    note = models.TextField("mô tả hành vi, ghi chú", blank=True)
    seen_on = models.DateField("ngày thấy")
    article = models.CharField("điều luật", max_length=250)
    rule = models.ForeignKey(
        "core.LegalRule", models.PROTECT, null=True, related_name="+", verbose_name="quy tắc"
    )
    violation = models.ForeignKey(
        "Violation", models.PROTECT, null=True, related_name="findings", verbose_name="vụ vi phạm"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField("lúc")

    objects = BelowInspection.as_manager()

    class Meta:
        verbose_name = "kết quả kiểm tra"
        verbose_name_plural = "kết quả kiểm tra"
        ordering = ["inspection", "item__position"]
        constraints = [
            models.UniqueConstraint(
                fields=["inspection", "item"], name="one_finding_a_line_and_inspection"
            ),
            models.CheckConstraint(
                condition=~Q(result="fail") | ~Q(note=""), name="a_failure_says_what_was_seen"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item.code}: {self.get_result_display()}"


class DiaryEntry(models.Model):
    """One line of a case's diary: written by the verbs, or by hand. Only ever added to."""

    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="diary")
    at = models.DateTimeField("lúc")
    # Nobody: it happened by itself.
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    title = models.CharField("việc", max_length=200)
    words = models.TextField("nội dung", blank=True)
    is_by_hand = models.BooleanField("ghi tay", default=False)

    objects = BelowInspection.as_manager()

    class Meta:
        verbose_name = "dòng nhật ký"
        verbose_name_plural = "nhật ký hồ sơ"
        ordering = ["id"]
        triggers: list[pgtrigger.Trigger] = [history.RefuseChange(), history.RefuseTruncate()]

    def __str__(self) -> str:
        return f"{self.at:%d/%m/%Y %H:%M} {self.title}"
