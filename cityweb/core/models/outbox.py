"""What must happen after a transaction, waiting as rows of that same transaction."""

import json
import uuid
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.utils import timezone

from cityweb.core.sealed import EncryptedTextField


class OutboxQuerySet(models.QuerySet["OutboxItem"]):
    def waiting(self) -> "OutboxQuerySet":
        """Keep what is neither done nor given up."""
        return self.filter(done_at__isnull=True, given_up_at__isnull=True)

    def due(self, now: datetime) -> "OutboxQuerySet":
        """Keep what waits, whose time has come, and which nobody holds a lease on."""
        free = Q(lease_until__isnull=True) | Q(lease_until__lt=now)
        return self.waiting().filter(free, not_before__lte=now)

    def finished(self) -> "OutboxQuerySet":
        """Keep what is done or given up."""
        return self.filter(Q(done_at__isnull=False) | Q(given_up_at__isnull=False))

    def given_up(self) -> "OutboxQuerySet":
        return self.filter(given_up_at__isnull=False)

    def about(self, subject: models.Model) -> "OutboxQuerySet":
        return self.filter(
            about_type=ContentType.objects.get_for_model(subject), about_id=str(subject.pk)
        )


class OutboxItem(models.Model):
    """One thing that must happen: at least once, and recognisably the same when it happens twice.

    Neither `dedupe_key` nor `last_error` may hold personal data; `payload` is the place for it.
    """

    class Priority(models.IntegerChoices):
        """Who goes first when many wait: a citizen's receipt before a monthly bulletin."""

        FIRST = 0, "trước hết"
        USUAL = 5, "thường"
        BULK = 9, "hàng loạt"

    # Names the item to the outside: in Message-ID, so that a second copy of a mail is known as one.
    uuid = models.UUIDField("mã ngoài", default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField("loại việc", max_length=40)
    dedupe_key = models.CharField("khóa chống trùng", max_length=200, unique=True)
    payload = EncryptedTextField("nội dung", blank=True)
    about_type = models.ForeignKey(
        ContentType, models.PROTECT, null=True, related_name="+", verbose_name="loại đối tượng"
    )
    about_id = models.CharField("mã đối tượng", max_length=40, blank=True)
    priority = models.PositiveSmallIntegerField("ưu tiên", choices=Priority, default=Priority.USUAL)
    created_at = models.DateTimeField("xếp hàng lúc", default=timezone.now)
    not_before = models.DateTimeField("không sớm hơn", default=timezone.now)
    attempts = models.PositiveSmallIntegerField("số lần thử", default=0)
    lease_until = models.DateTimeField("đang giữ đến", null=True)
    done_at = models.DateTimeField("xong lúc", null=True)
    given_up_at = models.DateTimeField("bỏ lúc", null=True)
    last_error = models.CharField("lỗi gần nhất", max_length=200, blank=True)

    objects = OutboxQuerySet.as_manager()

    class Meta:
        verbose_name = "việc chờ gửi"
        verbose_name_plural = "việc chờ gửi"
        constraints = [
            models.CheckConstraint(
                condition=Q(done_at__isnull=True) | Q(given_up_at__isnull=True),
                name="outbox_item_is_not_both_done_and_given_up",
            ),
        ]
        indexes = [
            models.Index(
                fields=["priority", "not_before", "id"],
                condition=Q(done_at__isnull=True, given_up_at__isnull=True),
                name="outbox_waiting",
            ),
            models.Index(
                fields=["-id"], condition=Q(given_up_at__isnull=False), name="outbox_given_up"
            ),
            models.Index(fields=["about_type", "about_id"], name="outbox_by_subject"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def title(self) -> str:
        """What it is called on a desk."""
        return "Thư" if self.kind == "mail" else "Việc"

    @property
    def subject_label(self) -> str:
        """What it is about, without a name: the kind of object and its number."""
        return f"{self.about_type.name} số {self.about_id}" if self.about_type else ""

    @property
    def facts(self) -> dict[str, Any]:
        """The payload as it was put; empty once it was forgotten."""
        return json.loads(self.payload) if self.payload else {}

    @property
    def is_finished(self) -> bool:
        return self.done_at is not None or self.given_up_at is not None
