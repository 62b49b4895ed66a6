"""What citizens see of the mailboxes, in Vietnamese alone: submissions are written in it."""

from django.urls import path

from feedback.views import answers, citizen, files, lookup, places, receipts, statistics

app_name = "feedback"

urlpatterns = [
    path("", citizen.mailboxes, name="mailboxes"),
    path("hoi-dap/", answers.answers, name="answers"),
    path("hoi-dap/rss/", answers.feed, name="answers_feed"),
    path("hoi-dap/sitemap.xml", answers.sitemap, name="answers_sitemap"),
    path("hoi-dap/<int:pk>/", answers.answer, name="answer_by_number"),
    path("hoi-dap/<int:pk>-<slug:slug>/", answers.answer, name="answer"),
    path("thong-ke/", statistics.public, name="statistics"),
    path("tuong-tu/", answers.similar, name="similar"),
    path("dia-danh/", places.find, name="places"),
    path("tra-cuu/", lookup.lookup, name="lookup"),
    path("tra-cuu/bo-sung/", lookup.add, name="add"),
    path("tra-cuu/xem-lai/", lookup.reopen, name="reopen"),
    path("tra-cuu/danh-gia/", lookup.rate, name="rate"),
    path("tra-cuu/du-lieu/", lookup.ask_about_data, name="ask_about_data"),
    path("tra-cuu/rut-dong-y/", lookup.withdraw_consent, name="withdraw_consent"),
    path("tra-cuu/tep/<uuid:key>/", lookup.download, name="own_file"),
    path("da-nhan/<str:mark>.gif", receipts.seen, name="receipt_seen"),
    path("tep/", files.upload, name="upload"),
    path("tep/bo/", files.discard, name="discard"),
    path("<slug:slug>/", citizen.mailbox, name="mailbox"),
]
