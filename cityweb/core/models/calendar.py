"""The calendar that deadlines are counted by: days unlike "Monday to Friday are worked"."""

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
