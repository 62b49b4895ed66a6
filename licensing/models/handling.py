"""Proceedings about a licence: what the authority does by itself, up to a decision."""

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from cityweb.core.models import history
from licensing.handling import ENDED, Ground, Ruling, Stage
from licensing.models.guards import GuardSigner
from licensing.models.licences import Licence
from licensing.models.three import three_people
from licensing.querysets import ProceedingQuerySet


@pghistory.track()
class Proceeding(models.Model):
    """One matter about one licence: why, how far, and what was decided by which three people."""

    licence = models.ForeignKey(
        Licence, models.PROTECT, related_name="proceedings", verbose_name="giấy phép"
    )
    code = models.CharField("mã vụ việc", max_length=40, unique=True)
    ground = models.CharField("lý do xem xét", max_length=12, choices=Ground)
    basis = models.TextField("căn cứ")
    facts = models.TextField("nội dung, chứng cứ")
    state = models.CharField("trạng thái", max_length=10, choices=Stage, default=Stage.OPEN)
    opened_at = models.DateTimeField("mở lúc")
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    closed_at = models.DateTimeField("kết thúc lúc", null=True)
    remedy_paper = models.OneToOneField("core.Paper", models.PROTECT, null=True, related_name="+")
    ruling = models.CharField("dự kiến quyết định", max_length=10, choices=Ruling, blank=True)
    # Only where no settled rule says how long a suspension lasts.
    until = models.DateField("có hiệu lực trở lại từ ngày", null=True)
    reason = models.TextField("lý do của quyết định", blank=True)
    # Where the terms come from when no settled rule gives them.
    source = models.CharField("nguồn của thời hạn", max_length=300, blank=True)
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    # For whom each of the three stood in; those people are three as well.
    drafted_for = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    reviewed_for = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    signed_for = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    sent_back = models.TextField("lý do trả lại", blank=True)
    paper = models.OneToOneField("core.Paper", models.PROTECT, null=True, related_name="+")

    objects = ProceedingQuerySet.as_manager()

    class Meta:
        verbose_name = "vụ việc về giấy phép"
        verbose_name_plural = "vụ việc về giấy phép"
        ordering = ["-id"]
        indexes = [models.Index(fields=["state", "-id"], name="proceedings_in_state")]
        constraints = [
            models.UniqueConstraint(
                fields=["licence"],
                condition=~Q(state__in=ENDED),
                name="one_open_proceeding_a_licence",
            ),
            *three_people(
                reviews="nobody_reviews_their_own_ruling",
                signs="who_signs_a_ruling_did_nothing_else",
                stands_in="standing_in_makes_nobody_two_of_three_who_rule",
            ),
            models.CheckConstraint(
                condition=~Q(state=Stage.DECIDED) | Q(paper__isnull=False),
                name="a_ruling_is_a_paper",
            ),
        ]
        triggers: list[pgtrigger.Trigger] = [GuardSigner()]

    def __str__(self) -> str:
        return f"Vụ việc {self.code}"

    @property
    def is_ended(self) -> bool:
        return self.state in ENDED


class ProceedingStep(models.Model):
    """One move of a proceeding: who, when, why. Only ever added to."""

    proceeding = models.ForeignKey(Proceeding, models.CASCADE, related_name="steps")
    deed = models.CharField("việc", max_length=20)
    state = models.CharField("trạng thái", max_length=10, choices=Stage)
    at = models.DateTimeField("lúc")
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    # For whom the actor stood in.
    behalf = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+",
        verbose_name="thay mặt",
    )  # fmt: skip
    reason = models.TextField("lý do", blank=True)

    class Meta:
        verbose_name = "bước của vụ việc"
        verbose_name_plural = "bước của vụ việc"
        ordering = ["id"]
        triggers: list[pgtrigger.Trigger] = [history.RefuseChange(), history.RefuseTruncate()]

    def __str__(self) -> str:
        return f"{self.get_state_display()} {self.at:%d/%m/%Y %H:%M}"


class Inquiry(models.Model):
    """What a licensee was asked to explain or prove in a proceeding, and what it answered."""

    proceeding = models.ForeignKey(Proceeding, models.CASCADE, related_name="inquiries")
    question = models.TextField("nội dung cần giải trình, bổ sung")
    paper = models.OneToOneField("core.Paper", models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField("hỏi lúc")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    answer = models.TextField("nội dung giải trình", blank=True)
    answered_at = models.DateTimeField("giải trình lúc", null=True)
    # The licensee's account, or the officer who wrote it down.
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        verbose_name = "yêu cầu giải trình"
        verbose_name_plural = "yêu cầu giải trình"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["proceeding"],
                condition=Q(answered_at__isnull=True),
                name="one_open_inquiry_a_proceeding",
            ),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answered_by__isnull=True)
                | (Q(answered_at__isnull=False, answered_by__isnull=False) & ~Q(answer="")),
                name="an_explanation_has_words_and_who_gave_them",
            ),
        ]

    def __str__(self) -> str:
        return f"Yêu cầu giải trình, {self.proceeding}"
