"""Pages below the home page: how they came to be known, and what was found on them."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from cityweb.core.fetch import Failure
from members import depths
from members.depths import Origin, Place
from members.models.sites import MOST_CHARACTERS, MemberSite

SHOWN = 3


class SubPageQuerySet(models.QuerySet["SubPage"]):
    def odd(self) -> SubPageQuerySet:
        """Keep the pages on which something was found."""
        return self.exclude(Q(findings=[]) & Q(disguised=[]))


class SubPage(models.Model):
    """One page of a site as it was last seen; every visit to it is an observation of its own.

    `findings` are what was read on it, `disguised` what only other visitors were shown.
    `planted_at` and `cleaned_at` are when it last became so: a place that is clean again is visited
    every day.
    """

    site = models.ForeignKey(MemberSite, models.CASCADE, related_name="subpages")
    url = models.CharField("địa chỉ", max_length=MOST_CHARACTERS)
    origin = models.CharField("biết từ", max_length=10, choices=Origin)
    is_odd = models.BooleanField("địa chỉ đáng ngờ", default=False)
    found_at = models.DateTimeField("biết lúc")
    asked_at = models.DateTimeField("xem lần cuối", null=True)
    guised_at = models.DateTimeField("đóng vai lần cuối", null=True)
    failure = models.CharField("lỗi", max_length=30, choices=Failure, blank=True)
    digest = models.CharField("dấu nội dung", max_length=64, blank=True)
    findings = models.JSONField("điều bất thường", default=list)
    disguised = models.JSONField("cho người khác xem", default=list)
    was_disguised = models.BooleanField("từng cho xem một đằng một nẻo", default=False)
    planted_at = models.DateTimeField("bị chèn lúc", null=True)
    cleaned_at = models.DateTimeField("sạch lại lúc", null=True)

    objects = SubPageQuerySet.as_manager()

    class Meta:
        verbose_name = "trang con"
        verbose_name_plural = "trang con"
        constraints = [
            models.UniqueConstraint(fields=["site", "url"], name="subpage_is_known_once"),
            models.CheckConstraint(
                condition=Q(cleaned_at__isnull=True) | Q(planted_at__isnull=False),
                name="only_what_was_planted_is_cleaned",
            ),
        ]

    def __str__(self) -> str:
        return self.url

    @property
    def is_infected(self) -> bool:
        return depths.is_infected(self.planted_at, self.cleaned_at)

    @property
    def has_returned(self) -> bool:
        """Whether what was cleaned up once is there again."""
        return self.is_infected and self.cleaned_at is not None

    @property
    def probed_until(self) -> date | None:
        """The last day of the daily visits, where the page was cleaned up."""
        return depths.probed_until(self.planted_at, self.cleaned_at)

    @property
    def proofs(self) -> list[dict[str, Any]]:
        """The first few things that were found, what only others are shown before the rest."""
        return [*self.disguised, *self.findings][:SHOWN]

    @property
    def place(self) -> Place:
        """The page as choosing wants it."""
        return Place(
            self.pk, Origin(self.origin), self.is_odd,
            self.asked_at, self.guised_at, self.planted_at, self.cleaned_at,
        )  # fmt: skip


class KnownLinks(models.Model):
    """The addresses that a home page or a sitemap has listed, as marks: what is new is told so."""

    site = models.ForeignKey(MemberSite, models.CASCADE, related_name="+")
    origin = models.CharField("ở đâu", max_length=10, choices=Origin)
    marks = ArrayField(models.BigIntegerField(), verbose_name="dấu địa chỉ")

    class Meta:
        verbose_name = "liên kết đã biết"
        verbose_name_plural = "liên kết đã biết"
        constraints = [
            models.UniqueConstraint(fields=["site", "origin"], name="links_are_known_once")
        ]

    def __str__(self) -> str:
        return f"{self.site}: {self.get_origin_display()}"
