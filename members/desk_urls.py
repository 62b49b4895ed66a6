from django.urls import path

from members.views import register

app_name = "members_desk"
urlpatterns = [
    path("danh-ba/nhap/", register.take_in, name="import"),
    path("danh-ba/xuat/", register.export, name="export"),
]
