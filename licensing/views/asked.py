"""What another office sees behind its link: the question, and a place for its answer."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from cityweb.core import clocks, link_keys
from cityweb.core.errors import Refused
from licensing import actions
from licensing.forms.answering import AnswerForm
from licensing.models import Consultation

INVALID = 422


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, key: str) -> HttpResponse:
    """Show the question to who holds a link that works, and take the answer.

    A wrong, a used and an ended key get the same answer. Nobody is signed in: who could forge the
    form knows the key already, so there is no CSRF token to lose either.
    """
    waiting = Consultation.objects.behind(key, timezone.now())
    found = waiting.select_related("dossier__procedure", "dossier__applicant").first()
    if found is None:
        gone = render(request, "licensing/asked/gone.html", status=404)
        return link_keys.private(gone, is_link=True)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.answer_by_link(key=key, **form.cleaned_data)
            return link_keys.private(redirect("asked:done"), is_link=True)
        except Refused as refusal:
            form.add_error(None, refusal.message)
    context = {"asked": found, "form": form, "due_on": clocks.of(found).get().due_on}
    status = INVALID if form.errors else 200
    page = render(request, "licensing/asked/question.html", context, status=status)
    return link_keys.private(page, is_link=True)


def done(request: HttpRequest) -> HttpResponse:
    """Say that the answer arrived. The link that sent it works no more."""
    return link_keys.private(render(request, "licensing/asked/done.html"), is_link=True)
