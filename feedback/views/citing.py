"""The desk screen to cite something public in a reply, and the word that a person looked again."""

from django import forms
from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from cityweb.core.text import clean
from feedback import actions, citing
from feedback.models import Citation, Submission
from feedback.states import ReplyState
from feedback.views.desk_frame import sidebar

MOST_WORDS = 200


class CiteForm(forms.Form):
    """The button beside something found."""

    model = forms.CharField(max_length=60)
    target_id = forms.IntegerField(min_value=1, max_value=2**62)


def cite(request: HttpRequest, code: str) -> HttpResponse:
    """Search what may be cited; a POST cites one of it in the draft."""
    submission = get_object_or_404(Submission.objects.visible_to(request.user), code=code)
    reply = submission.replies.filter(state=ReplyState.DRAFT).prefetch_related("citations").first()
    if reply is None:
        raise Http404("no draft to cite in")
    if request.method == "POST":
        form = CiteForm(request.POST)
        if not form.is_valid():
            raise BadRequest("not a form of this page")
        made = actions.cite(pk=reply.pk, actor=request.user, **form.cleaned_data)
        messages.success(request, f"Đã dẫn “{made.title}”.")
        return redirect(_panel(code))
    words = clean(request.GET.get("q", "")).strip()[:MOST_WORDS]
    cited = {(one.target_type.natural_key(), one.target_id) for one in reply.citations.all()}
    found = [
        (one, (tuple(one.model.split(".")), one.target_id) in cited)
        for one in (citing.find(words) if words else [])
    ]
    context = {**sidebar(request), "one": submission, "words": words, "found": found}
    return render(request, "feedback/publishing/cite.html", context)


@require_POST
def settle(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    rows = Citation.objects.filter(
        reply__submission__in=Submission.objects.visible_to(request.user).filter(code=code)
    )
    actions.settle_citation(pk=get_object_or_404(rows, pk=pk).pk, actor=request.user)
    messages.success(request, "Đã ghi nhận: trả lời vẫn đúng với nội dung được dẫn hiện nay.")
    return redirect(_panel(code))


def _panel(code: str) -> str:
    return reverse("feedback_desk:case", args=[code]) + "?panel=reply#panel"
