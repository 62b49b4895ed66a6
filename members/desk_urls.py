from django.urls import path

from members.views import (
    directives,
    incidents,
    letters,
    lists,
    register,
    reporting,
    scores,
    watching,
)

app_name = "members_desk"
urlpatterns = [
    path("", watching.wall, name="wall"),
    path("danh-sach/", watching.sites, name="sites"),
    path("su-co/", incidents.incidents, name="incidents"),
    path("su-co/<int:pk>/so-trang/", incidents.compare, name="compare"),
    path("su-co/<int:pk>/quiet/", incidents.quiet, name="quiet"),
    path("giai-trinh/<int:pk>/decide/", incidents.decide, name="decide"),
    path("chu-truong/", directives.directives, name="directives"),
    path("chu-truong/<int:pk>/", directives.directive, name="directive"),
    path("chu-truong/<int:pk>/bang/", directives.table, name="directive_table"),
    path("bao-cao/", reporting.report, name="report"),
    path("bao-cao/dong/<slug:key>/", reporting.rows, name="report_rows"),
    path("bao-cao/tep/<slug:kind>/", reporting.file, name="report_file"),
    path("xep-hang/", scores.ranking, name="ranking"),
    path("xep-hang/<slug:code>/", scores.explained, name="score"),
    path("cong-van/", letters.letters, name="letters"),
    path("cong-van/<int:pk>/du-thao/", letters.preview, name="letter_preview"),
    path("cong-van/<int:pk>/tep/", letters.file, name="letter_file"),
    path("cong-van/<int:pk>/send/", letters.send, name="letter_send"),
    path("cong-van/<int:pk>/drop/", letters.drop, name="letter_drop"),
    path("danh-ba/nhap/", register.take_in, name="import"),
    path("danh-ba/xuat/", register.export, name="export"),
    path("danh-sach-chan/", lists.lists, name="lists"),
    path("danh-sach-chan/<int:pk>/decide/", lists.decide_domain, name="decide_domain"),
    path("danh-sach-chan/xuat/<slug:kind>/", lists.export_list, name="export_list"),
    path("trang/<slug:code>/", watching.site, name="site"),
    path("trang/<slug:code>/check/", watching.check, name="check"),
    path("trang/<slug:code>/link/<int:contact>/", watching.send_link, name="send_link"),
    path("trang/<slug:code>/accept/", watching.accept, name="accept"),
]
