"""What officers keep beside the submissions: notes, snippets, saved views, who is looking."""

from django.db import models

from cityweb.core.models.views import KeptView
from feedback.models.mailboxes import Category, Mailbox
from feedback.models.submissions import Submission
from feedback.states import State


class Note(models.Model):
    """A word inside the office about a submission; the sender never reads it."""

    submission = models.ForeignKey(Submission, models.CASCADE, related_name="notes")
    author = models.ForeignKey("core.User", models.PROTECT, related_name="+")
    body = models.TextField("ghi chú")
    mentions = models.ManyToManyField(
        "core.User", related_name="+", blank=True, verbose_name="nhắc tới"
    )
    at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "ghi chú nội bộ"
        verbose_name_plural = "ghi chú nội bộ"
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"Ghi chú {self.submission}"


class Snippet(models.Model):
    """Words used again and again, offered where they fit."""

    class Use(models.TextChoices):
        REPLY = "reply", "Trả lời"
        QUESTION = "question", "Đề nghị bổ sung"
        REFUSAL = "refusal", "Không tiếp nhận, hướng dẫn"
        FORWARDING = "forwarding", "Chuyển cơ quan"

    title = models.CharField("tên", max_length=120)
    use = models.CharField("dùng khi", max_length=12, choices=Use)
    body = models.TextField("nội dung")
    mailbox = models.ForeignKey(
        Mailbox, models.CASCADE, null=True, blank=True, related_name="+", verbose_name="hộp thư"
    )
    category = models.ForeignKey(
        Category, models.CASCADE, null=True, blank=True, related_name="+", verbose_name="lĩnh vực"
    )
    state = models.CharField("ở trạng thái", max_length=15, choices=State, blank=True)
    is_active = models.BooleanField("đang dùng", default=True)

    class Meta:
        verbose_name = "đoạn soạn sẵn"
        verbose_name_plural = "đoạn soạn sẵn"
        ordering = ["use", "title"]

    def __str__(self) -> str:
        return self.title


class SavedView(KeptView):
    """A filter of the list of submissions."""

    class Meta(KeptView.Meta):
        constraints = [
            models.UniqueConstraint(fields=["owner", "name"], name="one_saved_view_a_name"),
        ]


class Presence(models.Model):
    """Who has a submission open on their desk, so that two people do not do one work twice."""

    submission = models.ForeignKey(Submission, models.CASCADE, related_name="+")
    person = models.ForeignKey("core.User", models.CASCADE, related_name="+")
    seen_at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "người đang xem"
        verbose_name_plural = "người đang xem"
        constraints = [
            models.UniqueConstraint(
                fields=["submission", "person"], name="one_presence_a_person_and_submission"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} – {self.submission}"


class DuplicateSuggestion(models.Model):
    """Two submissions that may be one; a person decides."""

    class Verdict(models.TextChoices):
        SUGGESTED = "suggested", "Gợi ý"
        CONFIRMED = "confirmed", "Đúng là trùng"
        DISMISSED = "dismissed", "Không trùng"

    submission = models.ForeignKey(Submission, models.CASCADE, related_name="suggestions")
    other = models.ForeignKey(Submission, models.CASCADE, related_name="suggested_for")
    score = models.FloatField("độ giống")
    verdict = models.CharField(
        "quyết định", max_length=10, choices=Verdict, default=Verdict.SUGGESTED
    )
    decided_by = models.ForeignKey(
        "core.User", models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "gợi ý trùng"
        verbose_name_plural = "gợi ý trùng"
        ordering = ["-score"]
        constraints = [
            models.UniqueConstraint(fields=["submission", "other"], name="one_suggestion_a_pair"),
            models.CheckConstraint(
                condition=models.Q(submission__gt=models.F("other")),
                name="the_later_points_to_the_earlier",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.submission} ~ {self.other}"
