"""The button that has a page captured as evidence."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from advertising import actions
from advertising.forms.capturing import CaptureForm
from advertising.models import Inspection


def capture(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for a capture; what a rule forbids is shown on the screen one came from."""
    found = get_object_or_404(Inspection.objects.visible_to(request.user), pk=pk)
    form = CaptureForm(request.POST)
    if form.is_valid():
        wanted = actions.Wanted(**form.cleaned_data)
        actions.ask_capture(pk=found.pk, wanted=wanted, actor=request.user)
        messages.success(request, "Đã xếp hàng chụp; chứng cứ vào kho sau chừng một, hai phút.")
    else:
        messages.error(request, "Ghi địa chỉ trang cần chụp.")
    address = reverse("advertising_desk:inspection", args=[pk])
    return redirect(f"{address}?panel=evidence#panel")
