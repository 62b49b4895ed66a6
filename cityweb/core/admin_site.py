"""Django admin as part of the portal: the same sign-in, Vietnamese titles."""

from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse


class PortalAdminSite(AdminSite):
    """Who may enter is decided by the access table; passwords are asked in one place only."""

    site_title = "Hochiminh CityWeb"
    site_header = "Hochiminh CityWeb"
    index_title = "Quản trị nội dung"
    enable_nav_sidebar = False
    final_catch_all_view = False

    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return redirect_to_login(request.GET.get("next") or reverse("admin:index"))

    def logout(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return redirect("account_logout", preserve_request=True)

    def password_change(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return redirect("account_change_password")
