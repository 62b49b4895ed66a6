from django.urls import path

from licensing.views import desk, desk_dossiers

app_name = "licensing_desk"
urlpatterns = [
    path("", desk_dossiers.dossiers, name="dossiers"),
    path("<int:pk>/", desk_dossiers.dossier, name="dossier"),
    path("<int:pk>/du-thao.pdf", desk_dossiers.preview, name="preview"),
    path("<int:pk>/van-ban/<int:paper>.pdf", desk_dossiers.paper, name="paper"),
    path("<int:pk>/<slug:verb>/", desk_dossiers.act, name="act"),
    path("nhap-ho-so/", desk_dossiers.enter, name="enter"),
    path("thu-tuc/", desk_dossiers.procedures, name="procedures"),
    path("so-giay-phep/", desk.changing, name="changing"),
    path("so-giay-phep/nhap/", desk.take_in, name="import"),
]
