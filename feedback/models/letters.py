"""Mail that came to the mailboxes, and what became of each."""

from django.db import models
from django.db.models import Q

from cityweb.core.sealed import EncryptedTextField
from feedback.models.submissions import Message, Submission
from feedback.querysets import LetterQuerySet


class Letter(models.Model):
    """One mail that came in: joined to its submission, recognised as a machine's, or held."""

    class State(models.TextChoices):
        THREADED = "threaded", "Đã vào hồ sơ"
        HELD = "held", "Chờ người xem"
        BOUNCED = "bounced", "Thư của ta bị trả lại"
        AUTOMATIC = "automatic", "Trả lời tự động"
        TAKEN_IN = "taken_in", "Đã lập ý kiến mới"
        DISCARDED = "discarded", "Đã bỏ, có lý do"
        REPEATED = "repeated", "Đã đến trước đó"

    raw = models.OneToOneField(
        "core.RawMail", models.PROTECT, related_name="+", verbose_name="thư gốc"
    )
    mail_id = models.CharField("mã thư", max_length=250, blank=True)
    state = models.CharField("trạng thái", max_length=10, choices=State)
    # Why it is held, or why somebody discarded it; a sentence.
    reason = models.CharField("lý do", max_length=300, blank=True)
    submission = models.ForeignKey(
        Submission,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="letters",
        verbose_name="ý kiến",
    )
    message = models.OneToOneField(
        Message, models.CASCADE, null=True, blank=True, related_name="letter"
    )
    # The same mail that came before; it shares that one's fate.
    repeats = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="copies"
    )
    # What may be a denunciation and is in no submission yet: only its readers see it.
    is_restricted = models.BooleanField("hạn chế người đọc", default=False)
    sender = EncryptedTextField("người gửi", blank=True)
    # A report that our mail to the sender of the submission was not delivered.
    is_of_mail_to_sender = models.BooleanField("về thư gửi người gửi ý kiến", default=False)
    # A keyed digest, to erase all that one person sent without reading who it is.
    sender_index = models.CharField(max_length=64, blank=True, editable=False)
    subject = EncryptedTextField("tiêu đề", blank=True)
    received_at = models.DateTimeField("nhận lúc")
    decided_by = models.ForeignKey(
        "core.User", models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField("xử lý lúc", null=True, blank=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = "thư đến hộp thư góp ý"
        verbose_name_plural = "thư đến hộp thư góp ý"
        ordering = ["-received_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["mail_id"], condition=~Q(mail_id=""), name="one_letter_a_message_id"
            ),
        ]
        indexes = [
            models.Index(
                fields=["-received_at", "-id"], condition=Q(state="held"), name="letter_held"
            ),
            models.Index(
                fields=["sender_index"], condition=~Q(sender_index=""), name="letter_by_sender"
            ),
        ]

    def __str__(self) -> str:
        return f"Thư {self.pk}"
