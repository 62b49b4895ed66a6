"""Mail that waits for a person, and suggestions of duplicates: decide, one at a time."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from cityweb.core import downloads, keyset, mailin
from cityweb.core.errors import Refused
from feedback import actions, codes
from feedback.forms.desk_letters import DiscardLetter, JoinLetter, TakeLetterIn
from feedback.models import DuplicateSuggestion, Letter, Submission
from feedback.views.desk_frame import sidebar

PAGE_SIZE = 50


def letters(request: HttpRequest) -> HttpResponse:
    """Show the holding pen, newest first; or all mail that came."""
    shown = Letter.objects.visible_to(request.user).select_related("submission")
    is_all = request.GET.get("xem") == "tat-ca"
    if not is_all:
        shown = shown.filter(state=Letter.State.HELD)
    turn = keyset.read_turn(request.GET.get("after", ""), request.GET.get("before", ""))
    leaf = keyset.leaf(
        [(shown, "received_at", "pk")],
        turn or keyset.Turn(),
        size=PAGE_SIZE,
        place_of=lambda one: (one.received_at, one.pk),
    )
    context = {**sidebar(request), "leaf": leaf, "is_all": is_all}
    return render(request, "feedback/desk/letters.html", context)


def letter(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one mail as it came, and what may be done with it."""
    found = _find(request, pk)
    return _screen(request, found, {})


def raw(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the mail as it came, and write down who took it."""
    found = _find(request, pk)
    content = actions.take_raw(letter=found, actor=request.user)
    return downloads.attached(content, "eml", f"thu-{found.pk}")


def act(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """Join a held mail to a submission, make one of it, or put it aside."""
    found = _find(request, pk)
    form_class = {"join": JoinLetter, "take-in": TakeLetterIn, "discard": DiscardLetter}.get(verb)
    if form_class is None:
        raise Http404("no such verb")
    form = form_class(request.POST)
    if not form.is_valid():
        return _screen(request, found, {verb: form}, status=422)
    try:
        return _carry_out(request, pk, verb, form.cleaned_data)
    except Refused as refusal:
        # With what was typed, beside its field.
        form.add_error(next(iter(form.fields)), refusal.message)
        return _screen(request, _find(request, pk), {verb: form}, status=409)


def _carry_out(request: HttpRequest, pk: int, verb: str, said: dict[str, Any]) -> HttpResponse:
    if verb == "discard":
        actions.discard_letter(pk=pk, actor=request.user, reason=said["reason"])
        return redirect("feedback_desk:letters")
    if verb == "join":
        joined = actions.join_letter(
            pk=pk, actor=request.user, code=said["code"], is_senders=said["whose"] == "sender"
        )
        return _to_case(request, joined.submission)
    return _to_case(
        request, actions.take_letter_in(pk=pk, actor=request.user, mailbox=said["mailbox"])
    )


def _to_case(request: HttpRequest, one: Submission) -> HttpResponse:
    """Lead to the case; to the letters where its words took it out of this person's sight."""
    if Submission.objects.visible_to(request.user).filter(pk=one.pk).exists():
        return redirect("feedback_desk:case", one.code)
    messages.warning(
        request,
        "Thư có dấu hiệu tố cáo: hồ sơ đã chuyển cho người tiếp nhận đơn tố cáo và không còn "
        "hiện với bạn.",
    )
    return redirect("feedback_desk:letters")


def _find(request: HttpRequest, pk: int) -> Letter:
    rows = Letter.objects.visible_to(request.user).select_related("raw", "submission")
    return get_object_or_404(rows, pk=pk)


def _seen(request: HttpRequest, submission: Submission | None) -> Submission | None:
    """Return it if this person may see it: a reader of denunciations sees no ordinary case."""
    mine = Submission.objects.visible_to(request.user)
    return submission if submission and mine.filter(pk=submission.pk).exists() else None


def _likely(request: HttpRequest, mail: mailin.Mail) -> Submission | None:
    """Return the only submission the mail names by its code, as far as this person may see it."""
    named = codes.named_in(f"{mail.subject}\n{mail.text}\n{mail.quoted}")
    found = Submission.objects.visible_to(request.user).filter(code__in=named)[:2]
    return found[0] if len(found) == 1 else None


def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """Decide whether two submissions are one."""
    suggestion = get_object_or_404(DuplicateSuggestion.objects.select_related("submission"), pk=pk)
    is_same = request.POST.get("is_same") == "yes"
    actions.settle_suggestion(pk=pk, actor=request.user, is_same=is_same)
    return redirect("feedback_desk:case", suggestion.submission.code)


def _screen(
    request: HttpRequest, found: Letter, forms: dict[str, object], *, status: int = 200
) -> HttpResponse:
    mail = mailin.parse(mailin.open_raw(found.raw))
    named = _seen(request, found.submission)
    likely = named or _likely(request, mail)
    context = {
        **sidebar(request),
        "letter": found,
        "case": named,
        "mail": mail,
        "join": forms.get("join") or JoinLetter(initial={"code": likely.code if likely else ""}),
        "likely": likely,
        "take_in": forms.get("take-in") or TakeLetterIn(),
        "discard": forms.get("discard") or DiscardLetter(),
    }
    return render(request, "feedback/desk/letter.html", context, status=status)
