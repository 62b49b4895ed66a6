"""Where organisations file: what each procedure asks for, their profile, their dossiers."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from cityweb.core import pages
from cityweb.core.errors import Refused
from licensing import actions, deadlines
from licensing.forms.filing import BeginForm, ProfileForm, prefilled
from licensing.life import State
from licensing.models import Applicant, Dossier, Licence, Procedure
from licensing.reports import shown

HOME = pages.Step("Nộp hồ sơ cấp phép", "/nop-ho-so/")


def private(
    request: HttpRequest, template: str, facts: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    """Answer with a page of somebody signed in, which no cache may keep."""
    facts = {"home_path": "/", "prefix": "", "line": [HOME], **facts}
    response = render(request, template, facts, status=status)
    response.headers["Cache-Control"] = "private, no-store"
    return response


def start(request: HttpRequest) -> HttpResponse:
    """Show the procedures that organisations file for, and the way in."""
    facts = {
        "title": HOME.name,
        "description": "Nộp hồ sơ cấp, sửa đổi, gia hạn, cấp lại giấy phép thiết lập trang thông "
        "tin điện tử tổng hợp; theo dõi hồ sơ và nhận kết quả.",
        "path": HOME.path,
        "procedures": Procedure.objects.filter(is_filed=True),
    }
    return pages.page(request, "licensing/filing/start.html", facts)


def procedure(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what one procedure asks for by the law of today, and what is not confirmed."""
    found = get_object_or_404(Procedure, slug=slug, is_filed=True)
    today = timezone.localdate()
    versions = [shown.version(one, today) for one in found.versions.all()]
    now = next((one for one in versions if one.is_now), None)
    facts = {
        "title": found.name,
        "description": f"Thành phần hồ sơ, thời hạn, căn cứ: {found.name}.",
        "path": f"{HOME.path}thu-tuc/{slug}/",
        "line": [HOME],
        "found": found,
        "now": now,
    }
    return pages.page(request, "licensing/filing/procedure.html", facts)


def mine(request: HttpRequest) -> HttpResponse:
    """Show the person's organisation and its dossiers."""
    applicant = Applicant.objects.filter(account=request.user).first()
    rows = Dossier.objects.filter(applicant=applicant).select_related("procedure")
    clocks = deadlines.by_dossier(one.pk for one in rows)
    now = timezone.now()
    facts = {
        "title": "Hồ sơ của tổ chức",
        "applicant": applicant,
        "licences": Licence.objects.filter(holder__name=applicant.name).select_related("current")
        if applicant
        else [],
        "rows": [(one, deadlines.of(one, clocks.get(one.pk), now)) for one in rows],
    }
    return private(request, "licensing/filing/mine.html", facts)


def profile(request: HttpRequest) -> HttpResponse:
    """Show and save how the organisation presents itself."""
    known = Applicant.objects.filter(account=request.user).first()
    initial = {"email": request.user.email} if known is None else None
    form = ProfileForm(request.POST or None, instance=known, initial=initial)
    if request.method == "POST" and form.is_valid():
        actions.save_profile(actor=request.user, facts=form.cleaned_data)
        messages.success(request, "Đã lưu thông tin tổ chức.")
        return redirect("filing:mine")
    facts = {"title": "Thông tin tổ chức", "form": form}
    return private(request, "licensing/filing/profile.html", facts)


def begin(request: HttpRequest, slug: str) -> HttpResponse:
    """Open a draft; first the profile, and the licence where it is about one."""
    found = get_object_or_404(Procedure, slug=slug, is_filed=True)
    applicant = Applicant.objects.filter(account=request.user).first()
    if applicant is None:
        messages.warning(request, "Hãy ghi thông tin tổ chức trước, chỉ cần một lần.")
        return redirect("filing:profile")
    form = BeginForm(
        found, applicant, request.POST or None, chosen=request.GET.get("giay-phep", "")
    )
    if request.method == "POST" and (form.is_valid() or not form.fields):
        licence = form.cleaned_data.get("licence") if form.is_valid() else None
        untouched = actions.untouched(procedure=found, applicant=applicant, licence=licence)
        if untouched is not None:
            return redirect("filing:fill", untouched.key)
        try:
            made = actions.begin(
                procedure=found, applicant=applicant, actor=request.user, licence=licence,
                contents=prefilled(licence) if licence else None,
            )  # fmt: skip
            return redirect("filing:fill", made.key)
        except Refused as refusal:
            form.add_error(None, refusal.message)
    drafts = Dossier.objects.filter(applicant=applicant, procedure=found, state=State.DRAFT)
    facts = {"title": f"Bắt đầu: {found.short_name}", "found": found, "form": form,
             "applicant": applicant, "drafts": drafts}  # fmt: skip
    return private(request, "licensing/filing/begin.html", facts)


def found_for(request: HttpRequest, key: UUID) -> Dossier:
    """Return the dossier if this person may see it; else 404."""
    rows = Dossier.objects.visible_to(request.user).select_related(
        "procedure", "version", "applicant", "licence"
    )
    return get_object_or_404(rows, key=key)
