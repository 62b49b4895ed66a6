"""Who answers for a member site, rung by rung."""

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from members.ladder import Rung
from members.models.sites import MemberSite
from members.querysets import ContactQuerySet


@pghistory.track()
class Contact(models.Model):
    """A person on one rung of a site's ladder, from one day to another."""

    site = models.ForeignKey(
        MemberSite, models.CASCADE, related_name="contacts", verbose_name="website"
    )
    rung = models.PositiveSmallIntegerField("trách nhiệm", choices=Rung, default=Rung.CONTACT)
    full_name = models.CharField("họ và tên", max_length=120)
    position = models.CharField("chức danh", max_length=120, blank=True)
    email = models.EmailField("thư điện tử")
    phone = models.CharField("điện thoại", max_length=30, blank=True)
    valid_from = models.DateField("từ ngày", default=timezone.localdate)
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)

    objects = ContactQuerySet.as_manager()

    class Meta:
        verbose_name = "người chịu trách nhiệm"
        verbose_name_plural = "người chịu trách nhiệm"
        ordering = ["site", "rung", "full_name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="contact_ends_after_it_begins",
                violation_error_message="Ngày kết thúc phải sau ngày bắt đầu.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.full_name} ({self.get_rung_display()})"
