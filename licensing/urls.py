"""The public register in each language; what licences say, and files, are Vietnamese alone."""

from django.urls import path

from licensing.views import open_data, public, seals

app_name = "licensing"

urlpatterns = [
    path("", public.licences, name="licences"),
    path("thay-doi/", public.feed, name="feed"),
    path("du-lieu.csv", open_data.as_csv, name="csv"),
    path("du-lieu.json", open_data.as_json, name="json"),
    path("niem-phong/", seals.seals, name="seals"),
    path("niem-phong/<str:day>.txt", seals.listed, name="seal_list"),
    path("<slug:slug>/", public.licence, name="licence"),
    path("<slug:slug>/<int:ordinal>.pdf", public.paper, name="paper"),
    path("<slug:slug>/<int:ordinal>.json", open_data.version, name="version"),
]
