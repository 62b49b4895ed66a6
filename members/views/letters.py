"""Official letters about sites: what waits to be signed, what was sent, what came to the report."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from cityweb.core import downloads
from members import actions
from members.forms.letters import DropForm
from members.models import Letter, MemberSite
from members.querysets import CHECKERS, SIGNERS
from members.reports import letters as report


def letters(request: HttpRequest) -> HttpResponse:
    mine = MemberSite.objects.visible_to(request.user)
    context = {
        "waiting": report.waiting(mine),
        "settled": report.settled(mine),
        "reported": report.reported(mine),
        "may_sign": request.user.has_role(*SIGNERS),
        "drop_form": DropForm() if request.user.has_role(*CHECKERS) else None,
    }
    return render(request, "members/letters.html", context)


def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """The letter as it would look, signed."""
    found = _letter(request, pk)
    made = actions.preview_letter(pk=found.pk, reader=request.user)
    return downloads.inline(made, f"du-thao-cong-van-{pk}")


def send(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign and send."""
    sent = actions.send_letter(pk=_letter(request, pk).pk, actor=request.user)
    messages.success(request, f"Đã ký và gửi công văn số {sent.paper.number_text}.")
    return redirect("members_desk:letters")


def drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Leave it unsent, with a reason."""
    found, form = _letter(request, pk), DropForm(request.POST)
    if form.is_valid():
        actions.drop_letter(pk=found.pk, actor=request.user, **form.cleaned_data)
        messages.success(request, "Đã bỏ dự thảo công văn.")
    else:
        messages.error(request, "Ghi vì sao không gửi công văn.")
    return redirect("members_desk:letters")


def file(request: HttpRequest, pk: int) -> HttpResponse:
    """The signed letter."""
    found = get_object_or_404(Letter, pk=_letter(request, pk).pk, paper__isnull=False)
    return downloads.inline(report.signed(found), f"cong-van-{pk}")


def _letter(request: HttpRequest, pk: int) -> Letter:
    mine = MemberSite.objects.visible_to(request.user)
    return get_object_or_404(Letter.objects.filter(site__in=mine), pk=pk)
