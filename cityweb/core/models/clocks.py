"""Clocks: how long something may take, what stopped the count, and what was done on the way."""

from datetime import date

import pghistory
import pgtrigger
from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from cityweb.core.models import history
from cityweb.core.models.law import LegalRule, Unit

RUNNING = Q(state="running")
# Written in this one way everywhere: so the planner sees that the partial index fits.
OPEN = ~Q(state="stopped")
# Units a clock can count.
TERM_UNITS = (Unit.WORKING_DAY, Unit.CALENDAR_DAY, Unit.HOUR, Unit.MONTH, Unit.YEAR)
TERM_CHOICES = [(unit.value, unit.label) for unit in TERM_UNITS]


class ClockQuerySet(models.QuerySet["Clock"]):
    """Questions for lists; each is answered by an index at any size."""

    def open(self) -> "ClockQuerySet":
        """Keep the clocks that nobody stopped."""
        return self.filter(OPEN)

    def running(self) -> "ClockQuerySet":
        return self.filter(RUNNING)

    def late(self, now: timezone.datetime) -> "ClockQuerySet":
        """Keep what is past its due moment and not done; a pause afterwards does not excuse."""
        unexcused = RUNNING | Q(state=Clock.State.PAUSED, due_at__lt=F("paused_at"))
        return self.open().filter(unexcused, due_at__lt=now)

    def soon(self, now: timezone.datetime) -> "ClockQuerySet":
        """Keep what is due today and not late."""
        return self.open().filter(RUNNING, due_at__gte=now, due_at__lte=end_of_day(now))

    def fine(self, now: timezone.datetime) -> "ClockQuerySet":
        """Keep what runs and is due after today."""
        return self.open().filter(RUNNING, due_at__gt=end_of_day(now))

    def paused(self) -> "ClockQuerySet":
        """Keep what waits for somebody else and was not late before."""
        return self.open().filter(state=Clock.State.PAUSED, due_at__gte=F("paused_at"))


def end_of_day(moment: timezone.datetime) -> timezone.datetime:
    """Return the last instant of the local day that `moment` falls on."""
    local = timezone.localtime(moment)
    return local.replace(hour=23, minute=59, second=59, microsecond=999999)


# The moment of the next look for marks says nothing about the case.
@pghistory.track(exclude=["next_mark_at"])
class Clock(models.Model):
    """One term of one subject. `due_at` follows from the spans and the calendar, never by hand."""

    class Mode(models.TextChoices):
        RESUME = "resume", "Đếm tiếp"
        RESTART = "restart", "Đếm lại từ đầu"

    class State(models.TextChoices):
        RUNNING = "running", "Đang chạy"
        PAUSED = "paused", "Tạm dừng"
        STOPPED = "stopped", "Đã xong"

    subject_type = models.ForeignKey(
        ContentType, models.PROTECT, related_name="+", verbose_name="loại đối tượng"
    )
    subject_id = models.BigIntegerField("mã đối tượng")
    subject = GenericForeignKey("subject_type", "subject_id")
    name = models.CharField("tên", max_length=40)
    rule = models.ForeignKey(
        LegalRule, models.PROTECT, null=True, related_name="clocks", verbose_name="quy tắc"
    )
    amount = models.PositiveIntegerField("thời hạn")
    unit = models.CharField(
        "đơn vị", max_length=20, choices=[(u.value, u.label) for u in TERM_UNITS]
    )
    mode = models.CharField("sau khi tạm dừng", max_length=10, choices=Mode)
    # The office's cut-off hour on the day the clock began; later changes leave the clock alone.
    cutoff = models.TimeField("giờ chốt tiếp nhận", null=True)
    received_at = models.DateTimeField("nhận lúc")
    # The last instant in time. While paused: what was due when the pause began.
    due_at = models.DateTimeField("hạn")
    is_provisional = models.BooleanField("tạm tính", default=False)
    state = models.CharField("trạng thái", max_length=10, choices=State, default=State.RUNNING)
    paused_at = models.DateTimeField("tạm dừng từ", null=True)
    stopped_at = models.DateTimeField("xong lúc", null=True)
    # When to look for reminders again; empty when none is left.
    next_mark_at = models.DateTimeField("lần nhắc kế tiếp", null=True)

    objects = ClockQuerySet.as_manager()

    class Meta:
        verbose_name = "thời hạn"
        verbose_name_plural = "thời hạn"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["subject_type", "subject_id", "name"],
                condition=OPEN,
                name="one_open_clock_a_name_and_subject",
            ),
            models.CheckConstraint(
                condition=Q(state="running", paused_at__isnull=True, stopped_at__isnull=True)
                | Q(state="paused", paused_at__isnull=False, stopped_at__isnull=True)
                | Q(state="stopped", paused_at__isnull=True, stopped_at__isnull=False),
                name="clock_state_agrees_with_its_times",
            ),
            models.CheckConstraint(condition=Q(amount__gt=0), name="clock_counts_something"),
        ]
        indexes = [
            models.Index(fields=["subject_type", "subject_id", "name"], name="clock_by_subject"),
            models.Index(fields=["due_at", "name"], condition=OPEN, name="clock_open_due"),
            models.Index(fields=["due_at"], condition=Q(state="paused"), name="clock_paused_due"),
            models.Index(fields=["name", "stopped_at"], name="clock_by_end"),
            models.Index(
                fields=["name", "next_mark_at"], condition=RUNNING, name="clock_next_mark"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.amount} {self.get_unit_display()}"

    @property
    def due_on(self) -> date:
        """The due day in the office's time zone."""
        return timezone.localdate(self.due_at)

    def is_late(self, now: timezone.datetime) -> bool:
        """Tell whether the term passed before it was done, or a pause began, or until `now`."""
        return self.due_at < (self.stopped_at or self.paused_at or now)


class ClockSpan(models.Model):
    """The ledger: each row begins a span that lasts until the next row. Only ever added to."""

    class Kind(models.TextChoices):
        RUNNING = "running", "Chạy"
        PAUSED = "paused", "Tạm dừng"
        STOPPED = "stopped", "Xong"

    clock = models.ForeignKey(Clock, models.PROTECT, related_name="spans", verbose_name="thời hạn")
    kind = models.CharField("loại", max_length=10, choices=Kind)
    began_at = models.DateTimeField("từ lúc")
    reason = models.CharField("lý do", max_length=300, blank=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người"
    )
    recorded_at = models.DateTimeField("ghi lúc", auto_now_add=True)

    class Meta:
        verbose_name = "đoạn thời hạn"
        verbose_name_plural = "đoạn thời hạn"
        ordering = ["id"]
        triggers: list[pgtrigger.Trigger] = [history.RefuseChange(), history.RefuseTruncate()]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.began_at:%d/%m/%Y %H:%M}"


class ClockMark(models.Model):
    """A part of the term that has passed and was dealt with, once and for ever."""

    clock = models.ForeignKey(Clock, models.PROTECT, related_name="marks", verbose_name="thời hạn")
    threshold = models.PositiveSmallIntegerField("phần trăm")
    # Passed unseen before a later mark was dealt with: nobody was told.
    is_skipped = models.BooleanField("bỏ qua", default=False)
    claimed_at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "mốc nhắc"
        verbose_name_plural = "mốc nhắc"
        ordering = ["clock", "threshold"]
        constraints = [
            models.UniqueConstraint(fields=["clock", "threshold"], name="each_mark_once_a_clock"),
        ]
        triggers: list[pgtrigger.Trigger] = [history.RefuseChange(), history.RefuseTruncate()]

    def __str__(self) -> str:
        return f"{self.threshold} %"
