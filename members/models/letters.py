"""What comes after the reminders: an official letter to the unit, then an item in the report."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from members.models.incidents import Incident
from members.models.sites import MemberSite
from members.states import LetterState


class Letter(models.Model):
    """An official letter about one site: drafted by itself, signed and sent by an officer."""

    site = models.ForeignKey(MemberSite, models.CASCADE, related_name="letters")
    drafted_at = models.DateTimeField("soạn lúc")
    state = models.CharField(
        "trạng thái", max_length=10, choices=LetterState, default=LetterState.DRAFT
    )
    paper = models.OneToOneField("core.Paper", models.PROTECT, null=True, related_name="+")
    settled_at = models.DateTimeField("gửi hoặc bỏ lúc", null=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    reason = models.CharField("vì sao không gửi", max_length=300, blank=True)

    class Meta:
        verbose_name = "công văn nhắc website"
        verbose_name_plural = "công văn nhắc website"
        ordering = ["-drafted_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["site"],
                condition=Q(state=LetterState.DRAFT),
                name="one_letter_waits_at_a_time",
            ),
            models.CheckConstraint(
                condition=~Q(state=LetterState.SENT) | Q(paper__isnull=False),
                name="sent_letter_has_its_paper",
            ),
        ]

    def __str__(self) -> str:
        return f"Công văn về {self.site}"


class Step(models.IntegerChoices):
    """What an incident comes to when nobody mends it."""

    LETTER = 1, "Công văn gửi đơn vị"
    REPORT = 2, "Đưa vào báo cáo định kỳ"


class Escalation(models.Model):
    """One incident came to one step, once."""

    incident = models.ForeignKey(Incident, models.CASCADE, related_name="escalations")
    step = models.PositiveSmallIntegerField("bước", choices=Step)
    letter = models.ForeignKey(Letter, models.CASCADE, null=True, related_name="escalations")
    reached_at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "bước sau nhắc nhở"
        verbose_name_plural = "bước sau nhắc nhở"
        constraints = [
            models.UniqueConstraint(
                fields=["incident", "step"], name="incident_comes_to_a_step_once"
            ),
            models.CheckConstraint(
                condition=Q(step=Step.LETTER, letter__isnull=False)
                | Q(step=Step.REPORT, letter__isnull=True),
                name="step_of_a_letter_names_it",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.incident}: {self.get_step_display()}"
