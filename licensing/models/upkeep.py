"""What a licensee owes and is told while the licence lasts."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from licensing.models.dossiers import Dossier
from licensing.models.licences import Licence


class Reminder(models.Model):
    """One mail to a licensee about one day, sent once; what was passed over says so."""

    class Kind(models.TextChoices):
        EXPIRY = "expiry", "Giấy phép sắp hết thời hạn"
        AGREEMENT = "agreement", "Thỏa thuận nguồn tin sắp hết hạn"
        REPORT = "report", "Đến hạn báo cáo hằng năm"
        RESTORED = "restored", "Hết thời hạn đình chỉ"

    licence = models.ForeignKey(Licence, models.CASCADE, related_name="reminders")
    kind = models.CharField("về việc", max_length=10, choices=Kind)
    about = models.CharField("của", max_length=200, blank=True)
    about_on = models.DateField("ngày")
    days_before = models.PositiveSmallIntegerField("trước (ngày)")
    email = models.EmailField("gửi đến", blank=True)
    at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "nhắc tổ chức có giấy phép"
        verbose_name_plural = "nhắc tổ chức có giấy phép"
        ordering = ["-at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["licence", "kind", "about", "about_on", "days_before"],
                name="each_reminder_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.licence}"


class AnnualReport(models.Model):
    """The report of one year, as it came in."""

    licence = models.ForeignKey(Licence, models.CASCADE, related_name="annual_reports")
    year = models.PositiveSmallIntegerField("năm báo cáo")
    received_at = models.DateTimeField("nhận lúc")
    filed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    items = models.PositiveIntegerField("số tin, bài đã đăng")
    visits = models.PositiveIntegerField("lượt truy cập trung bình một tháng")
    changes = models.TextField("thay đổi trong năm", blank=True)
    violations = models.TextField("vi phạm, phản ánh và cách xử lý", blank=True)

    class Meta:
        verbose_name = "báo cáo hằng năm"
        verbose_name_plural = "báo cáo hằng năm"
        ordering = ["-year"]
        constraints = [
            models.UniqueConstraint(fields=["licence", "year"], name="one_report_a_year"),
        ]

    def __str__(self) -> str:
        return f"Báo cáo năm {self.year} của {self.licence}"


class SourceAgreement(models.Model):
    """A written agreement with a press agency, with days of its own.

    One that came with a dossier has no last day until somebody reads it there.
    """

    licence = models.ForeignKey(Licence, models.CASCADE, related_name="agreements")
    agency = models.CharField("cơ quan báo chí", max_length=200)
    valid_from = models.DateField("từ ngày")
    valid_to = models.DateField("đến hết ngày", null=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField("ghi lúc")

    class Meta:
        verbose_name = "thỏa thuận nguồn tin"
        verbose_name_plural = "thỏa thuận nguồn tin"
        ordering = ["agency", "-valid_to"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__gte=F("valid_from")), name="agreement_ends_after_it_begins"
            ),
            models.UniqueConstraint(
                fields=["licence", "agency", "valid_from"], name="one_agreement_a_day_and_agency"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency} – {self.licence}"


class TakedownRequest(models.Model):
    """A request to remove something from a licensed site; its clock runs from the sending."""

    licence = models.ForeignKey(Licence, models.CASCADE, related_name="takedowns")
    address = models.URLField("địa chỉ nội dung", max_length=500)
    reason = models.TextField("lý do, căn cứ")
    # Where the term comes from when no settled rule gives it.
    source = models.CharField("nguồn của thời hạn", max_length=300, blank=True)
    sent_at = models.DateTimeField("yêu cầu lúc")
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    answer = models.TextField("trả lời của tổ chức", blank=True)
    done_at = models.DateTimeField("gỡ xong lúc", null=True)
    evidence = models.TextField("đã kiểm tra thế nào", blank=True)
    # Why it was taken back: then nothing was removed.
    cancelled = models.TextField("lý do hủy", blank=True, default="", db_default="")

    class Meta:
        verbose_name = "yêu cầu gỡ nội dung"
        verbose_name_plural = "yêu cầu gỡ nội dung"
        ordering = ["-sent_at", "-id"]

    def __str__(self) -> str:
        return f"Yêu cầu gỡ {self.sent_at:%d/%m/%Y %H:%M}"


class Complaint(models.Model):
    """A complaint or suit about what the office did, and how it was settled."""

    class Kind(models.TextChoices):
        COMPLAINT = "complaint", "Khiếu nại"
        SUIT = "suit", "Khởi kiện hành chính"

    licence = models.ForeignKey(Licence, models.CASCADE, null=True, related_name="complaints")
    dossier = models.ForeignKey(Dossier, models.CASCADE, null=True, related_name="complaints")
    kind = models.CharField("loại", max_length=12, choices=Kind)
    about = models.CharField("về quyết định, hành vi", max_length=300)
    received_on = models.DateField("nhận ngày")
    content = models.TextField("nội dung")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    outcome = models.TextField("kết quả giải quyết", blank=True)
    decision_number = models.CharField("số quyết định giải quyết", max_length=80, blank=True)
    settled_on = models.DateField("giải quyết ngày", null=True)

    class Meta:
        verbose_name = "khiếu nại, khởi kiện"
        verbose_name_plural = "khiếu nại, khởi kiện"
        ordering = ["-received_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(licence__isnull=False) | Q(dossier__isnull=False),
                name="a_complaint_is_about_something",
            ),
            models.CheckConstraint(
                condition=Q(settled_on__isnull=True)
                | (Q(settled_on__gte=F("received_on")) & ~Q(outcome="")),
                name="a_settled_complaint_says_how",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.received_on:%d/%m/%Y}"
