from django.urls import path

from licensing.views import desk

app_name = "licensing_desk"
urlpatterns = [
    path("so-giay-phep/", desk.changing, name="changing"),
    path("so-giay-phep/nhap/", desk.take_in, name="import"),
]
