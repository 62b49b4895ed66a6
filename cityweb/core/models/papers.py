"""Papers: what the office issues under a number, with its data, its file and its signatures."""

import pghistory
import pgtrigger
from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import F, Func, Q

from cityweb.core.models import history
from cityweb.core.models.attachments import StoredFile
from cityweb.core.models.people import Organisation


class GuardPaper(history.OwnFunction):
    """Refuses to change or delete an issued paper, but for its being superseded."""

    name = "issued_papers_are_never_rewritten"
    when = pgtrigger.Before
    operation = pgtrigger.Update | pgtrigger.Delete
    function = "core_guard_paper"


class PaperQuerySet(models.QuerySet["Paper"]):
    def about(self, owner: models.Model) -> "PaperQuerySet":
        """Keep the papers of that case, oldest first."""
        kind = ContentType.objects.get_for_model(owner)
        return self.filter(owner_type=kind, owner_id=owner.pk).order_by("id")

    def issued(self) -> "PaperQuerySet":
        """Keep what has a number and a file, in force or superseded."""
        return self.exclude(state=Paper.State.DRAFT)


@pghistory.track()
class Paper(models.Model):
    """One paper: a draft that may change, then a numbered file that never does.

    `code` is what the QR on it carries. A paper that replaces another names it in `supersedes`.
    """

    class State(models.TextChoices):
        DRAFT = "draft", "Dự thảo"
        ISSUED = "issued", "Đã ban hành"
        SUPERSEDED = "superseded", "Đã được thay thế"

    kind = models.CharField("loại văn bản", max_length=60)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name="cơ quan ban hành"
    )
    owner_type = models.ForeignKey(
        ContentType, models.PROTECT, related_name="+", verbose_name="loại hồ sơ"
    )
    owner_id = models.PositiveBigIntegerField("mã hồ sơ")
    owner = GenericForeignKey("owner_type", "owner_id")
    version = models.PositiveIntegerField("lần ban hành", default=1)
    supersedes = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        related_name="superseded_by",
        verbose_name="thay thế văn bản",
    )
    data = models.JSONField("dữ liệu")
    code = models.CharField("mã xác minh", max_length=14, unique=True)
    state = models.CharField("trạng thái", max_length=10, choices=State, default=State.DRAFT)
    period = models.CharField("kỳ đánh số", max_length=10, blank=True)
    number = models.PositiveIntegerField("số", null=True)
    number_text = models.CharField("số và ký hiệu", max_length=80, blank=True)
    issued_on = models.DateField("ngày ban hành", null=True)
    issued_at = models.DateTimeField("ban hành lúc", null=True)
    file = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, related_name="papers", verbose_name="tệp"
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người soạn"
    )
    created_at = models.DateTimeField("soạn lúc", auto_now_add=True)

    objects = PaperQuerySet.as_manager()

    class Meta:
        verbose_name = "văn bản"
        verbose_name_plural = "văn bản"
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["owner_type", "owner_id", "id"], name="papers_by_owner"),
            models.Index(
                Func(F("number_text"), function="core_fold", output_field=models.TextField()),
                name="papers_by_folded_number",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "kind", "period", "number"],
                condition=Q(number__isnull=False),
                name="no_number_is_given_twice",
            ),
            models.CheckConstraint(
                condition=Q(
                    state="draft", number__isnull=True, number_text="", period="",
                    issued_on__isnull=True, issued_at__isnull=True, file__isnull=True,
                )
                | (
                    ~Q(state="draft") & ~Q(number_text="") & ~Q(period="")
                    & Q(
                        number__isnull=False, issued_on__isnull=False, issued_at__isnull=False,
                        file__isnull=False,
                    )
                ),
                name="a_paper_is_a_draft_or_whole",
            ),
            models.CheckConstraint(
                condition=Q(supersedes__isnull=True, version=1)
                | Q(supersedes__isnull=False, version__gt=1),
                name="later_versions_name_what_they_replace",
            ),
        ]  # fmt: skip
        triggers: list[pgtrigger.Trigger] = [GuardPaper(), history.RefuseTruncate()]

    def __str__(self) -> str:
        return f"Văn bản {self.number_text or f'dự thảo {self.pk}'}"


class PaperSignature(models.Model):
    """One signature of a paper's file, as it was made. Only ever added to."""

    class Place(models.TextChoices):
        PERSON = "person", "Người ký"
        SEAL = "seal", "Cơ quan"

    paper = models.ForeignKey(
        Paper, models.PROTECT, related_name="signatures", verbose_name="văn bản"
    )
    place = models.CharField("chữ ký của", max_length=10, choices=Place)
    signer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người"
    )
    holder = models.CharField("chủ chứng thư", max_length=200)
    serial = models.CharField("số chứng thư", max_length=64)
    fingerprint = models.CharField("dấu vân tay chứng thư", max_length=64)
    is_test = models.BooleanField("khóa chạy thử")
    signed_at = models.DateTimeField("ký lúc")

    class Meta:
        verbose_name = "chữ ký"
        verbose_name_plural = "chữ ký"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["paper", "place"], name="each_place_is_signed_once"),
        ]
        triggers: list[pgtrigger.Trigger] = [history.RefuseChange(), history.RefuseTruncate()]

    def __str__(self) -> str:
        return f"{self.get_place_display()}: {self.holder}"
