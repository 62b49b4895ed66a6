"""What the office's own decisions taught about spam: counts by hashed word, no words."""

from django.db import models

from feedback.models.submissions import Submission


class SpamWord(models.Model):
    """How many spam and how many honest letters held a word of this hash; 0 counts all letters."""

    bucket = models.PositiveIntegerField("dấu của từ", primary_key=True)
    spam = models.IntegerField("trong thư rác", default=0)
    honest = models.IntegerField("trong thư thật", default=0)

    class Meta:
        verbose_name = "từ của bộ lọc thư rác"
        verbose_name_plural = "từ của bộ lọc thư rác"

    def __str__(self) -> str:
        return f"{self.bucket}: {self.spam}/{self.honest}"


class SpamLesson(models.Model):
    """What was learned from one submission, so that a changed mind unlearns it first."""

    submission = models.OneToOneField(Submission, models.CASCADE, related_name="+")
    is_spam = models.BooleanField("là thư rác")

    class Meta:
        verbose_name = "bài học của bộ lọc thư rác"
        verbose_name_plural = "bài học của bộ lọc thư rác"

    def __str__(self) -> str:
        return f"{self.submission}: {'thư rác' if self.is_spam else 'thư thật'}"
