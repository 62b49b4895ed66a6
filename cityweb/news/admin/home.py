"""The top of the home page: what each place shows now and next, and pinning."""

from datetime import datetime
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_POST

from cityweb.core.errors import Refused
from cityweb.news import actions
from cityweb.news.admin.desk import DeskAdmin
from cityweb.news.forms.home import PinForm
from cityweb.news.models import HeroSlot, Site
from cityweb.news.models.home import HERO_SLOTS
from cityweb.news.models.sites import Language
from cityweb.news.reports import home


@admin.register(HeroSlot)
class HomeAdmin(DeskAdmin):
    """One screen instead of a list of rows; the rows are made and ended by actions."""

    def get_urls(self) -> list[URLPattern]:
        own = path(
            "<int:pk>/bo-ghim/", self.admin_site.admin_view(unpin), name="news_heroslot_unpin"
        )
        return [own, *super().get_urls()]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        sites = list(Site.objects.whole_to(request.user))
        site = next((one for one in sites if one.code == request.GET.get("trang")), None)
        site = site or next(iter(sites), None)
        language = request.GET.get("ngon-ngu", Language.VI)
        language = language if language in Language.values else Language.VI
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": "Bố trí trang chủ",
            "sites": sites,
            "site": site,
            "language": language,
            "languages": Language.choices,
        }
        form = None
        if site:
            form = PinForm(request.POST or None, site=site, language=language)
            if request.method == "POST" and form.is_valid() and _pin(request, form, site, language):
                messages.success(request, "Đã ghim bài.")
                return redirect(_address(site, language))
            context["places"] = _places(site, language, timezone.now())
        context |= {"form": form, "media": self.media + form.media if form else self.media}
        return TemplateResponse(request, "admin/news/heroslot/home.html", context)


@require_POST
def unpin(request: HttpRequest, pk: int) -> HttpResponse:
    """End a pin and return to the screen."""
    rows = HeroSlot.objects.visible_to(request.user).select_related("site")
    slot = get_object_or_404(rows, pk=pk)
    actions.unpin(pk=pk, actor=request.user, now=timezone.now())
    messages.success(request, "Đã bỏ ghim.")
    return redirect(_address(slot.site, slot.language))


def _address(site: Site, language: str) -> str:
    query = urlencode({"trang": site.code, "ngon-ngu": language})
    return f"{reverse('admin:news_heroslot_changelist')}?{query}"


def _pin(request: HttpRequest, form: PinForm, site: Site, language: str) -> bool:
    given = form.cleaned_data
    try:
        actions.pin(
            actor=request.user,
            site=site,
            language=language,
            position=given["position"],
            article=given["article"],
            starts_at=given["starts_at"] or timezone.now(),
            ends_at=given["ends_at"],
        )
    except Refused as refusal:
        form.add_error(
            "article" if refusal.code in {"not-live", "pinned-twice"} else "position",
            refusal.message,
        )
        return False
    return True


def _places(site: Site, language: str, now: datetime) -> list[dict[str, Any]]:
    """Return for each place what readers see there now, its pins, and why a pin does not show."""
    shown = dict(enumerate(home.home(site.pk, language, now).hero, 1))
    pins = list(
        HeroSlot.objects.filter(Q(ends_at__isnull=True) | Q(ends_at__gt=now), site=site)
        .filter(language=language)
        .select_related("article__live", "created_by")
        .order_by("starts_at")
    )
    return [
        {
            "number": number,
            "shown": shown.get(number),
            "running": [pin for pin in pins if pin.position == number and pin.starts_at <= now],
            "coming": [pin for pin in pins if pin.position == number and pin.starts_at > now],
        }
        for number in range(1, HERO_SLOTS + 1)
    ]
