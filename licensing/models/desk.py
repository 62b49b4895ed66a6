"""What the desk keeps beside dossiers: questions to other offices, flags, stand-ins, filters."""

from datetime import date, datetime
from typing import Any, Self

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from cityweb.core import link_keys
from cityweb.core.models.views import KeptView
from licensing.life import IN_WORK
from licensing.models.dossiers import Dossier
from licensing.models.guards import GuardStandIn
from licensing.models.licences import Licence

LINK_PURPOSE = "licensing.consultation"


class ConsultationQuerySet(models.QuerySet[Any]):
    def behind(self, key: str, now: datetime) -> Self:
        """Keep the one that waits behind this key of a link that still works."""
        digest = link_keys.digest(LINK_PURPOSE, key)
        return self.filter(
            key_digest=digest, expires_at__gt=now, answered_at=None, dossier__state__in=IN_WORK
        )


class Consultation(models.Model):
    """A question to another office about a dossier; its clock never stops that of the dossier."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="consultations")
    office = models.CharField("cơ quan được hỏi", max_length=200)
    email = models.EmailField("thư điện tử", blank=True)
    question = models.TextField("nội dung hỏi")
    asked_at = models.DateTimeField("hỏi lúc")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    answer = models.TextField("ý kiến trả lời", blank=True)
    document = models.CharField("số văn bản trả lời", max_length=80, blank=True)
    answered_at = models.DateTimeField("trả lời lúc", null=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    # The link that was mailed to this office alone; its key is kept as a digest.
    key_digest = models.CharField("dấu của liên kết", max_length=64, blank=True)
    expires_at = models.DateTimeField("liên kết hết hạn lúc", null=True)
    # Who answered by it, in their own words.
    answered_by = models.CharField("người trả lời", max_length=120, blank=True)

    objects = ConsultationQuerySet.as_manager()

    class Meta:
        verbose_name = "hỏi ý kiến"
        verbose_name_plural = "hỏi ý kiến"
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True)
                | (~Q(answer="") & (Q(recorded_by__isnull=False) | ~Q(answered_by=""))),
                name="an_answer_has_words_and_who_wrote_them_down",
            ),
            models.UniqueConstraint(
                fields=["key_digest"],
                condition=~Q(key_digest=""),
                name="one_consultation_a_link",
            ),
        ]

    def __str__(self) -> str:
        return f"Hỏi {self.office}"


@pghistory.track()
class Flag(models.Model):
    """Something that keeps a result from being signed or issued until somebody lifts it."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="flags")
    reason = models.TextField("lý do")
    # The licence in force for a domain that the dossier asks for; nobody raised such a flag.
    licence = models.ForeignKey(
        Licence, models.PROTECT, null=True, related_name="+", verbose_name="giấy phép đã có"
    )
    raised_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    raised_at = models.DateTimeField("gắn lúc")
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    lifted_at = models.DateTimeField("gỡ lúc", null=True)
    outcome = models.TextField("lý do gỡ", blank=True)

    class Meta:
        verbose_name = "cờ chặn ban hành"
        verbose_name_plural = "cờ chặn ban hành"
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(lifted_at__isnull=True, lifted_by__isnull=True)
                | (Q(lifted_at__isnull=False, lifted_by__isnull=False) & ~Q(outcome="")),
                name="a_flag_is_lifted_by_somebody_with_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(raised_by__isnull=False) | Q(licence__isnull=False),
                name="a_flag_that_nobody_raised_is_about_a_licence",
            ),
            models.UniqueConstraint(
                fields=["dossier", "licence"],
                condition=Q(licence__isnull=False),
                name="one_flag_a_licence_and_dossier",
            ),
        ]

    def __str__(self) -> str:
        return f"Cờ {self.dossier}"


class StandInQuerySet(models.QuerySet[Any]):
    def on(self, day: date) -> Self:
        """Keep those in force on the day; both ends count."""
        return self.filter(valid_from__lte=day, valid_to__gte=day, ended_at=None)


@pghistory.track()
class StandIn(models.Model):
    """Somebody who does another's work from one day to another."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người vắng"
    )
    stand_in = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người làm thay"
    )
    valid_from = models.DateField("từ ngày")
    valid_to = models.DateField("đến hết ngày")
    reason = models.CharField("lý do", max_length=300)
    # The paper by which a head lets somebody sign: number and day.
    decision = models.CharField(
        "văn bản giao, ủy quyền", max_length=120, blank=True, default="", db_default=""
    )
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField("lập lúc")
    ended_at = models.DateTimeField("chấm dứt lúc", null=True)

    objects = StandInQuerySet.as_manager()

    class Meta:
        verbose_name = "làm thay"
        verbose_name_plural = "làm thay"
        ordering = ["-valid_from", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__gte=F("valid_from")), name="standing_in_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=~Q(person=F("stand_in")), name="nobody_stands_in_for_themselves"
            ),
        ]
        triggers: list[pgtrigger.Trigger] = [GuardStandIn()]

    def __str__(self) -> str:
        return f"{self.stand_in} thay {self.person}"


class SavedView(KeptView):
    """A filter of the list of dossiers."""

    class Meta(KeptView.Meta):
        constraints = [
            models.UniqueConstraint(fields=["owner", "name"], name="one_view_of_dossiers_a_name"),
        ]
