from django.urls import path

from cityweb.core import views

app_name = "desk"
urlpatterns = [
    path("", views.landing, name="landing"),
]
