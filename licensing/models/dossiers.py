"""A dossier: whose it is, what it asks for, every step it went, what was said about it."""

import uuid

import pghistory
import pgtrigger
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import Q

from cityweb.core.models import Organisation, history
from licensing import rules
from licensing.life import ENDED, PUBLIC, PublicState, State
from licensing.models.guards import GuardSigner
from licensing.models.licences import Licence, LicenceVersion
from licensing.models.procedures import Procedure, ProcedureVersion
from licensing.models.three import three_people
from licensing.querysets import DossierQuerySet


class Applicant(models.Model):
    """An organisation as it presents itself when it files; pinned on each dossier when sent."""

    account = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="applicant",
        verbose_name="tài khoản",
    )  # fmt: skip
    name = models.CharField("tên tổ chức, doanh nghiệp", max_length=250)
    international_name = models.CharField("tên giao dịch quốc tế", max_length=250, blank=True)
    kind = models.CharField("loại hình", max_length=20, choices=Organisation.Kind)
    registration = models.CharField(
        "giấy đăng ký hoặc quyết định thành lập", max_length=250,
        help_text="Loại giấy, số, ngày cấp, nơi cấp. Ví dụ: Giấy chứng nhận đăng ký doanh nghiệp "
        "số 0312345678 do Sở Tài chính cấp ngày 05/3/2019.",
    )  # fmt: skip
    address = models.CharField("trụ sở chính", max_length=300)
    phone = models.CharField("điện thoại", max_length=30)
    email = models.EmailField("thư điện tử nhận thông báo")
    representative = models.CharField("người đại diện theo pháp luật", max_length=120)
    representative_position = models.CharField("chức danh", max_length=120)

    class Meta:
        verbose_name = "tổ chức nộp hồ sơ"
        verbose_name_plural = "tổ chức nộp hồ sơ"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


# When the step began and ends follows from its steps, which are kept for good; the words by which
# it is found from what was sent.
@pghistory.track(exclude=["contents", "step_since", "step_due_at", "words", "search"])
class Dossier(models.Model):
    """One dossier of one procedure, bound to the version of the law on the day of its receipt."""

    class Channel(models.TextChoices):
        ONLINE = "online", "Trực tuyến"
        COUNTER = "counter", "Trực tiếp tại quầy"
        POST = "post", "Bưu chính công ích"

    key = models.UUIDField("địa chỉ", unique=True, default=uuid.uuid4, editable=False)
    procedure = models.ForeignKey(Procedure, models.PROTECT, related_name="+")
    version = models.ForeignKey(ProcedureVersion, models.PROTECT, related_name="dossiers")
    applicant = models.ForeignKey(Applicant, models.PROTECT, related_name="dossiers")
    licence = models.ForeignKey(Licence, models.PROTECT, null=True, related_name="dossiers")
    # As the licence stood when the dossier was begun: what it changes is told from this.
    licence_version = models.ForeignKey(
        LicenceVersion, models.PROTECT, null=True, related_name="+",
        verbose_name="bản giấy phép lúc lập hồ sơ",
    )  # fmt: skip
    channel = models.CharField("cách nộp", max_length=10, choices=Channel)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField("bắt đầu soạn lúc")
    saved_at = models.DateTimeField("lưu lúc")
    state = models.CharField("trạng thái", max_length=15, choices=State, default=State.DRAFT)
    # What the applicant wrote, by the names of the form's fields.
    contents = models.JSONField("nội dung", default=dict)
    # Everything as it was sent, and its hash: the proof of deposit.
    sent = models.JSONField("nội dung đã nộp", null=True)
    sent_sha256 = models.CharField("dấu của hồ sơ đã nộp", max_length=64, blank=True)
    submitted_at = models.DateTimeField("nộp lúc", null=True)
    deposit_code = models.CharField("mã nộp", max_length=12, blank=True)
    code = models.CharField("mã hồ sơ", max_length=40, blank=True)
    received_at = models.DateTimeField("tiếp nhận lúc", null=True)
    # Given by the clerk where no settled rule says it.
    term_source = models.CharField("căn cứ thời hạn", max_length=300, blank=True)
    pause_mode = models.CharField("tính giờ sau bổ sung", max_length=10, blank=True)
    specialist = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+",
        verbose_name="chuyên viên",
    )  # fmt: skip
    # The due moment that the applicant was told last; the calendar may move the clock away from it.
    promised_at = models.DateTimeField("đã hẹn", null=True)
    is_moved = models.BooleanField("lịch làm việc dời ngày hẹn", default=False)
    # When the first appointed moment passed before anybody said sorry: another day mends nothing.
    late_since = models.DateTimeField("quá hạn từ", null=True)
    apologies = models.PositiveSmallIntegerField("số lần hẹn lại", default=0)
    state_before = models.CharField("trạng thái trước khi xin rút", max_length=15, blank=True)
    closed_at = models.DateTimeField("kết thúc lúc", null=True)
    step_since = models.DateTimeField("ở bước này từ", null=True)
    # Empty where no settled rule gives the step a term.
    step_due_at = models.DateTimeField("hạn của bước này", null=True)
    words = models.TextField("chữ để tìm", blank=True)
    search = models.GeneratedField(
        expression=SearchVector("words", config="simple"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = DossierQuerySet.as_manager()

    class Meta:
        verbose_name = "hồ sơ"
        verbose_name_plural = "hồ sơ"
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["-submitted_at", "-id"], name="dossiers_newest"),
            models.Index(fields=["state", "-submitted_at", "-id"], name="dossiers_in_state"),
            models.Index(fields=["specialist", "state", "-id"], name="dossiers_by_specialist"),
            models.Index(fields=["applicant", "-id"], name="dossiers_by_applicant"),
            models.Index(fields=["id"], condition=Q(is_moved=True), name="dossiers_moved"),
            models.Index(
                fields=["id"], condition=Q(late_since__isnull=False), name="dossiers_late_before"
            ),
            GinIndex(fields=["search"], name="dossier_search"),
            models.Index(
                fields=["step_due_at"],
                condition=Q(step_due_at__isnull=False),
                name="dossiers_by_end_of_step",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["code"], condition=~Q(code=""), name="no_dossier_code_is_given_twice"
            ),
            models.UniqueConstraint(
                fields=["deposit_code"],
                condition=~Q(deposit_code=""),
                name="no_deposit_code_is_given_twice",
            ),
            models.CheckConstraint(
                condition=Q(state=State.DRAFT, submitted_at__isnull=True, sent__isnull=True)
                | (
                    ~Q(state=State.DRAFT) & ~Q(sent_sha256="") & ~Q(deposit_code="")
                    & Q(submitted_at__isnull=False, sent__isnull=False)
                ),
                name="what_was_sent_is_kept_and_hashed",
            ),
            models.CheckConstraint(
                condition=Q(code="", received_at__isnull=True)
                | (~Q(code="") & Q(received_at__isnull=False)),
                name="a_code_comes_with_the_receipt",
            ),
            models.CheckConstraint(
                condition=Q(
                    state__in=[
                        *(State.DRAFT, State.SUBMITTED, State.INTAKE),
                        *(State.NOT_ACCEPTED, State.STOPPED),
                    ]
                )
                | ~Q(code=""),
                name="nothing_is_worked_on_before_its_receipt",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.code or self.deposit_code or "Hồ sơ đang soạn"

    @property
    def public_state(self) -> PublicState | None:
        """The national label; none while it is a draft."""
        return PUBLIC.get(self.state)

    @property
    def is_ended(self) -> bool:
        return self.state in ENDED

    def found_by(self) -> str:
        """Return the words by which the desk finds it, folded: codes, organisation, site."""
        return rules.searchable(
            self.code, self.deposit_code, self.applicant.name,
            str(self.contents.get("site_name", "")), str(self.contents.get("domains", "")),
        )  # fmt: skip

    @property
    def title(self) -> str:
        """What it is about, in a few words."""
        return str(self.contents.get("site_name") or self.procedure.short_name)


class ClockName(models.TextChoices):
    """The clocks of dossiers, proceedings and requests to licensees."""

    WHOLE = "dossier", "giải quyết hồ sơ"
    NOTICE = "notice", "thông báo bổ sung"
    CONSULT = "consult", "trả lời ý kiến"
    REMEDY = "remedy", "khắc phục"
    TAKEDOWN = "takedown", "gỡ nội dung"
    INQUIRY = "inquiry", "giải trình"


class Step(models.Model):
    """One move of a dossier: who, when, why. Only ever added to."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="steps")
    verb = models.CharField("việc", max_length=20)
    state = models.CharField("trạng thái", max_length=15, choices=State)
    at = models.DateTimeField("lúc")
    # Nobody of ours where another office answered by its link.
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    # For whom the actor stood in.
    behalf = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+",
        verbose_name="thay mặt",
    )  # fmt: skip
    public_note = models.TextField("lời báo người nộp", blank=True)
    reason = models.TextField("lý do", blank=True)

    class Meta:
        verbose_name = "bước xử lý"
        verbose_name_plural = "bước xử lý"
        ordering = ["id"]
        triggers: list[pgtrigger.Trigger] = [history.RefuseChange(), history.RefuseTruncate()]

    def __str__(self) -> str:
        return f"{self.get_state_display()} {self.at:%d/%m/%Y %H:%M}"


class Remark(models.Model):
    """A message between applicant and office, or a note inside the office."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="remarks")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    is_internal = models.BooleanField("chỉ trong cơ quan")
    body = models.TextField("nội dung")
    mentions = models.ManyToManyField(
        settings.AUTH_USER_MODEL, related_name="+", blank=True, verbose_name="nhắc tới"
    )
    at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "trao đổi"
        verbose_name_plural = "trao đổi"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"Trao đổi {self.dossier}"


@pghistory.track()
class Result(models.Model):
    """What the dossier ends in: drafted by one person, reviewed by another, signed by a third."""

    class Kind(models.TextChoices):
        GRANT = "grant", "Giải quyết theo đề nghị"
        REFUSE = "refuse", "Từ chối, có lý do"

    dossier = models.OneToOneField(Dossier, models.CASCADE, related_name="result")
    kind = models.CharField("kết quả", max_length=10, choices=Kind)
    valid_to = models.DateField("giấy phép có giá trị đến hết ngày", null=True)
    reason = models.TextField("lý do, căn cứ", blank=True)
    drafted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    # For whom each of the three stood in; those people are three as well.
    drafted_for = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    reviewed_for = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    signed_for = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    # When the signer agreed, and the digest of what the paper then said, without number and day.
    approved_at = models.DateTimeField("ký duyệt lúc", null=True)
    approved_sha256 = models.CharField(
        "dấu của nội dung đã duyệt", max_length=64, blank=True, default="", db_default=""
    )
    sent_back = models.TextField("lý do trả lại", blank=True)
    # As the licence stood when the result was drafted: what is decided is decided about this.
    licence_version = models.ForeignKey(
        LicenceVersion, models.PROTECT, null=True, related_name="+",
        verbose_name="bản giấy phép lúc dự thảo",
    )  # fmt: skip
    paper = models.OneToOneField("core.Paper", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "kết quả giải quyết"
        verbose_name_plural = "kết quả giải quyết"
        constraints = [
            *three_people(
                reviews="nobody_reviews_their_own_draft",
                signs="who_signs_neither_drafted_nor_reviewed",
                stands_in="standing_in_makes_nobody_two_of_the_three",
            ),
            models.CheckConstraint(
                condition=~Q(kind="refuse") | ~Q(reason=""), name="a_refusal_has_a_reason"
            ),
        ]  # fmt: skip
        triggers: list[pgtrigger.Trigger] = [GuardSigner()]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.dossier}"
