"""The rules in force as officers read them, and the form that settles an uncertain one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from cityweb.core.law import actions
from cityweb.core.law.forms import ConfirmForm
from cityweb.core.models import LegalRule


def rules(request: HttpRequest) -> HttpResponse:
    in_force = LegalRule.objects.in_force(timezone.localdate())
    facts = {"waiting": in_force.unsettled(), "settled": in_force.settled()}
    return render(request, "desk/rules.html", facts)


def rule(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(LegalRule.objects.select_related("confirmed_by"), pk=pk)
    form = ConfirmForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.confirm(pk=pk, officer=request.user, **form.cleaned_data)
        messages.success(request, "Đã xác nhận. Quy tắc dùng được từ bây giờ.")
        return redirect("desk:rules")
    may_confirm = not found.is_settled and request.user.has_role(*actions.CONFIRMERS)
    facts = {"rule": found, "form": form, "may_confirm": may_confirm}
    return render(request, "desk/rule.html", facts)
