"""Articles and their editions."""

from typing import TYPE_CHECKING

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q

from cityweb.news.models.columns import Column
from cityweb.news.models.pictures import Picture
from cityweb.news.models.sites import Language, Site
from cityweb.news.querysets import (
    FOLDED_TITLE,
    ArticleQuerySet,
    EditionQuerySet,
    PresenceQuerySet,
)
from cityweb.news.states import IN_WORK, State, WithdrawalReason

if TYPE_CHECKING:
    from datetime import datetime


@pghistory.track(pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Article(models.Model):
    """The identity behind an address: what stays when the text changes."""

    site = models.ForeignKey(Site, models.PROTECT, related_name="articles", verbose_name="trang")
    language = models.CharField("ngôn ngữ", max_length=2, choices=Language, default=Language.VI)
    translation_of = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="translations",
        verbose_name="bản dịch của",
    )
    source_key = models.CharField("mã nguồn nhập", max_length=200, blank=True, editable=False)
    source_hash = models.CharField("dấu bản nhập", max_length=64, blank=True, editable=False)
    created_at = models.DateTimeField("tạo lúc", auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )
    first_published_at = models.DateTimeField("đăng lần đầu", null=True, editable=False)
    withdrawn_at = models.DateTimeField("gỡ lúc", null=True, editable=False)
    withdrawal_reason = models.CharField(
        "lý do gỡ", max_length=20, choices=WithdrawalReason, blank=True, editable=False
    )
    withdrawal_note = models.TextField("giải thích", blank=True, editable=False)
    replaced_by = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="replaces",
        editable=False,
        verbose_name="bài thay thế",
    )

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = "bài viết"
        verbose_name_plural = "bài viết"
        constraints = [
            models.UniqueConstraint(
                fields=["site", "source_key"],
                condition=~Q(source_key=""),
                name="one_article_an_imported_key",
            ),
            models.CheckConstraint(
                condition=~Q(replaced_by=F("id")), name="article_does_not_replace_itself"
            ),
            models.CheckConstraint(
                condition=Q(withdrawal_reason="superseded") | Q(replaced_by__isnull=True),
                name="only_a_superseded_article_has_a_replacement",
            ),
        ]

    def __str__(self) -> str:
        return f"Bài {self.pk}"


@pghistory.track(
    pghistory.UpdateEvent(), pghistory.DeleteEvent(), exclude=["body", "updated_at", "lock_version"]
)
class Edition(models.Model):
    """One version of an article's text, and where it stands on its way to the reader."""

    article = models.ForeignKey(
        Article, models.PROTECT, related_name="editions", verbose_name="bài viết"
    )
    number = models.PositiveIntegerField("bản số", default=1)
    state = models.CharField("trạng thái", max_length=20, choices=State, default=State.DRAFT)

    title = models.CharField("tiêu đề", max_length=250)
    slug = models.SlugField("đường dẫn", max_length=120)
    lead = models.TextField("tóm tắt", max_length=1000, blank=True)
    body = models.TextField("nội dung", blank=True)
    main_column = models.ForeignKey(
        Column, models.PROTECT, related_name="editions", verbose_name="chuyên mục chính"
    )
    extra_columns = models.ManyToManyField(
        Column, blank=True, related_name="+", verbose_name="cũng đăng ở"
    )
    authors = models.CharField("tác giả", max_length=200, blank=True)
    source_name = models.CharField("nguồn tin", max_length=200, blank=True)
    source_url = models.URLField("đường dẫn nguồn", max_length=500, blank=True)
    picture = models.ForeignKey(
        Picture, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="hình chính"
    )
    picture_alt = models.CharField("mô tả hình", max_length=250, blank=True)
    picture_caption = models.CharField("chú thích hình", max_length=300, blank=True)
    tags = ArrayField(
        models.CharField(max_length=60), default=list, blank=True, verbose_name="từ khóa"
    )
    related = models.ManyToManyField(
        Article, blank=True, related_name="+", verbose_name="bài liên quan"
    )
    correction_note = models.CharField(
        "ghi chú đính chính",
        max_length=300,
        blank=True,
        help_text="Hiện dưới tiêu đề khi bài đã đăng được sửa nội dung.",
    )

    publish_at = models.DateTimeField("hẹn đăng lúc", null=True, blank=True)
    published_at = models.DateTimeField("đăng lúc", null=True, editable=False)
    return_reason = models.TextField("lý do trả lại", blank=True, editable=False)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="người viết",
    )
    # Whoever handed the draft to the desk answers for the text, also when another began it.
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="người trình",
    )
    edited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="người biên tập",
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="người duyệt",
    )
    updated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )
    created_at = models.DateTimeField("tạo lúc", auto_now_add=True)
    updated_at = models.DateTimeField("sửa lúc", auto_now=True)
    # Grows by one with each saving; a form that carries an older number is refused, not merged.
    lock_version = models.PositiveIntegerField(default=1, editable=False)

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = "bài viết"
        verbose_name_plural = "bài viết"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="one_edition_a_number"),
            models.UniqueConstraint(
                fields=["article"], condition=Q(state=State.PUBLISHED), name="one_live_edition"
            ),
            models.UniqueConstraint(
                fields=["article"], condition=Q(state__in=IN_WORK), name="one_edition_in_work"
            ),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True)
                | Q(author__isnull=True)
                | ~Q(approved_by=F("author")),
                name="author_does_not_approve",
                violation_error_message="Người viết không tự duyệt bài của mình.",
            ),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True)
                | Q(submitted_by__isnull=True)
                | ~Q(approved_by=F("submitted_by")),
                name="who_hands_in_does_not_approve",
                violation_error_message="Người trình không tự duyệt bài mình trình.",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.SCHEDULED) | Q(publish_at__isnull=False),
                name="scheduled_edition_has_a_time",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "-updated_at"], name="edition_by_state"),
            models.Index(fields=["main_column", "-id"], name="edition_by_column"),
            GinIndex(FOLDED_TITLE, name="edition_title_words"),
            models.Index(
                fields=["publish_at"],
                condition=Q(state=State.SCHEDULED),
                name="edition_due_for_publishing",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_in_work(self) -> bool:
        return self.state in IN_WORK

    def is_due(self, now: "datetime") -> bool:
        """Tell whether a scheduled edition should be on the site by `now`."""
        return self.state == State.SCHEDULED and self.publish_at <= now


class EditionFile(models.Model):
    """A file that readers may download with an article."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="files")
    file = models.FileField("tệp", upload_to="files/%Y/%m/")
    title = models.CharField("tên hiển thị", max_length=200)
    size = models.PositiveIntegerField("dung lượng (byte)", editable=False, default=0)
    position = models.PositiveSmallIntegerField("thứ tự", default=0)

    class Meta:
        verbose_name = "tệp đính kèm"
        verbose_name_plural = "tệp đính kèm"
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return self.title


class Presence(models.Model):
    """Who has an edition open right now, so that a second editor is told."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="presences")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    opened_at = models.DateTimeField("mở lúc")
    seen_at = models.DateTimeField("lần cuối", db_index=True)

    objects = PresenceQuerySet.as_manager()

    class Meta:
        verbose_name = "người đang mở bài"
        verbose_name_plural = "người đang mở bài"
        constraints = [
            models.UniqueConstraint(fields=["edition", "user"], name="one_presence_a_person"),
        ]

    def __str__(self) -> str:
        return f"{self.user} – {self.edition}"
