"""What of an answer those read whose letters were joined to the one that it answers."""

from django.db import models
from django.db.models import Q

from feedback.models.replies import Reply
from feedback.querysets import SharedCopyQuerySet


class SharedCopy(models.Model):
    """A reply without the data of the person it was written to, as a person let it through.

    Without a decision it waits, its words are empty, and nobody reads anything.
    """

    reply = models.OneToOneField(
        Reply, models.CASCADE, related_name="shared_copy", verbose_name="trả lời"
    )
    body = models.TextField("bản cho người có ý kiến gộp", blank=True)
    # Why personal data that was still found in it may be read by others.
    reason = models.CharField("lý do để lại", max_length=250, blank=True)
    decided_by = models.ForeignKey(
        "core.User", models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField("quyết định lúc", null=True, blank=True)

    objects = SharedCopyQuerySet.as_manager()

    class Meta:
        verbose_name = "bản trả lời cho người có ý kiến gộp"
        verbose_name_plural = "bản trả lời cho người có ý kiến gộp"
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_at__isnull=True, decided_by__isnull=True, body="")
                | Q(decided_at__isnull=False, decided_by__isnull=False),
                name="a_shared_copy_is_let_through_by_a_person",
            ),
        ]
        indexes = [
            models.Index(
                fields=["reply"],
                condition=Q(decided_at__isnull=True),
                name="shared_copy_waiting",
            ),
        ]

    def __str__(self) -> str:
        return f"Bản chung của {self.reply}"
