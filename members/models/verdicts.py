"""How each site stands: one row a verdict while it holds, closed when another takes its place."""

from django.db import models
from django.db.models import F, Q

from members.models.directives import Directive
from members.models.sites import MOST_CHARACTERS, MemberSite, Section
from members.verdicts.levels import Level, Subject


class VerdictQuerySet(models.QuerySet["Verdict"]):
    def current(self) -> "VerdictQuerySet":
        """Keep what holds now."""
        return self.filter(until__isnull=True)

    def tampered(self, sites: models.QuerySet[MemberSite]) -> "VerdictQuerySet":
        """Keep the verdicts of now that strangers changed one of these sites."""
        return self.current().filter(site__in=sites, subject=Subject.ABNORMALITY, level=Level.BAD)


class Verdict(models.Model):
    """One verdict with its proof; `since` is when it became so, `until` is empty while it holds."""

    site = models.ForeignKey(MemberSite, models.CASCADE, related_name="verdicts")
    section = models.ForeignKey(Section, models.CASCADE, null=True, related_name="verdicts")
    directive = models.ForeignKey(Directive, models.CASCADE, null=True, related_name="verdicts")
    subject = models.CharField("về", max_length=20, choices=Subject)
    level = models.CharField("mức", max_length=20, choices=Level)
    code = models.CharField("mã", max_length=40)
    text = models.CharField("kết luận", max_length=300)
    rule = models.CharField("quy tắc", max_length=300, blank=True)
    url = models.CharField("địa chỉ", max_length=MOST_CHARACTERS, blank=True)
    evidence = models.CharField("bằng chứng", max_length=500, blank=True)
    fix = models.CharField("cách khắc phục", max_length=500, blank=True)
    since = models.DateTimeField("từ lúc")
    judged_at = models.DateTimeField("xét lần cuối")
    until = models.DateTimeField("đến lúc", null=True)

    objects = VerdictQuerySet.as_manager()

    class Meta:
        verbose_name = "kết luận"
        verbose_name_plural = "kết luận"
        constraints = [
            models.UniqueConstraint(
                fields=["site", "subject", "section", "directive"],
                condition=Q(until__isnull=True),
                nulls_distinct=False,
                name="one_verdict_holds_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="verdict_ends_after_it_begins",
            ),
        ]
        indexes = [models.Index(fields=["site", "-since"], name="verdict_by_site")]

    def __str__(self) -> str:
        return self.text

    @property
    def place(self) -> tuple[str, int | None, int | None]:
        """What the verdict is about, within its site."""
        return self.subject, self.section_id, self.directive_id


class NewsDay(models.Model):
    """A day on which a site had news: what its rhythm is learned from."""

    site = models.ForeignKey(MemberSite, models.CASCADE, related_name="news_days")
    day = models.DateField("ngày có tin")

    class Meta:
        verbose_name = "ngày có tin"
        verbose_name_plural = "ngày có tin"
        constraints = [
            models.UniqueConstraint(fields=["site", "day"], name="news_day_is_known_once")
        ]

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y}"


class NewsMark(models.Model):
    """An address or a headline of a site's news as a mark, with the first day it was seen under."""

    site = models.ForeignKey(MemberSite, models.CASCADE, related_name="+")
    mark = models.BigIntegerField("dấu")
    day = models.DateField("ngày thấy lần đầu")

    class Meta:
        verbose_name = "dấu của tin"
        verbose_name_plural = "dấu của tin"
        constraints = [models.UniqueConstraint(fields=["site", "mark"], name="news_is_marked_once")]

    def __str__(self) -> str:
        return f"{self.mark}"
