"""Verification of papers. The QR on a paper leads to `/xac-minh/<code>`, without a slash."""

from django.urls import path

from licensing.views import verify

app_name = "verify"

urlpatterns = [
    path("", verify.start, name="start"),
    path("tep/", verify.by_file, name="file"),
    path("goc-tin-cay.pem", verify.authorities, name="authorities"),
    path("<slug:code>", verify.by_code, name="code"),
    path("<slug:code>/", verify.by_code, name="code_with_slash"),
]
