"""The desk page that counts a term and says why, day by day."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cityweb.core.clocks.forms import DeadlineForm


def deadline(request: HttpRequest) -> HttpResponse:
    form = DeadlineForm(request.GET or None)
    explanation = form.explanation if form.is_bound and form.is_valid() else None
    return render(request, "desk/deadline.html", {"form": form, "explanation": explanation})
