"""The addresses of `wagtail start`: admin, search, and the page tree."""

from django.urls import include, path
from portal import views
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("search/", views.search, name="search"),
    path("", include(wagtail_urls)),
]
