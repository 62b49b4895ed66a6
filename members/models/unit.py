"""The unit's own door to its site, and what it says through it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from members.models.incidents import Incident
from members.models.people import Contact
from members.querysets import SiteLinkQuerySet
from members.states import ExplanationState


class SiteLink(models.Model):
    """A link by which one contact sees one site, for a time. Its key is kept as a digest."""

    contact = models.ForeignKey(Contact, models.CASCADE, related_name="links")
    key_digest = models.CharField("dấu của liên kết", max_length=64, unique=True)
    made_at = models.DateTimeField("gửi lúc")
    expires_at = models.DateTimeField("hết hạn lúc")

    objects = SiteLinkQuerySet.as_manager()

    class Meta:
        verbose_name = "liên kết của đơn vị"
        verbose_name_plural = "liên kết của đơn vị"

    def __str__(self) -> str:
        return f"Liên kết của {self.contact}"


class Explanation(models.Model):
    """Why an incident is not mended yet and by when it will be, in the unit's own words."""

    incident = models.ForeignKey(Incident, models.CASCADE, related_name="explanations")
    contact = models.ForeignKey(Contact, models.SET_NULL, null=True, related_name="+")
    text = models.CharField("giải trình", max_length=300)
    promised_on = models.DateField("khắc phục xong trước hết ngày")
    sent_at = models.DateTimeField("gửi lúc")
    state = models.CharField(
        "trạng thái", max_length=10, choices=ExplanationState, default=ExplanationState.SENT
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    decided_at = models.DateTimeField("quyết định lúc", null=True)
    answer = models.CharField("lời của Phòng", max_length=300, blank=True)

    class Meta:
        verbose_name = "giải trình"
        verbose_name_plural = "giải trình"
        ordering = ["sent_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["incident"],
                condition=Q(state=ExplanationState.SENT),
                name="one_explanation_waits_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(state=ExplanationState.SENT, decided_at__isnull=True)
                | (~Q(state=ExplanationState.SENT) & Q(decided_at__isnull=False)),
                name="explanation_is_decided_on_some_day",
            ),
        ]

    def __str__(self) -> str:
        return self.text
