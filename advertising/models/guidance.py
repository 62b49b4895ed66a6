"""What the office tells everybody about advertising on the internet."""

import pghistory
from django.db import models


@pghistory.track()
class Guidance(models.Model):
    """A piece of guidance, or a question with its answer, on the public page."""

    class Kind(models.TextChoices):
        GUIDE = "guide", "Hướng dẫn"
        QUESTION = "question", "Hỏi đáp"

    kind = models.CharField("loại", max_length=10, choices=Kind)
    title = models.CharField("tiêu đề hoặc câu hỏi", max_length=250)
    slug = models.SlugField("đường dẫn", max_length=100, unique=True)
    body = models.TextField("nội dung", help_text="Chữ thường; dòng trống bắt đầu đoạn mới.")
    citation = models.CharField("căn cứ", max_length=250, blank=True)
    position = models.PositiveSmallIntegerField("thứ tự", default=100)
    is_public = models.BooleanField("công khai", default=False)
    updated_at = models.DateTimeField("cập nhật", auto_now=True)

    class Meta:
        verbose_name = "hướng dẫn, hỏi đáp"
        verbose_name_plural = "hướng dẫn, hỏi đáp"
        ordering = ["kind", "position", "title"]

    def __str__(self) -> str:
        return self.title
