from django.urls import path

from licensing.views import desk, desk_dossiers, desk_list, licence_life, proceedings, reporting

app_name = "licensing_desk"
urlpatterns = [
    path("", desk_list.dossiers, name="dossiers"),
    path("<int:pk>/", desk_dossiers.dossier, name="dossier"),
    path("<int:pk>/phieu-kiem-soat.pdf", desk_dossiers.control_slip, name="control_slip"),
    path("bao-cao/", reporting.report, name="report"),
    path("bao-cao/ho-so/<slug:key>/", reporting.rows, name="report_rows"),
    path("bao-cao/tep/<slug:kind>/", reporting.file, name="report_file"),
    path("so-theo-doi/", desk_dossiers.register_book, name="register_book"),
    path("<int:pk>/du-thao.pdf", desk_dossiers.preview, name="preview"),
    path("<int:pk>/van-ban/<int:paper>.pdf", desk_dossiers.paper, name="paper"),
    path("xuat.csv", desk_list.export, {"kind": "csv"}, name="export_csv"),
    path("xuat.xlsx", desk_list.export, {"kind": "xlsx"}, name="export_xlsx"),
    path("lam-nhieu/", desk_list.bulk, name="bulk"),
    path("bo-loc/luu/", desk_list.save_view, name="save_view"),
    path("bo-loc/<int:pk>/bo/", desk_list.drop_view, name="drop_view"),
    path("lam-thay/", desk_list.stand_ins, name="stand_ins"),
    path("lam-thay/<int:pk>/cham-dut/", desk_list.end_stand_in, name="end_stand_in"),
    path("<int:pk>/<slug:verb>/", desk_dossiers.act, name="act"),
    path("nhap-ho-so/", desk_dossiers.enter, name="enter"),
    path("thu-tuc/", desk_dossiers.procedures, name="procedures"),
    path("so-giay-phep/", desk.changing, name="changing"),
    path("so-giay-phep/nhap/", desk.take_in, name="import"),
    path("giay-phep/", licence_life.licences, name="licences"),
    path("giay-phep/<slug:slug>/", licence_life.licence, name="licence"),
    path("giay-phep/<slug:slug>/<slug:task>/", licence_life.act, name="licence_act"),
    path("go-noi-dung/", licence_life.takedowns, name="takedowns"),
    path("vu-viec/", proceedings.proceedings, name="proceedings"),
    path("vu-viec/<int:pk>/", proceedings.proceeding, name="proceeding"),
    path("vu-viec/<int:pk>/du-thao.pdf", proceedings.preview, name="proceeding_preview"),
    path("vu-viec/<int:pk>/van-ban/<int:paper>.pdf", proceedings.paper, name="proceeding_paper"),
    path("vu-viec/<int:pk>/<slug:deed>/", proceedings.act, name="proceeding_act"),
]
