"""Where organisations file dossiers; the clerk fills in the same pages for those with paper."""

from django.urls import path

from licensing.views import filing, filing_dossier, licence_life

app_name = "filing"
urlpatterns = [
    path("", filing.start, name="start"),
    path("thu-tuc/<slug:slug>/", filing.procedure, name="procedure"),
    path("thu-tuc/<slug:slug>/nop/", filing.begin, name="begin"),
    path("cua-toi/", filing.mine, name="mine"),
    path("to-chuc/", filing.profile, name="profile"),
    path("giay-phep/<slug:slug>/", licence_life.own, name="licence"),
    path("giay-phep/<slug:slug>/van-ban/<int:paper>.pdf", licence_life.own_paper, name="letter"),
    path("giay-phep/<slug:slug>/<slug:task>/", licence_life.own_act, name="licence_act"),
    path("<uuid:key>/", filing_dossier.dossier, name="dossier"),
    path("<uuid:key>/noi-dung/", filing_dossier.fill, name="fill"),
    path("<uuid:key>/giay-to/", filing_dossier.papers, name="papers"),
    path("<uuid:key>/giay-to/<slug:component>/", filing_dossier.attach, name="attach"),
    path("<uuid:key>/bo-tep/<uuid:file>/", filing_dossier.detach, name="detach"),
    path("<uuid:key>/kiem-tra/", filing_dossier.check, name="check"),
    path("<uuid:key>/xoa/", filing_dossier.discard, name="discard"),
    path("<uuid:key>/bo-sung/", filing_dossier.answer, name="answer"),
    path("<uuid:key>/rut/", filing_dossier.withdraw, name="withdraw"),
    path("<uuid:key>/da-nop.json", filing_dossier.sent, name="sent"),
    path("<uuid:key>/tin-nhan/", filing_dossier.write, name="write"),
    path("<uuid:key>/van-ban/<int:paper>.pdf", filing_dossier.paper, name="paper"),
]
