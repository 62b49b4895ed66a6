"""All addresses. Apps are named as text; each address also needs its line in `access_table`."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("healthz/", include("cityweb.core.health_urls")),
    path("admin/", admin.site.urls),
    path("tai-khoan/", include("cityweb.core.signin_urls")),
    path("nghiep-vu/", include("cityweb.core.desk_urls")),
    path("nghiep-vu/feedback/", include("feedback.desk_urls")),
    path("nghiep-vu/advertising/", include("advertising.desk_urls")),
    path("nghiep-vu/licensing/", include("licensing.desk_urls")),
    path("nghiep-vu/members/", include("members.desk_urls")),
    path("tep/", include("cityweb.core.attachments.urls")),
    path("don-vi/", include("feedback.agency_urls")),
    path("quang-cao/", include("advertising.urls")),
    path("website-thanh-vien/", include("members.urls")),
    path("nop-ho-so/", include("licensing.filing_urls")),
    path("ho-so/", include("licensing.lookup_urls")),
    path("y-kien/", include("licensing.asked_urls")),
    path("open311/v2/", include("feedback.open311_urls")),
    path("api/v1/", include("cityweb.news.api_urls")),
    path("", include("cityweb.news.machine_urls")),
    *i18n_patterns(
        path("website-thanh-vien/", include("members.public_urls")),
        path("gop-y/", include("feedback.urls")),
        path("giay-phep/", include("licensing.urls")),
        path("xac-minh/", include("licensing.verify_urls")),
        path("", include("cityweb.news.urls")),
        prefix_default_language=False,
    ),
]

handler400 = "cityweb.core.error_pages.bad_request"
handler403 = "cityweb.core.error_pages.forbidden"
handler404 = "cityweb.core.error_pages.not_found"
handler500 = "cityweb.core.error_pages.server_error"
