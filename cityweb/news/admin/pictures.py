"""The picture store: uploads from the editor, choosing, and the words that go with a picture."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST, require_safe

from cityweb.core.errors import Refused
from cityweb.news import actions
from cityweb.news.admin.desk import DeskAdmin, GivenSites
from cityweb.news.forms.pictures import DescriptionForm, UploadForm
from cityweb.news.intake.pictures import MOST_BYTES
from cityweb.news.models import Picture, Site

A_PAGE = 24


@admin.register(Picture)
class PictureAdmin(DeskAdmin):
    form = DescriptionForm
    list_display = ("small", "alt", "credit", "site", "taken_in")
    list_display_links = ("alt",)
    list_select_related = ("site",)
    list_filter = (("site", GivenSites),)
    search_fields = ("alt", "caption", "credit")
    ordering = ("-id",)
    sortable_by = ()

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        own = [
            path("tai-len/", view(upload), name="news_picture_upload"),
            path("kho/", view(store), name="news_picture_store"),
        ]
        return [*own, *super().get_urls()]

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Take one picture in with its description."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        sites = Site.objects.visible_to(request.user)
        form = UploadForm(
            request.POST or None,
            request.FILES or None,
            sites=sites,
            alt_required=True,
            initial={"site": sites.first()},
        )
        if request.method == "POST" and form.is_valid():
            try:
                return redirect("admin:news_picture_change", _take_in(request, form).pk)
            except Refused as refusal:
                form.add_error("upload", refusal.message)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": "Tải hình lên",
            "form": form,
        }
        return TemplateResponse(request, "admin/news/picture/add.html", context)

    def save_action(self, request: HttpRequest, form: ModelForm, formsets: list[Any]) -> None:
        words = {name: form.cleaned_data[name] for name in ("alt", "caption", "credit")}
        actions.describe_picture(pk=form.instance.pk, actor=request.user, **words)

    @admin.display(description="Tải lên lúc")
    def taken_in(self, picture: Picture) -> str:
        return f"{timezone.localtime(picture.created_at):%H:%M %d/%m/%Y}"

    @admin.display(description="Hình")
    def small(self, picture: Picture) -> SafeString:
        return thumbnail(picture)


def thumbnail(picture: Picture) -> SafeString:
    return format_html(
        '<img class="thumbnail" src="{}" alt="" width="120" height="{}" loading="lazy">',
        picture.url(picture.widths[0]),
        round(120 * picture.height / picture.width),
    )


@require_POST
def upload(request: HttpRequest) -> JsonResponse:
    """Take a picture from the editor in; answers as CKEditor's upload expects, errors too."""
    if not request.user.has_perm("news.add_picture"):
        raise PermissionDenied
    sites = Site.objects.visible_to(request.user)
    # A page that is not saved yet has no site; who works on one site only means that one.
    only = sites.first() if sites.count() == 1 else None
    data = {**request.POST.dict(), "site": request.GET.get("site") or only}
    form = UploadForm(data, request.FILES, sites=sites)
    if not form.is_valid():
        words = " ".join(next(iter(form.errors.values())))
        return JsonResponse({"error": {"message": words}}, status=400)
    try:
        picture = _take_in(request, form)
    except Refused as refusal:
        return JsonResponse({"error": {"message": refusal.message}}, status=400)
    urls = {str(width): picture.url(width) for width in picture.widths}
    card = _card(picture)
    return JsonResponse({"urls": {"default": card["src"], **urls}, "picture": card})


@require_safe
def store(request: HttpRequest) -> JsonResponse:
    """Return the newest pictures of one site, by words of their descriptions."""
    site = request.GET.get("site", "")
    rows = Picture.objects.visible_to(request.user)
    rows = rows.filter(site=site) if site.isdigit() else rows.none()
    words = request.GET.get("tim", "").strip()[:100]
    if words:
        rows = rows.filter(Q(alt__icontains=words) | Q(caption__icontains=words))
    return JsonResponse({"pictures": [_card(picture) for picture in rows[:A_PAGE]]})


def _take_in(request: HttpRequest, form: UploadForm) -> Picture:
    sent = form.cleaned_data["upload"]
    if sent.size > MOST_BYTES:
        raise Refused("too-large", "Hình quá lớn: tối đa 15 MB. Hãy thu nhỏ rồi tải lại.")
    words = {name: form.cleaned_data[name] for name in ("alt", "caption", "credit")}
    return actions.add_picture(
        actor=request.user, site=form.cleaned_data["site"], data=sent.read(), **words
    )


def _card(picture: Picture) -> dict[str, Any]:
    return {
        "id": picture.pk,
        "alt": picture.alt,
        "caption": picture.caption,
        "small": picture.url(picture.widths[0]),
        **picture.as_card(),
    }
