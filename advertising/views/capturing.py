"""The button that has a page captured as evidence."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from advertising import actions
from advertising.forms.capturing import CaptureForm
from advertising.models import Inspection
from advertising.views import checking
from advertising.views.stepping import CONFLICT, INVALID
from cityweb.core.errors import Refused


def capture(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for a capture; what is wrong is shown beside its field, with all that was typed."""
    found = get_object_or_404(Inspection.objects.visible_to(request.user), pk=pk)
    form = CaptureForm(request.POST)
    if not form.is_valid():
        return checking.draw_capture(request, found.pk, form, status=INVALID)
    try:
        wanted = actions.Wanted(**form.cleaned_data)
        actions.ask_capture(pk=found.pk, wanted=wanted, actor=request.user)
    except Refused as refusal:
        form.refuse(refusal)
        return checking.draw_capture(request, found.pk, form, status=CONFLICT)
    messages.success(request, "Đã xếp hàng chụp; chứng cứ vào kho sau chừng một, hai phút.")
    address = reverse("advertising_desk:inspection", args=[pk])
    return redirect(f"{address}?panel=evidence#panel")
