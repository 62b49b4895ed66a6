"""Common directives as rows, and what each home page showed for as long as it showed the same."""

from urllib.parse import urljoin

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from members.models.sites import MOST_CHARACTERS, WEB, MemberSite
from members.querysets import DirectiveQuerySet
from members.verdicts.duty import Duty, DutyKind, Run


@pghistory.track()
class Directive(models.Model):
    """What the city asks of its member sites, from one day to another; an officer writes it down.

    A banner leads to `link`, or to the page of a campaign where one is chosen.
    """

    title = models.CharField("chủ trương", max_length=160)
    kind = models.CharField("yêu cầu", max_length=20, choices=DutyKind)
    starts_on = models.DateField("từ ngày")
    ends_on = models.DateField("đến hết ngày", null=True, blank=True)
    tags = ArrayField(
        models.CharField(max_length=40),
        verbose_name="website mang nhãn",
        default=list,
        blank=True,
        help_text="Cách nhau bằng dấu phẩy. Để trống: mọi website thành viên.",
    )
    campaign = models.ForeignKey(
        "news.Campaign",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="chuyên đề",
        help_text="Biểu ngữ dẫn về trang chuyên đề này.",
    )
    link = models.CharField(
        "biểu ngữ dẫn tới",
        max_length=MOST_CHARACTERS,
        blank=True,
        validators=[WEB],
        help_text="Để trống khi đã chọn chuyên đề.",
    )
    words = ArrayField(
        models.CharField(max_length=80),
        verbose_name="chữ phải có",
        default=list,
        blank=True,
        help_text=(
            "Cách nhau bằng dấu phẩy: tên mục bắt buộc, thông tin ở chân trang, tên tiêu đề "
            "bảo mật, lời trên biểu ngữ. Chữ thay nhau được thì ngăn bằng “|”: địa chỉ|trụ sở."
        ),
    )
    is_grave = models.BooleanField(
        "nhắc đơn vị khi chưa thực hiện",
        default=True,
        help_text="Có: quá ngày đầu mà chưa thực hiện thì mở sự cố và nhắc. Không: chỉ “Cần xem”.",
    )
    citation = models.CharField("căn cứ", max_length=250, blank=True)

    objects = DirectiveQuerySet.as_manager()

    class Meta:
        verbose_name = "chủ trương chung"
        verbose_name_plural = "chủ trương chung"
        ordering = ["-starts_on", "title"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="directive_ends_after_it_begins",
                violation_error_message="Ngày kết thúc phải sau ngày bắt đầu.",
            ),
            models.CheckConstraint(
                condition=~Q(kind=DutyKind.BANNER) | ~Q(link="") | Q(campaign__isnull=False),
                name="banner_leads_somewhere",
                violation_error_message="Chọn chuyên đề hoặc ghi địa chỉ mà biểu ngữ dẫn tới.",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        if self.kind == DutyKind.SECTIONS and not self.words:
            raise ValidationError({"words": "Ghi tên những mục bắt buộc."})

    @property
    def target(self) -> str:
        """Where its banner leads."""
        if self.campaign is None:
            return self.link
        return urljoin(f"{self.campaign.site.origin}/", self.campaign.path)

    @property
    def duty(self) -> Duty:
        """The directive as verdicts want it."""
        banner = [self.campaign.banner_text] if self.campaign and self.campaign.banner_text else []
        return Duty(
            kind=DutyKind(self.kind),
            title=self.title,
            starts_on=self.starts_on,
            ends_on=self.ends_on,
            link=self.target,
            words=tuple(self.words or banner),
            is_grave=self.is_grave,
            citation=self.citation,
        )

    def concerns(self, site: MemberSite) -> bool:
        """Tell whether the directive is for this site."""
        return not self.tags or not set(self.tags).isdisjoint(site.tags)


class Showing(models.Model):
    """What a home page carried, for as long as it was seen to carry the same."""

    site = models.ForeignKey(MemberSite, models.CASCADE, related_name="showings")
    url = models.CharField("địa chỉ", max_length=MOST_CHARACTERS)
    shown = models.JSONField("đã thấy")
    first_seen_at = models.DateTimeField("thấy lần đầu")
    last_seen_at = models.DateTimeField("thấy lần cuối")

    class Meta:
        verbose_name = "điều trang chủ mang"
        verbose_name_plural = "điều trang chủ mang"
        indexes = [models.Index(fields=["site", "-first_seen_at"], name="showing_by_site")]
        constraints = [
            models.CheckConstraint(
                condition=Q(last_seen_at__gte=F("first_seen_at")),
                name="showing_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.url} ({self.first_seen_at:%d/%m/%Y})"

    @property
    def run(self) -> Run:
        """The showing as verdicts want it."""
        first, last = (timezone.localdate(at) for at in (self.first_seen_at, self.last_seen_at))
        return Run(first, last, self.url, self.shown)
