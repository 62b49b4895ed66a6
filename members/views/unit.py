"""What a unit sees of its own site, and the three things it can do there."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from cityweb.core import downloads, law
from cityweb.core.errors import Refused
from members import actions
from members.forms.unit import EXPLANATION_LENGTH, ExplanationForm, OutageForm
from members.models import Incident, SiteLink
from members.reports import incidents, letters, standing
from members.reports.standing import Standing

CHECKED, QUEUED, EXPLAINED, PLANNED, LATE = "da-hoi", "dang-hoi", "giai-trinh", "bao-tri", "tre"
SAID = {
    CHECKED: "Đã kiểm tra xong, kết quả ở dưới là của lần vừa rồi.",
    QUEUED: "Đang có nhiều đơn vị cùng kiểm tra; kết quả hiện ở trang này sau chừng nửa phút.",
    EXPLAINED: "Đã gửi giải trình. Phòng xem xét và trả lời bằng thư.",
    PLANNED: "Đã ghi lịch tạm ngừng.",
    LATE: "Đã ghi lịch tạm ngừng, kèm ghi chú báo trễ hạn quy định.",
}


def site(request: HttpRequest, link: SiteLink, key: str) -> HttpResponse:
    return _page(request, link, key, said=SAID.get(request.GET.get("xong", ""), ""))


def check(request: HttpRequest, link: SiteLink, key: str) -> HttpResponse:
    """Ask the site while the unit waits."""
    done = ""

    def verb() -> None:
        nonlocal done
        finished = actions.check_for_unit(contact=link.contact, now=timezone.now())
        if finished and finished.note:
            raise Refused("inconclusive", f"Lần kiểm tra này không tính. {finished.note}")
        done = CHECKED if finished else QUEUED

    return _after(request, link, key, verb) or _back(key, done)


def explain(request: HttpRequest, link: SiteLink, key: str) -> HttpResponse:
    """Send the office a word on one incident of this site."""
    number = request.POST.get("incident", "")
    mine = Incident.objects.filter(site=link.contact.site_id)
    found = mine.filter(pk=number).first() if number.isdecimal() else None
    form = ExplanationForm(request.POST)
    if found is None or not form.is_valid():
        too_long = len(request.POST.get("text", "")) > EXPLANATION_LENGTH
        said = f"Giải trình dài quá {EXPLANATION_LENGTH} ký tự; xin viết gọn lại."
        refusal = said if too_long else "Ghi giải trình và chọn ngày."
        return _page(request, link, key, refusal=refusal, explained=form)

    def verb() -> None:
        actions.explain(incident=found.pk, contact=link.contact, **form.cleaned_data)

    return _after(request, link, key, verb, explained=form) or _back(key, EXPLAINED)


def announce(request: HttpRequest, link: SiteLink, key: str) -> HttpResponse:
    """Tell of an outage that is planned."""
    form = OutageForm(request.POST)
    if not form.is_valid():
        return _page(request, link, key, refusal="Chưa ghi được lịch tạm ngừng.", outage=form)
    late = False

    def verb() -> None:
        nonlocal late
        late = actions.announce_outage(contact=link.contact, **form.cleaned_data).is_late

    after = _after(request, link, key, verb, outage=form)
    return after or _back(key, LATE if late else PLANNED)


def letter(request: HttpRequest, link: SiteLink, key: str, pk: int) -> HttpResponse:
    """Show a signed letter about this site."""
    sent = get_object_or_404(link.contact.site.letters.filter(paper__isnull=False), pk=pk)
    return downloads.inline(letters.signed(sent), f"cong-van-{pk}")


def _back(key: str, done: str) -> HttpResponse:
    return redirect(f"{reverse('members:unit', args=[key])}?xong={done}")


def _after(
    request: HttpRequest, link: SiteLink, key: str, verb: Callable[[], None], **given: forms.Form
) -> HttpResponse | None:
    """Do it. When a rule forbids it, show the page again with what was typed, and say why."""
    try:
        verb()
    except Refused as refusal:
        return _page(request, link, key, refusal=refusal.message, **given)
    return None


def _page(
    request: HttpRequest,
    link: SiteLink,
    key: str,
    *,
    said: str = "",
    refusal: str = "",
    **given: forms.Form,
) -> HttpResponse:
    found, today = link.contact.site, timezone.localdate()
    verdicts = list(found.verdicts.current().select_related("section"))
    ranked = standing.by_subject(verdicts)
    context: dict[str, Any] = {
        "key": key,
        "link": link,
        "site": found,
        "level": Standing(found, verdicts).level,
        "wrong": [one for one in ranked if one.level != "ok"],
        "fine": [one for one in ranked if one.level == "ok"],
        "cases": incidents.cases_of(found, today=today, more=["explanations"]),
        "letters": letters.sent_to(found),
        "outages": found.maintenance.filter(ends_at__gt=timezone.now()),
        "is_being_asked": standing.is_being_asked(found, now=timezone.now()),
        "notice_days": law.resolve(actions.OUTAGE_NOTICE, on=today).value,
        "said": said,
        "refusal": refusal,
        "explained": given.get("explained") or ExplanationForm(),
        "outage": given.get("outage") or OutageForm(),
        "opened": next(iter(given), ""),
    }
    return render(request, "members/unit/site.html", context, status=422 if refusal else 200)
