"""Replies to the sender, and what they cite."""

import pghistory
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import F, Q

from feedback.models.forwarding import Hop
from feedback.models.submissions import Submission
from feedback.states import REPLY_OUTCOMES, Outcome, ReplyState


@pghistory.track(
    pghistory.UpdateEvent(),
    pghistory.DeleteEvent(),
    exclude=["body", "returned_reason", "returned_digest"],
)
class Reply(models.Model):
    """An answer to the sender: drafted by one person, approved by another, then sent."""

    submission = models.ForeignKey(Submission, models.CASCADE, related_name="replies")
    state = models.CharField(
        "trạng thái", max_length=10, choices=ReplyState, default=ReplyState.DRAFT
    )
    body = models.TextField("nội dung trả lời")
    outcome = models.CharField(
        "kết quả",
        max_length=15,
        choices=[(outcome.value, outcome.label) for outcome in REPLY_OUTCOMES],
        default=Outcome.ANSWERED,
    )
    source = models.ForeignKey(
        Hop,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="replies",
        verbose_name="dựa trên trả lời của",
    )
    # Which files of the bodies go along; the sender opens them as long as the bodies have them.
    files = models.ManyToManyField(
        "core.Attachment", related_name="replies", blank=True, verbose_name="tệp gửi kèm"
    )
    author = models.ForeignKey(
        "core.User", models.PROTECT, related_name="+", verbose_name="người soạn"
    )
    approver = models.ForeignKey(
        "core.User",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="người duyệt",
    )
    returned_reason = models.TextField("lý do trả lại", blank=True)
    # The mark of what was given back, to tell whether it comes again as it was.
    returned_digest = models.CharField(max_length=64, blank=True, editable=False)
    # Counts the saves, so that nobody overwrites what they have not read.
    version = models.PositiveIntegerField("lần lưu", default=1)
    created_at = models.DateTimeField("soạn lúc")
    approved_at = models.DateTimeField("duyệt lúc", null=True, blank=True)
    sent_at = models.DateTimeField("gửi lúc", null=True, blank=True)

    class Meta:
        verbose_name = "trả lời"
        verbose_name_plural = "trả lời"
        ordering = ["created_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(approver__isnull=True) | ~Q(approver=F("author")),
                name="nobody_approves_their_own_reply",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[ReplyState.APPROVED, ReplyState.SENT])
                | Q(approver__isnull=False),
                name="a_reply_is_approved_by_a_named_person",
            ),
            models.UniqueConstraint(
                fields=["submission"],
                condition=~Q(state__in=[ReplyState.SENT, ReplyState.DROPPED]),
                name="one_reply_in_work_a_submission",
            ),
        ]
        indexes = [
            models.Index(
                fields=["state", "author"],
                condition=Q(
                    state__in=[ReplyState.DRAFT, ReplyState.IN_REVIEW, ReplyState.APPROVED]
                ),
                name="reply_in_work",
            ),
        ]

    def __str__(self) -> str:
        return f"Trả lời {self.submission}"


class FileReading(models.Model):
    """What a machine read in a file that may go along with replies; it goes with the file."""

    file = models.OneToOneField("core.Attachment", models.CASCADE, related_name="+")
    words = models.TextField("chữ trong tệp", blank=True)
    # Whether these are all: a scan, a picture, a very long file need eyes.
    is_read = models.BooleanField("máy đọc được hết", default=False)

    class Meta:
        verbose_name = "chữ trong tệp gửi kèm"
        verbose_name_plural = "chữ trong tệp gửi kèm"

    def __str__(self) -> str:
        return f"Chữ trong tệp {self.file_id}"


class Citation(models.Model):
    """Something a reply leans on; when that changes, the reply is flagged."""

    reply = models.ForeignKey(Reply, models.CASCADE, related_name="citations")
    target_type = models.ForeignKey(ContentType, models.PROTECT, related_name="+")
    target_id = models.PositiveBigIntegerField("mã")
    title = models.CharField("tên", max_length=300)
    address = models.CharField("địa chỉ", max_length=300)
    # What the cited thing was when it was cited, in its own app's words.
    version = models.CharField("phiên bản được dẫn", max_length=80, blank=True)
    flagged_at = models.DateTimeField("cần xem lại từ", null=True, blank=True)
    flag = models.CharField("vì sao cần xem lại", max_length=300, blank=True)
    settled_by = models.ForeignKey(
        "core.User", models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "trích dẫn"
        verbose_name_plural = "trích dẫn"
        constraints = [
            models.UniqueConstraint(
                fields=["reply", "target_type", "target_id"], name="one_citation_a_thing_and_reply"
            ),
        ]
        indexes = [
            models.Index(fields=["target_type", "target_id"], name="citation_by_target"),
            models.Index(
                fields=["flagged_at"],
                condition=Q(flagged_at__isnull=False),
                name="citation_flagged",
            ),
        ]

    def __str__(self) -> str:
        return self.title
