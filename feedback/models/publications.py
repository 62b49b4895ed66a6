"""Questions and answers for everybody to read, with personal data masked."""

import pghistory
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import Func, Q, Value
from django.db.models.functions import Concat, Left
from django.utils.text import slugify

from cityweb.core.text import fold
from feedback.models.replies import Reply
from feedback.models.submissions import Submission
from feedback.querysets import PublicationQuerySet
from feedback.states import PublicationState

# An answer longer than this is found by its beginning.
_SEARCHED = 50_000


@pghistory.track(
    pghistory.UpdateEvent(),
    pghistory.DeleteEvent(),
    fields=["state", "decided_by"],
    model_name="PublicationEvent",
)
class Publication(models.Model):
    """The public copy of a question and its answer. The originals are never touched."""

    submission = models.OneToOneField(Submission, models.CASCADE, related_name="publication")
    reply = models.ForeignKey(Reply, models.PROTECT, related_name="+", verbose_name="trả lời")
    state = models.CharField(
        "trạng thái", max_length=10, choices=PublicationState, default=PublicationState.PREPARING
    )
    title = models.CharField("tiêu đề công khai", max_length=200)
    question = models.TextField("câu hỏi công khai")
    answer = models.TextField("trả lời công khai")
    # Empty unless the sender agreed to it, in words kept with the submission.
    sender_name = models.CharField("tên người gửi được công khai", max_length=120, blank=True)
    answered_by = models.CharField("cơ quan trả lời", max_length=250, blank=True)
    decided_by = models.ForeignKey(
        "core.User", models.PROTECT, null=True, blank=True, related_name="+"
    )
    reason = models.TextField("lý do", blank=True)
    published_at = models.DateTimeField("công khai lúc", null=True, blank=True)
    updated_at = models.DateTimeField("sửa lúc", auto_now=True)
    # Kept by the database itself, so that words that were masked are found no more.
    search = models.GeneratedField(
        expression=SearchVector(
            Func(
                Concat(
                    *("title", Value(" "), "question", Value(" "), Left("answer", _SEARCHED)),
                    output_field=models.TextField(),
                ),
                function="core_fold",
                output_field=models.TextField(),
            ),
            config="simple",
        ),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = PublicationQuerySet.as_manager()

    class Meta:
        verbose_name = "hỏi đáp công khai"
        verbose_name_plural = "hỏi đáp công khai"
        ordering = ["-published_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=PublicationState.PUBLISHED) | Q(published_at__isnull=False),
                name="what_is_published_has_a_day",
            ),
        ]
        indexes = [
            GinIndex(fields=["search"], name="publication_search"),
            models.Index(
                fields=["-published_at", "-id"],
                condition=Q(state=PublicationState.PUBLISHED),
                name="publication_newest",
            ),
        ]

    def __str__(self) -> str:
        return f"Hỏi đáp {self.submission}"

    @property
    def path(self) -> str:
        """The public address; only the number finds, the words are for people."""
        words = slugify(fold(self.title))[:80].strip("-") or "hoi-dap"
        return f"/gop-y/hoi-dap/{self.pk}-{words}/"


class PrivacyDecision(models.Model):
    """A person's decision on one piece of personal data found before publishing."""

    class Verdict(models.TextChoices):
        MASKED = "masked", "Đã che"
        KEPT = "kept", "Giữ lại, có lý do"

    publication = models.ForeignKey(Publication, models.CASCADE, related_name="decisions")
    part = models.CharField("phần", max_length=20)
    kind = models.CharField("loại dữ liệu", max_length=20)
    # A keyed digest of the words: the words themselves must not live on here.
    digest = models.CharField("dấu", max_length=64)
    verdict = models.CharField("quyết định", max_length=10, choices=Verdict)
    reason = models.CharField("lý do", max_length=250, blank=True)
    by = models.ForeignKey("core.User", models.PROTECT, related_name="+")
    at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "quyết định về dữ liệu cá nhân"
        verbose_name_plural = "quyết định về dữ liệu cá nhân"
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "part", "digest"], name="one_decision_a_find"
            ),
            models.CheckConstraint(
                condition=~Q(verdict="kept") | ~Q(reason=""), name="what_is_kept_has_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_verdict_display()} – {self.publication}"


class PublishedFile(models.Model):
    """A file shown with a publication: a redacted copy, or the original that a person let pass."""

    publication = models.ForeignKey(Publication, models.CASCADE, related_name="files")
    original = models.ForeignKey("core.Attachment", models.CASCADE, related_name="+")
    shown = models.ForeignKey("core.Attachment", models.CASCADE, related_name="+")
    name = models.CharField("tên tệp công khai", max_length=120)
    checked_by = models.ForeignKey("core.User", models.PROTECT, related_name="+")
    # What a machine read in it, for the search for personal data; it goes with the file.
    words = models.TextField("chữ trong tệp", blank=True)
    # Whether these are all: a scan, a picture, a very long file need eyes.
    is_read = models.BooleanField("máy đọc được hết", default=False)

    class Meta:
        verbose_name = "tệp công khai"
        verbose_name_plural = "tệp công khai"
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "original"], name="one_public_copy_a_file"
            ),
        ]

    def __str__(self) -> str:
        return self.name
