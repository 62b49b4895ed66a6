from django.urls import path

from cityweb.core.attachments import views

app_name = "files"

urlpatterns = [
    path("<uuid:key>/", views.download, name="download"),
    path("<uuid:key>/thu-nho/", views.thumbnail, name="thumbnail"),
]
