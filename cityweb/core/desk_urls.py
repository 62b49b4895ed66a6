from django.urls import include, path

from cityweb.core import views

app_name = "desk"
urlpatterns = [
    path("", views.landing, name="landing"),
    path("", include("cityweb.core.clocks.desk_urls")),
    path("", include("cityweb.core.law.desk_urls")),
    path("", include("cityweb.core.outbox.desk_urls")),
]
