"""What a person wrote to a mailbox, what was said since, and every step it went."""

import uuid

import pghistory
import pgtrigger
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import Func, Q, Value
from django.db.models.functions import Concat, Left

from cityweb.core.sealed import EncryptedTextField
from feedback.models.mailboxes import Category, Mailbox, PrivacyNotice
from feedback.querysets import MessageQuerySet, SubmissionQuerySet
from feedback.states import ENDED, OPEN, Channel, Kind, Outcome, State

# Beyond this a text is an attachment in disguise; its beginning finds it.
_SEARCHED_LETTERS = 20_000


# What the sender wrote stays out of the row history: history is for ever, personal data is not.
@pghistory.track(
    pghistory.UpdateEvent(),
    pghistory.DeleteEvent(),
    fields=[
        *("state", "kind", "category", "unit", "is_urgent", "is_restricted", "assigned_to"),
        *("outcome", "closed_at", "duplicate_of", "is_suspected_spam", "anonymised_at"),
    ],
    model_name="SubmissionEvent",
)
class Submission(models.Model):
    """One message from a person or an organisation, from its arrival to its outcome."""

    class Sender(models.TextChoices):
        PERSON = "person", "Cá nhân"
        ORGANISATION = "organisation", "Tổ chức, doanh nghiệp"

    code = models.CharField("mã tra cứu", max_length=20, unique=True)
    # Made by the form before sending, so that the same form sent twice is one submission.
    token = models.UUIDField("mã lần gửi", unique=True, default=uuid.uuid4, editable=False)
    secret_digest = models.CharField("dấu của mã bí mật", max_length=64, editable=False)
    mailbox = models.ForeignKey(
        Mailbox, models.PROTECT, related_name="submissions", verbose_name="hộp thư"
    )
    channel = models.CharField("kênh", max_length=10, choices=Channel, default=Channel.WEB)
    received_at = models.DateTimeField("nhận lúc")
    # When a browser first drew the receipt; before, its secret may have been lost on the way.
    receipt_seen_at = models.DateTimeField("giấy báo nhận đã hiện lúc", null=True, editable=False)
    state = models.CharField("trạng thái", max_length=15, choices=State, default=State.SUBMITTED)
    kind = models.CharField("loại", max_length=15, choices=Kind, blank=True)
    category = models.ForeignKey(
        Category,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="submissions",
        verbose_name="lĩnh vực",
    )
    unit = models.ForeignKey(
        "core.AdminUnit",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="phường, xã, đặc khu",
    )
    place = models.CharField("địa điểm", max_length=250, blank=True)
    subject = models.CharField("tiêu đề", max_length=200)
    body = models.TextField("nội dung")
    is_urgent = models.BooleanField("khẩn", default=False)
    # A denunciation, or what may be one: only its appointed readers see it, anywhere.
    is_restricted = models.BooleanField("hạn chế người đọc", default=False)
    is_suspected_spam = models.BooleanField("nghi là thư rác", default=False)
    spam_score = models.FloatField("điểm thư rác", null=True, blank=True)

    sender_kind = models.CharField(
        "người gửi là", max_length=15, choices=Sender, default=Sender.PERSON
    )
    sender_name = EncryptedTextField("họ tên", blank=True)
    sender_address = EncryptedTextField("địa chỉ", blank=True)
    sender_phone = EncryptedTextField("điện thoại", blank=True)
    sender_email = EncryptedTextField("thư điện tử", blank=True)
    # Keyed digests, to find all that one person sent without reading who it is.
    email_index = models.CharField(max_length=64, blank=True, editable=False)
    phone_index = models.CharField(max_length=64, blank=True, editable=False)
    notice = models.ForeignKey(PrivacyNotice, models.PROTECT, related_name="+", null=True)
    may_publish_name = models.BooleanField("đồng ý công khai kèm họ tên", default=False)
    consented_at = models.DateTimeField("đồng ý lúc", null=True, blank=True)
    consent_withdrawn_at = models.DateTimeField("rút đồng ý lúc", null=True, blank=True)

    assigned_to = models.ForeignKey(
        "core.User",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="phụ trách",
    )
    duplicate_of = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="duplicates",
        verbose_name="trùng với",
    )
    outcome = models.CharField("kết quả", max_length=15, choices=Outcome, blank=True)
    closed_at = models.DateTimeField("kết thúc lúc", null=True, blank=True)
    reopened_at = models.DateTimeField("mở lại lúc", null=True, blank=True)
    anonymised_at = models.DateTimeField("đã xóa dữ liệu cá nhân lúc", null=True, blank=True)
    # Kept by the database itself, so that words that were erased are found no more.
    search = models.GeneratedField(
        expression=SearchVector(
            Func(
                Concat("subject", Value(" "), "place", Value(" "), Left("body", _SEARCHED_LETTERS)),
                function="core_fold",
                output_field=models.TextField(),
            ),
            config="simple",
        ),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        verbose_name = "ý kiến"
        verbose_name_plural = "ý kiến"
        ordering = ["-received_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=ENDED) | ~Q(outcome=""),
                name="nothing_closes_without_an_outcome",
            ),
            models.CheckConstraint(
                condition=~Q(kind=Kind.DENUNCIATION) | Q(is_restricted=True),
                name="a_denunciation_is_restricted",
            ),
            models.CheckConstraint(
                condition=~Q(is_restricted=True) | ~Q(state=State.FORWARDED),
                name="what_is_restricted_is_not_forwarded",
            ),
            models.CheckConstraint(
                condition=~Q(duplicate_of=models.F("id")), name="nothing_is_its_own_duplicate"
            ),
        ]
        indexes = [
            models.Index(fields=["-received_at", "-id"], name="submission_newest"),
            models.Index(
                fields=["-received_at", "-id"],
                condition=Q(state__in=OPEN),
                name="submission_open",
            ),
            models.Index(fields=["state", "-received_at", "-id"], name="submission_by_state"),
            # Statistics ask what ended in a period, and what had not ended when it was over.
            models.Index(fields=["closed_at"], name="submission_by_end"),
            models.Index(fields=["mailbox", "-received_at", "-id"], name="submission_by_mailbox"),
            models.Index(fields=["category", "-received_at", "-id"], name="submission_by_category"),
            models.Index(fields=["unit", "-received_at", "-id"], name="submission_by_unit"),
            models.Index(
                fields=["assigned_to", "-received_at", "-id"],
                condition=Q(assigned_to__isnull=False),
                name="submission_by_officer",
            ),
            models.Index(
                fields=["kind", "-received_at", "-id"],
                condition=~Q(kind=""),
                name="submission_by_kind",
            ),
            models.Index(
                fields=["-received_at", "-id"],
                condition=Q(is_urgent=True),
                name="submission_urgent",
            ),
            models.Index(
                fields=["-received_at", "-id"],
                condition=Q(is_restricted=True),
                name="submission_restricted",
            ),
            GinIndex(fields=["search"], name="submission_search"),
            models.Index(
                fields=["email_index"], condition=~Q(email_index=""), name="submission_by_email"
            ),
            models.Index(
                fields=["phone_index"], condition=~Q(phone_index=""), name="submission_by_phone"
            ),
            models.Index(
                fields=["-received_at"],
                condition=Q(is_suspected_spam=True),
                name="submission_suspected_spam",
            ),
        ]
        triggers: list[pgtrigger.Trigger] = [
            pgtrigger.Protect(
                name="what_was_written_stays",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(new__anonymised_at__isnull=True)
                & (
                    pgtrigger.Q(old__subject__df=pgtrigger.F("new__subject"))
                    | pgtrigger.Q(old__body__df=pgtrigger.F("new__body"))
                ),
            ),
        ]

    def __str__(self) -> str:
        # The only name a submission has in logs, audit entries and mail subjects.
        return self.code

    @property
    def is_open(self) -> bool:
        return self.state not in ENDED

    @property
    def has_answerable_contact(self) -> bool:
        """Whether an answer can be mailed; everyone else reads it with code and secret."""
        return bool(self.sender_email)

    @property
    def ways_to_ask(self) -> tuple[Channel, ...]:
        """How the sender can be asked something: mail goes by itself, the rest people do."""
        given = (
            (Channel.MAIL, self.sender_email),
            (Channel.PHONE, self.sender_phone),
            (Channel.PAPER, self.sender_address),
        )
        return tuple(channel for channel, address in given if address)


class Step(models.Model):
    """One move of a submission: into which state, when, by whom and why. Never changed."""

    submission = models.ForeignKey(Submission, models.CASCADE, related_name="steps")
    state = models.CharField("trạng thái", max_length=15, choices=State)
    at = models.DateTimeField("lúc")
    actor = models.ForeignKey(
        "core.User", models.PROTECT, null=True, related_name="+", verbose_name="người thực hiện"
    )
    # What the sender reads in the timeline; the reason inside the office stays inside.
    public_note = models.TextField("lời cho người gửi", blank=True)
    reason = models.TextField("lý do nội bộ", blank=True)

    class Meta:
        verbose_name = "bước xử lý"
        verbose_name_plural = "bước xử lý"
        ordering = ["at", "id"]
        indexes = [models.Index(fields=["state", "at"], name="step_by_state")]

    def __str__(self) -> str:
        return f"{self.submission} → {self.get_state_display()}"


class Message(models.Model):
    """A word between the office and the sender after the first one."""

    class Purpose(models.TextChoices):
        QUESTION = "question", "Đề nghị bổ sung"
        ADDITION = "addition", "Người gửi bổ sung"
        REOPENING = "reopening", "Đề nghị xem lại"
        NOTICE = "notice", "Thông báo"
        PROGRESS = "progress", "Thông báo tiến độ"
        ENCLOSED = "enclosed", "Thư của người khác"

    submission = models.ForeignKey(Submission, models.CASCADE, related_name="messages")
    purpose = models.CharField("loại", max_length=12, choices=Purpose)
    body = models.TextField("nội dung")
    at = models.DateTimeField("lúc")
    author = models.ForeignKey(
        "core.User",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="người viết",
    )
    channel = models.CharField("kênh", max_length=10, choices=Channel, default=Channel.WEB)
    # A new day the sender was promised, when the first one could not be kept.
    promised_on = models.DateField("hẹn lại ngày", null=True, blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = "trao đổi"
        verbose_name_plural = "trao đổi"
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.get_purpose_display()} – {self.submission}"

    @property
    def is_from_sender(self) -> bool:
        return self.purpose in (self.Purpose.ADDITION, self.Purpose.REOPENING)


class Rating(models.Model):
    """What the sender thinks of the answer, given once."""

    submission = models.OneToOneField(Submission, models.CASCADE, related_name="rating")
    stars = models.PositiveSmallIntegerField("mức hài lòng")
    comment = models.TextField("góp ý thêm", blank=True)
    at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "đánh giá"
        verbose_name_plural = "đánh giá"
        constraints = [
            models.CheckConstraint(
                condition=Q(stars__gte=1, stars__lte=5), name="rating_is_one_to_five"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.stars}/5 – {self.submission}"
