"""What went wrong with a site until it was mended, and who was told of it."""

from django.db import models
from django.db.models import F, Q

from members.ladder import Rung
from members.models.directives import Directive
from members.models.sites import MemberSite, Section
from members.verdicts.levels import Subject


class IncidentQuerySet(models.QuerySet["Incident"]):
    def open(self) -> "IncidentQuerySet":
        """Keep what is not mended yet."""
        return self.filter(closed_at__isnull=True)


class Incident(models.Model):
    """A grave verdict from its beginning to its end; one incident, one notice to each person."""

    site = models.ForeignKey(MemberSite, models.CASCADE, related_name="incidents")
    section = models.ForeignKey(Section, models.CASCADE, null=True, related_name="incidents")
    directive = models.ForeignKey(Directive, models.CASCADE, null=True, related_name="incidents")
    subject = models.CharField("về", max_length=20, choices=Subject)
    text = models.CharField("kết luận khi mở", max_length=300)
    opened_at = models.DateTimeField("mở lúc")
    closed_at = models.DateTimeField("hết lúc", null=True)
    seen_at = models.DateTimeField("chuyên viên xem lúc", null=True)
    seen_by = models.ForeignKey(
        "core.User", models.PROTECT, null=True, related_name="+", verbose_name="người xem"
    )
    seen_note = models.CharField("ghi chú của người xem", max_length=300, blank=True, db_default="")
    quiet_until = models.DateField("ngừng nhắc đến hết ngày", null=True)
    quiet_reason = models.CharField("lý do ngừng nhắc", max_length=300, blank=True)

    objects = IncidentQuerySet.as_manager()

    class Meta:
        verbose_name = "sự cố"
        verbose_name_plural = "sự cố"
        constraints = [
            models.UniqueConstraint(
                fields=["site", "subject", "section", "directive"],
                condition=Q(closed_at__isnull=True),
                nulls_distinct=False,
                name="one_incident_is_open_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | Q(closed_at__gte=F("opened_at")),
                name="incident_ends_after_it_begins",
            ),
        ]
        indexes = [models.Index(fields=["-opened_at"], name="incident_by_time")]

    def __str__(self) -> str:
        return f"{self.site}: {self.text}"

    @property
    def place(self) -> tuple[str, int | None, int | None]:
        """What the incident is about, within its site."""
        return self.subject, self.section_id, self.directive_id


class Notice(models.Model):
    """One person was told of one incident, once, on the rung that was due."""

    incident = models.ForeignKey(Incident, models.CASCADE, related_name="notices")
    rung = models.PositiveSmallIntegerField("bậc", choices=Rung)
    email = models.EmailField("gửi tới")
    sent_at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "thông báo sự cố"
        verbose_name_plural = "thông báo sự cố"
        constraints = [
            models.UniqueConstraint(
                fields=["incident", "email"], name="nobody_is_told_twice_of_one_incident"
            ),
        ]
        indexes = [models.Index(fields=["email", "-sent_at"], name="notice_by_person")]

    def __str__(self) -> str:
        return f"{self.get_rung_display()} {self.sent_at:%d/%m/%Y}"


class IncidentPicture(models.Model):
    """What a reader saw soon after an incident was opened; without a file, why there is none."""

    incident = models.OneToOneField(Incident, models.CASCADE, related_name="picture")
    url = models.TextField("địa chỉ trang")
    asked_at = models.DateTimeField("giao chụp lúc")
    taken_at = models.DateTimeField("chụp lúc", null=True)
    file = models.ForeignKey(
        "core.StoredFile", models.PROTECT, null=True, related_name="+", verbose_name="ảnh"
    )
    problem = models.CharField("vì sao không có ảnh", max_length=300, blank=True)

    class Meta:
        verbose_name = "ảnh sự cố"
        verbose_name_plural = "ảnh sự cố"
        constraints = [
            models.CheckConstraint(
                condition=Q(file__isnull=True) | Q(taken_at__isnull=False),
                name="a_picture_was_taken_at_some_time",
            ),
        ]

    def __str__(self) -> str:
        return self.url
