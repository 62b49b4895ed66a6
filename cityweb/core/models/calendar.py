"""The calendar that deadlines are counted by, and counting them anew when it changes."""

import pghistory
from django.db import models


class DayKind(models.TextChoices):
    """What a day is. Days without a row: Monday to Friday are worked, the others are not."""

    WORKING = "working", "Ngày làm việc"
    WEEKEND = "weekend", "Nghỉ hằng tuần"
    HOLIDAY = "holiday", "Nghỉ lễ, tết"
    SUBSTITUTE_REST = "substitute_rest", "Nghỉ bù, nghỉ hoán đổi"
    MAKE_UP_WORKING = "make_up_working", "Làm bù"


WORKED = frozenset({DayKind.WORKING, DayKind.MAKE_UP_WORKING})


@pghistory.track()
class CalendarDay(models.Model):
    """One day that differs from the default, with the notice or the law that says so."""

    date = models.DateField("ngày", unique=True)
    kind = models.CharField("loại", max_length=20, choices=DayKind)
    note = models.CharField("nội dung", max_length=200)
    citation = models.CharField("căn cứ", max_length=300, blank=True)
    is_confirmed = models.BooleanField(
        "đã đối chiếu văn bản",
        default=False,
        help_text="Chưa đối chiếu: hạn rơi qua ngày này được ghi là tạm tính.",
    )

    class Meta:
        verbose_name = "ngày trong lịch làm việc"
        verbose_name_plural = "lịch làm việc"
        ordering = ["date"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(is_confirmed=False) | ~models.Q(citation=""),
                name="confirmed_day_names_its_source",
                violation_error_message="Ngày đã đối chiếu phải ghi căn cứ.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.date:%d/%m/%Y} – {self.note}"


class Recount(models.Model):
    """One change of the calendar, and how far the open clocks it touches were counted anew."""

    asked_at = models.DateTimeField("đổi lịch lúc", auto_now_add=True)
    asked_by = models.ForeignKey(
        "core.User", models.PROTECT, null=True, related_name="+", verbose_name="người đổi"
    )
    first = models.DateField("từ ngày")
    last = models.DateField("đến ngày")
    # Clocks up to this key are counted: a worker that dies is followed by one that goes on there.
    reached = models.BigIntegerField("đã tính tới", default=0)
    looked_at = models.PositiveIntegerField("đã tính", default=0)
    moved = models.PositiveIntegerField("hạn đổi ngày", default=0)
    now_provisional = models.PositiveIntegerField("hạn thành tạm tính", default=0)
    now_firm = models.PositiveIntegerField("hạn thành chắc chắn", default=0)
    lines = models.JSONField("trước và sau", default=list)
    done_at = models.DateTimeField("tính xong lúc", null=True)

    class Meta:
        verbose_name = "lần tính lại thời hạn"
        verbose_name_plural = "các lần tính lại thời hạn"
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"Tính lại {self.pk}"
