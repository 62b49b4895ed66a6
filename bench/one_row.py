"""The least that a view can do with a POST: one row, one COMMIT."""

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt


class Letter(models.Model):
    subject = models.CharField(max_length=200)
    body = models.TextField()

    class Meta:
        app_label = "bench"
        db_table = "bench_letter"

    def __str__(self) -> str:
        return self.subject


@csrf_exempt  # as the form of the mailbox, which it is compared with
def take(request: HttpRequest) -> HttpResponse:
    """Insert what was sent, without a check, and say so."""
    letter = Letter.objects.create(subject=request.POST["subject"], body=request.POST["body"])
    return HttpResponse(f"<!doctype html><title>{letter.pk}</title>")
